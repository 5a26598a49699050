#include <linode/personal_access_token/detail/codec/encoder.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>
#include <linode/personal_access_token/write.hpp>

#include "catch.hpp"

using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;

namespace {

using TokenType = linode::detail::ValueType<PersonalAccessToken>;
using PageType = linode::detail::ValueType<PersonalAccessTokenPage>;

// Every value except the strings is of the greatest length.
PersonalAccessToken longest_token() {
  PersonalAccessToken token;
  token.created = linode::parse_timestamp("2018-01-01T00:01:01.123456");
  token.expiry = *token.created;
  token.id = (std::numeric_limits<std::int64_t>::min)();
  token.label = "label";
  token.scopes = "*";
  token.token = "0123456789";
  return token;
}

}  // namespace

TEST_CASE("max_own_size fits the longest members", "[encoder]") {
  const PersonalAccessToken token = longest_token();
  const std::size_t strings = token.label->size() + token.scopes->size() + token.token->size() + 6;
  const std::size_t with_comma = linode::to_json(token).size() - strings + 1;
  CHECK(TokenType::max_own_size == with_comma + 2);

  PersonalAccessTokenPage page;
  page.page = page.pages = page.results = token.id;
  CHECK(PageType::max_own_size == linode::to_json(page).size() - std::string("[]").size() + 1 + 2);
}

TEST_CASE("estimates fit the longest values", "[encoder]") {
  const PersonalAccessToken token = longest_token();
  const std::size_t size = linode::to_json(token).size();
  CHECK(TokenType::estimated_size(token) == size + 1);
  CHECK(TokenType::estimated_size(PersonalAccessToken{}) == 2);

  PersonalAccessTokenPage page;
  page.page = page.pages = page.results = token.id;
  page.data = {token, token, token};
  const std::size_t commas = 1 + page.data.size() + 1;  // after the page, each token and the list
  CHECK(PageType::estimated_size(page) == linode::to_json(page).size() + commas);
}

TEST_CASE("escape sequences never exhaust the room", "[encoder]") {
  PersonalAccessTokenPage page;
  page.data.resize(100);
  std::string others;
  for (std::size_t index = 1; index < page.data.size(); ++index) {
    page.data[index].id = 7;
    others += R"(,{"id":7})";
  }
  std::string escaped;  // grows from none of the estimated size to more than all of it
  for (std::size_t size = 0; size < 700; ++size, escaped += R"(\u0001)") {
    page.data.front().label = std::string(size, '\1');
    if (linode::to_json(page) != R"({"data":[{"label":")" + escaped + R"("})" + others + "]}") FAIL(size);
  }
}

TEST_CASE("a text that is not a request has every field", "[encoder]") {
  using linode::detail::Settable;
  for (const Settable who : {Settable::by_server, Settable::at_creation, Settable::at_any_time}) {
    CHECK(contains(linode::detail::FieldSet::all, who));
  }
}
