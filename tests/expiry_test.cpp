#include <linode/personal_access_token/expiry.hpp>

#include <linode/personal_access_token/timestamp.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <ratio>
#include <type_traits>
#include <vector>

#include "catch.hpp"

using linode::Expiry;
using linode::Timestamp;
using namespace std::chrono_literals;

static_assert(!std::is_default_constructible_v<Expiry>, "an expiry must be explicit");
static_assert(std::is_convertible_v<Timestamp, Expiry>);
static_assert(std::is_trivially_copyable_v<Expiry>);
static_assert(std::is_nothrow_move_assignable_v<Expiry>);
static_assert(Expiry::never().is_never());
static_assert(Expiry(Timestamp{}) < Expiry::never(), "compared at compile time");
static_assert(sizeof(Expiry) == 8, "one word");

namespace {

constexpr Timestamp now{1'700'000'000s};
constexpr auto hundred_years = 36'525 * 24h;
const Timestamp last = linode::parse_timestamp("9999-12-31T23:59:59.999999").value();  // the last time before never

}  // namespace

TEST_CASE("an expiry is a time or never", "[expiry]") {
  CHECK(Expiry(now).time() == now);
  CHECK_FALSE(Expiry(now).is_never());
  CHECK_FALSE(Expiry(last).is_never());
  CHECK(Expiry(last).time() == last);
  for (const Timestamp time : {last + 1us, Timestamp::max(), Expiry::never().time(), last + hundred_years}) {
    CHECK(Expiry(time).is_never());
    CHECK(Expiry(time) == Expiry::never());
    CHECK(Expiry(time).time() == Expiry::never().time());
  }
}

TEST_CASE("never plus or minus a span is never", "[expiry]") {
  CHECK(Expiry::never().time() > last);
  CHECK(Expiry::never().time() == Timestamp(Timestamp::duration::max() / 2));
  for (const Timestamp::duration span : {Timestamp::duration(24h * 30), Timestamp::duration(hundred_years * 1000)}) {
    CHECK(Expiry(Expiry::never().time() + span).is_never());
    CHECK(Expiry(Expiry::never().time() - span).is_never());
  }
}

TEST_CASE("remaining is negative after the expiry", "[expiry]") {
  CHECK(Expiry(now + 5s).remaining(now) == 5s);
  CHECK(Expiry(now).remaining(now) == 0s);
  CHECK(Expiry(now).remaining(Timestamp(-5s)) == now.time_since_epoch() + 5s);
  CHECK(Expiry(Timestamp(-5s)).remaining(now) == -5s - now.time_since_epoch());
  CHECK(Expiry(now - 5s).remaining(now) == -5s);
  CHECK(Expiry::never().remaining(now) == Timestamp::duration::max());
  CHECK(Expiry::never().remaining(Timestamp::max()) == Timestamp::duration::max());
  CHECK(Expiry(Timestamp(1us)).remaining(Timestamp::min()) == Timestamp::duration::max());
  CHECK(Expiry(Timestamp(-1us)).remaining(Timestamp::min()) == Timestamp::duration::max());
  CHECK(Expiry(Timestamp(-2us)).remaining(Timestamp::min()) == Timestamp::duration::max() - 1us);
  CHECK(Expiry(Timestamp(-1us)).remaining(Timestamp::max()) == Timestamp::duration::min());
  CHECK(Expiry(Timestamp::min()).remaining(Timestamp(1us)) == Timestamp::duration::min());
  CHECK(Expiry(Timestamp(-2us)).remaining(Timestamp::max()) == Timestamp::duration::min());
  CHECK(Expiry(Timestamp(0us)).remaining(Timestamp::max()) == Timestamp::duration::min() + 1us);
  CHECK(Expiry(now).remaining(std::chrono::system_clock::time_point()) == now.time_since_epoch());
  CHECK(Expiry(linode::parse_timestamp("2999-12-12T05:00:00").value()).remaining(std::chrono::system_clock::now()) >
        0s);
}

TEST_CASE("passes_within includes the end of the span", "[expiry]") {
  CHECK(Expiry(now + 5s).passes_within(5s, now));
  CHECK(Expiry(now + 5s).passes_within(1h, now));
  CHECK_FALSE(Expiry(now + 5s + 1us).passes_within(5s, now));
  CHECK_FALSE(Expiry(now).passes_within(5s, now));
  CHECK_FALSE(Expiry(now - 1us).passes_within(5s, now));
  CHECK_FALSE(Expiry(now + 1us).passes_within(-1s, now));
  CHECK_FALSE(Expiry::never().passes_within(hundred_years, now));
  CHECK_FALSE(Expiry::never().passes_within(Timestamp::duration::max(), now));
  using LongHours = std::chrono::duration<std::int64_t, std::ratio<3600>>;  // std::chrono::hours may have 32 bits
  CHECK(Expiry(last).passes_within(LongHours::max(), now));
  CHECK_FALSE(Expiry::never().passes_within(LongHours::max(), now));
  CHECK_FALSE(Expiry(now + 1s).passes_within(LongHours::min(), now));
  using UnsignedSeconds = std::chrono::duration<std::uint64_t>;
  CHECK(Expiry(now + 1s).passes_within(UnsignedSeconds::max(), now));
  using Seconds = std::chrono::duration<double>;
  CHECK(Expiry(now + 1s).passes_within(Seconds(1.0e300), now));
  CHECK_FALSE(Expiry(now + 1s).passes_within(Seconds(std::numeric_limits<double>::quiet_NaN()), now));
  CHECK(Expiry(now + 1s).passes_within(std::chrono::duration<double, std::ratio<86400>>(0.5), now));
  const Expiry year_2999 = linode::parse_timestamp("2999-12-12T05:00:00").value();
  CHECK_FALSE(year_2999.passes_within(24h * 14, now));
  CHECK_FALSE(year_2999.passes_within(24h * 14, std::chrono::system_clock::now()));
  CHECK(Expiry(now + 5s).passes_within(5s, linode::Clock::to_sys(now)));
}

TEST_CASE("an expiry has passed from its moment on", "[expiry]") {
  CHECK(Expiry(now).has_passed(now));
  CHECK(Expiry(now - 1us).has_passed(now));
  CHECK_FALSE(Expiry(now + 1us).has_passed(now));
  CHECK_FALSE(Expiry::never().has_passed(Timestamp::max()));
}

TEST_CASE("beyond 100 years is effectively never", "[expiry]") {
  CHECK(Expiry::never().is_effectively_never(now));
  CHECK_FALSE(Expiry(now).is_effectively_never(now));
  CHECK_FALSE(Expiry(now + hundred_years).is_effectively_never(now));
  CHECK(Expiry(now + hundred_years + 1us).is_effectively_never(now));
  CHECK(Expiry(linode::parse_timestamp("2999-12-12T05:00:00").value()).is_effectively_never(now));
  CHECK(Expiry(linode::parse_timestamp("2221-07-22T00:00:00").value()).is_effectively_never(now));
}

TEST_CASE("the ends of time do not overflow", "[expiry]") {
  CHECK(Expiry(last).is_effectively_never(Timestamp::min()));
  CHECK_FALSE(Expiry(last).is_effectively_never(Timestamp::max()));
  CHECK_FALSE(Expiry(now).is_effectively_never(Timestamp::max()));
  CHECK_FALSE(Expiry(last).is_effectively_never(last - hundred_years));
  CHECK(Expiry(last).is_effectively_never(last - hundred_years - 1us));
  CHECK_FALSE(Expiry(Timestamp::min()).is_effectively_never(Timestamp::max()));
  CHECK_FALSE(Expiry(Timestamp::min()).is_effectively_never(Timestamp::min()));
}

TEST_CASE("expiries are ordered by time and never is last", "[expiry]") {
  const std::vector<Expiry> ordered{Timestamp::min(), now, now + 1us, last, Expiry::never()};
  for (std::size_t a = 0; a < ordered.size(); ++a) {
    for (std::size_t b = 0; b < ordered.size(); ++b) {
      CAPTURE(a, b);
      CHECK((ordered[a] == ordered[b]) == (a == b));
      CHECK((ordered[a] != ordered[b]) == (a != b));
      CHECK((ordered[a] < ordered[b]) == (a < b));
      CHECK((ordered[a] > ordered[b]) == (a > b));
      CHECK((ordered[a] <= ordered[b]) == (a <= b));
      CHECK((ordered[a] >= ordered[b]) == (a >= b));
    }
  }
}

TEST_CASE("system_clock times are rounded down", "[expiry]") {
  using Nanoseconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;
  using Days = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<int, std::ratio<86400>>>;
  CHECK(Expiry(Nanoseconds(1'999ns)).time() == Timestamp(1us));
  CHECK(Expiry(Nanoseconds(-1ns)).time() == Timestamp(-1us));
  static_assert(Expiry(Days(Days::duration(1))) == Expiry(Timestamp(24h)));
  CHECK(Expiry(Timestamp(1us)).has_passed(Nanoseconds(1'000ns)));
  CHECK_FALSE(Expiry(Timestamp(1us)).has_passed(Nanoseconds(999ns)));
  CHECK(Expiry(Timestamp(24h)).has_passed(Days(Days::duration(1))));
  CHECK(Expiry(now).is_effectively_never(Days(Days::duration(-20'000))));
  CHECK_FALSE(Expiry(now).is_effectively_never(std::chrono::system_clock::now()));
  CHECK(Expiry(now) < Expiry(std::chrono::system_clock::now()));
  std::optional<Expiry> expiry;
  expiry = std::chrono::system_clock::now() + 24h;
  CHECK_FALSE(expiry->has_passed(std::chrono::system_clock::now()));
}

TEST_CASE("a time out of range is the earliest or never", "[expiry]") {
  using Seconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;
  CHECK(Expiry(Seconds::min()).time() == Timestamp::min());
  CHECK(Expiry(Seconds::max()).is_never());
  const auto first = std::chrono::ceil<std::chrono::seconds>(linode::Clock::to_sys(Timestamp::min()));
  CHECK(linode::Clock::to_sys(Expiry(first).time()) == first);
  CHECK(Expiry(first - 1s).time() == Timestamp::min());
}
