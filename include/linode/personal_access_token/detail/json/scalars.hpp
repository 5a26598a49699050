// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The scalar values of JSON: strings, numbers and literals (RFC 8259 sections 3, 6 and 7).
///
/// Each function consumes one value that starts at the cursor, and throws a Problem if it is not valid.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/find_special.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// The kind of value that each byte begins.
inline constexpr auto kind_of_byte = [] {
  std::array<Kind, 256> kinds{};
  kinds['n'] = Kind::null;
  kinds['t'] = kinds['f'] = Kind::boolean;
  for (const char c : {'-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) {
    kinds[static_cast<unsigned char>(c)] = Kind::number;
  }
  kinds['"'] = Kind::string;
  kinds['['] = Kind::array;
  kinds['{'] = Kind::object;
  return kinds;
}();

// Of a size known to the compiler, which then compares without a call.
template <std::size_t size>
void skip_literal(Cursor& cursor, const char (&literal)[size]) {
  constexpr std::size_t length = size - 1;
  if (cursor.remaining() < length || std::memcmp(cursor.pos, literal, length) != 0) {
    cursor.fail("null, true or false");
  }
  cursor.pos += length;
}

inline void skip_digits(Cursor& cursor) {
  if (!cursor.at_digit()) cursor.fail("a digit");
  while (cursor.at_digit()) ++cursor.pos;
}

// Returns whether there was any.
inline bool skip_fraction_and_exponent(Cursor& cursor) {
  const char* const start = cursor.pos;
  if (cursor.peek() == '.') {
    ++cursor.pos;
    skip_digits(cursor);
  }
  if (cursor.peek() == 'e' || cursor.peek() == 'E') {
    ++cursor.pos;
    if (cursor.peek() == '+' || cursor.peek() == '-') ++cursor.pos;
    skip_digits(cursor);
  }
  return cursor.pos != start;
}

inline Integer read_integer(Cursor& cursor) {
  const bool negative = *cursor.pos == '-';
  if (negative) ++cursor.pos;
  const char* const first_digit = cursor.pos;
  std::uint64_t magnitude = 0;
  for (; cursor.at_digit(); ++cursor.pos) magnitude = magnitude * 10 + static_cast<std::uint64_t>(*cursor.pos - '0');
  const auto digits = static_cast<std::size_t>(cursor.pos - first_digit);
  if (digits == 0) cursor.fail("a digit");
  if (*first_digit == '0' && digits > 1) {
    cursor.pos = first_digit + 1;
    cursor.fail("no digit after a leading 0");
  }
  if (skip_fraction_and_exponent(cursor)) return {Integer::Outcome::fractional, 0};
  // 19 digits cannot wrap around, and a number of 20 is beyond int64 whatever they are.
  constexpr std::uint64_t largest = (std::numeric_limits<std::int64_t>::max)();
  if (digits > 19 || magnitude > largest + (negative ? 1 : 0)) return {Integer::Outcome::too_large, 0};
  return {Integer::Outcome::fits, static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude)};
}

// The four hexadecimal digits of a \u escape sequence.
inline std::uint32_t read_hex_unit(Cursor& cursor) {
  std::uint32_t unit = 0;
  for (int digit = 0; digit < 4; ++digit, ++cursor.pos) {
    const char c = cursor.peek();
    const auto lower = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      unit = unit << 4 | static_cast<std::uint32_t>(c - '0');
    } else if ('a' <= lower && lower <= 'f') {
      unit = unit << 4 | static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      cursor.fail("four hexadecimal digits");
    }
  }
  return unit;
}

// The code point that an escape sequence stands for, or a surrogate pair of them.
inline std::uint32_t read_escape(Cursor& cursor) {
  const char* const escape = cursor.pos++;
  const char c = cursor.peek();
  if (cursor.pos != cursor.end) ++cursor.pos;
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return static_cast<unsigned char>(c);
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'u':
      break;
    default:
      cursor.pos = escape + 1;
      cursor.fail("a valid escape sequence");
  }
  const std::uint32_t unit = read_hex_unit(cursor);
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  // A surrogate: the first half of a pair, and the second half right behind it.
  if (unit <= 0xDBFF && cursor.remaining() >= 2 && cursor.pos[0] == '\\' && cursor.pos[1] == 'u') {
    cursor.pos += 2;
    const std::uint32_t low = read_hex_unit(cursor);
    if (0xDC00 <= low && low <= 0xDFFF) return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  }
  cursor.pos = escape;
  cursor.fail("a complete surrogate pair");
}

// Returns the text of the string: the bytes between its quotation marks if it has no escape sequences; otherwise what
// is then in `unescaped`, or nothing of use if `unescaped` is null.
inline std::string_view read_string(Cursor& cursor, std::string* unescaped) {
  const char* const start = ++cursor.pos;
  const char* copied = start;
  if (unescaped != nullptr) unescaped->clear();
  for (;;) {
    cursor.pos = find_special(cursor.pos, cursor.end);
    const char c = cursor.peek();
    if (c == '"') break;
    if (c == '\\') {
      const char* const escape = cursor.pos;
      char bytes[max_code_point_size];
      const auto size = static_cast<std::size_t>(write_code_point(bytes, read_escape(cursor)) - bytes);
      if (unescaped != nullptr) unescaped->append(copied, escape).append(bytes, size);
      copied = cursor.pos;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t size = first_code_point({cursor.pos, cursor.remaining()}).size;
      if (size == 0) cursor.fail("valid UTF-8");
      cursor.pos += size;
    } else {
      cursor.fail(cursor.pos == cursor.end ? "a closing quotation mark" : "an escaped control character");
    }
  }
  const char* const close = cursor.pos++;
  if (copied == start || unescaped == nullptr) return {start, static_cast<std::size_t>(close - start)};
  return unescaped->append(copied, close);
}

}  // namespace linode::detail
