// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Parsed documents of nlohmann_json: as a ValueSource, decoded as the Decoder decodes texts, and made of an object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/time_types.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/error/outcome.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

template <class J>
using EnableForJson = std::enable_if_t<nlohmann::detail::is_basic_json<J>::value, int>;

// A parsed value as a ValueSource.
template <class J>
class NlohmannValue {
 public:
  explicit NlohmannValue(const J& value) noexcept : value_(value) {}

  [[nodiscard]] Kind kind() const noexcept {
    using Type = typename J::value_t;
    switch (value_.type()) {
      case Type::null:
        return Kind::null;
      case Type::boolean:
        return Kind::boolean;
      case Type::number_integer:
      case Type::number_unsigned:
      case Type::number_float:
        return Kind::number;
      case Type::string:
        return Kind::string;
      case Type::array:
        return Kind::array;
      case Type::object:
        return Kind::object;
      case Type::binary:
      case Type::discarded:
        break;
    }
    return Kind::non_json;
  }

  static constexpr std::size_t position() noexcept { return 0; }

  [[nodiscard]] std::string_view read_string() const {
    const auto& text = value_.template get_ref<const typename J::string_t&>();
    return {text.data(), text.size()};
  }

  [[nodiscard]] Integer read_integer() const {
    constexpr double beyond_int64 = 9223372036854775808.0;  // 2^63
    if (value_.is_number_float()) {
      // The parser makes a float of an integer that is too long; a float this large cannot have been any other integer.
      const auto number = static_cast<double>(value_.template get_ref<const typename J::number_float_t&>());
      const bool is_large = number >= beyond_int64 || number <= -beyond_int64;
      return {is_large ? Integer::Outcome::too_large : Integer::Outcome::fractional};
    }
    if (value_.is_number_unsigned()) {
      const std::uint64_t number = value_.template get_ref<const typename J::number_unsigned_t&>();
      constexpr std::int64_t largest = (std::numeric_limits<std::int64_t>::max)();
      if (number > static_cast<std::uint64_t>(largest)) return {Integer::Outcome::too_large};
      return {Integer::Outcome::fits, static_cast<std::int64_t>(number)};
    }
    return {Integer::Outcome::fits, value_.template get_ref<const typename J::number_integer_t&>()};
  }

  [[nodiscard]] bool read_boolean() const { return value_.template get_ref<const typename J::boolean_t&>(); }

  void skip() const noexcept {}

  [[nodiscard]] const J& json() const noexcept { return value_; }

 private:
  const J& value_;
};

template <class J>
const J* find_member(const J& object, std::string_view name) {
  const auto found = object.find(typename J::object_t::key_type(name.data(), name.size()));
  return found == object.end() ? nullptr : &*found;
}

template <class J>
bool has_member_of(const J& object, std::string_view name, bool (*is_one)(std::string_view, Kind)) {
  const J* const value = find_member(object, name);
  return value != nullptr && is_one(name, NlohmannValue<J>(*value).kind());
}

// The text of a member that is a string.
template <class J>
std::optional<std::string_view> find_text(const J& object, std::string_view name) {
  const J* const value = find_member(object, name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return NlohmannValue<J>(*value).read_string();
}

// Decodes parsed documents by the rules of the Decoder. A parsed object does not remember the order of its members, so
// the problem that is found is the first in the order of the fields.
template <class J>
class NlohmannDecoder {
 public:
  explicit NlohmannDecoder(Members members) noexcept : is_strict_(members == Members::strict) {}

  template <class Object>
  [[nodiscard]] std::optional<DecodeError> read_document(const J& json, Object& out) {
    if (json.is_object()) {
      if (has_member_of(json, errors_name, is_api_error_member)) return read_errors(*find_member(json, errors_name));
      if (!is_page<Object> && has_member_of(json, list_name, is_page_member)) report(page_for_object<Object>(0));
      if (is_page<Object> && find_member(json, list_name) == nullptr) report(object_for_page<Object>(0));
    }
    NlohmannValue<J> source(json);
    if (!problem_) ValueType<Object>::read_object(*this, source, Place::document, out);
    return error();
  }

  // In any of the shapes that a listing comes in, into the list of `out`; its other members are those of a page.
  template <class Page>
  [[nodiscard]] std::optional<DecodeError> read_listing(const J& json, Page& out) {
    auto& list = out.*field<Page, list_index<Page>>.member;
    if (json.is_array()) {
      NlohmannValue<J> source(json);
      read_elements(source, list);
      return error();
    }
    if (json.is_object() && has_member_of(json, list_name, is_page_member)) return read_document(json, out);
    if (json.is_object()) return read_document(json, list.emplace_back());
    NlohmannValue<J> source(json);
    report(wrong_type("an object or an array", source));
    return error();
  }

  // A value by itself, which is not null.
  template <class Value>
  [[nodiscard]] std::optional<DecodeError> read_value(const J& json, std::optional<Value>& out) {
    NlohmannValue<J> source(json);
    if (const std::optional<Problem> problem = ValueType<Value>::decode(source, out)) report(*problem);
    return error();
  }

  // For every ValueType.

  void report(const Problem& problem) noexcept { problem_ = problem; }

  template <class Object>
  void read_members(NlohmannValue<J>& source, Place place, Object& out) {
    bool has_known_member = false;
    for_each_field<Object>([&](const auto& field) {
      const J* const value = problem_ ? nullptr : find_member(source.json(), field.name);
      if (value == nullptr) return;
      has_known_member = true;
      NlohmannValue<J> member(*value);
      TypeOfField<decltype(field)>::read(*this, member, out.*field.member);
      if (problem_) prepend_step(path_, field.name);
    });
    if (!problem_ && is_strict_) find_unknown_member<Object>(source.json());
    if (!has_known_member && !is_strict_ && place != Place::member && !source.json().empty()) {
      report(no_known_member<Object>(0));
    }
  }

  template <class Element>
  void read_elements(NlohmannValue<J>& source, std::vector<Element>& out) {
    out.reserve(source.json().size());
    for (const J& json : source.json()) {
      NlohmannValue<J> element(json);
      ValueType<Element>::read_element(*this, element, out.emplace_back());
      if (problem_) {
        prepend_step(path_, out.size() - 1);
        return;
      }
    }
  }

  template <class Element>
  void drop_elements(std::vector<Element>& /*nothing was there before*/) const noexcept {}

 private:
  [[nodiscard]] std::optional<DecodeError> error() {
    if (!problem_) return std::nullopt;
    return DecodeError(problem_->reason, std::move(path_), message(*problem_));
  }

  static DecodeError read_errors(const J& errors) {
    ApiErrorList list;
    for (const J& entry : errors) {
      list.start_entry();
      if (entry.is_string()) list.set_reason(NlohmannValue<J>(entry).read_string());
      if (const auto reason = find_text(entry, "reason")) list.set_reason(*reason);
      if (const auto field = find_text(entry, "field")) list.set_field(*field);
      list.end_entry();
    }
    return std::move(list).error(0, 0, {});
  }

  template <class Object>
  void find_unknown_member(const J& json) {
    for (const auto& member : json.items()) {
      const auto& key = member.key();
      const std::string_view name(key.data(), key.size());
      if (index_of_field<Object>(name) < field_count<Object>) continue;
      report(unknown_member(0));
      prepend_step(path_, name);
      return;
    }
  }

  bool is_strict_;
  std::optional<Problem> problem_ = {};
  std::string path_ = {};  // of the problem, from the value that is being read
};

template <class J>
auto document_reader(const J& json, Members members) {
  return [&json, members](auto& out) { return NlohmannDecoder<J>(members).read_document(json, out); };
}

template <class J>
auto listing_reader(const J& json, Members members) {
  return [&json, members](auto& page) { return NlohmannDecoder<J>(members).read_listing(json, page); };
}

template <class Value, class J>
Value value_from_document(const J& json) {
  std::optional<Value> value;
  if (const auto error = NlohmannDecoder<J>(Members::tolerant).read_value(json, value)) throw DecodeError(*error);
  return *std::move(value);
}

template <class Object, class J>
Object from_document(const J& json, Members members = Members::tolerant) {
  return value_or_throw<Object>(document_reader(json, members));
}

template <class J, class Value>
J to_document(const Value& value) {
  using DocumentInteger = typename J::number_integer_t;
  std::string path;
  if (!ValueType<Value>::template why_unencodable<DocumentInteger>(value, path).empty()) {
    throw_unencodable<DocumentInteger>(value);
  }
  return ValueType<Value>::template to_document<J>(value);
}

}  // namespace linode::detail
