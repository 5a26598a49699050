// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// UTF-8, as RFC 3629 section 4 defines it: no overlong forms, no surrogates, nothing beyond U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linode::detail {

struct CodePoint {
  std::uint32_t value;
  std::size_t size;  // in bytes; 0 if the text does not start with a code point
};

constexpr CodePoint first_code_point(std::string_view text) noexcept {
  constexpr CodePoint none{0, 0};
  const auto byte = [text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  if (text.empty()) return none;
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (size == 0 || text.size() < size) return none;
  std::uint32_t value = lead & (0x7FU >> size);
  for (std::size_t index = 1; index < size; ++index) {
    if ((byte(index) & 0xC0) != 0x80) return none;
    value = value << 6 | (byte(index) & 0x3FU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return none;
  return {value, size};
}

// How many code points the text holds, or nothing if it is not UTF-8.
constexpr std::optional<std::size_t> count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (; !text.empty(); ++count) {
    const std::size_t size = first_code_point(text).size;
    if (size == 0) return std::nullopt;
    text.remove_prefix(size);
  }
  return count;
}

// The text, or, if it has more than `max_size` bytes, as many of its characters as fit, and an ellipsis.
inline std::string shortened(std::string_view text, std::size_t max_size) {
  if (text.size() <= max_size) return std::string(text);
  const auto continues = [&] { return (static_cast<unsigned char>(text[max_size]) & 0xC0) == 0x80; };
  for (int back = 0; back < 3 && max_size > 0 && continues(); ++back) --max_size;
  return std::string(text.substr(0, max_size)) += "\xE2\x80\xA6";
}

inline constexpr std::size_t max_code_point_size = 4;  // in bytes

// Writes a code point, and returns its end.
constexpr char* write_code_point(char* out, std::uint32_t value) noexcept {
  const auto put = [&out](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
  const auto put_tail = [&put, value](int shift) { put(0x80 | ((value >> shift) & 0x3F)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put_tail(0);
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0 | (value >> 18));
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
  return out;
}

}  // namespace linode::detail
