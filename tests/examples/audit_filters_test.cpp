#include <audit_filters.hpp>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "../catch.hpp"

using audit::Days;
using audit::Filters;
using audit::Succession;
using linode::PersonalAccessToken;
using linode::Timestamp;

namespace {

constexpr Timestamp now{std::chrono::hours{24 * 20'000}};

PersonalAccessToken token_of(linode::Expiry expiry) {
  PersonalAccessToken token;
  token.created = now - Days(10);
  token.expiry = expiry;
  token.label = "a";
  token.scopes = "linodes:read_only";
  return token;
}

}  // namespace

TEST_CASE("without a filter every token is selected", "[audit_filters]") {
  CHECK(Filters{}.is_empty());
  CHECK(Filters{}.select(PersonalAccessToken{}, now, Succession()).value == true);
  Filters any;
  any.any = true;
  CHECK(any.is_empty());
  CHECK(any.select(PersonalAccessToken{}, now, Succession()).value == true);
}

TEST_CASE("a filter that asks for an unset member cannot tell", "[audit_filters]") {
  const PersonalAccessToken unset;
  Filters filters;
  filters.expiring_within = Days(36'525);
  filters.lifetime_over = Days(0);
  filters.expired = filters.never = filters.full_access = true;
  filters.grants = filters.missing = linode::Scopes("linodes:read_only");
  for (const bool any : {false, true}) {
    filters.any = any;
    const audit::Selection selection = filters.select(unset, now, Succession());
    CHECK_FALSE(selection.value.has_value());
    REQUIRE(selection.unclear.size() == 2);
    CHECK(selection.unclear[0] ==
          std::pair<std::string, std::string>("expiry is unset",
                                              "--expired, --expiring-within, --never-expires, --lifetime-over"));
    CHECK(selection.unclear[1] ==
          std::pair<std::string, std::string>("scopes is unset", "--full-access, --grants, --missing"));
  }
}

TEST_CASE("a filter that decides outweighs one that cannot tell", "[audit_filters]") {
  PersonalAccessToken token;
  Filters filters;
  filters.expired = filters.full_access = true;
  for (const bool any : {false, true}) {
    filters.any = any;
    for (const bool is_full : {false, true}) {
      token.scopes = is_full ? "*" : "linodes:read_only";
      const audit::Selection selection = filters.select(token, now, Succession());
      CHECK(selection.value.has_value() == (is_full == any));
      CHECK(selection.unclear.empty() == (is_full == any));
      if (selection.value) CHECK(*selection.value == any);
    }
  }
}

TEST_CASE("never and the year 2999 do not expire within any span", "[audit_filters]") {
  for (const linode::Expiry expiry :
       {linode::Expiry::never(), linode::Expiry(linode::parse_timestamp("2999-12-12T05:00:00").value())}) {
    Filters filters;
    filters.expiring_within = Days(36'525);
    CHECK(filters.select(token_of(expiry), now, Succession()).value == false);
    filters.expiring_within.reset();
    filters.lifetime_over = Days(36'525);
    CHECK(filters.select(token_of(expiry), now, Succession()).value == true);
  }
}

TEST_CASE("a token expires within a span until it has expired", "[audit_filters]") {
  Filters filters;
  filters.expiring_within = Days(5);
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == true);
  CHECK(filters.select(token_of(now + Days(5) + std::chrono::microseconds(1)), now, Succession()).value == false);
  CHECK(filters.select(token_of(now), now, Succession()).value == false);
  filters.expiring_within.reset();
  filters.lifetime_over = Days(15);
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == false);
  CHECK(filters.select(token_of(now + Days(5) + std::chrono::microseconds(1)), now, Succession()).value == true);
}

TEST_CASE("all filters must pass, or with any one of them", "[audit_filters]") {
  Filters filters;
  filters.expired = true;
  filters.grants = linode::Scopes("linodes:read_only");
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == false);
  filters.any = true;
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == true);
  filters.grants = linode::Scopes("linodes:read_write");
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == false);
  filters.missing = linode::Scopes("linodes:read_write");
  CHECK(filters.select(token_of(now + Days(5)), now, Succession()).value == true);
}

TEST_CASE("a newer token supersedes if it replaces the older", "[audit_filters]") {
  const PersonalAccessToken older = token_of(now + Days(5));
  PersonalAccessToken newer = older;
  newer.created = now;
  PersonalAccessToken other = older;
  other.label = "b";
  const auto is_superseded = [&] {
    const std::vector<PersonalAccessToken> tokens{newer, older, other};
    const Succession succession(tokens, now);
    CHECK(succession.is_superseded(tokens[0]).value == false);
    CHECK(succession.is_superseded(tokens[2]).value == false);
    Filters filters;
    filters.any = filters.latest = filters.full_access = true;
    filters.grants = linode::Scopes("linodes:read_only");
    CHECK(filters.select(tokens[1], now, succession).value != succession.is_superseded(tokens[1]).value);
    return succession.is_superseded(tokens[1]).value;
  };
  CHECK(is_superseded() == true);
  newer.scopes = "domains:read_write linodes:read_write";
  CHECK(is_superseded() == true);
  newer.scopes = "domains:read_write";
  CHECK(is_superseded() == false);
  newer.scopes = "*";
  newer.expiry = now + Days(4);
  CHECK(is_superseded() == false);
  newer.expiry = linode::Expiry::never();
  CHECK(is_superseded() == true);
  newer.expiry.reset();
  CHECK_FALSE(is_superseded().has_value());
}
