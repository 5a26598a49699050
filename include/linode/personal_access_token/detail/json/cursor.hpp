// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// A position in a text, shared by the functions that read JSON.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>

namespace linode::detail {

// What a container must have next, for error messages.
inline constexpr const char* expected_name = "a member name in quotation marks";
inline constexpr const char* expected_colon = "':' after the member name";
inline constexpr const char* expected_after_member = "',' or '}'";
inline constexpr const char* expected_after_element = "',' or ']'";

// The next byte, or NUL at the end; no JSON text contains NUL.
LINODE_PAT_ALWAYS_INLINE inline char peek(const char* pos, const char* end) noexcept {
  return pos != end ? *pos : '\0';
}

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

// The kind of the value that starts here; `Kind::invalid` if none does.
inline Kind kind_of_value_at(const char* pos, const char* end) noexcept {
  return kind_of_byte[static_cast<unsigned char>(peek(pos, end))];
}

struct Cursor {
  const char* begin;
  const char* pos;
  const char* end;

  [[nodiscard]] std::size_t position() const noexcept { return static_cast<std::size_t>(pos - begin); }
  [[nodiscard]] std::size_t remaining() const noexcept { return static_cast<std::size_t>(end - pos); }

  [[nodiscard]] std::string_view text() const noexcept { return {begin, static_cast<std::size_t>(end - begin)}; }

  [[nodiscard]] char peek() const noexcept { return detail::peek(pos, end); }
  [[nodiscard]] bool at_digit() const noexcept { return pos != end && is_digit(*pos); }

  // Inlined, unlike end_of_space: white space is rare here, and a call would make the callers save registers.
  LINODE_PAT_ALWAYS_INLINE void skip_space() noexcept {
    while (pos != end && is_space(*pos)) ++pos;
  }
};

// Throws a syntax Problem: the next byte is not what was expected.
[[noreturn]] inline void fail(const Cursor& cursor, const char* expected) {
  const bool is_mark = cursor.remaining() >= 3 && std::memcmp(cursor.pos, "\xEF\xBB\xBF", 3) == 0;
  const char* const found = cursor.pos == cursor.end ? "the end of the text"
                            : is_mark                ? "a byte order mark"
                                                     : describe(*cursor.pos);
  throw Problem{DecodeError::Reason::syntax, expected, found, cursor.position()};
}

}  // namespace linode::detail
