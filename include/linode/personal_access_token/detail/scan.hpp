/// \file
/// Bytes of text, one and eight at a time.
#pragma once

#include <cstddef>
#include <cstdint>

namespace linode::detail {

constexpr bool is_digit(char c) noexcept { return '0' <= c && c <= '9'; }

inline constexpr std::uint64_t every_byte = 0x0101'0101'0101'0101;
inline constexpr std::uint64_t high_bits = every_byte * 0x80;

// Eight bytes as a number, the first one lowest. Compilers make one load of it on either byte order.
constexpr std::uint64_t load_word(const char* from) noexcept {
  const auto byte = [from](int at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(from[at])) << (8 * at);
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

// The bytes of a word that cannot stand in a JSON string as they are, or need a closer look: quotation mark, backslash,
// control characters, and all beyond ASCII. The high bit of the first such byte is the lowest one set in the result;
// the bits above it mean nothing, as the subtractions may borrow.
constexpr std::uint64_t special_bytes(std::uint64_t word) noexcept {
  const std::uint64_t quote = (word ^ (every_byte * '"')) - every_byte;
  const std::uint64_t backslash = (word ^ (every_byte * '\\')) - every_byte;
  const std::uint64_t control = word - every_byte * 0x20;
  return (quote | backslash | control | word) & high_bits;
}

// Which byte of a word the lowest of its high bits belongs to; `bits` is not 0.
constexpr std::size_t first_byte(std::uint64_t bits) noexcept {
  // Below that bit lie as many whole bytes as come before it, and seven more bits: a count of lowest bits less one.
  const std::uint64_t below = (bits & (~bits + 1)) - 1;
  return static_cast<std::size_t>(((below & every_byte) * every_byte) >> 56) - 1;
}

// Whether a byte is one of those.
constexpr bool is_special(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80;
}

// The first special byte, or `end`.
inline const char* find_special(const char* at, const char* end) noexcept {
  for (; end - at >= 8; at += 8) {
    if (const std::uint64_t bits = special_bytes(load_word(at)); bits != 0) return at + first_byte(bits);
  }
  while (at != end && !is_special(*at)) ++at;
  return at;
}

}  // namespace linode::detail
