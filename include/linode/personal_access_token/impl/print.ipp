// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of print.hpp.
#pragma once

#include <string>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/print.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode::detail {

template <class Value>
std::string print_value(const Value& value) {
  std::string out;
  ValueType<Value>::print(out, value);
  return out;
}

LINODE_PAT_INLINE std::string printed(const PersonalAccessToken& token) { return print_value(token); }

LINODE_PAT_INLINE std::string printed(const PersonalAccessTokenPage& page) { return print_value(page); }

LINODE_PAT_INLINE std::string printed(const Expiry& expiry) { return print_value(expiry); }

LINODE_PAT_INLINE std::string printed(const Scopes& scopes) {
  std::string out;
  append_escaped(out, scopes.str());
  return out;
}

}  // namespace linode::detail
