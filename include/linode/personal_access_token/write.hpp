/// \file
/// From tokens to text.
#pragma once

#include <string>

#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// Writes a token as a JSON object without white space: the members that are set, in the order of PersonalAccessToken,
/// `Expiry::never()` as `null`, times as `format_timestamp` does. The secret is written, too.
///
/// `from_json` reads the text back to an equal value.
/// \throws std::invalid_argument naming the member, if a string is not UTF-8 or a time is outside the years 0000 to
/// 9999
[[nodiscard]] inline std::string to_json(const PersonalAccessToken& token) { return detail::to_text(token); }

/// Writes a page as a JSON object: `data` always, the other members where they are set, each token as above.
/// \throws std::invalid_argument as above, naming the token's number, too: `/data/3/label`
[[nodiscard]] inline std::string to_json(const PersonalAccessTokenPage& page) { return detail::to_text(page); }

}  // namespace linode
