#include <linode/personal_access_token/write.hpp>

#include <clocale>
#include <cstdint>
#include <limits>
#include <locale>
#include <stdexcept>
#include <vector>

#include "generate.hpp"
#include "reading.hpp"

using namespace reading;
using linode::Expiry;
using linode::PersonalAccessTokenPage;
using linode::to_json;
using T = PersonalAccessToken;

namespace {

template <class Object>
std::string error_of_writing(const Object& object) {
  try {
    static_cast<void>(to_json(object));
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("a token is written without unset members", "[write]") {
  CHECK(to_json(T{}) == "{}");
  CHECK(to_json(with(&T::id, -5)) == R"({"id":-5})");
  CHECK(to_json(with(&T::id, INT64_MIN)) == R"({"id":-9223372036854775808})");
  CHECK(to_json(with(&T::expiry, Expiry::never())) == R"({"expiry":null})");
  CHECK(to_json(with(&T::scopes, "")) == R"({"scopes":""})");
  CHECK(
      to_json(T{time("2018-01-01T00:01:01"), time("2018-01-01T13:46:32.25"), 123, "linode-cli", "*", "abc"}) ==
      R"({"created":"2018-01-01T00:01:01","expiry":"2018-01-01T13:46:32.25","id":123,"label":"linode-cli","scopes":"*","token":"abc"})");
}

TEST_CASE("a page is always written with its data", "[write]") {
  CHECK(to_json(PersonalAccessTokenPage{}) == R"({"data":[]})");
  CHECK(to_json(PersonalAccessTokenPage{{T{}, with(&T::id, 2)}, 1, 2, 3}) ==
        R"({"data":[{},{"id":2}],"page":1,"pages":2,"results":3})");
}

TEST_CASE("strings are escaped as by nlohmann_json", "[write]") {
  CHECK(to_json(with(&T::label, "\"\\/\b\f\n\r\t")) == R"({"label":"\"\\/\b\f\n\r\t"})");
  for (unsigned code = 0; code < 0x3000; ++code) {
    char bytes[4];
    const std::string text(bytes, linode::detail::write_code_point(bytes, code));
    const T token = with(&T::label, "ab" + text + "0123456789");
    REQUIRE(to_json(token) == linode::to_dict(token).dump());
  }
}

TEST_CASE("an unencodable member is named, not quoted", "[write]") {
  CHECK(error_of_writing(with(&T::label, std::string(secret) + "\xff")) == "/label: not valid UTF-8");
  CHECK(error_of_writing(with(&T::scopes, "\xed\xa0\x80")) == "/scopes: not valid UTF-8");
  CHECK(error_of_writing(with(&T::token, std::string(secret) + "\xc3")) == "/token: not valid UTF-8");
  CHECK(error_of_writing(with(&T::created, linode::Timestamp::max())) == "/created: outside the years 0000 to 9999");
  CHECK(error_of_writing(with(&T::expiry, linode::Timestamp::min())) == "/expiry: outside the years 0000 to 9999");
  const PersonalAccessTokenPage page{{T{}, with(&T::token, "\x80")}, {}, {}, {}};
  CHECK(error_of_writing(page) == "/data/1/token: not valid UTF-8");
  CHECK_THROWS_AS(linode::to_dict(page.data[1]), std::invalid_argument);
}

TEST_CASE("round trip: every subset of the members", "[write]") {
  generate::Random random(3);
  for (unsigned members = 0; members <= generate::all_members; ++members) {
    for (int round = 0; round < 50; ++round) {
      const T token = random.token(members);
      const std::string text = to_json(token);
      CAPTURE(text);
      REQUIRE(linode::from_json(text) == token);
      REQUIRE(linode::from_json(text, linode::Members::strict) == token);
      REQUIRE(to_json(linode::from_json(text)) == text);
      REQUIRE(linode::to_dict(token).dump() == text);
      REQUIRE(linode::to_dict<nlohmann::ordered_json>(token).dump() == text);
      REQUIRE(nlohmann::json::parse(text).get<T>() == token);
    }
  }
}

TEST_CASE("round trip: pages", "[write]") {
  generate::Random random(4);
  for (int round = 0; round < 500; ++round) {
    const PersonalAccessTokenPage page = random.page();
    const std::string text = to_json(page);
    CAPTURE(text);
    REQUIRE(linode::page_from_json(text) == page);
    REQUIRE(linode::read_tokens(text) == page.data);
    REQUIRE(nlohmann::json(page).dump() == text);
    REQUIRE(linode::to_dict(page).dump() == text);
    REQUIRE(linode::to_dict<nlohmann::ordered_json>(page).dump() == text);
    REQUIRE(nlohmann::json::parse(text).get<PersonalAccessTokenPage>() == page);
  }
}

TEST_CASE("ids are written as by nlohmann_json", "[write]") {
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> ids = {0, largest, -largest, std::numeric_limits<std::int64_t>::min()};
  for (std::int64_t power = 1; power <= largest / 10; power *= 10) {
    for (const std::int64_t id : {power * 10 - 1, power * 10, power * 10 + 1, power * 12, power * 9}) {
      ids.push_back(id);
      ids.push_back(-id);
    }
  }
  for (const std::int64_t id : ids) CHECK(to_json(with(&T::id, id)) == nlohmann::json{{"id", id}}.dump());
}

TEST_CASE("strings that expand sixfold fit the buffer", "[write]") {
  constexpr auto id = std::numeric_limits<std::int64_t>::min();
  const T without_strings{time("2018-01-01T00:01:01.123456"), time("2018-01-01T00:01:01.123456"), id, {}, {}, {}};
  for (std::size_t size = 0; size < 1000; ++size) {
    T token = without_strings;
    token.label = std::string(size, '\1');
    const PersonalAccessTokenPage page{{token, without_strings, without_strings}, id, id, id};
    REQUIRE(to_json(page) == nlohmann::json(page).dump());
  }
}

TEST_CASE("the global locale is ignored", "[write]") {
  struct Grouping : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Grouping));
  const T token = with(&T::id, 1234567);
  const std::string text = to_json(token);
  std::ostringstream stream;  // takes the global locale
  stream << token;
  const T read = linode::from_json(text);
  const DecodeError error = text_error(std::string(1233, ' ') + "x");
  std::locale::global(before);
  CHECK(text == R"({"id":1234567})");
  CHECK(stream.str() == "PersonalAccessToken{id=1234567}");
  CHECK(read == token);
  CHECK(std::string(error.what()) == "1:1234: expected a value, found a letter");
}

TEST_CASE("tokens are written as an array", "[write]") {
  CHECK(to_json(std::vector<T>{}) == "[]");
  CHECK(to_json(std::vector{with(&T::id, 1), T{}}) == R"([{"id":1},{}])");
  CHECK(to_json({with(&T::id, 1), T{}}) == R"([{"id":1},{}])");
  generate::Random random(32);
  for (int round = 0; round < 300; ++round) {
    const std::vector<T> tokens = random.page().data;
    const std::string text = to_json(tokens);
    CAPTURE(text);
    REQUIRE(linode::read_tokens(text) == tokens);
    REQUIRE(nlohmann::json(tokens).dump() == text);
  }
  CHECK(error_of_writing(std::vector{T{}, with(&T::label, "\xff")}) == "/1/label: not valid UTF-8");
}
