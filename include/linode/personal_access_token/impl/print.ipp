// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/print.hpp>
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

LINODE_PAT_INLINE std::string printable(std::string_view text) {
  std::string out;
  detail::append_escaped(out, text);
  return out;
}

LINODE_PAT_INLINE std::string to_string(Access access) { return std::string(detail::name_of(access)); }

LINODE_PAT_INLINE std::string to_string(DecodeError::Reason reason) {
  switch (reason) {
    case DecodeError::Reason::syntax:
      return "syntax";
    case DecodeError::Reason::wrong_type:
      return "wrong_type";
    case DecodeError::Reason::out_of_range:
      return "out_of_range";
    case DecodeError::Reason::invalid_timestamp:
      return "invalid_timestamp";
    case DecodeError::Reason::duplicate_member:
      return "duplicate_member";
    case DecodeError::Reason::unknown_member:
      return "unknown_member";
    case DecodeError::Reason::too_deep:
      return "too_deep";
    case DecodeError::Reason::api_error:
      return "api_error";
    case DecodeError::Reason::missing_member:
      return "missing_member";
    case DecodeError::Reason::invalid_scopes:
      return "invalid_scopes";
  }
  return "unknown";
}

namespace detail {

template <class Value>
std::string print_value(const Value& value) {
  std::string out;
  ValueType<Value>::print(out, value);
  return out;
}

}  // namespace detail

LINODE_PAT_INLINE std::string to_string(const PersonalAccessToken& token) { return detail::print_value(token); }

LINODE_PAT_INLINE std::string to_string(const PersonalAccessTokenPage& page) { return detail::print_value(page); }

LINODE_PAT_INLINE std::string to_string(const Timestamp& time) { return detail::print_value(time); }

LINODE_PAT_INLINE std::string to_string(const Expiry& expiry) { return detail::print_value(expiry); }

LINODE_PAT_INLINE std::string to_string(const Scopes& scopes) { return printable(scopes.str()); }

LINODE_PAT_INLINE std::string to_string(const Scope& scope) {
  return printable(scope.name) + ':' + to_string(scope.access);
}

LINODE_PAT_INLINE std::string to_string(const Violation& violation) {
  return printable(violation.path) + ": " + printable(violation.message);
}

LINODE_PAT_INLINE std::string to_string(const ApiError& error) {
  return (error.field ? printable(*error.field) + ": " : std::string()) + printable(error.reason);
}

}  // namespace linode
