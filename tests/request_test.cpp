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
std::string violations_in(const T& token) {
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
  CHECK_FALSE(leaks_secret(all));
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

TEST_CASE("an expiry is sent in whole seconds, a fraction cut off, also before 1970") {
  CHECK(create_request(with(&T::expiry, time("2019-01-01T00:00:00.999999"))) == R"({"expiry":"2019-01-01T00:00:00"})");
  CHECK(create_request(with(&T::expiry, time("1969-12-31T23:59:58.5"))) == R"({"expiry":"1969-12-31T23:59:58"})");
  CHECK(create_request(with(&T::expiry, time("0000-01-01T00:00:00.000001"))) == R"({"expiry":"0000-01-01T00:00:00"})");
  CHECK(linode::to_json(with(&T::expiry, time("2019-01-01T00:00:00.5"))) == R"({"expiry":"2019-01-01T00:00:00.5"})");
}

TEST_CASE("the body of PUT holds the label, if it is set") {
  CHECK(update_request(T{}) == "{}");
  CHECK(update_request(T{time("2018-01-01T00:01:01"), Expiry::never(), 5, "x", "*", std::string(secret)}) ==
        R"({"label":"x"})");
}

TEST_CASE("a body holds what is set and may be sent, and no read-only member") {
  generate::Random random(8);
  for (unsigned members = 0; members <= generate::all_members; ++members) {
    T token = random.token(members);
    if (token.label) token.label = "a label that is short enough";
    if (token.expiry && token.expiry->time())
      token.expiry = std::chrono::floor<std::chrono::seconds>(*token.expiry->time());
    CHECK(create_request(token) == linode::to_json(generate::subset(token, members & generate::settable_at_creation)));
    CHECK(update_request(token) == linode::to_json(generate::subset(token, members & generate::settable_at_any_time)));
  }
}

TEST_CASE("a label has 1 to 100 characters, counted in code points") {
  struct Row {
    int line;
    std::string label;
    const char* violations;
  };
  const Row rows[] = {
      {__LINE__, "x", ""},
      {__LINE__, std::string(100, 'x'), ""},
      {__LINE__, repeated("é", 100), ""},
      {__LINE__, repeated("😀", 100), ""},
      {__LINE__, std::string(1, '\0'), ""},
      {__LINE__, "", "/label: expected 1 to 100 characters, found 0"},
      {__LINE__, std::string(101, 'x'), "/label: expected 1 to 100 characters, found 101"},
      {__LINE__, repeated("😀", 101), "/label: expected 1 to 100 characters, found 101"},
      {__LINE__, "\xff", "/label: not valid UTF-8"},
      {__LINE__, std::string(secret) + "\xed\xb0\x80", "/label: not valid UTF-8"},
  };
  for (const Row& row : rows) {
    INFO("the row in line " << row.line);
    CAPTURE(row.label);
    const T token = with(&T::label, row.label);
    CHECK(violations_in(token) == row.violations);
    if (*row.violations != '\0') CHECK_THROWS_AS(update_request(token), std::invalid_argument);
  }
}

TEST_CASE("several violations come together") {
  const T token{linode::Timestamp::max(), linode::Timestamp::min(), 1, "", std::string(secret) + "\xff", "\xff"};
  CHECK(violations_in(token) ==
        "/expiry: outside the years 0000 to 9999; /label: expected 1 to 100 characters, found 0; /scopes: not valid "
        "UTF-8");
}

TEST_CASE("what is not sent is not checked") {
  CHECK(update_request(T{{}, linode::Timestamp::max(), {}, "x", "\xff", "\xff"}) == R"({"label":"x"})");
  CHECK(violations(T{linode::Timestamp::max(), {}, -1, {}, {}, "\xff"}).empty());
}
