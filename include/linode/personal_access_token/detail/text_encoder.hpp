/// \file
/// The schema, written: which members go into a text, and by what names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json_writer.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
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

inline Obstacle encode(JsonWriter& writer, const std::string& value) {
  return writer.string(value) ? nullptr : not_utf8;
}

inline Obstacle encode(JsonWriter& writer, std::int64_t value) {
  writer.integer(value);
  return nullptr;
}

inline Obstacle encode(JsonWriter& writer, Timestamp value) { return writer.timestamp(value) ? nullptr : no_text_form; }

inline Obstacle encode(JsonWriter& writer, Expiry value) {
  if (const std::optional<Timestamp> time = value.time()) return encode(writer, *time);
  writer.raw("null");
  return nullptr;
}

inline Obstacle encode(JsonWriter& writer, const std::vector<PersonalAccessToken>& tokens);

// Writes the members that are set and that `wanted(field)` takes.
template <class Object, class Wanted>
void encode_object(JsonWriter& writer, const Object& object, Wanted&& wanted, std::optional<std::size_t> element = {}) {
  char separator = '{';
  static_cast<void>(any_field<Object>([&](auto index) {
    constexpr const auto& member = field<Object, index()>;
    const auto* const value = set_value(object.*member.member);
    if (value == nullptr || !wanted(member)) return false;
    writer.name(separator, name_and_colon<Object, index()>);
    separator = ',';
    if (const Obstacle obstacle = encode(writer, *value)) refuse(member.name, obstacle, element);
    return false;
  }));
  writer.raw(separator == '{' ? std::string_view("{}") : std::string_view("}"));
}

inline constexpr auto every_field = [](const auto& /*field*/) { return true; };

inline Obstacle encode(JsonWriter& writer, const std::vector<PersonalAccessToken>& tokens) {
  writer.raw('[');
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    if (index != 0) writer.raw(',');
    encode_object(writer, tokens[index], every_field, index);
  }
  writer.raw(']');
  return nullptr;
}

template <class Object, class Wanted>
std::string to_text(const Object& object, Wanted&& wanted) {
  JsonWriter writer(expected_object_size(object));
  encode_object(writer, object, wanted);
  return std::move(writer).finish();
}

}  // namespace linode::detail
