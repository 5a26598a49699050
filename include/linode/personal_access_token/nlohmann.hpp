/// \file
/// Adapters for nlohmann_json: tokens in `nlohmann::json`, `nlohmann::ordered_json` or any other `basic_json`.
///
/// The hooks are found by argument-dependent lookup, so `j.get<linode::PersonalAccessToken>()` and `json j = token;`
/// work. Values and errors are those of the text functions, but for what a parsed document no longer shows: repeated
/// members, nesting, and how a number that only a `double` could hold was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/codec/value_rules.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/detail/fields.hpp>

namespace linode {

namespace detail {

template <class J, class = void>
inline constexpr bool is_basic_json = false;
template <class J>
inline constexpr bool is_basic_json<
    J, std::void_t<typename J::value_t, typename J::object_t, decltype(std::declval<const J&>().is_discarded())>> =
    true;

// A parsed value as a source, see source.hpp.
template <class J>
class NlohmannSource {
 public:
  explicit NlohmannSource(const J& value) noexcept : value_(value) {}

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
    return Kind::other;
  }

  [[nodiscard]] std::string_view string() const {
    const auto& text = value_.template get_ref<const typename J::string_t&>();
    return {text.data(), text.size()};
  }

  [[nodiscard]] Integer integer() const {
    constexpr double beyond_int64 = 9223372036854775808.0;  // 2^63
    if (value_.is_number_float()) {
      // The parser makes a float of an integer that is too long; a float this large cannot have been any other integer.
      const auto number = static_cast<double>(value_.template get_ref<const typename J::number_float_t&>());
      const bool large = number >= beyond_int64 || number <= -beyond_int64;
      return {large ? Integer::Form::too_large : Integer::Form::fractional, 0};
    }
    if (value_.is_number_unsigned()) {
      const std::uint64_t number = value_.template get_ref<const typename J::number_unsigned_t&>();
      if (number > static_cast<std::uint64_t>(INT64_MAX)) return {Integer::Form::too_large, 0};
      return {Integer::Form::fits, static_cast<std::int64_t>(number)};
    }
    return {Integer::Form::fits, value_.template get_ref<const typename J::number_integer_t&>()};
  }

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
void refuse_api_error(const J& json) {
  const J* const errors = find_member(json, "errors");
  if (errors == nullptr || !errors->is_array()) return;
  ApiErrorMessage message;
  for (const J& error : *errors) {
    const J* const reason = error.is_object() ? find_member(error, "reason") : nullptr;
    if (reason != nullptr && reason->is_string()) message.add_reason(NlohmannSource<J>(*reason).string());
  }
  throw DecodeError(DecodeError::Reason::api_error, {}, message.text());
}

template <class Object, class J>
Object decode_object(const J& json, std::optional<std::size_t> element = {});

template <class J>
Mismatch decode(NlohmannSource<J>& source, std::vector<PersonalAccessToken>& out) {
  if (source.kind() == Kind::null) return {};
  if (source.kind() != Kind::array) return wrong_type("an array", source);
  out.reserve(source.json().size());
  for (const J& token : source.json()) out.push_back(decode_object<PersonalAccessToken>(token, out.size()));
  return {};
}

template <class Object, class J>
Object decode_object(const J& json, std::optional<std::size_t> element) {
  const auto check = [element](const Mismatch& mismatch, std::string_view member) {
    if (mismatch) throw DecodeError(mismatch.reason, pointer_to(member, element), describe(mismatch));
  };
  NlohmannSource<J> whole(json);
  if (whole.kind() != Kind::object) check(wrong_type("an object", whole), {});
  if (!element) refuse_api_error(json);
  Object object;
  for_each_field<Object>([&](const auto& field) {
    if (const J* const value = find_member(json, field.name)) {
      NlohmannSource<J> source(*value);
      check(decode(source, object.*field.member), field.name);
    }
  });
  return object;
}

template <class J, class Object>
J encode_object(const Object& object, std::optional<std::size_t> element = {});

template <class J>
Obstacle encode(J& out, const std::string& value) {
  if (!count_code_points(value)) return not_utf8;
  out = typename J::string_t(value.data(), value.size());
  return nullptr;
}

template <class J>
Obstacle encode(J& out, std::int64_t value) {
  out = value;
  return nullptr;
}

template <class J>
Obstacle encode(J& out, Timestamp value) {
  if (!is_writable(value)) return no_text_form;
  return encode(out, format_timestamp(value));
}

template <class J>
Obstacle encode(J& out, Expiry value) {
  out = nullptr;
  return value.time() ? encode(out, *value.time()) : nullptr;
}

template <class J>
Obstacle encode(J& out, const std::vector<PersonalAccessToken>& value) {
  out = J::array();
  for (const PersonalAccessToken& token : value) out.push_back(encode_object<J>(token, out.size()));
  return nullptr;
}

template <class J, class Object>
J encode_object(const Object& object, std::optional<std::size_t> element) {
  J json = J::object();
  for_each_field<Object>([&](const auto& field) {
    const auto* const value = set_value(object.*field.member);
    if (value == nullptr) return;
    J& member = json[typename J::object_t::key_type(field.name.data(), field.name.size())];
    if (const Obstacle obstacle = encode(member, *value)) refuse(field.name, obstacle, element);
  });
  return json;
}

}  // namespace detail

/// Decodes a parsed document by the rules of the text function `from_json`, and assigns the result to `token`.
/// \throws DecodeError with line and column 0; `token` then stays as it is
template <class J>
void from_json(const J& json, PersonalAccessToken& token) {
  token = detail::decode_object<PersonalAccessToken>(json);
}

/// Decodes a page by the rules of `page_from_json`, and assigns the result to `page`.
/// \throws DecodeError with line and column 0; `page` then stays as it is
template <class J>
void from_json(const J& json, PersonalAccessTokenPage& page) {
  page = detail::decode_object<PersonalAccessTokenPage>(json);
}

/// Assigns to `json` an object with the members of the token that are set; its `dump()` is what the text function
/// `to_json` gives.
/// \throws std::invalid_argument as that does; `json` then stays as it is
template <class J>
void to_json(J& json, const PersonalAccessToken& token) {
  json = detail::encode_object<J>(token);
}

/// Assigns to `json` an object with the members of the page, as the text function `to_json` writes them.
/// \throws std::invalid_argument as that does; `json` then stays as it is
template <class J>
void to_json(J& json, const PersonalAccessTokenPage& page) {
  json = detail::encode_object<J>(page);
}

/// The token as an object of `J`: the members that are set, read-only ones and the secret included.
/// \throws std::invalid_argument if a string is not UTF-8 or a time is outside the years 0000 to 9999
template <class J = nlohmann::json>
[[nodiscard]] J to_dict(const PersonalAccessToken& token) {
  return detail::encode_object<J>(token);
}

/// The token that a parsed document holds.
/// \throws DecodeError with line and column 0
template <class J, std::enable_if_t<detail::is_basic_json<J>, int> = 0>
[[nodiscard]] PersonalAccessToken from_dict(const J& json) {
  return detail::decode_object<PersonalAccessToken>(json);
}

/// The same as `from_dict`, so that a parsed document is never converted to text on its way to the text function.
/// \throws DecodeError with line and column 0
template <class J, std::enable_if_t<detail::is_basic_json<J>, int> = 0>
[[nodiscard]] PersonalAccessToken from_json(const J& json) {
  return from_dict(json);
}

}  // namespace linode
