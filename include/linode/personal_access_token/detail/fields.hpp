// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Field tables: name, member pointer and attributes of each JSON member. An object's table is next to its definition;
/// reading, writing, adapters, requests, comparison and printing use it.
///
/// Tables are in server order, which the fast path reads fastest; everything else goes by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace linode::detail {

// Who may set a field, and when; at_any_time includes creation.
enum class Settable { by_server, at_creation, at_any_time };

enum class Print { shown, redacted };

// The fields that a text has: all, or those that a client may set by a request.
enum class FieldSet { all, create_request, update_request };

constexpr bool contains(FieldSet set, Settable who) noexcept {
  switch (set) {
    case FieldSet::create_request:
      return who != Settable::by_server;
    case FieldSet::update_request:
      return who == Settable::at_any_time;
    case FieldSet::all:
      break;
  }
  return true;
}

// How many characters (code points) a string must have; checked only in requests.
struct LengthLimits {
  std::size_t min = 0;
  std::size_t max = std::string_view::npos;
};

// T of optional<T>, else the member's type.
template <class Member>
struct HeldBy {
  using Value = Member;
};
template <class T>
struct HeldBy<std::optional<T>> {
  using Value = T;
};

template <class Object, class MemberType>
struct Field {
  using Member = MemberType;
  using Value = typename HeldBy<Member>::Value;

  constexpr Field(std::string_view wire_name, Member Object::*pointer, Settable who = Settable::by_server,
                  Print printing = Print::shown) noexcept
      : name(wire_name), member(pointer), settable(who), print(printing) {}
  constexpr Field(std::string_view wire_name, Member Object::*pointer, Settable who, Print printing,
                  LengthLimits limits) noexcept
      : name(wire_name), member(pointer), settable(who), print(printing), length(limits) {
    static_assert(std::is_same_v<Value, std::string>, "only a string has a length");
  }

  std::string_view name;
  Member Object::*member;
  Settable settable;
  Print print;
  LengthLimits length = {};
};

template <class Object, class Member, class... Rest>
Field(std::string_view, Member Object::*, Rest...) -> Field<Object, Member>;

// Specialised for each object, with
//   static constexpr std::string_view name    its name where it is printed
//   static constexpr const char* in_words     its name in error messages
//   static constexpr std::tuple table         its fields, in server order
template <class Object>
struct Fields;

template <class Object>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(Fields<Object>::table)>;

template <class Object, std::size_t... position>
constexpr auto positions_by_name(std::index_sequence<position...> /*all*/) noexcept {
  constexpr std::string_view names[] = {std::get<position>(Fields<Object>::table).name...};
  std::array<std::size_t, sizeof...(position)> positions{};
  for (std::size_t next = 0; next < positions.size(); ++next) {  // insertion sort
    std::size_t index = next;
    for (; index != 0 && names[next] < names[positions[index - 1]]; --index) positions[index] = positions[index - 1];
    positions[index] = next;
  }
  return positions;
}

// The positions of the fields in the table, in the order of their names.
template <class Object>
inline constexpr auto positions = positions_by_name<Object>(std::make_index_sequence<field_count<Object>>());

// A field by its index in the order of the names.
template <class Object, std::size_t index>
inline constexpr auto field = std::get<positions<Object>[index]>(Fields<Object>::table);

// The index of the field at a position of the table.
template <class Object>
constexpr std::size_t index_at(std::size_t position) noexcept {
  constexpr const auto& by_name = positions<Object>;
  std::size_t index = 0;
  while (by_name[index] != position) ++index;
  return index;
}

// A set of fields, one bit each.
using FieldBits = std::uint32_t;

constexpr FieldBits field_bit(std::size_t index) noexcept { return FieldBits{1} << index; }

template <class Object>
inline constexpr FieldBits all_fields = [] {
  static_assert(field_count<Object> < 32, "there is a bit for each field, and one for unknown members");
  return field_bit(field_count<Object>) - 1;
}();

// The name of a field as it is written without white space: `"label":`.
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

// Calls `visit(field)` for every field, in the order of their names.
template <class Object, class Visit>
constexpr void for_each_field(Visit&& visit) {
  for_each_field<Object>(visit, std::make_index_sequence<field_count<Object>>());
}

// The value of a member, or null if it is unset. A member that is not optional is always set.
template <class Value>
constexpr const Value* value_if_set(const std::optional<Value>& member) noexcept {
  return member ? &*member : nullptr;
}
template <class Value>
constexpr const Value* value_if_set(const Value& member) noexcept {
  return &member;
}

template <class Object, std::size_t... index>
constexpr std::size_t index_of_field(std::string_view name, std::index_sequence<index...> /*all*/) noexcept {
  std::size_t found = 0;
  static_cast<void>(((name == field<Object, index>.name || (++found, false)) || ...));
  return found;
}

// The index of the field of this name, or the number of fields if there is none.
template <class Object>
constexpr std::size_t index_of_field(std::string_view name) noexcept {
  return index_of_field<Object>(name, std::make_index_sequence<field_count<Object>>());
}

template <class Object>
constexpr bool equal_fields(const Object& a, const Object& b) {
  bool equal = true;
  for_each_field<Object>([&](const auto& field) { equal = equal && a.*field.member == b.*field.member; });
  return equal;
}

}  // namespace linode::detail
