// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The definitions of all functions, for separate compilation. Define `LINODE_PAT_SEPARATE_COMPILATION` in the whole
/// program, so that the other headers only declare functions, and include this header in exactly one source file.
#pragma once

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#error "src.hpp is for programs that define LINODE_PAT_SEPARATE_COMPILATION; without it, the headers define everything"
#endif

#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/impl/decode_error.ipp>
#include <linode/personal_access_token/impl/page.ipp>
#include <linode/personal_access_token/impl/print.ipp>
#include <linode/personal_access_token/impl/read.ipp>
#include <linode/personal_access_token/impl/request.ipp>
#include <linode/personal_access_token/impl/scopes.ipp>
#include <linode/personal_access_token/impl/stream.ipp>
#include <linode/personal_access_token/impl/timestamp.ipp>
#include <linode/personal_access_token/impl/token.ipp>
#include <linode/personal_access_token/impl/write.ipp>
