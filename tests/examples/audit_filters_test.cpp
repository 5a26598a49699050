#include <audit_filters.hpp>

#include <chrono>

#include "../catch.hpp"

using audit::Days;
using audit::Filters;
using audit::Labels;
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
  CHECK(Filters{}.select(PersonalAccessToken{}, now, Labels()));
  Filters any;
  any.any = true;
  CHECK(any.is_empty());
  CHECK(any.select(PersonalAccessToken{}, now, Labels()));
}

TEST_CASE("no filter on the expiry selects a token that has none", "[audit_filters]") {
  const PersonalAccessToken unset;
  Filters filters;
  filters.any = true;
  filters.expiring_within = Days(36'525);
  filters.lifetime_over = Days(0);
  filters.expired = filters.never = true;
  CHECK_FALSE(filters.select(unset, now, Labels()));
}

TEST_CASE("never and the year 2999 do not expire within any span", "[audit_filters]") {
  for (const linode::Expiry expiry :
       {linode::Expiry::never(), linode::Expiry(linode::parse_timestamp("2999-12-12T05:00:00").value())}) {
    Filters filters;
    filters.expiring_within = Days(36'525);
    CHECK_FALSE(filters.select(token_of(expiry), now, Labels()));
    filters.expiring_within.reset();
    filters.lifetime_over = Days(36'525);
    CHECK(filters.select(token_of(expiry), now, Labels()));
  }
}

TEST_CASE("a token expires within a span until it has expired", "[audit_filters]") {
  Filters filters;
  filters.expiring_within = Days(5);
  CHECK(filters.select(token_of(now + Days(5)), now, Labels()));
  CHECK_FALSE(filters.select(token_of(now + Days(5) + std::chrono::microseconds(1)), now, Labels()));
  CHECK_FALSE(filters.select(token_of(now), now, Labels()));
  filters.expiring_within.reset();
  filters.lifetime_over = Days(15);
  CHECK_FALSE(filters.select(token_of(now + Days(5)), now, Labels()));
  CHECK(filters.select(token_of(now + Days(5) + std::chrono::microseconds(1)), now, Labels()));
}

TEST_CASE("all filters must pass, or with any one of them", "[audit_filters]") {
  Filters filters;
  filters.expired = true;
  filters.grants = linode::Scopes("linodes:read_only");
  CHECK_FALSE(filters.select(token_of(now + Days(5)), now, Labels()));
  filters.any = true;
  CHECK(filters.select(token_of(now + Days(5)), now, Labels()));
  filters.grants = linode::Scopes("linodes:read_write");
  CHECK_FALSE(filters.select(token_of(now + Days(5)), now, Labels()));
  filters.missing = linode::Scopes("linodes:read_write");
  CHECK(filters.select(token_of(now + Days(5)), now, Labels()));
}

TEST_CASE("a token is superseded by one of its label that was made later", "[audit_filters]") {
  PersonalAccessToken older = token_of(now);
  PersonalAccessToken newer = token_of(now);
  newer.created = now;
  PersonalAccessToken other = token_of(now);
  other.label = "b";
  Labels labels;
  for (const PersonalAccessToken& token : {newer, older, other, PersonalAccessToken{}}) labels.add(token);
  CHECK(labels.is_superseded(older));
  CHECK_FALSE(labels.is_superseded(newer));
  CHECK_FALSE(labels.is_superseded(other));
  CHECK_FALSE(labels.is_superseded(PersonalAccessToken{}));
  Filters filters;
  filters.any = filters.latest = filters.expired = true;
  CHECK_FALSE(filters.select(older, now, labels));  // left out, whatever else it passes
  CHECK(filters.select(newer, now, labels));
}
