/// \file
/// What a table of fields is: the names of an object's members in JSON, in the order they are written, and what is
/// particular to each. Reading, writing, adapters, requests, comparison and printing all follow from an object's table,
/// which stands beside its definition.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace linode::detail {

// The requests in which a client may send a field; each includes those before it.
enum class Sent { never, on_create, on_create_and_update };

enum class Print { shown, hidden };

// How many characters (code points) a string may have; only checked before it is sent.
struct Length {
  std::size_t shortest = 0;
  std::size_t longest = static_cast<std::size_t>(-1);
};

template <class Object, class Value>
struct Field {
  constexpr Field(std::string_view wire_name, Value Object::*pointer, Sent requests = Sent::never,
                  Print printing = Print::shown, Length limits = {}) noexcept
      : name(wire_name), member(pointer), sent(requests), print(printing), length(limits) {}

  std::string_view name;
  Value Object::*member;
  Sent sent;
  Print print;
  Length length;
};

// Specialised for each object, with a `static constexpr std::tuple table` of its fields.
template <class Object>
struct Fields;

template <class Object>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(Fields<Object>::table)>;

template <class Object, std::size_t Index>
inline constexpr auto field = std::get<Index>(Fields<Object>::table);

// What comes before the value of a field in a text without white space: "label":
template <class Object, std::size_t Index>
inline constexpr auto name_and_colon = [] {
  constexpr std::string_view name = field<Object, Index>.name;
  std::array<char, name.size() + 3> text{};
  text[0] = text[name.size() + 1] = '"';
  text[name.size() + 2] = ':';
  std::size_t at = 1;
  for (const char c : name) text[at++] = c;
  return text;
}();

template <class Object, class Visit, std::size_t... Index>
constexpr void for_each_field(Visit&& visit, std::index_sequence<Index...> /*all*/) {
  (visit(field<Object, Index>), ...);
}

// Calls `visit(field)` for every field of the table, in order.
template <class Object, class Visit>
constexpr void for_each_field(Visit&& visit) {
  for_each_field<Object>(visit, std::make_index_sequence<field_count<Object>>());
}

// The names in JSON, in order.
template <class Object>
inline constexpr auto field_names = [] {
  std::array<std::string_view, field_count<Object>> names{};
  std::size_t at = 0;
  for_each_field<Object>([&](const auto& field) { names[at++] = field.name; });
  return names;
}();

template <class Object>
constexpr bool equal_fields(const Object& a, const Object& b) {
  bool equal = true;
  for_each_field<Object>([&](const auto& field) { equal = equal && a.*field.member == b.*field.member; });
  return equal;
}

}  // namespace linode::detail
