#include <linode/personal_access_token/request.hpp>

#include <stdexcept>
#include <string>

#include "generate.hpp"
#include "reading.hpp"

using namespace reading;
using linode::create_request;
using linode::Expiry;
using linode::update_request;
using linode::violations;
using T = PersonalAccessToken;

namespace {

std::string repeated(const char* text, int times) {
  std::string result;
  while (times-- > 0) result += text;
  return result;
}

// What `violations` says, and the exception of `create_request` with it.
std::string complaints(const T& token) {
  std::string all;
  for (const linode::Violation& violation : violations(token)) {
    all += (all.empty() ? "" : "; ") + violation.path + ": " + violation.message;
  }
  std::string thrown;
  try {
    static_cast<void>(create_request(token));
  } catch (const std::invalid_argument& error) {
    thrown = error.what();
  }
  CHECK(thrown == all);
  CHECK_FALSE(reveals(all));
  return all;
}

}  // namespace

TEST_CASE("the body of POST holds what is set of expiry, label and scopes") {
  CHECK(create_request(T{}) == "{}");
  CHECK(create_request(T{time("2018-01-01T00:01:01"), time("2019-01-01T00:00:00"), 5, "x", "*", std::string(secret)}) ==
        R"({"expiry":"2019-01-01T00:00:00","label":"x","scopes":"*"})");
  CHECK(create_request(with(&T::expiry, Expiry::never())) == R"({"expiry":null})");
  CHECK(create_request(with(&T::scopes, "")) == R"({"scopes":""})");  // no access; left out it would be full access
  CHECK(create_request(with(&T::label, "\"\n")) == R"({"label":"\"\n"})");
}

TEST_CASE("the body of PUT holds the label, if it is set") {
  CHECK(update_request(T{}) == "{}");
  CHECK(update_request(T{time("2018-01-01T00:01:01"), Expiry::never(), 5, "x", "*", std::string(secret)}) ==
        R"({"label":"x"})");
}

TEST_CASE("a body holds what is set and may be sent, and no read-only member") {
  generate::Random random(8);
  for (unsigned members = 0; members < 64; ++members) {
    T token = random.token(members);
    if (token.label) token.label = "a label that is short enough";
    CHECK(create_request(token) == linode::to_json(generate::subset(token, members & 0b011010)));
    CHECK(update_request(token) == linode::to_json(generate::subset(token, members & 0b001000)));
  }
}

TEST_CASE("a label has 1 to 100 characters, counted in code points") {
  struct Row {
    std::string label;
    const char* complaint;
  };
  const auto row = GENERATE(Catch::Generators::values<Row>({
      {"x", ""},
      {std::string(100, 'x'), ""},
      {repeated("é", 100), ""},
      {repeated("😀", 100), ""},
      {std::string(1, '\0'), ""},
      {"", "/label: expected 1 to 100 characters, found 0"},
      {std::string(101, 'x'), "/label: expected 1 to 100 characters, found 101"},
      {repeated("😀", 101), "/label: expected 1 to 100 characters, found 101"},
      {"\xff", "/label: not valid UTF-8"},
      {std::string(secret) + "\xed\xb0\x80", "/label: not valid UTF-8"},
  }));
  CAPTURE(row.label);
  const T token = with(&T::label, row.label);
  CHECK(complaints(token) == row.complaint);
  if (*row.complaint != '\0') CHECK_THROWS_AS(update_request(token), std::invalid_argument);
}

TEST_CASE("several violations come together") {
  const T token{linode::Timestamp::max(), linode::Timestamp::min(), 1, "", std::string(secret) + "\xff", "\xff"};
  CHECK(complaints(token) ==
        "/expiry: outside the years 0000 to 9999; /label: expected 1 to 100 characters, found 0; /scopes: not valid "
        "UTF-8");
}

TEST_CASE("what is not sent is not looked at") {
  CHECK(update_request(T{{}, linode::Timestamp::max(), {}, "x", "\xff", "\xff"}) == R"({"label":"x"})");
  CHECK(violations(T{linode::Timestamp::max(), {}, -1, {}, {}, "\xff"}).empty());
}

TEST_CASE("an integer violates nothing, should one ever be sent") {
  CHECK(linode::detail::complaint(std::int64_t{-1}, linode::detail::Length{1, 2}).empty());
}
