/// \file
/// Decimal digits: one, two and eight at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

constexpr bool is_digit(char c) noexcept { return '0' <= c && c <= '9'; }

// The number that two digits make, or -1 if they are none.
constexpr int two_digits(const char* at) noexcept {
  return is_digit(at[0]) && is_digit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : -1;
}

// Eight characters, of which some are digits and the others are given: `layout` has a '0' for each digit.
class DigitWord {
 public:
  constexpr DigitWord(std::uint64_t text, std::uint64_t layout) noexcept
      : values_(text ^ layout), pairs_(values_ * 10 + (values_ >> 8)) {
    // The value of a digit is 0 to 9, that of another character 0. More sets the high bit of its byte in the sum.
    const std::uint64_t others = (((layout ^ every_byte * '0') + every_byte * 0x7F) & high_bits) >> 7;
    const std::uint64_t room = every_byte * (0x7F - 9) + others * 9;
    matches_ = (((values_ + room) | values_) & high_bits) == 0;
  }

  [[nodiscard]] constexpr bool matches() const noexcept { return matches_; }

  // The number of all eight, if all are digits.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept {
    constexpr std::uint64_t pairs = 0x00FF'00FF'00FF'00FF;
    constexpr std::uint64_t fours = 0x0000'FFFF'0000'FFFF;
    const std::uint64_t in_fours = (((pairs_ & pairs) * (1 + (100 << 16))) >> 16) & fours;
    return static_cast<std::uint32_t>((in_fours * (1 + (std::uint64_t{10'000} << 32))) >> 32);
  }

  // The number of two digits at an index.
  [[nodiscard]] constexpr int pair(int at) const noexcept { return static_cast<int>((pairs_ >> (8 * at)) & 0xFF); }

 private:
  std::uint64_t values_;
  std::uint64_t pairs_;  // in each byte, its value times ten and the next one
  bool matches_ = false;
};

// The digits of the numbers 0 to 99, one number behind the other.
inline constexpr auto digit_pairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t number = 0; number < 100; ++number) {
    pairs[2 * number] = static_cast<char>('0' + number / 10);
    pairs[2 * number + 1] = static_cast<char>('0' + number % 10);
  }
  return pairs;
}();

}  // namespace linode::detail
