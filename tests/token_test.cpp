#include <linode/personal_access_token/token.hpp>

#include <linode/personal_access_token/page.hpp>

#include <type_traits>

#include "catch.hpp"
#include "generate.hpp"

using linode::Expiry;
using linode::is_truncated;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;

static_assert(std::is_aggregate_v<PersonalAccessToken>);
static_assert(std::is_default_constructible_v<PersonalAccessToken>);
static_assert(std::is_copy_constructible_v<PersonalAccessToken>);
static_assert(std::is_copy_assignable_v<PersonalAccessToken>);
static_assert(std::is_nothrow_move_constructible_v<PersonalAccessToken>);
static_assert(std::is_nothrow_move_assignable_v<PersonalAccessToken>);
static_assert(std::is_aggregate_v<PersonalAccessTokenPage>);
static_assert(std::is_nothrow_move_constructible_v<PersonalAccessTokenPage>);
static_assert(noexcept(is_truncated(PersonalAccessToken{})));

TEST_CASE("a token starts with every member unset", "[token]") {
  const PersonalAccessToken token;
  linode::detail::for_each_field<PersonalAccessToken>([&](const auto& field) {
    CAPTURE(field.name);
    CHECK_FALSE(token.*field.member);
  });
}

TEST_CASE("members have the documented order", "[token]") {
  const PersonalAccessToken listed{linode::Timestamp{}, Expiry::never(), 1, "label", "scopes", "token"};
  const auto& [created, expiry, id, label, scopes, token] = listed;  // does not compile with another number of members
  CHECK(&created == &listed.created);
  CHECK(&expiry == &listed.expiry);
  CHECK(&id == &listed.id);
  CHECK(&label == &listed.label);
  CHECK(&scopes == &listed.scopes);
  CHECK(&token == &listed.token);
}

TEST_CASE("an unset time gives an unset expiry", "[token]") {
  PersonalAccessToken token;
  token.expiry = linode::parse_timestamp("2018-01-01T00:01:01");
  CHECK(token.expiry == Expiry(linode::parse_timestamp("2018-01-01T00:01:01").value()));
  token.expiry = linode::parse_timestamp("2018-02-30T00:01:01");
  CHECK_FALSE(token.expiry.has_value());
  CHECK(token.expiry != Expiry::never());
  token.expiry = Expiry::never();
  token.expiry = {};
  CHECK_FALSE(token.expiry.has_value());
}

TEST_CASE("has_next_page needs both numbers", "[token]") {
  const auto has_next = [](std::optional<std::int64_t> page, std::optional<std::int64_t> pages) {
    return has_next_page(PersonalAccessTokenPage{{}, page, pages, 5});
  };
  CHECK(has_next(1, 2));
  CHECK_FALSE(has_next(2, 2));
  CHECK_FALSE(has_next(3, 2));
  CHECK_FALSE(has_next(std::nullopt, 2));
  CHECK_FALSE(has_next(1, std::nullopt));
  CHECK_FALSE(has_next(std::nullopt, std::nullopt));
}

TEST_CASE("tokens are equal if every member is", "[token]") {
  generate::Random random(2);
  const PersonalAccessToken token = random.token(generate::all_members);
  CHECK(token == PersonalAccessToken(token));
  CHECK_FALSE(token != PersonalAccessToken(token));
  for (unsigned member = 1; member <= generate::all_members; member *= 2) {
    const PersonalAccessToken without = generate::subset(token, generate::all_members & ~member);
    CAPTURE(member);
    CHECK(token != without);
    CHECK_FALSE(token == without);
  }
  PersonalAccessToken other = token;
  other.expiry = Expiry::never();
  CHECK(other != token);
  PersonalAccessToken with_empty_label;
  with_empty_label.label = "";
  CHECK(with_empty_label != PersonalAccessToken{});
}

TEST_CASE("pages are equal if every member is", "[token]") {
  PersonalAccessTokenPage page{{PersonalAccessToken{}}, 1, 2, 3};
  CHECK(page == PersonalAccessTokenPage(page));
  CHECK(page != PersonalAccessTokenPage{{}, 1, 2, 3});
  CHECK(page != PersonalAccessTokenPage{{PersonalAccessToken{}}, 2, 2, 3});
  CHECK(page != PersonalAccessTokenPage{{PersonalAccessToken{}}, 1, {}, 3});
  CHECK(page != PersonalAccessTokenPage{{PersonalAccessToken{}}, 1, 2, 4});
}

TEST_CASE("a secret of 16 bytes or with ... is truncated", "[token]") {
  PersonalAccessToken token;
  CHECK_FALSE(is_truncated(token));
  token.token = std::string(17, 'a');
  CHECK_FALSE(is_truncated(token));
  token.token = std::string(16, 'a');
  CHECK(is_truncated(token));
  token.token = "";
  CHECK(is_truncated(token));
  token.token = "abcdefghijklmnop...";  // the form of older responses
  CHECK(is_truncated(token));
  token.token = "abcdefghijklmnopq..";
  CHECK_FALSE(is_truncated(token));
  token.token = "...abcdefghijklmnop";
  CHECK_FALSE(is_truncated(token));
}

TEST_CASE("a truncated token matches its whole secret", "[token]") {
  const std::string start = "0123456789abcdef";  // as many bytes as the server shows
  const std::string secret = start + "ghijklmnopqrstuvwxyzABCDEFGHIJKL";
  const auto matches = [](const std::string& shown, const std::string& whole) {
    PersonalAccessToken token;
    token.token = shown;
    return linode::matches_secret(token, whole);
  };
  CHECK(matches(secret, secret));
  CHECK(matches(start, secret));
  CHECK(matches(start + "...", secret));
  CHECK(matches("0", secret));
  CHECK(matches("abc", "abc"));
  CHECK_FALSE(matches("0123456789abcdeF", secret));
  CHECK_FALSE(matches("1123456789abcdef", secret));
  CHECK_FALSE(matches("abcdef", secret));
  CHECK_FALSE(matches(start + "g", secret));  // another complete secret
  CHECK_FALSE(matches(secret + "M", secret));
  CHECK_FALSE(matches(start, "0123456789abcde"));
  CHECK_FALSE(matches("", secret));
  CHECK_FALSE(matches("...", secret));
  CHECK_FALSE(matches("...", "..." + secret));
  CHECK_FALSE(matches("", ""));
  CHECK_FALSE(matches("...", ""));
  CHECK_FALSE(linode::matches_secret(PersonalAccessToken{}, secret));
}
