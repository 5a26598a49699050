/// \file
/// The proleptic Gregorian calendar: days since 1970-01-01 to a date, and back.
#pragma once

namespace linode::detail {

struct Date {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

constexpr bool is_leap_year(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) noexcept {
  // 30 days, and one more in the odd months up to July and in the even ones from August on.
  return month == 2 ? (is_leap_year(year) ? 29 : 28) : 30 + ((month + month / 8) & 1);
}

constexpr bool is_valid(const Date& date) noexcept {
  return 1 <= date.month && date.month <= 12 && 1 <= date.day &&
         (date.day <= 28 || date.day <= days_in_month(date.year, date.month));
}

// For the years 0000 to 9999.
constexpr int days_from_date(const Date& date) noexcept {
  constexpr int days_before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  constexpr int days_to_1970 = 719'625;
  const auto years_past =
      static_cast<unsigned>(date.year) + 399;  // a cycle of 400 years ahead, so that it is not negative
  const unsigned leap_days = years_past / 4 - years_past / 100 + years_past / 400;
  const bool leap_day_passed = date.month > 2 && is_leap_year(date.year);
  return date.year * 365 + static_cast<int>(leap_days) + days_before_month[date.month - 1] + (leap_day_passed ? 1 : 0) +
         date.day - days_to_1970;
}

// Counts in eras of 400 years (146,097 days) that begin on 1 March, which puts the leap day last:
// http://howardhinnant.github.io/date_algorithms.html.
constexpr Date date_from_days(int days) noexcept {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

}  // namespace linode::detail
