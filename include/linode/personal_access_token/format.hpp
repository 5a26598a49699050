// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Formats values with `std::format`: the text that `<<` prints, without secrets, by the format specification of a
/// string. An example is `std::format("{:>40}", token)`.
/// The types are PersonalAccessToken, PersonalAccessTokenPage, Timestamp, Expiry, Scopes, Scope, Access,
/// DecodeError::Reason, Violation and ApiError.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <version>

#ifndef __cpp_lib_format
#error "linode/personal_access_token/format.hpp needs C++20 and a standard library with <format>; fmt.hpp needs {fmt}."
#else

#include <format>
#include <string_view>

#include <linode/personal_access_token/print.hpp>

namespace linode::detail {

// Not derived from the formatter of a string, because a range would be printed as strings, in quotes.
template <class Value>
class StdFormatter {
 public:
  constexpr auto parse(std::format_parse_context& context) { return text_.parse(context); }

  template <class Context>
  auto format(const Value& value, Context& context) const {
    return text_.format(to_string(value), context);
  }

 private:
  std::formatter<std::string_view> text_;
};

}  // namespace linode::detail

/// \cond
template <class Value>
requires linode::detail::is_printable<Value>
struct std::formatter<Value, char> : linode::detail::StdFormatter<Value> {
};
/// \endcond

#endif
