// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The scalar values of JSON: strings, numbers and literals (RFC 8259 sections 3, 6 and 7).
///
/// Each function reads a value, or a part of one, and throws a Problem if it is invalid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>
#include <linode/personal_access_token/detail/text/text_buffer.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

inline void skip_digits(Cursor& cursor) {
  if (!cursor.at_digit()) fail(cursor, "a digit");
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
  if (digits == 0) fail(cursor, "a digit");
  if (*first_digit == '0' && digits > 1) {
    cursor.pos = first_digit + 1;
    fail(cursor, "no digit after a leading 0");
  }
  if (skip_fraction_and_exponent(cursor)) return {Integer::Outcome::fractional};
  // 19 digits cannot overflow, and any 20-digit number is too large.
  constexpr std::uint64_t largest = (std::numeric_limits<std::int64_t>::max)();
  if (digits > 19 || magnitude > largest + (negative ? 1 : 0)) return {Integer::Outcome::too_large};
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
      fail(cursor, "four hexadecimal digits");
    }
  }
  return unit;
}

// The code point of an escape sequence, or of two that are a surrogate pair.
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
      fail(cursor, "a valid escape sequence");
  }
  const std::uint32_t unit = read_hex_unit(cursor);
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  // A surrogate must be the first half of a pair, directly followed by the second.
  if (unit <= 0xDBFF && cursor.remaining() >= 2 && cursor.pos[0] == '\\' && cursor.pos[1] == 'u') {
    cursor.pos += 2;
    const std::uint32_t low = read_hex_unit(cursor);
    if (0xDC00 <= low && low <= 0xDFFF) return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  }
  cursor.pos = escape;
  fail(cursor, "a complete surrogate pair");
}

// Consumes a non-ASCII character. Throws at the end of the text, at a control character, and at invalid UTF-8.
inline void skip_non_ascii(Cursor& cursor) {
  if (static_cast<unsigned char>(cursor.peek()) < 0x80) {
    fail(cursor, cursor.pos == cursor.end ? "a closing quotation mark" : "an escaped control character");
  }
  const std::size_t size = first_code_point({cursor.pos, cursor.remaining()}).size;
  if (size == 0) fail(cursor, "valid UTF-8");
  cursor.pos += size;
}

// Checks the rest of a string, from its first special byte on, and returns its end.
inline const char* skip_rest_of_string(Cursor cursor) {
  for (; cursor.peek() != '"'; cursor.pos = find_special(cursor.pos, cursor.end)) {
    if (cursor.peek() == '\\') {
      static_cast<void>(read_escape(cursor));
    } else {
      skip_non_ascii(cursor);
    }
  }
  return cursor.pos + 1;
}

// Decodes the string of `text` that starts at `start`, with its first special byte at `pos`, and returns its end. `out`
// must be unset, or an empty string, whose storage is used. Not inlined: few strings need it.
LINODE_PAT_NOINLINE inline const char* decode_string(std::string_view text, const char* start, const char* pos,
                                                     std::optional<std::string>& out) {
  const char* const end = text.data() + text.size();
  TextBuffer::Room room;
  TextBuffer decoded(out, room);
  char* decoded_end = room;
  for (;;) {
    const char c = peek(pos, end);
    if (!is_special(c)) {
      pos = find_special(pos, end);
      continue;
    }
    if (c == '"') break;
    Cursor special{text.data(), pos, end};
    if (c == '\\') {
      decoded_end = decoded.append(decoded_end, start, pos, end);
      decoded_end = decoded.append(decoded_end, read_escape(special));
      start = special.pos;
    } else {
      skip_non_ascii(special);
    }
    pos = special.pos;
  }
  decoded_end = decoded.append(decoded_end, start, pos, end);
  decoded.finish(decoded_end);
  return pos + 1;
}

// The text of a string: the bytes between its quotation marks if none is special, else the contents of `decoded`. Not
// inlined: the fast path reads most strings.
LINODE_PAT_NOINLINE inline std::string_view read_string(Cursor& cursor, std::optional<std::string>& decoded) {
  const char* const start = ++cursor.pos;
  cursor.pos = find_special(start, cursor.end);
  if (cursor.peek() == '"') return {start, static_cast<std::size_t>(cursor.pos++ - start)};
  if (decoded) decoded->clear();
  cursor.pos = decode_string(cursor.text(), start, cursor.pos, decoded);
  return *decoded;
}

}  // namespace linode::detail
