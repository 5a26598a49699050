// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
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
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

constexpr FieldSet fields_of(Request request) noexcept {
  return request == Request::create ? FieldSet::create_request : FieldSet::update_request;
}

// Why this member must be set, or empty. A request requires what no other request can set.
inline std::string why_unset_is_wrong(Request request, Settable who) {
  if (request == Request::update) return "must be set: without it the request changes nothing";
  if (who == Settable::at_creation) return "must be set: the API's default would grant everything";
  return {};
}

// What is wrong with the length of a string, or empty.
inline std::string why_length_is_wrong(const std::string& value, const LengthLimits& limits) {
  const std::size_t size = count_code_points(value).value_or(0);
  if (limits.min <= size && size <= limits.max) return {};
  return "expected " + std::to_string(limits.min) + " to " + std::to_string(limits.max) + " characters, found " +
         std::to_string(size);
}

// What is wrong with a scope string, or empty.
inline std::string why_scopes_are_wrong(const std::string& scopes) {
  const std::optional<Scopes> granted = parse_scopes(scopes);
  if (!granted) {
    const std::size_t count = unrecognized_scopes(scopes).size();
    return "expected parts such as linodes:read_only, found " + std::to_string(count) + " in another form";
  }
  return *granted == Scopes() ? "expected scopes that grant something, found none" : "";
}

}  // namespace detail

LINODE_PAT_INLINE std::vector<Violation> violations(const PersonalAccessToken& token, Request request) {
  std::vector<Violation> found;
  detail::for_each_field<PersonalAccessToken>([&](const auto& field) {
    if (!contains(detail::fields_of(request), field.settable)) return;
    std::string path;
    std::string why;
    if (const auto* const value = detail::value_if_set(token.*field.member)) {
      why = detail::TypeOfField<decltype(field)>::template why_unencodable<std::int64_t>(*value, path);
      if constexpr (std::is_same_v<decltype(*value), const std::string&>) {
        if (why.empty()) why = detail::why_length_is_wrong(*value, field.length);
        if (why.empty() && value == detail::value_if_set(token.scopes)) why = detail::why_scopes_are_wrong(*value);
      }
    } else {
      why = detail::why_unset_is_wrong(request, field.settable);
    }
    if (why.empty()) return;
    detail::prepend_step(path, field.name);
    found.push_back({std::move(path), std::move(why)});
  });
  return found;
}

namespace detail {

inline void require_no_violation(const PersonalAccessToken& token, Request request) {
  std::string message;
  for (const Violation& violation : violations(token, request)) {
    if (!message.empty()) message += "; ";
    message += violation.path + ": " + violation.message;
  }
  if (!message.empty()) throw std::invalid_argument(message);
}

}  // namespace detail

LINODE_PAT_INLINE std::string create_request(const PersonalAccessToken& token) {
  detail::require_no_violation(token, Request::create);
  const Timestamp whole(std::chrono::floor<std::chrono::seconds>(token.expiry->time()));
  if (token.expiry->is_never() || token.expiry->time() == whole) {
    return detail::encode_fields<detail::FieldSet::create_request>(token);
  }
  PersonalAccessToken sent = token;
  sent.expiry = whole;
  return detail::encode_fields<detail::FieldSet::create_request>(sent);
}

LINODE_PAT_INLINE std::string update_request(const PersonalAccessToken& token) {
  detail::require_no_violation(token, Request::update);
  return detail::encode_fields<detail::FieldSet::update_request>(token);
}

}  // namespace linode
