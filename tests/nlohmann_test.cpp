#include <linode/personal_access_token/nlohmann.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generate.hpp"
#include "reading.hpp"

using namespace reading;
using linode::from_dict;
using linode::PersonalAccessTokenPage;
using linode::to_dict;
using nlohmann::json;
using T = PersonalAccessToken;

namespace {

// Narrow numbers, to show that nothing depends on the default ones.
using narrow_json = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int32_t, std::uint32_t, float>;

template <class J>
Reason reason_for(const J& value) {
  try {
    static_cast<void>(from_dict(value));
  } catch (const DecodeError& error) {
    CHECK(error.path() == "/id");
    return error.reason();
  }
  FAIL("accepted");
  return {};
}

}  // namespace

TEST_CASE("the hooks are found where nlohmann_json looks for them") {
  const T token{time("2018-01-01T00:01:01"), linode::Expiry::never(), 1, "x", "*", "t"};
  const json j = token;
  CHECK(j.dump() == R"({"created":"2018-01-01T00:01:01","expiry":null,"id":1,"label":"x","scopes":"*","token":"t"})");
  CHECK(j.get<T>() == token);
  T target;
  j.get_to(target);
  CHECK(target == token);
  const nlohmann::ordered_json ordered = token;
  CHECK(ordered.dump() == j.dump());
  CHECK(json(std::vector<T>{token, T{}}).get<std::vector<T>>() == std::vector<T>{token, T{}});
  CHECK(json(std::map<std::string, T>{{"a", token}}).at("a").get<T>() == token);
}

TEST_CASE("to_dict gives every member that is set, read-only ones too, and from_dict takes them back") {
  generate::Random random(5);
  for (unsigned members = 0; members < 64; ++members) {
    const T token = random.token(members);
    CHECK(from_dict(to_dict(token)) == token);
    CHECK(from_dict(to_dict<nlohmann::ordered_json>(token)) == token);
    CHECK(from_dict(to_dict<narrow_json>(generate::subset(token, members & ~4U))) ==
          generate::subset(token, members & ~4U));
  }
  CHECK(to_dict(T{}).is_object());
}

TEST_CASE("a page goes through the hooks as well") {
  generate::Random random(6);
  const PersonalAccessTokenPage page = random.page();
  CHECK(json(page).get<PersonalAccessTokenPage>() == page);
  CHECK(nlohmann::ordered_json(page).dump() == linode::to_json(page));
  CHECK(narrow_json(PersonalAccessTokenPage{{}, 1, 1, 0}).get<PersonalAccessTokenPage>().pages == 1);
}

TEST_CASE("numbers are never cut to fit") {
  CHECK(reason_for(json{{"id", 1.9}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", -0.0}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", UINT64_MAX}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", 1e300}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", -1e300}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", std::numeric_limits<double>::quiet_NaN()}}) == Reason::wrong_type);
  CHECK(reason_for(narrow_json{{"id", 2.5F}}) == Reason::wrong_type);
  CHECK(from_dict(json{{"id", std::uint64_t{INT64_MAX}}}).id == INT64_MAX);
  CHECK(from_dict(narrow_json{{"id", -7}}).id == -7);
}

TEST_CASE("a kind that JSON does not have is of the wrong type") {
  CHECK(reason_for(json{{"id", json::binary({1, 2})}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", json(json::value_t::discarded)}}) == Reason::wrong_type);
  CHECK_THROWS_AS(from_dict(json(json::value_t::discarded)), DecodeError);
}

TEST_CASE("the one-argument from_json decodes a document, it does not read its text") {
  CHECK(linode::from_json(json::parse(R"({"id": 1})")) == with(&T::id, 1));
  CHECK_THROWS_AS(linode::from_json(json(R"({"id": 1})")), DecodeError);  // a string that happens to be JSON
  CHECK(linode::from_json(R"({"id": 1})") == with(&T::id, 1));
  CHECK(linode::from_json(std::string(R"({"id": 1})")) == with(&T::id, 1));
}

TEST_CASE("an error answer gives the same message as its text does, but for the place") {
  const std::string text =
      R"({"errors": [{"reason": "Invalid\nToken", "field": null}, 1, {"reason": null}, {"reason": "Not found"}]})";
  try {
    static_cast<void>(from_dict(json::parse(text)));
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK("1:1: " + std::string(error.what()) == text_error(text).what());
  }
}

TEST_CASE("what fails to be assigned leaves its target as it was") {
  json j = 5;
  CHECK_THROWS_AS(linode::to_json(j, with(&T::label, "\xff")), std::invalid_argument);
  CHECK_THROWS_AS(linode::to_json(j, with(&T::created, linode::Timestamp::max())), std::invalid_argument);
  CHECK(j == 5);
  PersonalAccessTokenPage page{{T{}}, 1, 1, 1};
  const PersonalAccessTokenPage before = page;
  CHECK_THROWS_AS(json::parse(R"({"page": 5, "data": [{"id": 1}, {"id": null, "label": 0}]})").get_to(page),
                  DecodeError);
  CHECK(page == before);
}

TEST_CASE("a page without tokens is empty, whether its data is absent or null") {
  CHECK(json::parse(R"({"pages": 1})").get<PersonalAccessTokenPage>() == linode::page_from_json(R"({"pages": 1})"));
  CHECK(json::parse(R"({"data": null})").get<PersonalAccessTokenPage>() == linode::page_from_json(R"({"data": null})"));
}
