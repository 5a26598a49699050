// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// When a token ends: at a time, or never.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <chrono>
#if defined(__cpp_impl_three_way_comparison) && __has_include(<compare>)
#include <compare>
#endif
#include <cstdint>
#include <type_traits>

#include <linode/personal_access_token/detail/time/rescale.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

/// The end of a token's life: a time, or never (JSON `null`: it lasts until it is revoked).
///
/// Ordered by time; never() comes last. An Expiry cannot be compared with a time, because a token's unset expiry would
/// be earlier than every time: use `has_passed` and `passes_within`.
///
/// Every function that takes a Timestamp also takes a time of `std::chrono::system_clock`, by `Clock::from_sys`.
class Expiry {
 public:
  /// Ends at `time`; a time after the year 9999 is never, because it has no text form. Implicit, because most expiries
  /// are times.
  constexpr Expiry(Timestamp time) noexcept : time_(time > last_time ? never_time : time) {}
  /// \copydoc Expiry(Timestamp)
  template <class Duration>
  constexpr Expiry(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept
      : Expiry(Clock::from_sys(time)) {}

  /// The expiry of a token that does not end.
  [[nodiscard]] static constexpr Expiry never() noexcept { return Expiry(never_time); }

  /// Whether this is `never()`. A server may write "never" as a time far ahead: see `is_effectively_never`.
  [[nodiscard]] constexpr bool is_never() const noexcept { return time_ == never_time; }

  /// The time. For `never()`, a time later than every time with a text form, so that comparisons are right. It is half
  /// way to `Timestamp::max()`: adding a span to it does not overflow, and an Expiry at the sum is `never()`, too.
  [[nodiscard]] constexpr Timestamp time() const noexcept { return time_; }

  /// How long the token still lasts: `time() - now`, negative once it has ended, and clamped if the difference
  /// overflows. For `never()`, the largest duration.
  [[nodiscard]] constexpr Timestamp::duration remaining(detail::TimeArgument now) const noexcept {
    if (is_never()) return (Timestamp::duration::max)();
    const Timestamp::duration zero{0};
    const Timestamp::duration end = time_.time_since_epoch();
    const Timestamp::duration start = Timestamp(now).time_since_epoch();
    if (start < zero && end > (Timestamp::duration::max)() + start) return (Timestamp::duration::max)();
    if (start > zero && end < (Timestamp::duration::min)() + start) return (Timestamp::duration::min)();
    return end - start;
  }

  /// Whether the token has ended: true from the expiry time on. False for `never()`.
  [[nodiscard]] constexpr bool has_passed(detail::TimeArgument now) const noexcept {
    return !is_never() && time_ <= Timestamp(now);
  }

  /// Whether the token has not ended yet, and ends within `span` from `now`: `remaining(now) <= span`. False for
  /// `never()`. The span may have any unit, such as `std::chrono::hours(24) * 30`, and is rounded down to microseconds.
  template <class Rep, class Period>
  [[nodiscard]] constexpr bool passes_within(std::chrono::duration<Rep, Period> span,
                                             detail::TimeArgument now) const noexcept {
    if (is_never() || has_passed(now)) return false;
    return remaining(now).count() <= detail::to_microseconds<Period>(span.count());
  }

  /// Whether this is never, or more than 100 years (36,525 days) after `now`. Linode's servers (year 2999) and web
  /// console (200 years ahead) write "never" that way.
  [[nodiscard]] constexpr bool is_effectively_never(detail::TimeArgument now) const noexcept {
    constexpr Timestamp::duration hundred_years{std::int64_t{36'525} * 86'400 * 1'000'000};
    return is_never() || remaining(now) > hundred_years;
  }

  /// \name Comparison
  ///
  /// Two Expiry compare by time; never() comes last. The operators are templates, so that nothing is converted to an
  /// Expiry: an unset `std::optional<Expiry>` is less than every value that it can be compared with, including a time.
  /// @{

  /// Whether both end at the same time, or never.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator==(E a, E b) noexcept {
    return a.time_ == b.time_;
  }
  /// Whether they differ.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator!=(E a, E b) noexcept {
    return a.time_ != b.time_;
  }
  /// Whether `a` ends earlier.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator<(E a, E b) noexcept {
    return a.time_ < b.time_;
  }
  /// Whether `a` ends later.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator>(E a, E b) noexcept {
    return a.time_ > b.time_;
  }
  /// Whether `a` ends at the same time or earlier.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator<=(E a, E b) noexcept {
    return a.time_ <= b.time_;
  }
  /// Whether `a` ends at the same time or later.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr bool operator>=(E a, E b) noexcept {
    return a.time_ >= b.time_;
  }
#ifdef __cpp_lib_three_way_comparison
  /// The order of the two.
  template <class E, std::enable_if_t<std::is_same_v<E, Expiry>, int> = 0>
  friend constexpr std::strong_ordering operator<=>(E a, E b) noexcept {
    return a.time_.time_since_epoch().count() <=> b.time_.time_since_epoch().count();
  }
#endif
  /// @}

 private:
  static constexpr Timestamp last_time{Timestamp::duration{detail::last_writable_microsecond}};
  static constexpr Timestamp never_time{(Timestamp::duration::max)() / 2};

  Timestamp time_;
};

}  // namespace linode
