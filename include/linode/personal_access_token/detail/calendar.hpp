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

// Both conversions count in eras of 400 years (146,097 days) that begin on 1 March, which puts the leap day last:
// http://howardhinnant.github.io/date_algorithms.html. They hold for every year that a Timestamp can fall into.

constexpr int days_from_date(const Date& date) noexcept {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

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
