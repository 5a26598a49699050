// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Points in time as the Linode API writes them, and their clock.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <linode/personal_access_token/detail/time/rescale.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>

namespace linode {

/// The clock of the times in this library: UTC in microseconds since 1970-01-01T00:00:00, leap seconds not counted.
///
/// It is a clock of its own, because `std::chrono::system_clock` counts nanoseconds in libstdc++. The year 2999,
/// Linode's usual "never", does not fit in these: comparing it with `system_clock::now()` overflows. Times of the two
/// clocks do not mix; `from_sys` and `to_sys` convert them, and so does `std::chrono::clock_cast` (C++20).
struct Clock {
  using duration = std::chrono::microseconds;                   ///< the unit
  using rep = duration::rep;                                    ///< the type of a count
  using period = duration::period;                              ///< the unit as a fraction of a second
  using time_point = std::chrono::time_point<Clock, duration>;  ///< `linode::Timestamp`
  static constexpr bool is_steady = false;                      ///< it follows the system's clock

  /// The current time.
  [[nodiscard]] static time_point now() noexcept { return from_sys(std::chrono::system_clock::now()); }

  /// Converts a time of the system's clock in any unit and representation (unsigned, floating-point, 1/1024 s): rounded
  /// down to microseconds, and clamped to the range of Timestamp. NaN gives the earliest Timestamp.
  template <class Duration>
  [[nodiscard]] static constexpr time_point from_sys(
      std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept {
    return time_point(duration(detail::to_microseconds<typename Duration::period>(time.time_since_epoch().count())));
  }

  /// Converts a time to the system's clock, in microseconds. Do not compare the result with `system_clock::now()`: with
  /// libstdc++, a time after the year 2262 overflows.
  [[nodiscard]] static constexpr std::chrono::time_point<std::chrono::system_clock, duration> to_sys(
      time_point time) noexcept {
    return std::chrono::time_point<std::chrono::system_clock, duration>(time.time_since_epoch());
  }
};

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.
///
/// Every function that takes a Timestamp also takes a time of `std::chrono::system_clock`, such as `now()` or
/// `std::chrono::sys_days`, and converts it by `Clock::from_sys`.
using Timestamp = Clock::time_point;

namespace detail {

constexpr Timestamp to_timestamp(ParsedTime time) noexcept {
  return Timestamp{std::chrono::microseconds{time.microseconds}};
}

// A parameter that accepts a Timestamp or a time of the system's clock.
class TimeArgument {
 public:
  template <class Duration, std::enable_if_t<std::is_convertible_v<Duration, Timestamp::duration>, int> = 0>
  constexpr TimeArgument(std::chrono::time_point<Clock, Duration> time) noexcept : time_(time) {}
  template <class Duration>
  constexpr TimeArgument(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept
      : time_(Clock::from_sys(time)) {}

  constexpr operator Timestamp() const noexcept { return time_; }

 private:
  Timestamp time_;
};

}  // namespace detail

/// Reads a time, by the grammar of RFC 3339 section 5.6 with the zone optional and without leap seconds, which no
/// `Timestamp` can hold:
///
///     time     = date ("T" / "t" / " ") clock [fraction] [zone]
///     date     = 4DIGIT "-" 2DIGIT "-" 2DIGIT
///     clock    = 2DIGIT ":" 2DIGIT ":" 2DIGIT
///     fraction = "." 1*DIGIT
///     zone     = "Z" / "z" / (("+" / "-") 2DIGIT ":" 2DIGIT)
///
/// Examples are `2018-01-01T00:01:01`, `2018-01-01 00:01:01.5Z` and `2018-01-01T02:01:01+02:00`. Without a zone the
/// time is UTC, as in the API. Fraction digits after the sixth are cut off. The year must be 0000 to 9999 in the
/// proleptic Gregorian calendar, before and after the offset is applied. Linear in the size of the text.
///
/// \return nothing for any other text, such as `24:00:00`, `:60` and 30 February
[[nodiscard]] constexpr std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
  const detail::ParsedTime time = detail::parse_time(text);
  if (!time) return std::nullopt;
  return detail::to_timestamp(time);
}

/// Writes a time as the API does: `2018-01-01T00:01:01`, in UTC without a suffix. A fraction is written only if there
/// is one, without trailing zeros. `parse_timestamp` reads the text back to the same value.
/// \throws std::out_of_range outside the years 0000 to 9999
[[nodiscard]] std::string format_timestamp(detail::TimeArgument time);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/timestamp.ipp>
#endif
