// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads decimal digits, one, two or eight at a time, and writes integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

constexpr bool is_digit(char c) noexcept { return '0' <= c && c <= '9'; }

// The value of two digits, or -1 if either is not a digit.
constexpr int two_digits(const char* from) noexcept {
  return is_digit(from[0]) && is_digit(from[1]) ? (from[0] - '0') * 10 + (from[1] - '0') : -1;
}

// Compares eight characters with a layout: where the layout has '0', any digit matches; elsewhere, only the same
// character does.
class DigitWord {
 public:
  constexpr DigitWord(std::uint64_t text, std::uint64_t layout) noexcept
      : values_(text ^ layout), pairs_(values_ * 10 + (values_ >> 8)) {
    // Per byte, the difference may be at most 9 where a digit is expected, else 0. A larger one sets the high bit.
    const std::uint64_t others = (((layout ^ swar_fill('0')) + swar_fill(0x7F)) & swar_high_bits) >> 7;
    const std::uint64_t room = swar_fill(0x7F - 9) + others * 9;
    matches_ = (((values_ + room) | values_) & swar_high_bits) == 0;
  }

  [[nodiscard]] constexpr bool matches() const noexcept { return matches_; }

  // The value of all eight characters, which must be digits.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept {
    constexpr std::uint64_t pairs = 0x00FF'00FF'00FF'00FF;
    constexpr std::uint64_t fours = 0x0000'FFFF'0000'FFFF;
    const std::uint64_t in_fours = (((pairs_ & pairs) * (1 + (100 << 16))) >> 16) & fours;
    return static_cast<std::uint32_t>((in_fours * (1 + (std::uint64_t{10'000} << 32))) >> 32);
  }

  // The value of the two digits at an index.
  [[nodiscard]] constexpr int pair(int index) const noexcept {
    return static_cast<int>((pairs_ >> (8 * index)) & 0xFF);
  }

 private:
  std::uint64_t values_;
  std::uint64_t pairs_;  // each byte: ten times its value, plus the next one
  bool matches_ = false;
};

// The two digits of each number from 00 to 99, concatenated.
inline constexpr char digit_pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

inline constexpr std::size_t max_integer_size = 20;  // -9223372036854775808

inline char* write_integer(char* pos, std::int64_t value) noexcept {
  auto magnitude = static_cast<std::uint64_t>(value);
  if (value < 0) {
    *pos++ = '-';
    magnitude = static_cast<std::uint64_t>(-(value + 1)) + 1;
  }
  std::size_t size = 1;
  std::uint64_t first = magnitude;  // its first digits, one to four of them
  for (; first >= 10'000; first /= 10'000) size += 4;
  size += (first >= 10 ? 1U : 0U) + (first >= 100 ? 1U : 0U) + (first >= 1000 ? 1U : 0U);
  char* const end = pos + size;
  for (pos = end; magnitude >= 100; magnitude /= 100) {
    pos -= 2;
    std::memcpy(pos, digit_pairs + 2 * (magnitude % 100), 2);
  }
  if (magnitude >= 10) {
    std::memcpy(pos - 2, digit_pairs + 2 * magnitude, 2);
  } else {
    pos[-1] = static_cast<char>('0' + magnitude);
  }
  return end;
}

}  // namespace linode::detail
