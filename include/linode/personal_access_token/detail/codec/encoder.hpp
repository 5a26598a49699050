/// \file
/// The schema, written: which members go into a text, and by what names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/writer.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode::detail {

// Why a value cannot be written, in words; null where it can.
using Obstacle = const char*;
inline constexpr Obstacle not_utf8 = "not valid UTF-8";
inline constexpr Obstacle no_text_form = "outside the years 0000 to 9999";

// The pointer to a member, or to an object where `member` is empty; `element` is the number of its token in a page.
inline std::string pointer_to(std::string_view member, std::optional<std::size_t> element = {}) {
  std::string pointer;
  if (element) pointer = "/data/" + std::to_string(*element);
  if (!member.empty()) pointer.append("/").append(member);
  return pointer;
}

// The exception for a member that cannot be written.
[[noreturn]] inline void refuse(std::string_view member, Obstacle obstacle, std::optional<std::size_t> element = {}) {
  throw std::invalid_argument(pointer_to(member, element) + ": " + obstacle);
}

// What is written of a member that may be unset: null where nothing is.
template <class Value>
const Value* set_value(const std::optional<Value>& member) noexcept {
  return member ? &*member : nullptr;
}
inline const std::vector<PersonalAccessToken>* set_value(const std::vector<PersonalAccessToken>& member) noexcept {
  return &member;
}

// About how long a value will be as text, quotation marks included.
inline std::size_t expected_size(const std::string& value) noexcept { return value.size() + 2; }
inline std::size_t expected_size(std::int64_t /*value*/) noexcept { return 20; }
inline std::size_t expected_size(Timestamp /*value*/) noexcept { return longest_timestamp + 2; }
inline std::size_t expected_size(Expiry /*value*/) noexcept { return longest_timestamp + 2; }
inline std::size_t expected_size(const std::vector<PersonalAccessToken>& tokens) noexcept;

template <class Object>
std::size_t expected_object_size(const Object& object) noexcept {
  std::size_t size = 2;
  for_each_field<Object>([&](const auto& field) {
    if (const auto* value = set_value(object.*field.member)) size += field.name.size() + 4 + expected_size(*value);
  });
  return size;
}

inline std::size_t expected_size(const std::vector<PersonalAccessToken>& tokens) noexcept {
  std::size_t size = 2;
  for (const PersonalAccessToken& token : tokens) size += 1 + expected_object_size(token);
  return size;
}

// Each writes a value and returns the end of it, or null if there is no text for it.

inline char* encode(JsonWriter& writer, char* at, const std::string& value) { return writer.string(at, value); }

inline char* encode(JsonWriter& /*writer*/, char* at, std::int64_t value) { return write_integer(at, value); }

inline char* encode(JsonWriter& /*writer*/, char* at, Timestamp value) {
  if (!is_writable(value)) return nullptr;
  *at = '"';
  at = write_timestamp(at + 1, value);
  *at = '"';
  return at + 1;
}

inline char* encode(JsonWriter& writer, char* at, Expiry value) {
  if (const std::optional<Timestamp> time = value.time()) return encode(writer, at, *time);
  constexpr std::string_view null = "null";
  std::memcpy(at, null.data(), null.size());
  return at + null.size();
}

inline char* encode(JsonWriter& writer, char* at, const std::vector<PersonalAccessToken>& tokens);

// Why there may be no text for a value.
inline Obstacle obstacle(const std::string& /*value*/) noexcept { return not_utf8; }
template <class Value>
Obstacle obstacle(const Value& /*value*/) noexcept {
  return no_text_form;
}

template <class Object, std::size_t index>
inline char* encode_field(JsonWriter& writer, char* at, const Object& object, Sent requests,
                          std::optional<std::size_t> element) {
  constexpr const auto& member = field<Object, index>;
  const auto* const value = set_value(object.*member.member);
  if (value == nullptr || member.sent < requests) return at;
  constexpr const auto& name = name_and_colon<Object, index>;
  std::memcpy(at, name.data(), name.size());
  at = encode(writer, at + name.size(), *value);
  if (at == nullptr) refuse(member.name, obstacle(*value), element);
  *at = ',';
  return at + 1;
}

template <class Object, std::size_t... index>
char* encode_object(JsonWriter& writer, char* at, const Object& object, Sent requests,
                    std::optional<std::size_t> element, std::index_sequence<index...> /*all*/) {
  constexpr std::size_t frame = 4;  // its brackets, and a comma and bracket of the array it is in
  static_assert(((name_and_colon<Object, index>.size() + longest_timestamp + 3) + ...) + frame < JsonWriter::slack);
  at = writer.make_room(at, 0);
  *at++ = '{';
  ((at = encode_field<Object, index>(writer, at, object, requests, element)), ...);
  return close(at, '}');
}

// Writes the members that are set and that are sent in these requests; in `Sent::never`, all.
template <class Object>
char* encode_object(JsonWriter& writer, char* at, const Object& object, Sent requests,
                    std::optional<std::size_t> element = {}) {
  return encode_object(writer, at, object, requests, element, std::make_index_sequence<field_count<Object>>());
}

inline char* encode(JsonWriter& writer, char* at, const std::vector<PersonalAccessToken>& tokens) {
  *at++ = '[';
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    at = encode_object(writer, at, tokens[index], Sent::never, index);
    *at++ = ',';
  }
  return writer.make_room(close(at, ']'), 0);
}

template <class Object>
std::string to_text(const Object& object, Sent requests = Sent::never) {
  JsonWriter writer(expected_object_size(object));
  const char* const end = encode_object(writer, writer.begin(), object, requests);
  return std::move(writer).finish(end);
}

}  // namespace linode::detail
