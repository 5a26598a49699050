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

// Reads fixed-width numbers out of a text, and remembers whether all that it saw were digits.
class DigitReader {
 public:
  constexpr explicit DigitReader(std::string_view text) noexcept : text_(text) {}

  [[nodiscard]] constexpr int two(std::size_t at) noexcept { return digit(at) * 10 + digit(at + 1); }
  [[nodiscard]] constexpr int four(std::size_t at) noexcept { return two(at) * 100 + two(at + 2); }
  [[nodiscard]] constexpr bool saw_digits_only() const noexcept { return all_digits_; }

 private:
  constexpr int digit(std::size_t at) noexcept {
    const int value = text_[at] - '0';
    all_digits_ = all_digits_ & (value >= 0) & (value <= 9);  // not &&: one branch at the end beats one for each digit
    return value;
  }

  std::string_view text_;
  bool all_digits_ = true;
};

inline constexpr std::size_t longest_timestamp = 26;  // 2018-01-01T00:01:01.123456

// Writes a writable time, at most `longest_timestamp` characters, and returns the end of what it wrote.
inline char* write_timestamp(char* out, Timestamp time) noexcept {
  const auto two_digits = [](char* to, int value) {
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
  };
  const std::int64_t day = day_of(time);
  const std::int64_t within_day = time.time_since_epoch().count() - day * microseconds_per_day;
  const Date date = date_from_days(static_cast<int>(day));
  const int second = static_cast<int>(within_day / microseconds_per_second);
  two_digits(out, date.year / 100);
  two_digits(out + 2, date.year % 100);
  out[4] = '-';
  two_digits(out + 5, date.month);
  out[7] = '-';
  two_digits(out + 8, date.day);
  out[10] = 'T';
  two_digits(out + 11, second / 3600);
  out[13] = ':';
  two_digits(out + 14, second / 60 % 60);
  out[16] = ':';
  two_digits(out + 17, second % 60);
  out += 19;

  int fraction = static_cast<int>(within_day % microseconds_per_second);
  if (fraction == 0) return out;
  two_digits(out + 1, fraction / 10'000);
  two_digits(out + 3, fraction / 100 % 100);
  two_digits(out + 5, fraction % 100);
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
/// seconds, which no `Timestamp` can hold. \return nothing for any other text, `24:00:00`, `:60` and 30 February among
/// them
[[nodiscard]] constexpr std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
  constexpr std::size_t shortest = 19;
  if (text.size() < shortest) return std::nullopt;
  detail::DigitReader digits(text);
  const detail::Date date{digits.four(0), digits.two(5), digits.two(8)};
  const int hour = digits.two(11);
  const int minute = digits.two(14);
  const int second = digits.two(17);
  const bool separated = text[4] == '-' && text[7] == '-' && (text[10] == 'T' || text[10] == 't' || text[10] == ' ') &&
                         text[13] == ':' && text[16] == ':';
  if (!digits.saw_digits_only() || !separated || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > detail::days_in_month(date.year, date.month) || hour > 23 || minute > 59 || second > 59) {
    return std::nullopt;
  }
  std::int64_t seconds = detail::days_from_date(date) * detail::seconds_per_day + hour * 3600 + minute * 60 + second;

  std::int64_t microseconds = 0;
  std::size_t at = shortest;
  if (at < text.size() && text[at] == '.') {
    const std::size_t first_digit = ++at;
    for (std::int64_t unit = detail::microseconds_per_second / 10;
         at < text.size() && '0' <= text[at] && text[at] <= '9'; ++at, unit /= 10) {
      microseconds += (text[at] - '0') * unit;
    }
    if (at == first_digit) return std::nullopt;
  }

  if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
    ++at;
  } else if (at + 6 == text.size() && (text[at] == '+' || text[at] == '-') && text[at + 3] == ':') {
    const int offset_hours = digits.two(at + 1);
    const int offset_minutes = digits.two(at + 4);
    if (!digits.saw_digits_only() || offset_hours > 23 || offset_minutes > 59) return std::nullopt;
    const int offset = offset_hours * 3600 + offset_minutes * 60;
    seconds += text[at] == '+' ? -offset : offset;
    at += 6;
  }
  if (at != text.size()) return std::nullopt;

  const Timestamp time{std::chrono::microseconds{seconds * detail::microseconds_per_second + microseconds}};
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
