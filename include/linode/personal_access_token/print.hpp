// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Prints values for logs, without secrets.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// `text` made safe for a log or terminal, in one line, as the stream operators show it. The form is that of `{:?}` of
/// `std::format`: a backslash before quotation marks and backslashes; `\t`, `\n` and `\r`; `\u{200b}` for every other
/// control or format character (bidirectional marks, zero widths, tags), separator other than the space, and
/// noncharacter; `\x{ff}` for a byte that is not UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

/// \name Text for logs
///
/// One line, without any character of `token`. Strings are escaped by `printable`, so that a label cannot forge a line.
/// Streams, `std::format` (format.hpp) and {fmt} (fmt.hpp) print the same text.
/// @{

/// `PersonalAccessToken{expiry=never, id=123, label="cli", token=<hidden>}`: the members that are set.
[[nodiscard]] std::string to_string(const PersonalAccessToken& token);
/// `PersonalAccessTokenPage{data=[PersonalAccessToken{id=123}], page=1}`: `data`, and the other members that are set.
[[nodiscard]] std::string to_string(const PersonalAccessTokenPage& page);
/// As `format_timestamp` writes it; `<outside the years 0000 to 9999>` where that throws.
[[nodiscard]] std::string to_string(const Timestamp& time);
/// `never`, or the time.
[[nodiscard]] std::string to_string(const Expiry& expiry);
/// What `Scopes::str` returns, escaped.
[[nodiscard]] std::string to_string(const Scopes& scopes);
/// `linodes:read_only`.
[[nodiscard]] std::string to_string(const Scope& scope);
/// The name of the enumerator: `read_only`.
[[nodiscard]] std::string to_string(Access access);
/// The name of the enumerator: `wrong_type`.
[[nodiscard]] std::string to_string(DecodeError::Reason reason);
/// `/label: expected 1 to 100 characters, found 0`.
[[nodiscard]] std::string to_string(const Violation& violation);
/// `label: Length must be 1-100`, or the reason alone.
[[nodiscard]] std::string to_string(const ApiError& error);

/// @}

namespace detail {

template <class... Types>
struct TypeList {
  template <class Type>
  static constexpr bool contains = (std::is_same_v<Type, Types> || ...);
};

// Each of these has `to_string`, `<<`, and the formatters of format.hpp and fmt.hpp.
using PrintableTypes = TypeList<PersonalAccessToken, PersonalAccessTokenPage, Timestamp, Expiry, Scopes, Scope, Access,
                                DecodeError::Reason, Violation, ApiError>;
template <class Value>
inline constexpr bool is_printable = PrintableTypes::contains<Value>;

}  // namespace detail

/// Prints what `to_string` returns, for each type that it takes; width and fill of the stream apply to the whole text.
/// A template, so that only code that prints needs `<ostream>`.
template <class Traits, class Value, std::enable_if_t<detail::is_printable<Value>, int> = 0>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Value& value) {
  return stream << to_string(value);
}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/print.ipp>
#endif
