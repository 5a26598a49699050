// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Converts counts in any unit and representation to microseconds, rounded down and clamped to 64 bits. `std::chrono`
/// multiplies in the type of the count, which overflows or rounds.
#pragma once

#include <cstdint>
#include <limits>
#include <ratio>
#include <type_traits>

namespace linode::detail {

// Floating-point counts are converted within a microsecond. NaN gives the earliest time, which has passed.
template <class Period, class Count>
constexpr std::int64_t to_microseconds(Count count) noexcept {
  static_assert(std::is_arithmetic_v<Count> && (std::is_floating_point_v<Count> || sizeof(Count) <= 8),
                "a time must be counted in integers of at most 64 bits, or in floating-point numbers");
  using Unit = std::ratio_divide<Period, std::micro>;
  constexpr std::int64_t latest = (std::numeric_limits<std::int64_t>::max)();
  constexpr std::int64_t earliest = (std::numeric_limits<std::int64_t>::min)();
  constexpr std::uint64_t too_far = std::uint64_t{1} << 63;

  if constexpr (std::is_floating_point_v<Count>) {
    constexpr auto limit = static_cast<long double>(too_far);
    const long double exact = static_cast<long double>(count) * Unit::num / Unit::den;
    if (!(exact >= -limit)) return earliest;
    if (exact >= limit) return latest;
    const auto whole = static_cast<std::int64_t>(exact);
    return static_cast<long double>(whole) > exact ? whole - 1 : whole;
  } else {
    constexpr auto num = static_cast<std::uint64_t>(Unit::num);
    constexpr auto den = static_cast<std::uint64_t>(Unit::den);
    static_assert(num <= too_far / den, "this unit of time cannot be converted to microseconds without loss");
    bool is_negative = false;
    if constexpr (std::is_signed_v<Count>) is_negative = count < 0;
    const std::uint64_t distance =
        is_negative ? static_cast<std::uint64_t>(-(count + 1)) + 1 : static_cast<std::uint64_t>(count);
    if (distance / den > too_far / num) return is_negative ? earliest : latest;
    const std::uint64_t part = distance % den * num;
    const std::uint64_t whole = distance / den * num + part / den;
    if (whole >= too_far) return is_negative ? earliest : latest;
    if (!is_negative) return static_cast<std::int64_t>(whole);
    return -static_cast<std::int64_t>(whole) - (part % den != 0 ? 1 : 0);
  }
}

}  // namespace linode::detail
