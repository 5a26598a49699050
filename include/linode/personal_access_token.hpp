// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Everything of the library except the adapters for nlohmann_json, {fmt} and `std::format`. Standard library only.
#pragma once

/// \namespace linode
/// The value types of this library, and the functions that read and write them, and make request bodies.

#include <linode/personal_access_token/decode_error.hpp>  // IWYU pragma: export
#include <linode/personal_access_token/expiry.hpp>        // IWYU pragma: export
#include <linode/personal_access_token/members.hpp>       // IWYU pragma: export
#include <linode/personal_access_token/page.hpp>          // IWYU pragma: export
#include <linode/personal_access_token/print.hpp>         // IWYU pragma: export
#include <linode/personal_access_token/read.hpp>          // IWYU pragma: export
#include <linode/personal_access_token/request.hpp>       // IWYU pragma: export
#include <linode/personal_access_token/scopes.hpp>        // IWYU pragma: export
#include <linode/personal_access_token/stream.hpp>        // IWYU pragma: export
#include <linode/personal_access_token/timestamp.hpp>     // IWYU pragma: export
#include <linode/personal_access_token/token.hpp>         // IWYU pragma: export
#include <linode/personal_access_token/version.hpp>       // IWYU pragma: export
#include <linode/personal_access_token/write.hpp>         // IWYU pragma: export
