// Durations of many units, representations and sizes, and the times that Clock::from_sys makes of them, for
// rescale_oracle.py: a line each, as `kind num den count microseconds`. A count of floating-point is in hexadecimal,
// and so is exact: rescale_lines [LINES [SEED]]
#include <linode/personal_access_token/timestamp.hpp>

#include <chrono>
#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <ratio>
#include <type_traits>
#include <vector>

namespace {

using Random = std::mt19937_64;

// Where the largest and the smallest time stand, in this unit, and rounding is most likely to go wrong.
template <class Count, class Period>
long double border() {
  return std::ldexp(1.0L, 63) / 1'000'000 * Period::den / Period::num;
}

template <class Count, class Period>
std::vector<Count> special_counts() {
  using Limits = std::numeric_limits<Count>;
  std::vector<Count> counts{(Limits::min)(), (Limits::max)(), Limits::lowest(), Count(0), Count(1), Count(2), Count(3)};
  const long double edge = border<Count, Period>();
  if constexpr (std::is_floating_point_v<Count>) {
    for (const Count count : {Limits::denorm_min(), Limits::infinity(), Limits::epsilon(), Count(0.5), Count(1.5),
                              Count(1e-6), Count(1e-7), Count(1e6), Count(9007199254740993.0), Count(0)}) {
      counts.push_back(count);
      counts.push_back(-count);
    }
    Count above = static_cast<Count>(edge);
    Count below = above;
    for (int step = 0; step < 8; ++step) {
      for (const Count count : {above, below, -above, -below}) counts.push_back(count);
      above = std::nextafter(above, Limits::infinity());
      below = std::nextafter(below, Count(0));
    }
  } else {
    if constexpr (std::is_signed_v<Count>) {
      for (const int count : {-1, -2, -3}) counts.push_back(static_cast<Count>(count));
    }
    for (int step = -4; step <= 4; ++step) {
      for (const int sign : {1, -1}) {
        const long double count = sign * (std::floor(edge) + step);
        if (count >= static_cast<long double>(Limits::lowest()) && count <= static_cast<long double>((Limits::max)()))
          counts.push_back(static_cast<Count>(count));
      }
    }
  }
  return counts;
}

// Of any size: as many bits as another number says.
template <class Count>
Count random_integer(Random& random) {
  const auto bits = random() >> (random() % 64);
  const auto count = static_cast<Count>(bits);
  return std::is_signed_v<Count> && random() % 2 == 0 ? static_cast<Count>(0 - static_cast<std::uint64_t>(count))
                                                      : count;
}

// Of any exponent, or of one that gives a time, most of which need rounding; subnormal ones, too.
template <class Count, class Period>
Count random_float(Random& random) {
  const Count mantissa = static_cast<Count>(random()) / static_cast<Count>(std::ldexp(1.0, 64)) + Count(0.5);
  const int edge = std::ilogb(border<Count, Period>());
  int exponent = 0;
  switch (random() % 4) {
    case 0:
      exponent = static_cast<int>(random() % 2200) - 1100;
      break;
    case 1:
      exponent = edge - static_cast<int>(random() % 3);
      break;
    default:
      exponent = edge - static_cast<int>(random() % 75);
  }
  Count count = std::ldexp(mantissa, exponent);
  if (random() % 8 == 0) count = std::round(count);
  return random() % 2 == 0 ? -count : count;
}

template <class Count, class Period>
void print(Count count) {
  using Time = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<Count, Period>>;
  const Time time{std::chrono::duration<Count, Period>(count)};
  const auto microseconds = static_cast<std::int64_t>(linode::Clock::from_sys(time).time_since_epoch().count());
  const char* const kind = std::is_same_v<Count, signed char>     ? "signed_char"
                           : std::is_same_v<Count, int>           ? "int"
                           : std::is_same_v<Count, unsigned>      ? "unsigned"
                           : std::is_same_v<Count, std::int64_t>  ? "int64"
                           : std::is_same_v<Count, std::uint64_t> ? "uint64"
                           : std::is_same_v<Count, float>         ? "float"
                                                                  : "double";
  std::printf("%s %jd %jd ", kind, static_cast<std::intmax_t>(Period::num), static_cast<std::intmax_t>(Period::den));
  if constexpr (std::is_floating_point_v<Count>) {
    std::printf("%a", static_cast<double>(count));
  } else if constexpr (std::is_signed_v<Count>) {
    std::printf("%jd", static_cast<std::intmax_t>(count));
  } else {
    std::printf("%ju", static_cast<std::uintmax_t>(count));
  }
  std::printf(" %" PRId64 "\n", microseconds);
}

template <class Count, class Period>
void print_all(Random& random, int lines) {
  for (const Count count : special_counts<Count, Period>()) {
    print<Count, Period>(count);
    --lines;
  }
  for (; lines > 0; --lines) {
    if constexpr (std::is_floating_point_v<Count>) {
      print<Count, Period>(random_float<Count, Period>(random));
    } else {
      print<Count, Period>(random_integer<Count>(random));
    }
  }
}

template <class Period, class... Counts>
void print_counts(Random& random, int lines) {
  (print_all<Counts, Period>(random, lines), ...);
}

template <class... Periods>
void print_periods(Random& random, int lines) {
  const int each = lines / static_cast<int>(sizeof...(Periods) * 7) + 1;
  (print_counts<Periods, signed char, int, unsigned, std::int64_t, std::uint64_t, float, double>(random, each), ...);
}

}  // namespace

int main(int argc, char** argv) {
  Random random(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  print_periods<std::ratio<1, 3>, std::ratio<1, 1024>, std::pico, std::nano, std::micro, std::milli, std::ratio<1>,
                std::ratio<60>, std::ratio<3600>, std::ratio<86400>, std::ratio<604800>, std::ratio<31556952>,
                std::ratio<1001, 30000>>(random, argc > 1 ? std::atoi(argv[1]) : 100'000);
}
