// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Everything the library knows of each type of member: strings and integers here, times in time_types.hpp, objects and
/// lists in list_and_object.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/json/scalars.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Deliberately undefined: a type without a specialisation must not compile. Each adds to ScalarType:
//   decode(reader, out)             accepts a value other than null, or consumes it and returns the problem; `out` is
//                                   then unchanged
//   try_decode(reader, out)         the same on the fast path; false for a value that it does not take, `out` unchanged
//   max_unreserved_size             at most what `write` writes without reserving
//   estimated_size(value)           the estimated size as text, with quotation marks
//   write(writer, pos, value)       writes it, and returns the end; null if it cannot be written
//   why_unencodable<DocumentInteger>(value, path)
//                                   the reason it cannot be written where integers are of this type, or empty; prepends
//                                   the place within the value to `path`
//   to_document<J>(value)           the value as a J of nlohmann_json
//   print(out, value)               for logs
// A list and an object have `read` and `unset` of their own: see list_and_object.hpp.
template <class Value, class = void>
struct ValueType;

template <class Reader>
Problem wrong_type(const char* expected, Reader& reader) {
  const Problem problem{DecodeError::Reason::wrong_type, expected, describe(reader.kind()), reader.position()};
  reader.skip();
  return problem;
}

// Throws, naming the part that cannot be written.
template <class DocumentInteger, class Value>
[[noreturn]] void throw_unencodable(const Value& value) {
  std::string message;
  const std::string_view why = ValueType<Value>::template why_unencodable<DocumentInteger>(value, message);
  if (!message.empty()) message += ": ";
  throw std::invalid_argument(message.append(why));
}

// Common to scalars.
template <class Value>
struct ScalarType {
  using Member = std::optional<Value>;

  // Not inlined: the fast path reads most members.
  template <class Decoder>
  LINODE_PAT_NOINLINE static void read(Decoder& decoder, std::optional<Value>& out) {
    auto& reader = decoder.reader();
    if (reader.kind() == Kind::null) {
      reader.skip();
      ValueType<Value>::set_to_null(out);
    } else if (const std::optional<Problem> problem = ValueType<Value>::decode(reader, out)) {
      decoder.report(*problem);
    }
  }

  // Reads an element of a list, where null is an error.
  template <class Decoder>
  static void read_element(Decoder& decoder, Value& out) {
    std::optional<Value> value;
    if (const std::optional<Problem> problem = ValueType<Value>::decode(decoder.reader(), value)) {
      decoder.report(*problem);
    } else {
      out = *std::move(value);
    }
  }

  // Reserves, since a list is unbounded.
  template <class Writer>
  static char* write_element(Writer& writer, char* pos, const Value& value) {
    return ValueType<Value>::write(writer, writer.reserve(pos, 0), value);
  }

  static constexpr bool is_nullable = false;  // whether null is a value, as in an expiry
  static void set_to_null(std::optional<Value>& out) noexcept { out.reset(); }
  static void unset(std::optional<Value>& out) noexcept { out.reset(); }
};

template <>
struct ValueType<std::string> : ScalarType<std::string> {
  static constexpr const char* expected = "a string";

  template <class Reader>
  static std::optional<Problem> decode(Reader& reader, std::optional<std::string>& out) {
    if (reader.kind() != Kind::string) return wrong_type(expected, reader);
    set_text(out, reader.read_string());
    return std::nullopt;
  }

  template <class FastReader>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE static bool try_decode(FastReader& reader, std::optional<std::string>& out) {
    std::string_view plain;
    bool is_whole = false;
    if (!reader.try_string(plain, is_whole)) return false;
    if (is_whole) {
      set_text(out, plain);
    } else {
      reader.resume_at(read_rest(reader.text(), plain.data(), reader.pos(), out));
    }
    return true;
  }

  static constexpr std::size_t max_unreserved_size = 0;
  static std::size_t estimated_size(const std::string& value) noexcept { return value.size() + 2; }

  template <class Writer>
  static char* write(Writer& writer, char* pos, const std::string& value) {
    return writer.write_string(pos, value);
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(const std::string& value, std::string& /*path*/) noexcept {
    return count_code_points(value) ? "" : "not valid UTF-8";
  }

  template <class J>
  static J to_document(const std::string& value) {
    return typename J::string_t(value.data(), value.size());
  }

  static void print(std::string& out, const std::string& value) {
    out += '"';
    append_escaped(out, value);
    out += '"';
  }

 private:
  // Clears the string for reuse, or replaces it if it is too large: a stream reads each token into the storage of an
  // earlier one.
  static std::string& emptied(std::optional<std::string>& out) {
    constexpr std::size_t max_kept = 512;  // a long list of scopes
    if (!out || out->capacity() > max_kept) return out.emplace();
    out->clear();
    return *out;
  }

  LINODE_PAT_ALWAYS_INLINE static void set_text(std::optional<std::string>& out, std::string_view text) {
    if (out) {
      replace_text(out, text);
    } else {
      out.emplace(text);
    }
  }

  // Reads the string that starts at `start`, with its first special byte at `pos`; returns its end. This and
  // replace_text are not inlined, because most strings of a new token need neither.
  LINODE_PAT_NOINLINE static const char* read_rest(std::string_view text, const char* start, const char* pos,
                                                   std::optional<std::string>& out) {
    if (out) emptied(out);
    return decode_string(text, start, pos, out);
  }

  LINODE_PAT_NOINLINE static void replace_text(std::optional<std::string>& out, std::string_view text) {
    emptied(out).append(text.data(), text.size());
  }
};

template <>
struct ValueType<std::int64_t> : ScalarType<std::int64_t> {
  static constexpr const char* expected = "an integer";

  template <class Reader>
  static std::optional<Problem> decode(Reader& reader, std::optional<std::int64_t>& out) {
    if (reader.kind() != Kind::number) return wrong_type(expected, reader);
    const std::size_t position = reader.position();
    const Integer number = reader.read_integer();
    switch (number.outcome) {
      case Integer::Outcome::too_large:
        return Problem{DecodeError::Reason::out_of_range, "a 64-bit integer", "a value out of range", position};
      case Integer::Outcome::fractional:
        return Problem{DecodeError::Reason::wrong_type, expected, "a number with a fraction or an exponent", position};
      case Integer::Outcome::fits:
        break;
    }
    out = number.value;
    return std::nullopt;
  }

  template <class FastReader>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE static bool try_decode(FastReader& reader, std::optional<std::int64_t>& out) {
    std::int64_t number = 0;
    if (!reader.try_space() || !reader.try_integer(number)) return false;
    out = number;
    return true;
  }

  static constexpr std::size_t max_unreserved_size = max_integer_size;
  static constexpr std::size_t estimated_size(std::int64_t /*value*/) noexcept { return max_integer_size; }

  template <class Writer>
  static char* write(Writer& /*writer*/, char* pos, std::int64_t value) noexcept {
    return write_integer(pos, value);
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(std::int64_t value, std::string& /*path*/) noexcept {
    return static_cast<std::int64_t>(static_cast<DocumentInteger>(value)) == value
               ? ""
               : "out of range for the integers of this basic_json";
  }

  template <class J>
  static J to_document(std::int64_t value) {
    return static_cast<typename J::number_integer_t>(value);
  }

  static void print(std::string& out, std::int64_t value) { out += std::to_string(value); }
};

}  // namespace linode::detail
