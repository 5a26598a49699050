/// \file
/// The one loop that every character of a string goes through: the search for one that is not taken as it is.
#pragma once

#include <cstddef>
#include <cstdint>

#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

// The bytes of a word that cannot stand in a JSON string as they are, or need a closer look: quotation mark, backslash,
// control characters, and all beyond ASCII. The high bit of the first such byte is the lowest one set in the result;
// the bits above it mean nothing, as the subtractions may borrow.
[[gnu::always_inline]] constexpr std::uint64_t special_bytes(std::uint64_t word) noexcept {
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
[[gnu::always_inline]] inline const char* find_special(const char* at, const char* end) noexcept {
  for (; end - at >= 8; at += 8) {
    if (const std::uint64_t bits = special_bytes(load_word(at)); bits != 0) return at + first_byte(bits);
  }
  while (at != end && !is_special(*at)) ++at;
  return at;
}

}  // namespace linode::detail
