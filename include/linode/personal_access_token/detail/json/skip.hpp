// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Skips values, checking every byte, without recursion.
#pragma once

#include <cstddef>
#include <cstring>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/json/scalars.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>

namespace linode::detail {

// Each function checks what starts at `pos`, and returns its end, or throws a Problem. Positions are passed by value,
// which keeps them in registers; a Cursor is made only for what is rare.
class Skipper {
 public:
  Skipper(const char* begin, const char* end) noexcept : begin_(begin), end_(end) {}

  [[nodiscard]] const char* after_value(const char* pos, std::size_t outer_depth) const {
    bool is_object[max_depth];  // of each open container
    std::size_t depth = outer_depth;
    bool before_name = false;
    for (;;) {
      const char c = peek(pos);
      if (before_name && c != '"') fail(cursor(pos), expected_name);
      if (c == '"') {
        pos = after_string(pos);
        if (before_name) {
          pos = after_colon(pos);
          before_name = false;
          continue;
        }
      } else if (c == '{' || c == '[') {
        if (depth == max_depth) throw too_deep(cursor(pos).position());
        pos = after_space(pos + 1);
        if (peek(pos) != (c == '{' ? '}' : ']')) {
          before_name = c == '{';
          is_object[depth++] = before_name;
          continue;
        }
        ++pos;
      } else {
        pos = after_number_or_literal(pos);
      }
      for (;;) {
        if (depth == outer_depth) return pos;
        const bool in_object = is_object[depth - 1];
        pos = after_space(pos);
        const char next = peek(pos);
        if (next == ',') {
          pos = after_space(pos + 1);
          before_name = in_object;
          break;
        }
        if (next != (in_object ? '}' : ']'))
          fail(cursor(pos), in_object ? expected_after_member : expected_after_element);
        ++pos;
        --depth;
      }
    }
  }

 private:
  [[nodiscard]] Cursor cursor(const char* pos) const noexcept { return {begin_, pos, end_}; }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE char peek(const char* pos) const noexcept { return detail::peek(pos, end_); }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_space(const char* pos) const noexcept {
    return pos != end_ && static_cast<unsigned char>(*pos) <= ' ' ? end_of_space(pos, end_) : pos;
  }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_string(const char* pos) const {
    pos = find_special(pos + 1, end_);
    return peek(pos) == '"' ? pos + 1 : skip_rest_of_string(cursor(pos));
  }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_colon(const char* pos) const {
    pos = after_space(pos);
    if (peek(pos) != ':') fail(cursor(pos), expected_colon);
    return after_space(pos + 1);
  }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_number_or_literal(const char* pos) const {
    switch (peek(pos)) {
      case 'n':
        return after_literal(pos, "null");
      case 't':
        return after_literal(pos, "true");
      case 'f':
        return after_literal(pos, "false");
      default:
        return after_number(pos);
    }
  }

  // A template, so that the comparison is inlined.
  template <std::size_t size>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_literal(const char* pos, const char (&literal)[size]) const {
    constexpr std::size_t length = size - 1;
    if (static_cast<std::size_t>(end_ - pos) < length || std::memcmp(pos, literal, length) != 0) {
      fail(cursor(pos), "null, true or false");
    }
    return pos + length;
  }

  // Most numbers have only digits.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_number(const char* pos) const {
    const char* end = pos;
    while (end != end_ && is_digit(*end)) ++end;
    const char next = peek(end);
    const bool is_plain = end != pos && *pos != '0' && next != '.' && next != 'e' && next != 'E';
    return is_plain ? end : after_any_number(cursor(pos));
  }

  static const char* after_any_number(Cursor cursor) {
    if (cursor.peek() != '-' && !cursor.at_digit()) fail(cursor, "a value");
    static_cast<void>(read_integer(cursor));
    return cursor.pos;
  }

  const char* begin_;
  const char* end_;
};

}  // namespace linode::detail
