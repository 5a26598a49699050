// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The end of a token's life.
#pragma once

#include <chrono>
#include <optional>

#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

/// The end of a token's life: a time, or never (JSON `null`: it lasts until it is revoked).
///
/// Ordered by time, never last.
class Expiry {
 public:
  /// Ends at `time`. Implicit, as a time is the ordinary expiry.
  constexpr Expiry(Timestamp time) noexcept : time_(time) {}
  /// Ends at `time`, rounded down to microseconds.
  template <class Duration>
  constexpr Expiry(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept
      : time_(detail::to_timestamp(time)) {}

  /// Does not end.
  [[nodiscard]] static constexpr Expiry never() noexcept { return Expiry(); }

  /// Whether this is `never()`. A server may write "never" as a time far ahead: see `is_effectively_never`.
  [[nodiscard]] constexpr bool is_never() const noexcept { return !time_; }

  /// The time, or nothing for never.
  [[nodiscard]] constexpr std::optional<Timestamp> time() const noexcept { return time_; }

  /// Whether the token has ended: true at and after the expiry time; never true for `never()`.
  [[nodiscard]] constexpr bool has_passed(Timestamp now) const noexcept { return time_ && *time_ <= now; }
  /// \copydoc has_passed(Timestamp) const
  template <class Duration>
  [[nodiscard]] constexpr bool has_passed(
      std::chrono::time_point<std::chrono::system_clock, Duration> now) const noexcept {
    return has_passed(detail::to_timestamp(now));
  }

  /// Never, or more than 100 years (36,525 days) after `now`, which is how Linode's servers (year 2999) and web console
  /// (200 years ahead) write "never".
  [[nodiscard]] constexpr bool is_effectively_never(Timestamp now) const noexcept {
    constexpr std::chrono::hours hundred_years{36'525 * 24};
    // The difference of two times may overflow; this sum cannot.
    return !time_ || (now <= (Timestamp::max)() - hundred_years && *time_ > now + hundred_years);
  }
  /// \copydoc is_effectively_never(Timestamp) const
  template <class Duration>
  [[nodiscard]] constexpr bool is_effectively_never(
      std::chrono::time_point<std::chrono::system_clock, Duration> now) const noexcept {
    return is_effectively_never(detail::to_timestamp(now));
  }

  /// Whether both end at the same time, or never.
  friend constexpr bool operator==(Expiry a, Expiry b) noexcept { return a.time_ == b.time_; }
  /// Whether one ends at another time.
  friend constexpr bool operator!=(Expiry a, Expiry b) noexcept { return !(a == b); }
  /// Whether `a` ends earlier; never is later than every time.
  friend constexpr bool operator<(Expiry a, Expiry b) noexcept { return a.time_ && (!b.time_ || *a.time_ < *b.time_); }
  /// Whether `a` ends later.
  friend constexpr bool operator>(Expiry a, Expiry b) noexcept { return b < a; }
  /// Whether `a` does not end later.
  friend constexpr bool operator<=(Expiry a, Expiry b) noexcept { return !(b < a); }
  /// Whether `a` does not end earlier.
  friend constexpr bool operator>=(Expiry a, Expiry b) noexcept { return !(a < b); }

 private:
  constexpr Expiry() noexcept = default;

  std::optional<Timestamp> time_;
};

}  // namespace linode
