// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The reader of a parsed document of nlohmann_json, and how such a document is made from a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/read_documents.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/error/outcome.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

template <class J>
using EnableForJson = std::enable_if_t<nlohmann::detail::is_basic_json<J>::value, int>;

// A reader (see reader_concept.hpp) that reads a parsed document in the order of its own members. The position of a
// value, and of its member, is the address of the value.
template <class J>
class NlohmannReader {
 public:
  static constexpr bool is_text = false;

  explicit NlohmannReader(const J& document) noexcept : document_(&document), value_(&document) {}
  NlohmannReader(const NlohmannReader&) = default;  // declared, because g++ -Weffc++ warns otherwise
  NlohmannReader& operator=(const NlohmannReader&) = default;

  [[nodiscard]] Kind kind() const noexcept {
    using Type = typename J::value_t;
    switch (value_->type()) {
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

  [[nodiscard]] std::size_t position() const noexcept { return reinterpret_cast<std::uintptr_t>(value_); }
  [[nodiscard]] std::size_t closing_position() const noexcept { return position(); }
  [[nodiscard]] bool has_reached(std::size_t position) const noexcept { return this->position() == position; }
  void rewind_to(std::size_t /*the only document*/) noexcept {
    value_ = document_;
    depth_ = 0;
    deep_levels_.clear();
  }
  static constexpr std::string_view text_between(std::size_t /*from*/, std::size_t /*to*/) noexcept { return {}; }

  static constexpr bool at_end() noexcept { return true; }
  static constexpr void expect_end() noexcept {}
  [[nodiscard]] std::size_t estimated_count() const noexcept { return value_->is_array() ? value_->size() : 0; }

  [[nodiscard]] bool enter_object() {
    const auto& members = get<Object>();
    if (members.empty()) return false;
    Level& level = enter();
    level.member = members.begin();
    value_ = &level.member->second;
    return true;
  }

  [[nodiscard]] std::string_view read_name() {
    const auto& name = innermost().member->first;
    return {name.data(), name.size()};
  }

  [[nodiscard]] bool next_member() {
    Level& level = innermost();
    value_ = level.container;
    if (++level.member == get<Object>().end()) return leave();
    value_ = &level.member->second;
    return true;
  }

  [[nodiscard]] bool enter_array() {
    const auto& elements = get<Array>();
    if (elements.empty()) return false;
    Level& level = enter();
    level.element = elements.begin();
    value_ = &*level.element;
    return true;
  }

  [[nodiscard]] bool next_element() {
    Level& level = innermost();
    value_ = level.container;
    if (++level.element == get<Array>().end()) return leave();
    value_ = &*level.element;
    return true;
  }

  [[nodiscard]] std::string_view read_string() const {
    const auto& text = get<typename J::string_t>();
    return {text.data(), text.size()};
  }

  [[nodiscard]] Integer read_integer() const {
    constexpr double beyond_int64 = 9223372036854775808.0;  // 2^63
    if (value_->is_number_float()) {
      // The parser makes a float of an integer that is too long. A float this large may also have been written as one.
      const auto number = static_cast<double>(get<typename J::number_float_t>());
      const bool is_large = number >= beyond_int64 || number <= -beyond_int64;
      return {is_large ? Integer::Outcome::too_large : Integer::Outcome::fractional};
    }
    if (value_->is_number_unsigned()) {
      const std::uint64_t number = get<typename J::number_unsigned_t>();
      constexpr std::int64_t largest = (std::numeric_limits<std::int64_t>::max)();
      if (number > static_cast<std::uint64_t>(largest)) return {Integer::Outcome::too_large};
      return {Integer::Outcome::fits, static_cast<std::int64_t>(number)};
    }
    return {Integer::Outcome::fits, get<typename J::number_integer_t>()};
  }

  [[nodiscard]] bool read_boolean() const { return get<typename J::boolean_t>(); }

  static constexpr void skip() noexcept {}

  template <class Value>
  static constexpr bool try_members(Value& /*out*/, FieldBits& /*seen*/) noexcept {
    return false;
  }

 private:
  using Object = typename J::object_t;
  using Array = typename J::array_t;

  struct Level {
    const J* container = nullptr;
    typename Object::const_iterator member = {};
    typename Array::const_iterator element = {};
  };

  template <class T>
  [[nodiscard]] const T& get() const {
    return value_->template get_ref<const T&>();
  }

  [[nodiscard]] Level& innermost() noexcept { return deep_levels_.empty() ? levels_[depth_ - 1] : deep_levels_.back(); }

  Level& enter() {
    if (depth_ >= ordinary_depth) deep_levels_.emplace_back();
    ++depth_;
    Level& level = innermost();
    level.container = value_;
    return level;
  }

  // Always returns false, for the callers to return.
  bool leave() noexcept {
    if (!deep_levels_.empty()) deep_levels_.pop_back();
    --depth_;
    return false;
  }

  static constexpr std::size_t ordinary_depth = 4;  // a token of a page needs three

  const J* document_;
  const J* value_;
  std::size_t depth_ = 0;
  Level levels_[ordinary_depth] = {};
  std::vector<Level> deep_levels_ = {};  // further ones, so that ordinary documents need no allocation
};

template <class J>
auto document_reader(const J& json, Members members) {
  return [&json, members](auto& out) { return read_single<NlohmannReader<J>>(json, members, out); };
}

// Throws the error of a value that a hook does not accept.
[[noreturn]] inline void refuse(DecodeError::Reason reason, const char* expected, const char* found) {
  throw DecodeError(reason, {}, message(Problem{reason, expected, found, 0}));
}

// The string that a hook expects, described by `expected`.
template <class J>
std::string_view read_hook_string(const J& json, const char* expected) {
  NlohmannReader<J> reader(json);
  if (reader.kind() != Kind::string) refuse(DecodeError::Reason::wrong_type, expected, describe(reader.kind()));
  return reader.read_string();
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
