#include <linode/personal_access_token/timestamp.hpp>

#include <chrono>
#include <climits>
#include <cstdint>
#include <ctime>
#include <limits>
#include <ratio>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "catch.hpp"
#include "generate.hpp"

using linode::format_timestamp;
using linode::parse_timestamp;
using linode::Timestamp;
using std::chrono::microseconds;
using std::chrono::seconds;

static_assert(parse_timestamp("1970-01-01T00:00:01") == Timestamp{seconds{1}}, "times are parsed at compile time");
static_assert(noexcept(parse_timestamp(std::string_view())));
static_assert(sizeof(Timestamp) == 8);

namespace {

struct Valid {
  int line;
  const char* text;
  std::int64_t microseconds_since_1970;
};

constexpr std::int64_t new_year_2018 = 1'514'764'861'000'000;  // 2018-01-01T00:01:01Z

}  // namespace

TEST_CASE("a time is read as a UTC instant", "[timestamp]") {
  const Valid rows[] = {
      {__LINE__, "2018-01-01T00:01:01", new_year_2018},
      {__LINE__, "2018-01-01t00:01:01", new_year_2018},
      {__LINE__, "2018-01-01 00:01:01", new_year_2018},
      {__LINE__, "2018-01-01T00:01:01Z", new_year_2018},
      {__LINE__, "2018-01-01T00:01:01z", new_year_2018},
      {__LINE__, "2018-01-01T00:01:01+00:00", new_year_2018},
      {__LINE__, "2018-01-01T00:01:01-00:00", new_year_2018},
      {__LINE__, "2018-01-01T02:01:01+02:00", new_year_2018},
      {__LINE__, "2017-12-31T14:31:01-09:30", new_year_2018},
      {__LINE__, "2018-01-02T00:00:01+23:59", new_year_2018},
      {__LINE__, "2018-01-01T00:01:01.5", new_year_2018 + 500'000},
      {__LINE__, "2018-01-01T00:01:01.000001", new_year_2018 + 1},
      {__LINE__, "2018-01-01T00:01:01.1234567890123", new_year_2018 + 123'456},
      {__LINE__, "2018-01-01T00:01:01.9999999Z", new_year_2018 + 999'999},
      {__LINE__, "2018-01-01T01:01:01.25+01:00", new_year_2018 + 250'000},
      {__LINE__, "1970-01-01T00:00:00", 0},
      {__LINE__, "1969-12-31T23:59:59.75", -250'000},
      {__LINE__, "2000-02-29T00:00:00", 951'782'400'000'000},
      {__LINE__, "2024-02-29T23:59:59", 1'709'251'199'000'000},
      {__LINE__, "0000-01-01T00:00:00", -62'167'219'200'000'000},
      {__LINE__, "0000-02-29T00:00:00", -62'162'121'600'000'000},
      {__LINE__, "9999-12-31T23:59:59.999999", 253'402'300'799'999'999},
  };
  for (const Valid& row : rows) {
    IN_ROW(row);
    CAPTURE(row.text);
    CHECK(parse_timestamp(row.text) == Timestamp{microseconds{row.microseconds_since_1970}});
  }
}

TEST_CASE("a text that is not a timestamp is not read", "[timestamp]") {
  const std::string text = GENERATE(
      as<std::string>(), "", "2018", "2018-01-01", "2018-01-01T", "2018-01-01T00:01", "2018-01-01T00:01Z",
      "2018-01-01T24:00:00", "2018-01-01T00:60:00", "2018-01-01T00:00:60", "2018-02-30T00:00:00", "2018-02-29T00:00:00",
      "1900-02-29T00:00:00", "2100-02-29T00:00:00", "2018-04-31T00:00:00", "2018-06-31T00:00:00", "2018-09-31T00:00:00",
      "2018-11-31T00:00:00", "2018-01-32T00:00:00", "2018-13-01T00:00:00", "2018-00-01T00:00:00", "2018-01-00T00:00:00",
      "2018-01-01T00:01:01+0200", "2018-01-01T00:01:01*02:00", "2018-01-01T00:01:01+02.00", "2018-01-01T00:01:01+02:x0",
      "2018-01-01T00:01:01+02", "2018-01-01T00:01:01+24:00", "2018-01-01T00:01:01+02:60", "2018-01-01T00:01:01 +02:00",
      "2018-01-01T00:01:01+02:00Z", "2018-01-01T00:01:01ZZ", "2018-01-01T00:01:01UTC", "2018-01-01T00:01:01,5",
      "2018-01-01T00:01:01.", "2018-01-01T00:01:01.Z", "2018-01-01T00:01:01.-1", " 2018-01-01T00:01:01",
      "2018-01-01T00:01:01 ", "2018-01-01  00:01:01", "2018/01/01T00:01:01", "20180101T000101", "18-01-01T00:01:01Z",
      "-018-01-01T00:01:01", "+2018-01-01T00:01:01", "12018-01-01T00:01:01", "2018-1-1T0:1:1.0000",
      "2018-01-01T00-01-01", "2018-01-01X00:01:01", "2018-01-01T00:01:0x", "201a-01-01T00:01:01",
      "2018-01-01T00:01:01\n", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "1514764861",
      "2018-01-01T00:01:01+0a:00", "2018-01-01T00:01:01+02:0", "2018-01-01T00:01:01-aa:bb", "2018-W01-1T00:01:01",
      "2018-01-01T00:01:01+-1:00", "2018-01-01T-1:01:01");
  CAPTURE(text);
  CHECK_FALSE(parse_timestamp(text).has_value());
}

// At compile time, where an access beyond the months or the text is an error.
static_assert(!linode::detail::parse_time("2018-13-01T00:00:00"));
static_assert(!linode::detail::parse_time("2018-00-01T00:00:00"));
static_assert(linode::detail::parse_time("2018-12-31T23:59:59"));
static_assert(!linode::detail::parse_time("2018-01-01"));

TEST_CASE("bytes after a text do not belong to the time", "[timestamp]") {
  const std::string_view whole = "2018-01-01T00:01:01.5+02:00";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string_view cut = whole.substr(0, size);
    CAPTURE(cut);
    CHECK(parse_timestamp(cut) == parse_timestamp(std::string(cut)));
    CHECK(parse_timestamp(cut).has_value() == (size == 19 || size == 21));
  }
  CHECK_FALSE(parse_timestamp(std::string_view("2018-01-01T00:01:01\0Z", 21)));
}

TEST_CASE("offsets reach the edges of the calendar", "[timestamp]") {
  CHECK(parse_timestamp("0000-01-01T23:59:00+23:59") == parse_timestamp("0000-01-01T00:00:00"));
  CHECK(parse_timestamp("9999-12-31T00:00:59.999999-23:59") == parse_timestamp("9999-12-31T23:59:59.999999"));
}

TEST_CASE("a time is written in UTC with its fraction", "[timestamp]") {
  struct Row {
    int line;
    std::int64_t count;
    const char* text;
  };
  const Row rows[] = {
      {__LINE__, new_year_2018, "2018-01-01T00:01:01"},
      {__LINE__, new_year_2018 + 500'000, "2018-01-01T00:01:01.5"},
      {__LINE__, new_year_2018 + 120'000, "2018-01-01T00:01:01.12"},
      {__LINE__, new_year_2018 + 7'000, "2018-01-01T00:01:01.007"},
      {__LINE__, new_year_2018 + 1'020, "2018-01-01T00:01:01.00102"},
      {__LINE__, new_year_2018 + 1, "2018-01-01T00:01:01.000001"},
      {__LINE__, -1, "1969-12-31T23:59:59.999999"},
      {__LINE__, -62'167'219'200'000'000, "0000-01-01T00:00:00"},
      {__LINE__, 253'402'300'799'999'999, "9999-12-31T23:59:59.999999"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CHECK(format_timestamp(Timestamp{microseconds{row.count}}) == row.text);
  }
}

TEST_CASE("only the years 0000 to 9999 are written", "[timestamp]") {
  const std::int64_t count = GENERATE(-62'167'219'200'000'001, 253'402'300'800'000'000, INT64_MIN, INT64_MAX);
  CHECK_THROWS_AS(format_timestamp(Timestamp{microseconds{count}}), std::out_of_range);
}

TEST_CASE("reading what was written gives the same time", "[timestamp]") {
  generate::Random random(1);
  for (int round = 0; round < 20'000; ++round) {
    const Timestamp time = random.timestamp();
    const std::string text = format_timestamp(time);
    CAPTURE(text);
    REQUIRE(parse_timestamp(text) == time);
  }
}

TEST_CASE("the longest time fits the reserved size", "[timestamp]") {
  const Timestamp time = parse_timestamp("2018-01-01T00:01:01.123456").value();
  CHECK(format_timestamp(time).size() == linode::detail::max_timestamp_size);
  CHECK(format_timestamp(time - std::chrono::microseconds{123'456}).size() == linode::detail::min_timestamp_size);
}

TEST_CASE("nothing is written after a time", "[timestamp]") {
  const auto written = [](std::string_view text) {
    std::string room(linode::detail::max_timestamp_size + 1, '?');
    linode::detail::write_timestamp(room.data(), parse_timestamp(text).value().time_since_epoch().count());
    return room;
  };
  CHECK(written("2018-01-01T00:01:01.123456") == "2018-01-01T00:01:01.123456?");
  CHECK(written("2018-01-01T00:01:01") == "2018-01-01T00:01:01????????");
}

TEST_CASE("every day of the calendar round-trips", "[timestamp]") {
  const auto two = [](int value) {
    return std::string(1, static_cast<char>('0' + value / 10)) + static_cast<char>('0' + value % 10);
  };
  Timestamp expected = parse_timestamp("0000-01-01T00:00:00").value();
  int days = 0;
  for (int year = 0; year <= 9999; ++year) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
      const std::string prefix = two(year / 100) + two(year % 100) + '-' + two(month) + '-';
      for (int day = 1; day <= lengths[month - 1]; ++day, ++days, expected += std::chrono::hours{24}) {
        const std::string text = prefix + two(day) + "T00:00:00";
        if (parse_timestamp(text) != expected || format_timestamp(expected) != text) FAIL(text);
      }
      if (parse_timestamp(prefix + two(lengths[month - 1] + 1) + "T00:00:00")) FAIL(prefix << "one day too many");
    }
  }
  CHECK(days == 3'652'425);
}

TEST_CASE("a system_clock time is written rounded down", "[timestamp]") {
  using Nanoseconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;
  using Days = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<int, std::ratio<86400>>>;
  CHECK(format_timestamp(Nanoseconds(std::chrono::nanoseconds(-1))) == "1969-12-31T23:59:59.999999");
  CHECK(format_timestamp(Days(Days::duration(17'532))) == "2018-01-01T00:00:00");
  CHECK_THROWS_AS(format_timestamp(Days(Days::duration(INT_MAX))), std::out_of_range);
}

// Clock meets the requirements Cpp17Clock, which std::chrono::is_clock checks in C++20.
static_assert(std::is_same_v<Timestamp, linode::Clock::time_point>);
static_assert(std::is_same_v<Timestamp::clock, linode::Clock>);
static_assert(std::is_same_v<linode::Clock::rep, linode::Clock::duration::rep>);
static_assert(std::is_same_v<linode::Clock::period, std::micro>);
static_assert(!linode::Clock::is_steady);
static_assert(noexcept(linode::Clock::now()));
#ifdef __cpp_lib_chrono
#if __cpp_lib_chrono >= 201907L
static_assert(std::chrono::is_clock_v<linode::Clock>);
#endif
#endif

namespace {

template <class Count, class Period = std::ratio<1>>
constexpr std::int64_t from_sys(Count count) {
  using Duration = std::chrono::duration<Count, Period>;
  return linode::Clock::from_sys(std::chrono::time_point<std::chrono::system_clock, Duration>(Duration(count)))
      .time_since_epoch()
      .count();
}

constexpr std::int64_t latest = (std::numeric_limits<std::int64_t>::max)();
constexpr std::int64_t earliest = (std::numeric_limits<std::int64_t>::min)();

}  // namespace

TEST_CASE("system_clock times of any unit round down", "[timestamp]") {
  static_assert(from_sys<std::int64_t, std::nano>(1'999) == 1, "converted at compile time");
  CHECK(from_sys<std::int64_t, std::nano>(-1) == -1);
  CHECK(from_sys<std::int64_t, std::nano>(-1'000) == -1);
  CHECK(from_sys<std::int64_t, std::nano>(-1'001) == -2);
  CHECK(from_sys<std::int64_t, std::nano>(latest) == 9'223'372'036'854'775);
  CHECK(from_sys<int, std::ratio<1, 3>>(1) == 333'333);
  CHECK(from_sys<int, std::ratio<1, 3>>(-1) == -333'334);
  CHECK(from_sys<int, std::ratio<1, 3>>(-3) == -1'000'000);
  CHECK(from_sys<int, std::ratio<1, 1024>>(1) == 976);
  CHECK(from_sys<int, std::ratio<1, 1024>>(-1) == -977);
  CHECK(from_sys<std::int64_t, std::ratio<1, 1024>>(latest) == latest);
  CHECK(from_sys<std::int64_t, std::pico>(-1) == -1);
  CHECK(from_sys<std::int64_t, std::pico>(1'999'999) == 1);
  CHECK(from_sys<int, std::ratio<604'800>>(1) == 604'800'000'000);
}

TEST_CASE("from_sys converts any type of count", "[timestamp]") {
  CHECK(from_sys<unsigned>(4'000'000'000U) == 4'000'000'000'000'000);
  CHECK(from_sys<std::uint64_t>(1'514'764'861U) == new_year_2018);
  CHECK(from_sys<signed char, std::ratio<86400>>(100) == 8'640'000'000'000);
  CHECK(from_sys<int, std::ratio<3600>>(495'000) == 1'782'000'000'000'000);
  CHECK(from_sys<int>(2'100'000'000) == 2'100'000'000'000'000);
  CHECK(from_sys<int, std::milli>(-1) == -1'000);
  using SevenHalves = std::ratio<7, 2'000'000>;  // the result would be 2^63 + 2
  CHECK(from_sys<std::uint64_t, SevenHalves>(2'635'249'153'387'078'803U) == latest);
  using Decades = std::ratio<315'569'520>;
  using Centuries = std::ratio<3'155'695'200>;
  CHECK(from_sys<int, Decades>(-1) == -315'569'520'000'000);
  CHECK(from_sys<int, Centuries>(2) == 6'311'390'400'000'000);
  CHECK(from_sys<int, Centuries>(INT_MAX) == latest);
  CHECK(from_sys<int, std::giga>(3) == 3'000'000'000'000'000);
  CHECK(from_sys<int, std::tera>(9) == 9'000'000'000'000'000'000);
  CHECK(from_sys<int, std::tera>(10) == latest);
  CHECK(from_sys<int, std::tera>(-10) == earliest);
}

TEST_CASE("a floating-point time is off by at most 1 us", "[timestamp]") {
  struct Row {
    std::int64_t converted;
    std::int64_t expected;
  };
  constexpr bool is_long_double_longer = std::numeric_limits<long double>::digits >= 64;
  static_assert(from_sys<double>(0.5) == 500'000, "converted at compile time");
  const Row rows[] = {
      {from_sys<double>(0.0), 0},
      {from_sys<double>(-0.5), -500'000},
      {from_sys<double>(1'514'764'861), new_year_2018},
      {from_sys<double>(-1'514'764'861.000001), -new_year_2018 - 1},
      {from_sys<float>(0.25F), 250'000},
      {from_sys<double>(0.3), 300'000},
      {from_sys<double>(1.0e-300), 0},
      {from_sys<double>(-1.0e-300), 0},
      {from_sys<double, std::micro>(-0.25), 0},
      {from_sys<double, std::micro>(1.75), 2},
      {from_sys<double, std::pico>(1.0e22), 10'000'000'000'000'000},
      {from_sys<double, std::ratio<1, 3>>(1.0), 333'333},
      {from_sys<double, std::ratio<3'155'695'200>>(-0.5), -1'577'847'600'000'000},
      {from_sys<long double, std::tera>(0.001L), 1'000'000'000'000'000},
      {is_long_double_longer ? from_sys<double, std::nano>(73786976294838206464.0) : 73'786'976'294'838'206,
       73'786'976'294'838'206},  // 2^66 ns
  };
  for (const Row& row : rows) {
    CAPTURE(row.converted, row.expected);
    CHECK(row.converted - row.expected >= -1);
    CHECK(row.converted - row.expected <= 1);
  }
}

TEST_CASE("from_sys clamps to the nearest Timestamp", "[timestamp]") {
  CHECK(from_sys<std::int64_t>(latest) == latest);
  CHECK(from_sys<std::int64_t>(earliest) == earliest);
  CHECK(from_sys<std::uint64_t>((std::numeric_limits<std::uint64_t>::max)()) == latest);
  CHECK(from_sys<double, std::micro>(18446744073709551616.0) == latest);                            // 2^64
  CHECK(from_sys<std::int64_t, std::ratio<5, 3'000'000>>(-5'534'023'222'112'865'485) == earliest);  // a third too early
  CHECK(from_sys<std::int64_t, std::micro>(latest) == latest);
  CHECK(from_sys<std::int64_t, std::micro>(earliest) == earliest);
  CHECK(from_sys<std::uint64_t, std::micro>(static_cast<std::uint64_t>(latest) + 1) == latest);
  CHECK(from_sys<std::int64_t>(9'223'372'036'854) == 9'223'372'036'854'000'000);
  CHECK(from_sys<double>(9'223'372'036'854) == 9'223'372'036'854'000'000);
  CHECK(from_sys<std::int64_t>(9'223'372'036'855) == latest);
  CHECK(from_sys<std::int64_t>(-9'223'372'036'854) == -9'223'372'036'854'000'000);
  CHECK(from_sys<std::int64_t>(-9'223'372'036'855) == earliest);
  CHECK(from_sys<int, std::ratio<31'556'952>>(INT_MAX) == latest);
  CHECK(from_sys<double, std::micro>(9223372036854775808.0) == latest);
  CHECK(from_sys<double, std::micro>(9223372036854774784.0) == 9'223'372'036'854'774'784);
  CHECK(from_sys<double, std::micro>(-9223372036854775808.0) == earliest);
  CHECK(from_sys<double>(1.0e300) == latest);
  CHECK(from_sys<double>(-1.0e300) == earliest);
  CHECK(from_sys<double>(std::numeric_limits<double>::infinity()) == latest);
  CHECK(from_sys<double>(-std::numeric_limits<double>::infinity()) == earliest);
  CHECK(from_sys<float>(std::numeric_limits<float>::max()) == latest);
  CHECK(from_sys<double, std::nano>(1.0e22) == latest);
  CHECK(from_sys<double>(std::numeric_limits<double>::quiet_NaN()) ==
        earliest);  // a token with this expiry has expired
}

TEST_CASE("from_sys undoes to_sys", "[timestamp]") {
  generate::Random random(30);
  for (int round = 0; round < 1000; ++round) {
    const Timestamp time = random.timestamp();
    CHECK(linode::Clock::from_sys(linode::Clock::to_sys(time)) == time);
  }
  const auto before = std::chrono::system_clock::now();
  const Timestamp now = linode::Clock::now();
  CHECK(linode::Clock::from_sys(before) <= now);
  CHECK(now <= linode::Clock::from_sys(std::chrono::system_clock::now()));
}

TEST_CASE("the year 2999 is in the future", "[timestamp]") {
  const Timestamp never = parse_timestamp("2999-12-12T05:00:00").value();
  CHECK(never > linode::Clock::now() + std::chrono::hours{24 * 14});
  CHECK(format_timestamp(linode::Clock::to_sys(never)) == "2999-12-12T05:00:00");
}

#if defined(__cpp_lib_chrono) && __cpp_lib_chrono >= 201907L
TEST_CASE("std::chrono::clock_cast converts times", "[timestamp]") {
  const Timestamp time = parse_timestamp("2999-12-12T05:00:00.25").value();
  CHECK(std::chrono::clock_cast<linode::Clock>(std::chrono::clock_cast<std::chrono::system_clock>(time)) == time);
  CHECK(std::chrono::clock_cast<linode::Clock>(std::chrono::sys_days{}) == Timestamp{});
}
#endif
