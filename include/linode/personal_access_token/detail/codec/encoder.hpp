// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The encoder: writes the fields of an object as JSON text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/unencodable.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/writer.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode::detail {

// Which fields of an object a text holds: all, or those that a client may set by one of the requests.
enum class FieldSet { all, create_request, update_request };

constexpr bool contains(FieldSet set, Settable who) noexcept {
  if (set == FieldSet::all) return true;
  if (set == FieldSet::create_request) return who != Settable::by_server;
  return who == Settable::at_any_time;
}

// The size of a value as text at most, its quotation marks included; 0 for strings and lists, which reserve their own.
template <class Value>
inline constexpr std::size_t max_size_unreserved = 0;
template <>
inline constexpr std::size_t max_size_unreserved<std::int64_t> = max_integer_size;
template <>
inline constexpr std::size_t max_size_unreserved<Timestamp> = max_timestamp_size + 2;
template <>
inline constexpr std::size_t max_size_unreserved<Expiry> = max_timestamp_size + 2;

// What an object writes at most without reserving: its brackets, and for each field its name, value and comma; and the
// comma and the bracket of the list that it may be in.
template <class Object>
inline constexpr std::size_t max_object_size_unreserved = [] {
  std::size_t size = 4;
  for_each_field<Object>([&](const auto& field) {
    using Value = std::remove_pointer_t<decltype(value_if_set(std::declval<const Object&>().*field.member))>;
    size += field.name.size() + 4 + max_size_unreserved<std::remove_const_t<Value>>;
  });
  return size;
}();

inline constexpr std::size_t writer_slack =
    max_object_size_unreserved<PersonalAccessToken> + max_object_size_unreserved<PersonalAccessTokenPage>;
using Writer = JsonWriter<writer_slack>;

// About how long a value will be as text, quotation marks included.
inline std::size_t estimated_size(const std::string& value) noexcept { return value.size() + 2; }
template <class Value>
std::size_t estimated_size(const Value& /*value*/) noexcept {
  return max_size_unreserved<Value>;
}
inline std::size_t estimated_size(const std::vector<PersonalAccessToken>& tokens) noexcept;

template <class Object>
std::size_t estimated_object_size(const Object& object) noexcept {
  std::size_t size = 2;
  for_each_field<Object>([&](const auto& field) {
    if (const auto* value = value_if_set(object.*field.member)) size += field.name.size() + 4 + estimated_size(*value);
  });
  return size;
}

inline std::size_t estimated_size(const std::vector<PersonalAccessToken>& tokens) noexcept {
  std::size_t size = 2;
  for (const PersonalAccessToken& token : tokens) size += 1 + estimated_object_size(token);
  return size;
}

// Each writes a value and returns the end of it, or null if `why_unencodable` says why there is no text for it.

inline char* encode(Writer& writer, char* pos, const std::string& value) { return writer.write_string(pos, value); }

inline char* encode(Writer& /*writer*/, char* pos, std::int64_t value) { return write_integer(pos, value); }

inline char* encode(Writer& /*writer*/, char* pos, Timestamp value) {
  const std::int64_t microseconds = value.time_since_epoch().count();
  if (!is_writable(microseconds)) return nullptr;
  *pos = '"';
  pos = write_timestamp(pos + 1, microseconds);
  *pos = '"';
  return pos + 1;
}

inline char* encode(Writer& writer, char* pos, Expiry value) {
  if (const std::optional<Timestamp> time = value.time()) return encode(writer, pos, *time);
  constexpr std::string_view null = "null";
  std::memcpy(pos, null.data(), null.size());
  return pos + null.size();
}

inline char* encode(Writer& writer, char* pos, const std::vector<PersonalAccessToken>& tokens);

// Inline is a hint here, which clang needs to do it.
template <class Object, std::size_t index>
inline char* encode_field(Writer& writer, char* pos, const Object& object, FieldSet fields,
                          std::optional<std::size_t> element) {
  constexpr const auto& member = field<Object, index>;
  const auto* const value = value_if_set(object.*member.member);
  if (value == nullptr || !contains(fields, member.settable)) return pos;
  constexpr const auto& name = name_and_colon<Object, index>;
  std::memcpy(pos, name.data(), name.size());
  pos = encode(writer, pos + name.size(), *value);
  if (pos == nullptr) throw_unencodable(member.name, why_unencodable(*value), element);
  *pos = ',';
  return pos + 1;
}

template <class Object, std::size_t... index>
char* encode_object(Writer& writer, char* pos, const Object& object, FieldSet fields,
                    std::optional<std::size_t> element, std::index_sequence<index...> /*all*/) {
  pos = writer.reserve(pos, 0);
  *pos++ = '{';
  ((pos = encode_field<Object, index>(writer, pos, object, fields, element)), ...);
  return close_container(pos, '}');
}

// Writes the members that are set, of these fields.
template <class Object>
char* encode_object(Writer& writer, char* pos, const Object& object, FieldSet fields,
                    std::optional<std::size_t> element = {}) {
  return encode_object(writer, pos, object, fields, element, std::make_index_sequence<field_count<Object>>());
}

inline char* encode(Writer& writer, char* pos, const std::vector<PersonalAccessToken>& tokens) {
  *pos++ = '[';
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    pos = encode_object(writer, pos, tokens[index], FieldSet::all, index);
    *pos++ = ',';
  }
  return writer.reserve(close_container(pos, ']'), 0);
}

template <class Object>
std::string encode_text(const Object& object, FieldSet fields = FieldSet::all) {
  char room[1024];  // for a token of ordinary size
  Writer writer(room, estimated_object_size(object));
  const char* const end = encode_object(writer, writer.begin(), object, fields);
  return std::move(writer).finish(end);
}

}  // namespace linode::detail
