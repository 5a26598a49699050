// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Prints values for logs, without secrets.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <iosfwd>
#include <string>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// A text for a log or a terminal, in one line, as the stream operators show it: a backslash before quotation marks and
/// backslashes; control characters and characters that reorder text as `\u001b`; bytes that are not UTF-8 as `\xff`.
[[nodiscard]] std::string printable(std::string_view text);

/// The name of the enumerator: `read_only`.
[[nodiscard]] std::string to_string(Access access);
/// The name of the enumerator: `wrong_type`.
[[nodiscard]] std::string to_string(DecodeError::Reason reason);

namespace detail {

// What the stream operators print.
[[nodiscard]] std::string printed(const PersonalAccessToken& token);
[[nodiscard]] std::string printed(const PersonalAccessTokenPage& page);
[[nodiscard]] std::string printed(const Expiry& expiry);
[[nodiscard]] std::string printed(const Timestamp& time);
[[nodiscard]] std::string printed(const Scopes& scopes);
[[nodiscard]] std::string printed(const Scope& scope);
[[nodiscard]] std::string printed(const Violation& violation);
[[nodiscard]] std::string printed(const ApiError& error);

}  // namespace detail

/// \name Stream operators
///
/// Each prints its value for logs, in one line; width and fill of the stream apply to the whole. Strings are escaped as
/// `printable` does, so that a label cannot forge a line. No character of `token` is printed. Templates, so that only
/// code that prints needs `<ostream>`.
/// @{

/// `PersonalAccessToken{expiry=never, id=123, label="cli", token=<hidden>}`: the members that are set.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const PersonalAccessToken& token) {
  return stream << detail::printed(token);
}

/// `PersonalAccessTokenPage{data=[PersonalAccessToken{id=123}], page=1}`: `data`, and the other members that are set.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const PersonalAccessTokenPage& page) {
  return stream << detail::printed(page);
}

/// `never`, or the time as `format_timestamp` writes it.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Expiry& expiry) {
  return stream << detail::printed(expiry);
}

/// As `format_timestamp` writes it; `<outside the years 0000 to 9999>` where that throws.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Timestamp& time) {
  return stream << detail::printed(time);
}

/// What `Scopes::str` returns.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Scopes& scopes) {
  return stream << detail::printed(scopes);
}

/// `linodes:read_only`.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Scope& scope) {
  return stream << detail::printed(scope);
}

/// `/label: expected 1 to 100 characters, found 0`.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Violation& violation) {
  return stream << detail::printed(violation);
}

/// `label: Length must be 1-100`, or the reason alone.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const ApiError& error) {
  return stream << detail::printed(error);
}

/// What `to_string` returns.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, Access access) {
  return stream << to_string(access);
}

/// What `to_string` returns.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, DecodeError::Reason reason) {
  return stream << to_string(reason);
}

/// @}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/print.ipp>
#endif
