// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Points in time as the Linode API writes them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>
#include <type_traits>

#include <linode/personal_access_token/detail/time/timestamp_text.hpp>

namespace linode {

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.
///
/// Every function that takes a Timestamp takes a time of `std::chrono::system_clock` in any other unit, too, such as
/// `now()` or `std::chrono::sys_days`: rounded down to microseconds, and to the nearest Timestamp if it is beyond all
/// of them.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

namespace detail {

template <class Duration>
constexpr Timestamp to_timestamp(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept {
  if constexpr (std::ratio_greater_v<typename Duration::period, std::micro>) {
    // A count in `Duration` may be too narrow for the limits.
    using Wide =
        std::chrono::duration<std::common_type_t<typename Duration::rep, std::int64_t>, typename Duration::period>;
    if (time > std::chrono::floor<Wide>((Timestamp::max)())) return (Timestamp::max)();
    if (time < std::chrono::ceil<Wide>((Timestamp::min)())) return (Timestamp::min)();
  }
  return std::chrono::floor<std::chrono::microseconds>(time);
}

constexpr Timestamp to_timestamp(ParsedTime time) noexcept {
  return Timestamp{std::chrono::microseconds{time.microseconds}};
}

}  // namespace detail

/// Reads a time, `YYYY-MM-DD (T|t| ) hh:mm:ss [.d+] [Z|z|±hh:mm]`, written without the blanks of this line except the
/// one that may stand in place of `T`. Without a zone it is UTC, as the API means it.
///
/// Digits of a second after the sixth are cut off. Years are 0000 to 9999 in the proleptic Gregorian calendar, before
/// and after the offset is applied. The grammar is that of RFC 3339 section 5.6 with the zone optional, and without
/// leap seconds, which no `Timestamp` can hold.
///
/// \return nothing for any other text, such as `24:00:00`, `:60` and 30 February
[[nodiscard]] constexpr std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
  const detail::ParsedTime time = detail::parse_time(text);
  if (!time) return std::nullopt;
  return detail::to_timestamp(time);
}

/// Writes a time as the API does: `2018-01-01T00:01:01`, in UTC without suffix; a fraction only where there is one, its
/// trailing zeros cut off. `parse_timestamp` reads it back to the same value.
/// \throws std::out_of_range outside the years 0000 to 9999
[[nodiscard]] std::string format_timestamp(Timestamp time);
/// \copydoc format_timestamp
template <class Duration>
[[nodiscard]] std::string format_timestamp(std::chrono::time_point<std::chrono::system_clock, Duration> time) {
  return format_timestamp(detail::to_timestamp(time));
}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/timestamp.ipp>
#endif
