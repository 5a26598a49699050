/// \file
/// Points in time as the Linode API writes them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/calendar.hpp>
#include <linode/personal_access_token/detail/scan.hpp>

namespace linode {

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

namespace detail {

inline constexpr std::int64_t microseconds_per_second = 1'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t microseconds_per_day = seconds_per_day * microseconds_per_second;
inline constexpr std::int64_t first_writable_day = days_from_date({0, 1, 1});
inline constexpr std::int64_t last_writable_day = days_from_date({9999, 12, 31});

// Days since 1970-01-01, rounded towards the past.
constexpr std::int64_t day_of(Timestamp time) noexcept {
  const std::int64_t count = time.time_since_epoch().count();
  return count / microseconds_per_day - (count % microseconds_per_day < 0 ? 1 : 0);
}

// Whether `format_timestamp` takes it: the text has four digits for the year.
constexpr bool is_writable(Timestamp time) noexcept {
  return first_writable_day <= day_of(time) && day_of(time) <= last_writable_day;
}

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

  // The number of two digits at an index.
  [[nodiscard]] constexpr int pair(int at) const noexcept { return static_cast<int>((pairs_ >> (8 * at)) & 0xFF); }

 private:
  std::uint64_t values_;
  std::uint64_t pairs_;  // in each byte, its value times ten and the next one
  bool matches_ = false;
};

inline constexpr std::size_t longest_timestamp = 26;  // 2018-01-01T00:01:01.123456

// Writes a writable time, at most `longest_timestamp` characters, and returns the end of what it wrote.
inline char* write_timestamp(char* out, Timestamp time) noexcept {
  const auto put_two = [](char* to, int value) {
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
  };
  const std::int64_t day = day_of(time);
  const std::int64_t within_day = time.time_since_epoch().count() - day * microseconds_per_day;
  const Date date = date_from_days(static_cast<int>(day));
  const int second = static_cast<int>(within_day / microseconds_per_second);
  put_two(out, date.year / 100);
  put_two(out + 2, date.year % 100);
  out[4] = '-';
  put_two(out + 5, date.month);
  out[7] = '-';
  put_two(out + 8, date.day);
  out[10] = 'T';
  put_two(out + 11, second / 3600);
  out[13] = ':';
  put_two(out + 14, second / 60 % 60);
  out[16] = ':';
  put_two(out + 17, second % 60);
  out += 19;

  int fraction = static_cast<int>(within_day % microseconds_per_second);
  if (fraction == 0) return out;
  put_two(out + 1, fraction / 10'000);
  put_two(out + 3, fraction / 100 % 100);
  put_two(out + 5, fraction % 100);
  *out = '.';
  out += 7;
  for (; fraction % 10 == 0; fraction /= 10) --out;
  return out;
}

}  // namespace detail

/// Reads a time: `YYYY-MM-DD`, then `T`, `t` or a space, `hh:mm:ss`, optionally `.` and one or more digits, optionally
/// `Z`, `z` or `±hh:mm`. Without a zone it is UTC, as the API means it.
///
/// Digits of a second beyond the sixth are cut off. Years are 0000 to 9999 in the proleptic Gregorian calendar, before
/// and after the offset is applied. The grammar is RFC 3339 section 5.6 with the zone optional, and without leap
/// seconds, which no `Timestamp` can hold.
///
/// \return nothing for any other text, `24:00:00`, `:60` and 30 February among them
[[nodiscard]] constexpr std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
  constexpr std::size_t shortest = 19;
  if (text.size() < shortest) return std::nullopt;
  const char* const start = text.data();
  const detail::DigitWord year_month(detail::load_word(start), detail::load_word("0000-00-"));
  const detail::DigitWord clock(detail::load_word(start + 11), detail::load_word("00:00:00"));
  const detail::Date date{year_month.pair(0) * 100 + year_month.pair(2), year_month.pair(5),
                          detail::two_digits(start + 8)};
  const bool separated = start[10] == 'T' || start[10] == 't' || start[10] == ' ';
  if (!year_month.matches() || !clock.matches() || !separated || !detail::is_valid(date) || clock.pair(0) > 23 ||
      clock.pair(3) > 59 || clock.pair(6) > 59) {
    return std::nullopt;
  }
  const std::int64_t second_of_day = clock.pair(0) * 3600 + clock.pair(3) * 60 + clock.pair(6);
  std::int64_t count =
      (detail::days_from_date(date) * detail::seconds_per_day + second_of_day) * detail::microseconds_per_second;
  if (text.size() == shortest) return Timestamp{std::chrono::microseconds{count}};

  text.remove_prefix(shortest);
  if (text.front() == '.') {
    std::size_t digits = 1;
    for (std::int64_t unit = detail::microseconds_per_second / 10;
         digits < text.size() && detail::is_digit(text[digits]); ++digits, unit /= 10) {
      count += (text[digits] - '0') * unit;
    }
    if (digits == 1) return std::nullopt;
    text.remove_prefix(digits);
  }
  if (text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':') {
    const int hours = detail::two_digits(text.data() + 1);
    const int minutes = detail::two_digits(text.data() + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    const std::int64_t offset = (hours * 3600 + minutes * 60) * detail::microseconds_per_second;
    count += text[0] == '+' ? -offset : offset;
  } else if (!text.empty() && text != "Z" && text != "z") {
    return std::nullopt;
  }
  const Timestamp time{std::chrono::microseconds{count}};
  if (!detail::is_writable(time)) return std::nullopt;
  return time;
}

/// Writes a time as the API does: `2018-01-01T00:01:01`, UTC without suffix; a fraction only where there is one, its
/// trailing zeros cut off. `parse_timestamp` reads it back to the same value.
/// \throws std::out_of_range outside the years 0000 to 9999
[[nodiscard]] inline std::string format_timestamp(Timestamp time) {
  if (!detail::is_writable(time))
    throw std::out_of_range("a timestamp outside the years 0000 to 9999 has no text form");
  char text[detail::longest_timestamp];
  return std::string(text, detail::write_timestamp(text, time));
}

}  // namespace linode
