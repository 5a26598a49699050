// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Parsed documents of nlohmann_json: as a ValueSource for the value rules, and as what the encoder's rules write.
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
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/unencodable.hpp>
#include <linode/personal_access_token/detail/codec/value_rules.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

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
      default:  // binary, discarded
        return Kind::non_json;
    }
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

  void skip() const noexcept {}

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

template <class J>
std::optional<std::string> api_error_text(const J& entry, std::string_view name) {
  const J* const value = find_member(entry, name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return ApiErrorList::kept_of(NlohmannValue<J>(*value).read_string());
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
      if (has_member_of(json, "errors", is_api_error_member)) return read_errors(*find_member(json, "errors"));
      if (std::is_same_v<Object, PersonalAccessToken> && has_member_of(json, "data", is_page_member)) {
        return error(page_for_token(0), {});
      }
      if (std::is_same_v<Object, PersonalAccessTokenPage> && find_member(json, "data") == nullptr) {
        return error(object_without_data(0), {});
      }
    }
    return read_object(json, out);
  }

 private:
  static DecodeError error(const Problem& problem, std::string path) {
    return DecodeError(problem.reason, std::move(path), message(problem));
  }

  static DecodeError read_errors(const J& errors) {
    ApiErrorList list;
    for (const J& entry : errors) {
      if (entry.is_object()) list.add(api_error_text(entry, "reason"), api_error_text(entry, "field"));
    }
    return std::move(list).error(0, 0, {});
  }

  // `element` is the number of the object in a page, if it is in one.
  template <class Object>
  std::optional<DecodeError> read_object(const J& json, Object& out, std::optional<std::size_t> element = {}) {
    NlohmannValue<J> whole(json);
    if (whole.kind() != Kind::object) return error(wrong_type("an object", whole), member_pointer({}, element));
    std::optional<DecodeError> first;
    for_each_field<Object>([&](const auto& field) {
      const J* const value = first ? nullptr : find_member(json, field.name);
      if (value != nullptr) first = read_value(*value, out.*field.member, field.name, element);
    });
    if (!first && is_strict_) first = find_unknown_member<Object>(json, element);
    return first;
  }

  template <class Value>
  std::optional<DecodeError> read_value(const J& json, std::optional<Value>& out, std::string_view name,
                                        std::optional<std::size_t> element) {
    NlohmannValue<J> source(json);
    const std::optional<Problem> problem = decode(source, out);
    if (!problem) return std::nullopt;
    return error(*problem, member_pointer(name, element));
  }

  std::optional<DecodeError> read_value(const J& json, std::vector<PersonalAccessToken>& out, std::string_view name,
                                        std::optional<std::size_t> element) {
    NlohmannValue<J> source(json);
    if (source.kind() == Kind::null) return std::nullopt;
    if (source.kind() != Kind::array) return error(wrong_type("an array", source), member_pointer(name, element));
    out.reserve(json.size());
    for (const J& token : json) {
      const std::size_t index = out.size();
      if (auto problem = read_object(token, out.emplace_back(), index)) return problem;
    }
    return std::nullopt;
  }

  template <class Object>
  static std::optional<DecodeError> find_unknown_member(const J& json, std::optional<std::size_t> element) {
    for (const auto& member : json.items()) {
      const auto& key = member.key();
      const std::string_view name(key.data(), key.size());
      if (index_of_field<Object>(name) == field_count<Object>) {
        std::string path = member_pointer({}, element);
        append_step(path, name);
        return error(unknown_member(0), std::move(path));
      }
    }
    return std::nullopt;
  }

  bool is_strict_;
};

template <class Object, class J>
Object from_document(const J& json, Members members = Members::tolerant) {
  Object object;
  if (const auto error = NlohmannDecoder<J>(members).read_document(json, object)) throw DecodeError(*error);
  return object;
}

// Why a value has no form in this document, in words: no text form, or an integer that its own type cannot hold.
template <class J, class Value>
std::string_view why_unencodable_in(const Value& value) noexcept {
  if constexpr (std::is_same_v<Value, std::int64_t>) {
    if (static_cast<std::int64_t>(static_cast<typename J::number_integer_t>(value)) != value) {
      return "out of range for the integers of this basic_json";
    }
  }
  return why_unencodable(value);
}

template <class J>
J encode_value(const std::string& value) {
  return typename J::string_t(value.data(), value.size());
}

template <class J>
J encode_value(std::int64_t value) {
  return static_cast<typename J::number_integer_t>(value);
}

template <class J>
J encode_value(Timestamp value) {
  return encode_value<J>(format_timestamp(value));
}

template <class J>
J encode_value(Expiry value) {
  return value.time() ? encode_value<J>(*value.time()) : J(nullptr);
}

template <class J, class Object>
J to_document(const Object& object, std::optional<std::size_t> element = {});

template <class J>
J encode_value(const std::vector<PersonalAccessToken>& tokens) {
  J array = J::array();
  for (const PersonalAccessToken& token : tokens) array.push_back(to_document<J>(token, array.size()));
  return array;
}

template <class J, class Object>
J to_document(const Object& object, std::optional<std::size_t> element) {
  J json = J::object();
  for_each_field<Object>([&](const auto& field) {
    const auto* const value = value_if_set(object.*field.member);
    if (value == nullptr) return;
    const std::string_view why = why_unencodable_in<J>(*value);
    if (!why.empty()) throw_unencodable(field.name, why, element);
    json[typename J::object_t::key_type(field.name.data(), field.name.size())] = encode_value<J>(*value);
  });
  return json;
}

}  // namespace linode::detail
