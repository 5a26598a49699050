// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of print.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <linode/personal_access_token/detail/codec/unencodable.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/print.hpp>

namespace linode::detail {

inline void print(std::string& out, const std::string& value) {
  out += '"';
  append_escaped(out, value);
  out += '"';
}

inline void print(std::string& out, std::int64_t value) { out += std::to_string(value); }

inline void print(std::string& out, Timestamp value) {
  if (const std::string_view why = why_unencodable(value); !why.empty()) {
    out.append("<").append(why).append(">");
  } else {
    out += format_timestamp(value);
  }
}

inline void print(std::string& out, Expiry value) {
  if (const std::optional<Timestamp> time = value.time()) {
    print(out, *time);
  } else {
    out += "never";
  }
}

inline void print(std::string& out, const std::vector<PersonalAccessToken>& tokens) {
  out += '[';
  for (const PersonalAccessToken& token : tokens) {
    if (&token != &tokens.front()) out += ", ";
    out += printed(token);
  }
  out += ']';
}

template <class Object>
std::string print_object(std::string_view type, const Object& object) {
  std::string out(type);
  const char* separator = "{";
  for_each_field<Object>([&](const auto& field) {
    const auto* const value = value_if_set(object.*field.member);
    if (value == nullptr) return;
    out.append(separator).append(field.name).append("=");
    separator = ", ";
    if (field.print == Print::redacted) {
      out += "<hidden>";
    } else {
      print(out, *value);
    }
  });
  return out.append(*separator == '{' ? "{}" : "}");
}

LINODE_PAT_INLINE std::string printed(const PersonalAccessToken& token) {
  return print_object("PersonalAccessToken", token);
}

LINODE_PAT_INLINE std::string printed(const PersonalAccessTokenPage& page) {
  return print_object("PersonalAccessTokenPage", page);
}

LINODE_PAT_INLINE std::string printed(const Expiry& expiry) {
  std::string out;
  print(out, expiry);
  return out;
}

LINODE_PAT_INLINE std::string printed(const Scopes& scopes) {
  std::string out;
  append_escaped(out, scopes.str());
  return out;
}

}  // namespace linode::detail
