// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// ValueType of an object with a field table, and of a list.
#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/time_types.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>

namespace linode::detail {

template <class Field>
struct FieldType {
  using Type = ValueType<typename Field::Value>;
  static_assert(std::is_same_v<typename Field::Member, typename Type::Member>,
                "a member must be std::optional of its type, or a list");
};

// The ValueType of a field, from `decltype(field)`.
template <class Field>
using TypeOfField = typename FieldType<std::decay_t<Field>>::Type;

template <class Object, std::size_t... index>
void unset_all_but(FieldBits kept, Object& object, std::index_sequence<index...> /*all*/) noexcept {
  const auto unset = [&object](const auto& field) { TypeOfField<decltype(field)>::unset(object.*field.member); };
  (((kept & field_bit(index)) == 0 ? unset(field<Object, index>) : void()), ...);
}

template <class Object>
inline void unset_all_but(FieldBits kept, Object& object) noexcept {
  unset_all_but(kept, object, std::make_index_sequence<field_count<Object>>());
}

template <class Object>
inline constexpr FieldBits nullable_fields = [] {
  FieldBits bits = 0;
  std::size_t index = 0;
  for_each_field<Object>([&](const auto& field) {
    if (TypeOfField<decltype(field)>::is_nullable) bits |= field_bit(index);
    ++index;
  });
  return bits;
}();

// Where an object occurs: an element or document without known members is an error.
enum class Place { member, element, document };

template <class Object>
struct ObjectType {
  using Member = std::optional<Object>;
  static constexpr bool is_nullable = false;

  template <class Decoder>
  static void read(Decoder& decoder, std::optional<Object>& out) {
    if (decoder.reader().kind() == Kind::null) {
      decoder.reader().skip();
      out.reset();
    } else {
      if (!out) out.emplace();
      read_object(decoder, Place::member, *out);
    }
  }

  template <class Decoder>
  static void read_element(Decoder& decoder, Object& out) {
    read_object(decoder, Place::element, out);
  }

  template <class Decoder>
  LINODE_PAT_ALWAYS_INLINE static void read_object(Decoder& decoder, Place place, Object& out) {
    if (decoder.reader().kind() == Kind::object) {
      decoder.read_members(place, out);
    } else {
      decoder.report(wrong_type("an object", decoder.reader()));
    }
  }

  static void unset(std::optional<Object>& out) noexcept { out.reset(); }

  // Only the members of an object are on the fast path.
  template <class FastReader>
  [[nodiscard]] static bool try_decode(FastReader& /*reader*/, std::optional<Object>& /*out*/) noexcept {
    return false;
  }

  static constexpr std::size_t max_unreserved_size = 0;

  // At most what write_fields writes without reserving: brackets, the name, value and comma of each field, and the
  // comma and the bracket of a list around it.
  static constexpr std::size_t max_own_size = [] {
    std::size_t size = 4;
    for_each_field<Object>([&size](const auto& field) {
      size += field.name.size() + 4 + TypeOfField<decltype(field)>::max_unreserved_size;
    });
    return size;
  }();

  static std::size_t estimated_size(const Object& object) noexcept {
    std::size_t size = 2;
    for_each_field<Object>([&](const auto& field) {
      const auto* const value = value_if_set(object.*field.member);
      if (value != nullptr) size += field.name.size() + 4 + TypeOfField<decltype(field)>::estimated_size(*value);
    });
    return size;
  }

  // As a member: reserves for itself, and for what is written after it.
  template <class Writer>
  static char* write(Writer& writer, char* pos, const Object& object) {
    pos = write_element(writer, pos, object);
    return pos == nullptr ? nullptr : writer.reserve(pos, 0);
  }

  template <class Writer>
  static char* write_element(Writer& writer, char* pos, const Object& object) {
    return write_fields<FieldSet::all>(writer, writer.reserve(pos, 0), object);
  }

  // Writes those of `fields` that are set.
  template <FieldSet fields, class Writer>
  static char* write_fields(Writer& writer, char* pos, const Object& object) {
    static_assert(max_own_size <= Writer::slack_size, "the slack of the writer is too small for this object");
    return write_fields<fields>(writer, pos, object, std::make_index_sequence<field_count<Object>>());
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(const Object& object, std::string& path) {
    std::string_view why;
    for_each_field<Object>([&](const auto& field) {
      const auto* const value = value_if_set(object.*field.member);
      if (value == nullptr || !why.empty()) return;
      why = TypeOfField<decltype(field)>::template why_unencodable<DocumentInteger>(*value, path);
      if (!why.empty()) prepend_step(path, field.name);
    });
    return why;
  }

  template <class J>
  static J to_document(const Object& object) {
    J json = J::object();
    for_each_field<Object>([&](const auto& field) {
      const auto* const value = value_if_set(object.*field.member);
      if (value == nullptr) return;
      json[typename J::object_t::key_type(field.name.data(), field.name.size())] =
          TypeOfField<decltype(field)>::template to_document<J>(*value);
    });
    return json;
  }

  static void print(std::string& out, const Object& object) {
    out += Fields<Object>::name;
    const char* separator = "{";
    for_each_field<Object>([&](const auto& field) {
      const auto* const value = value_if_set(object.*field.member);
      if (value == nullptr) return;
      out.append(separator).append(field.name).append("=");
      separator = ", ";
      if (field.print == Print::redacted) {
        out += "<hidden>";
      } else {
        TypeOfField<decltype(field)>::print(out, *value);
      }
    });
    out.append(*separator == '{' ? "{}" : "}");
  }

 private:
  // Clang inlines this only because it is `inline`.
  template <FieldSet fields, std::size_t index, class Writer>
  static inline char* write_field(Writer& writer, char* pos, const Object& object) {
    constexpr const auto& member = field<Object, index>;
    if constexpr (contains(fields, member.settable)) {
      const auto* const value = value_if_set(object.*member.member);
      if (value == nullptr) return pos;
      constexpr const auto& name = name_and_colon<Object, index>;
      std::memcpy(pos, name.data(), name.size());
      pos = TypeOfField<decltype(member)>::write(writer, pos + name.size(), *value);
      if (pos == nullptr) return nullptr;
      *pos++ = ',';
    }
    return pos;
  }

  template <FieldSet fields, class Writer, std::size_t... index>
  static char* write_fields(Writer& writer, char* pos, const Object& object, std::index_sequence<index...> /*all*/) {
    *pos++ = '{';
    const bool is_written = (((pos = write_field<fields, index>(writer, pos, object)) != nullptr) && ...);
    return is_written ? Writer::close_container(pos, '}') : nullptr;
  }
};

template <class Element>
struct ListType {
  using List = std::vector<Element>;
  using Member = List;
  static constexpr bool is_nullable = false;

  // `null` is an empty list.
  template <class Decoder>
  static void read(Decoder& decoder, List& out) {
    const Kind kind = decoder.reader().kind();
    if (kind == Kind::array) {
      decoder.read_elements(out);
    } else if (kind == Kind::null) {
      decoder.reader().skip();
      decoder.drop_elements(out);
    } else {
      decoder.report(wrong_type("an array", decoder.reader()));
    }
  }

  static void unset(List& out) noexcept { out.clear(); }

  // Only the members of elements are on the fast path.
  template <class FastReader>
  [[nodiscard]] static bool try_decode(FastReader& /*reader*/, List& /*out*/) noexcept {
    return false;
  }

  static constexpr std::size_t max_unreserved_size = 0;

  static std::size_t estimated_size(const List& list) noexcept {
    std::size_t size = 2;
    for (const Element& element : list) size += 1 + ValueType<Element>::estimated_size(element);
    return size;
  }

  template <class Writer>
  static char* write(Writer& writer, char* pos, const List& list) {
    *pos++ = '[';
    for (const Element& element : list) {
      pos = ValueType<Element>::write_element(writer, pos, element);
      if (pos == nullptr) return nullptr;
      *pos++ = ',';
    }
    return writer.reserve(Writer::close_container(pos, ']'), 0);
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(const List& list, std::string& path) {
    for (const Element& element : list) {
      const std::string_view why = ValueType<Element>::template why_unencodable<DocumentInteger>(element, path);
      if (why.empty()) continue;
      prepend_step(path, static_cast<std::size_t>(&element - list.data()));
      return why;
    }
    return {};
  }

  template <class J>
  static J to_document(const List& list) {
    J array = J::array();
    for (const Element& element : list) array.push_back(ValueType<Element>::template to_document<J>(element));
    return array;
  }

  static void print(std::string& out, const List& list) {
    out += '[';
    for (const Element& element : list) {
      if (&element != list.data()) out += ", ";
      ValueType<Element>::print(out, element);
    }
    out += ']';
  }
};

// Every object with a field table, and every list of such objects.
template <class Object>
struct ValueType<Object, std::void_t<decltype(Fields<Object>::table)>> : ObjectType<Object> {};
template <class Object>
struct ValueType<std::vector<Object>, std::void_t<decltype(Fields<Object>::table)>> : ListType<Object> {};

}  // namespace linode::detail
