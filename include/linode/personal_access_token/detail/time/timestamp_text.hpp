// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads and writes times as text, in microseconds since 1970. `parse_timestamp` documents the grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/swar.hpp>
#include <linode/personal_access_token/detail/time/calendar.hpp>

namespace linode::detail {

inline constexpr std::int64_t microseconds_per_second = 1'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t first_writable_second = days_from_date({0, 1, 1}) * seconds_per_day;
inline constexpr std::int64_t last_writable_microsecond =
    (days_from_date({9999, 12, 31}) + 1) * seconds_per_day * microseconds_per_second - 1;

// Why a time is not writable.
inline constexpr const char* year_out_of_range = "outside the years 0000 to 9999";

constexpr bool is_writable(std::int64_t microseconds) noexcept {
  return first_writable_second * microseconds_per_second <= microseconds && microseconds <= last_writable_microsecond;
}

inline constexpr std::size_t min_timestamp_size = 19;  // 2018-01-01T00:01:01
inline constexpr std::size_t max_timestamp_size = 26;  // 2018-01-01T00:01:01.123456

// Writes a writable time, at most `max_timestamp_size` characters, and returns its end.
inline char* write_timestamp(char* out, std::int64_t microseconds) noexcept {
  const auto put_two = [](char* to, unsigned value) { std::memcpy(to, &digit_pairs[std::size_t{2} * value], 2); };
  // Counted from the year 0, and so unsigned, as division is fastest.
  const auto since_year_0 = static_cast<std::uint64_t>(microseconds - first_writable_second * microseconds_per_second);
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
  out += min_timestamp_size;

  if (fraction == 0) return out;
  put_two(out + 1, fraction / 10'000);
  put_two(out + 3, fraction / 100 % 100);
  put_two(out + 5, fraction % 100);
  *out = '.';
  out += 7;
  for (; fraction % 10 == 0; fraction /= 10) --out;
  return out;
}

// An optional number of microseconds that fits in one register.
struct ParsedTime {
  static constexpr std::int64_t none = (std::numeric_limits<std::int64_t>::min)();

  std::int64_t microseconds = none;

  constexpr explicit operator bool() const noexcept { return microseconds != none; }
};

// Parses the grammar of `parse_timestamp`; none for any other text.
constexpr ParsedTime parse_time(std::string_view text) noexcept {
  if (text.size() < min_timestamp_size) return {};
  const char* const start = text.data();
  const DigitWord year_month(load_swar(start), load_swar("0000-00-"));
  const DigitWord clock(load_swar(start + 11), load_swar("00:00:00"));
  const Date date{year_month.pair(0) * 100 + year_month.pair(2), year_month.pair(5), two_digits(start + 8)};
  const bool separated = start[10] == 'T' || start[10] == 't' || start[10] == ' ';
  if (!year_month.matches() || !clock.matches() || !separated || !is_valid(date) || clock.pair(0) > 23 ||
      clock.pair(3) > 59 || clock.pair(6) > 59) {
    return {};
  }
  const std::int64_t second_of_day = clock.pair(0) * 3600 + clock.pair(3) * 60 + clock.pair(6);
  std::int64_t count = (days_from_date(date) * seconds_per_day + second_of_day) * microseconds_per_second;
  if (text.size() == min_timestamp_size) return {count};

  text.remove_prefix(min_timestamp_size);
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
  return is_writable(count) ? ParsedTime{count} : ParsedTime{};
}

}  // namespace linode::detail
