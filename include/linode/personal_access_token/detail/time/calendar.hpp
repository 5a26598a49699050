// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The proleptic Gregorian calendar: dates as days since 1970-01-01, and back.
#pragma once

#include <cstdint>

#include <linode/personal_access_token/detail/config.hpp>

namespace linode::detail {

struct Date {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

// By month. Not local to the functions, where they would be copied to the stack.
inline constexpr int longest_month[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
inline constexpr int days_from_march[] = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};

constexpr bool is_leap_year(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr bool is_valid(const Date& date) noexcept {
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  return date.day <= longest_month[date.month - 1] && (date.month != 2 || date.day < 29 || is_leap_year(date.year));
}

// The number of 1970-01-01 if 1 March of the year -400 is day 1.
inline constexpr int days_to_1970 = 865'566;

// For the years 0000 to 9999. Years begin in March here, so that a leap day is the last day of its year.
LINODE_PAT_ALWAYS_INLINE constexpr int days_from_date(const Date& date) noexcept {
  // Plus 400 years, so that January of the year 0 is not negative.
  const auto year = static_cast<unsigned>(date.year + 400 - (date.month <= 2 ? 1 : 0));
  const unsigned century = year / 100;
  return static_cast<int>(year * 365 + year / 4 - century + century / 4) + days_from_march[date.month - 1] + date.day -
         days_to_1970;
}

// For the years 0000 to 9999. Years begin in March here, too. The algorithm divides by multiplication and shift: Neri
// and Schneider, Euclidean affine functions and their application to calendar algorithms (2022), proposition 6.3.
constexpr Date date_from_days(int days) noexcept {
  const auto quarters = 4 * static_cast<std::uint32_t>(days + days_to_1970 - 1) + 3;
  const std::uint32_t century = quarters / 146'097;
  const std::uint32_t within_century = quarters % 146'097 | 3;
  const std::uint64_t years = std::uint64_t{2'939'745} * within_century;
  const auto year_of_century = static_cast<std::uint32_t>(years >> 32);
  const std::uint32_t day_of_year = static_cast<std::uint32_t>(years) / 2'939'745 / 4;
  const std::uint32_t months = 2141 * day_of_year + 197'913;
  const bool next_year = day_of_year >= 306;
  return {static_cast<int>(100 * century + year_of_century) - 400 + (next_year ? 1 : 0),
          static_cast<int>(months >> 16) - (next_year ? 12 : 0), static_cast<int>((months & 0xFFFF) / 2141) + 1};
}

}  // namespace linode::detail
