// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Writes tokens and pages as text.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <string>
#include <vector>

#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// Writes a token as a JSON object without white space: the members that are set, the secret included, sorted by name.
/// `Expiry::never()` is `null`; times are as `format_timestamp` writes them. Linear in the size of the text.
///
/// `from_json` reads the text back to an equal value.
/// \throws std::invalid_argument naming the member, if a string is not UTF-8, or a time is outside the years 0000 to
///         9999
/// \anchor text_to_json
[[nodiscard]] std::string to_json(const PersonalAccessToken& token);

/// Writes a page as a JSON object: `data`, and the other members if they are set. Each token is as `to_json` writes it.
/// \throws std::invalid_argument as for a token, naming the number of the token, too: `/data/3/label`
[[nodiscard]] std::string to_json(const PersonalAccessTokenPage& page);

/// Writes tokens as a JSON array, which `read_tokens` reads; `[]` if there are none.
/// \throws std::invalid_argument as for a token, naming the number of the token, too: `/3/label`
[[nodiscard]] std::string to_json(const std::vector<PersonalAccessToken>& tokens);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/write.ipp>
#endif
