// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of request.hpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

// What is wrong with the length of a string that is to be sent; empty if it is within the limits.
inline std::string why_length_is_wrong(const std::string& value, const LengthLimits& limits) {
  const std::size_t size = count_code_points(value).value_or(0);
  if (limits.min <= size && size <= limits.max) return {};
  return "expected " + std::to_string(limits.min) + " to " + std::to_string(limits.max) + " characters, found " +
         std::to_string(size);
}

inline std::vector<Violation> find_violations(const PersonalAccessToken& token, FieldSet fields) {
  std::vector<Violation> found;
  for_each_field<PersonalAccessToken>([&](const auto& field) {
    using Value = typename std::decay_t<decltype(field)>::Value;
    const auto* const value = value_if_set(token.*field.member);
    if (value == nullptr || !contains(fields, field.settable)) return;
    std::string path;
    std::string why(TypeOfField<decltype(field)>::template why_unencodable<std::int64_t>(*value, path));
    if constexpr (std::is_same_v<Value, std::string>) {
      if (why.empty()) why = why_length_is_wrong(*value, field.length);
    }
    if (why.empty()) return;
    prepend_step(path, field.name);
    found.push_back({std::move(path), std::move(why)});
  });
  return found;
}

inline std::string request_body(const PersonalAccessToken& token, FieldSet fields) {
  std::string message;
  for (const Violation& violation : find_violations(token, fields)) {
    if (!message.empty()) message += "; ";
    message += violation.path + ": " + violation.message;
  }
  if (!message.empty()) throw std::invalid_argument(message);
  return encode_text(token, fields);
}

}  // namespace detail

LINODE_PAT_INLINE std::vector<Violation> violations(const PersonalAccessToken& token) {
  return detail::find_violations(token, detail::FieldSet::create_request);
}

LINODE_PAT_INLINE std::string create_request(const PersonalAccessToken& token) {
  if (!token.expiry || !token.expiry->time()) return detail::request_body(token, detail::FieldSet::create_request);
  PersonalAccessToken sent = token;
  sent.expiry = Expiry(std::chrono::floor<std::chrono::seconds>(*token.expiry->time()));
  return detail::request_body(sent, detail::FieldSet::create_request);
}

LINODE_PAT_INLINE std::string update_request(const PersonalAccessToken& token) {
  return detail::request_body(token, detail::FieldSet::update_request);
}

}  // namespace linode
