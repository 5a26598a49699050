/// \file
/// UTF-8, as RFC 3629 section 4 defines it: no overlong forms, no surrogates, nothing beyond U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace linode::detail {

struct CodePoint {
  std::uint32_t value;
  std::size_t length;  // in bytes; 0: the text does not start with a code point
};

constexpr CodePoint first_code_point(std::string_view text) noexcept {
  constexpr CodePoint none{0, 0};
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (text.empty()) return none;
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() < length) return none;
  std::uint32_t value = lead & (0x7FU >> length);
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return none;
    value = value << 6 | (byte(at) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return none;
  return {value, length};
}

// How many code points the text holds, or nothing if it is not UTF-8.
constexpr std::optional<std::size_t> count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (; !text.empty(); ++count) {
    const std::size_t length = first_code_point(text).length;
    if (length == 0) return std::nullopt;
    text.remove_prefix(length);
  }
  return count;
}

inline constexpr std::size_t longest_code_point = 4;  // in bytes

// Writes a code point and returns the end of what it wrote.
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
