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

/// Writes a token as a JSON object without white space: the members that are set, in the order of their names,
/// `Expiry::never()` as `null`, times as `format_timestamp` does. The secret is written, too.
///
/// `from_json` reads the text back to an equal value.
/// \throws std::invalid_argument naming the member, if a string is not UTF-8 or a time is outside the years 0000 to
/// 9999
/// \anchor text_to_json
[[nodiscard]] std::string to_json(const PersonalAccessToken& token);

/// Writes a page as a JSON object: `data` always, the other members if they are set, and each token as `to_json` writes
/// a token.
/// \throws std::invalid_argument naming the member and the number of its token, `/data/3/label`, if a string is not
///         UTF-8 or a time is outside the years 0000 to 9999
[[nodiscard]] std::string to_json(const PersonalAccessTokenPage& page);

/// Writes tokens as a JSON array, which `read_tokens` reads; `[]` for none.
/// \throws std::invalid_argument naming the number of the token and the member, `/3/label`, as for a page
[[nodiscard]] std::string to_json(const std::vector<PersonalAccessToken>& tokens);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/write.ipp>
#endif
