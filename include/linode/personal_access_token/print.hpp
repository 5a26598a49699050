// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Prints values for logs, without secrets.
#pragma once

#include <iosfwd>
#include <string>

#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

// What the stream operators print.
[[nodiscard]] std::string printed(const PersonalAccessToken& token);
[[nodiscard]] std::string printed(const PersonalAccessTokenPage& page);
[[nodiscard]] std::string printed(const Expiry& expiry);
[[nodiscard]] std::string printed(const Scopes& scopes);

}  // namespace detail

/// \name Stream operators
///
/// Each prints its value for logs, in one line; width and fill of the stream apply to the whole. Control characters,
/// and characters that reorder text, are escaped, so that a label cannot forge a line. No character of `token` is
/// printed. Templates, so that only code that prints needs `<ostream>`.
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

/// What `Scopes::str` returns, escaped.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream, const Scopes& scopes) {
  return stream << detail::printed(scopes);
}

/// @}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/print.ipp>
#endif
