// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Field tables: name, member pointer and attributes of each JSON member, in the order in which they are written.
///
/// Reading, writing, adapters, requests, comparison and printing all follow from an object's table, which stands beside
/// its definition.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace linode::detail {

// Who may set a field, and when; whoever may set it at any time may set it at creation.
enum class Settable { by_server, at_creation, at_any_time };

enum class Print { shown, redacted };

// How many characters (code points) a string must have; checked only before it is sent.
struct LengthLimits {
  std::size_t min = 0;
  std::size_t max = std::string_view::npos;
};

template <class Object, class Value>
struct Field {
  constexpr Field(std::string_view wire_name, Value Object::*pointer, Settable who = Settable::by_server,
                  Print printing = Print::shown, LengthLimits limits = {}) noexcept
      : name(wire_name), member(pointer), settable(who), print(printing), length(limits) {}

  std::string_view name;
  Value Object::*member;
  Settable settable;
  Print print;
  LengthLimits length;
};

template <class Object, class Value, class... Rest>
Field(std::string_view, Value Object::*, Rest...) -> Field<Object, Value>;

// Fields of different types, in order. A std::tuple would do, but compiling one takes a twentieth of the time that
// including this library takes.
template <class... All>
struct FieldTable;
template <>
struct FieldTable<> {};
template <class First, class... Rest>
struct FieldTable<First, Rest...> {
  static constexpr std::size_t size = 1 + sizeof...(Rest);
  constexpr explicit FieldTable(First field, Rest... fields) noexcept : first(field), rest(fields...) {}
  First first;
  FieldTable<Rest...> rest;
};
template <class... All>
FieldTable(All...) -> FieldTable<All...>;

template <std::size_t index, class Table>
constexpr const auto& field_at(const Table& table) noexcept {
  if constexpr (index == 0) {
    return table.first;
  } else {
    return field_at<index - 1>(table.rest);
  }
}

// Specialised for each object, with a `static constexpr FieldTable table` of its fields.
template <class Object>
struct Fields;

template <class Object>
inline constexpr std::size_t field_count = decltype(Fields<Object>::table)::size;

template <class Object, std::size_t index>
inline constexpr auto field = field_at<index>(Fields<Object>::table);

// A set of an object's fields, a bit each.
using FieldBits = std::uint32_t;

constexpr FieldBits field_bit(std::size_t index) noexcept { return FieldBits{1} << index; }

template <class Object>
inline constexpr FieldBits all_fields = [] {
  static_assert(field_count<Object> < 32, "there is a bit for each field, and one for unknown members");
  return field_bit(field_count<Object>) - 1;
}();

// What stands before the value of a field in a text without white space: `"label":`.
template <class Object, std::size_t index>
inline constexpr auto name_and_colon = [] {
  constexpr std::string_view name = field<Object, index>.name;
  std::array<char, name.size() + 3> text{};
  text[0] = text[name.size() + 1] = '"';
  text[name.size() + 2] = ':';
  std::size_t size = 1;
  for (const char c : name) text[size++] = c;
  return text;
}();

template <class Object, class Visit, std::size_t... index>
constexpr void for_each_field(Visit&& visit, std::index_sequence<index...> /*all*/) {
  (visit(field<Object, index>), ...);
}

// Calls `visit(field)` for every field of the table, in order.
template <class Object, class Visit>
constexpr void for_each_field(Visit&& visit) {
  for_each_field<Object>(visit, std::make_index_sequence<field_count<Object>>());
}

// Unsets the members that are not in `kept`; a member that is not optional stays as it is.
template <class Value>
void unset(std::optional<Value>& member) noexcept {
  member.reset();
}
template <class Value>
void unset(Value& /*member*/) noexcept {}
template <class Object>
void unset_all_but(FieldBits kept, Object& object) noexcept {
  std::size_t index = 0;
  for_each_field<Object>([&](const auto& field) {
    if ((kept & field_bit(index++)) == 0) unset(object.*field.member);
  });
}

// The value of a member if it is set, or null. A member that is not optional is always set.
template <class Value>
constexpr const Value* value_if_set(const std::optional<Value>& member) noexcept {
  return member ? &*member : nullptr;
}
template <class Value>
constexpr const Value* value_if_set(const Value& member) noexcept {
  return &member;
}

template <class Object>
constexpr bool equal_fields(const Object& a, const Object& b) {
  bool equal = true;
  for_each_field<Object>([&](const auto& field) { equal = equal && a.*field.member == b.*field.member; });
  return equal;
}

}  // namespace linode::detail
