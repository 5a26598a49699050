// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Formats values with {fmt} 9 or newer, also in messages of spdlog: the text that `<<` prints, without secrets, by the
/// format specification of a string. An example is `fmt::print("{:>40}\n", token)`.
/// The types are PersonalAccessToken, PersonalAccessTokenPage, Timestamp, Expiry, Scopes, Scope, Access,
/// DecodeError::Reason, Violation and ApiError.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <string>
#include <type_traits>

#include <fmt/format.h>

#include <linode/personal_access_token/print.hpp>

namespace linode::detail {

// Not derived from the formatter of a string, because a range would be printed as strings, in quotes.
template <class Value>
class FmtFormatter {
 public:
  constexpr auto parse(fmt::format_parse_context& context) { return text_.parse(context); }

  template <class Context>
  auto format(const Value& value, Context& context) const {
    const std::string text = to_string(value);
    return text_.format(fmt::string_view(text.data(), text.size()), context);
  }

 private:
  fmt::formatter<fmt::string_view> text_;
};

}  // namespace linode::detail

/// \cond
template <class Value>
struct fmt::formatter<Value, char, std::enable_if_t<linode::detail::is_printable<Value>>>
    : linode::detail::FmtFormatter<Value> {};
/// \endcond
