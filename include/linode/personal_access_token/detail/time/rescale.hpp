// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Counts of any unit and representation as microseconds: rounded down, and the nearest count of 64 bits if there is no
/// such. std::chrono converts by multiplying in the count's own type, which overflows or rounds.
#pragma once

#include <cstdint>
#include <limits>
#include <ratio>
#include <type_traits>

namespace linode::detail {

// How far a count is from 0: whole microseconds, and whether there is a rest.
struct Distance {
  static constexpr std::uint64_t too_far = std::uint64_t{1} << 63;  // for a count that is not negative

  std::uint64_t whole;
  bool has_rest;
};

// Of a unit of `num / den` microseconds.
template <std::uint64_t num, std::uint64_t den>
constexpr Distance distance_of(std::uint64_t count) noexcept {
  if (count / den > Distance::too_far / num) return {Distance::too_far, false};
  const std::uint64_t part = count % den * num;
  const std::uint64_t whole = count / den * num + part / den;
  return {whole, part % den != 0};
}

// The same of a floating-point count, exactly: a whole number, which may be doubled some times, and a binary fraction.
template <std::uint64_t num, std::uint64_t den, class Float>
constexpr Distance distance_of_float(Float count) noexcept {
  constexpr Float two_to_64 = static_cast<Float>(Distance::too_far) * 2;
  int doublings = 0;
  for (; count >= two_to_64; count /= 2) {
    if (++doublings > 64) return {Distance::too_far, false};  // no unit makes it small enough
  }
  const auto integer = static_cast<std::uint64_t>(count);
  if (integer / den > Distance::too_far / num) return {Distance::too_far, false};

  // The fraction times `num`, by digits to the base 2^16, the last one first.
  Float fraction = count - static_cast<Float>(integer);
  constexpr Float too_small = 1 / static_cast<Float>(std::uint64_t{1} << 48);
  bool has_rest = Float{0} < fraction && fraction < too_small;
  std::uint64_t digits[12] = {};  // 48 bits, and those of the largest floating-point type
  int size = 0;
  for (; fraction >= too_small || (size > 0 && fraction > 0); ++size) {
    fraction *= 0x10000;
    digits[size] = static_cast<std::uint64_t>(fraction);
    fraction -= static_cast<Float>(digits[size]);
  }
  std::uint64_t product = 0;
  while (size > 0) {
    product += digits[--size] * num;
    has_rest = has_rest || product % 0x10000 != 0;
    product /= 0x10000;
  }

  const std::uint64_t part = integer % den * num + product;
  std::uint64_t whole = integer / den * num + part / den;
  std::uint64_t rest = part % den;
  for (; doublings > 0; --doublings) {
    if (whole >= Distance::too_far) return {Distance::too_far, false};
    whole = 2 * whole + 2 * rest / den;
    rest = 2 * rest % den;
  }
  return {whole, has_rest || rest != 0};
}

// Not a number is the earliest time, which has passed.
template <class Period, class Count>
constexpr std::int64_t to_microseconds(Count count) noexcept {
  static_assert(std::is_arithmetic_v<Count> && (std::is_floating_point_v<Count> || sizeof(Count) <= 8),
                "a time must be counted in integers of at most 64 bits, or in floating-point numbers");
  using Unit = std::ratio_divide<Period, std::micro>;
  constexpr auto num = static_cast<std::uint64_t>(Unit::num);
  constexpr auto den = static_cast<std::uint64_t>(Unit::den);
  constexpr std::uint64_t max_factor = std::uint64_t{1} << 47;
  static_assert(num < max_factor && den < max_factor && num <= Distance::too_far / den,
                "this unit of time is too odd to be converted to microseconds without loss");
  constexpr std::int64_t latest = (std::numeric_limits<std::int64_t>::max)();
  constexpr std::int64_t earliest = (std::numeric_limits<std::int64_t>::min)();

  bool is_negative = false;
  Distance distance{0, false};
  if constexpr (std::is_floating_point_v<Count>) {
    if (!(count == count)) return earliest;
    is_negative = count < 0;
    distance = distance_of_float<num, den>(is_negative ? -count : count);
  } else {
    if constexpr (std::is_signed_v<Count>) is_negative = count < 0;
    distance = distance_of<num, den>(is_negative ? static_cast<std::uint64_t>(-(count + 1)) + 1
                                                 : static_cast<std::uint64_t>(count));
  }
  if (!is_negative) return distance.whole >= Distance::too_far ? latest : static_cast<std::int64_t>(distance.whole);
  if (distance.whole >= Distance::too_far) return earliest;
  return -static_cast<std::int64_t>(distance.whole) - (distance.has_rest ? 1 : 0);
}

}  // namespace linode::detail
