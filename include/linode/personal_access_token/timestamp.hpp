/// \file
/// Points in time as the Linode API writes them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/swar.hpp>
#include <linode/personal_access_token/detail/time/calendar.hpp>

namespace linode {

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

namespace detail {

inline constexpr std::int64_t microseconds_per_second = 1'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t first_writable_second = days_from_date({0, 1, 1}) * seconds_per_day;
inline constexpr std::int64_t last_writable_second = (days_from_date({9999, 12, 31}) + 1) * seconds_per_day - 1;

// Whether `format_timestamp` takes it: the text has four digits for the year.
constexpr bool is_writable(Timestamp time) noexcept {
  const std::int64_t count = time.time_since_epoch().count();
  return first_writable_second * microseconds_per_second <= count &&
         count < (last_writable_second + 1) * microseconds_per_second;
}

inline constexpr std::size_t shortest_timestamp = 19;  // 2018-01-01T00:01:01
inline constexpr std::size_t longest_timestamp = 26;   // 2018-01-01T00:01:01.123456

// Writes a writable time, at most `longest_timestamp` characters, and returns the end of what it wrote.
inline char* write_timestamp(char* out, Timestamp time) noexcept {
  const auto put_two = [](char* to, unsigned value) { std::memcpy(to, &digit_pairs[std::size_t{2} * value], 2); };
  // Counted from the year 0, and so without a sign, as dividing by a constant is fastest.
  const auto since_year_0 =
      static_cast<std::uint64_t>(time.time_since_epoch().count() - first_writable_second * microseconds_per_second);
  const std::uint64_t seconds = since_year_0 / microseconds_per_second;
  auto fraction = static_cast<unsigned>(since_year_0 % microseconds_per_second);
  const auto day = static_cast<int>(seconds / seconds_per_day);
  const auto second = static_cast<unsigned>(seconds % seconds_per_day);
  const Date date = date_from_days(day + days_from_date({0, 1, 1}));
  const auto year = static_cast<unsigned>(date.year);
  put_two(out, year / 100);
  put_two(out + 2, year % 100);
  out[4] = '-';
  put_two(out + 5, static_cast<unsigned>(date.month));
  out[7] = '-';
  put_two(out + 8, static_cast<unsigned>(date.day));
  out[10] = 'T';
  put_two(out + 11, second / 3600);
  out[13] = ':';
  put_two(out + 14, second / 60 % 60);
  out[16] = ':';
  put_two(out + 17, second % 60);
  out += shortest_timestamp;

  if (fraction == 0) return out;
  put_two(out + 1, fraction / 10'000);
  put_two(out + 3, fraction / 100 % 100);
  put_two(out + 5, fraction % 100);
  *out = '.';
  out += 7;
  for (; fraction % 10 == 0; fraction /= 10) --out;
  return out;
}

// A time read, or none: what an optional would be, in one register.
struct ParsedTime {
  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

  std::int64_t microseconds = none;

  constexpr explicit operator bool() const noexcept { return microseconds != none; }
  constexpr Timestamp operator*() const noexcept { return Timestamp{std::chrono::microseconds{microseconds}}; }
};

// What `parse_timestamp` does.
constexpr ParsedTime parse_time(std::string_view text) noexcept {
  if (text.size() < shortest_timestamp) return {};
  const char* const start = text.data();
  const DigitWord year_month(load_word(start), load_word("0000-00-"));
  const DigitWord clock(load_word(start + 11), load_word("00:00:00"));
  const Date date{year_month.pair(0) * 100 + year_month.pair(2), year_month.pair(5), two_digits(start + 8)};
  const bool separated = start[10] == 'T' || start[10] == 't' || start[10] == ' ';
  if (!year_month.matches() || !clock.matches() || !separated || !is_valid(date) || clock.pair(0) > 23 ||
      clock.pair(3) > 59 || clock.pair(6) > 59) {
    return {};
  }
  const std::int64_t second_of_day = clock.pair(0) * 3600 + clock.pair(3) * 60 + clock.pair(6);
  std::int64_t count = (days_from_date(date) * seconds_per_day + second_of_day) * microseconds_per_second;
  if (text.size() == shortest_timestamp) return {count};

  text.remove_prefix(shortest_timestamp);
  if (text.front() == '.') {
    std::size_t digits = 1;
    for (std::int64_t unit = microseconds_per_second / 10; digits < text.size() && is_digit(text[digits]);
         ++digits, unit /= 10) {
      count += (text[digits] - '0') * unit;
    }
    if (digits == 1) return {};
    text.remove_prefix(digits);
  }
  if (text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':') {
    const int hours = two_digits(text.data() + 1);
    const int minutes = two_digits(text.data() + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
    const std::int64_t offset = (hours * 3600 + minutes * 60) * microseconds_per_second;
    count += text[0] == '+' ? -offset : offset;
  } else if (!text.empty() && text != "Z" && text != "z") {
    return {};
  }
  return is_writable(Timestamp{std::chrono::microseconds{count}}) ? ParsedTime{count} : ParsedTime{};
}

}  // namespace detail

/// Reads a time: `YYYY-MM-DD`; then a letter T, of either case, or a space; `hh:mm:ss`; a point and one or more digits,
/// or none; a letter Z of either case, an offset such as `+02:00`, or neither. Without a zone it is UTC, as the API
/// means it.
///
/// Digits of a second beyond the sixth are cut off. Years are 0000 to 9999 in the proleptic Gregorian calendar, before
/// and after the offset is applied. The grammar is RFC 3339 section 5.6 with the zone optional, and without leap
/// seconds, which no `Timestamp` can hold.
///
/// \return nothing for any other text, `24:00:00`, `:60` and 30 February among them
[[nodiscard]] constexpr std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
  const detail::ParsedTime time = detail::parse_time(text);
  if (!time) return std::nullopt;
  return *time;
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
