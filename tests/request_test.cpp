#include <linode/personal_access_token/request.hpp>

#include <stdexcept>
#include <string>

#include "generate.hpp"
#include "reading.hpp"

using namespace reading;
using linode::create_request;
using linode::Expiry;
using linode::Request;
using linode::update_request;
using linode::violations;
using T = PersonalAccessToken;

namespace {

// A token with only the members that a request must have.
T token_to_create() { return {{}, Expiry::never(), {}, {}, "linodes:read_only", {}}; }

// All violations in one line. The exception that the request throws must have the same text.
std::string violations_in(const T& token, Request request = Request::create) {
  std::string all;
  for (const linode::Violation& violation : violations(token, request)) {
    all += (all.empty() ? "" : "; ") + violation.path + ": " + violation.message;
  }
  std::string thrown;
  try {
    static_cast<void>(request == Request::create ? create_request(token) : update_request(token));
  } catch (const std::invalid_argument& error) {
    thrown = error.what();
  }
  CHECK(thrown == all);
  CHECK_FALSE(leaks_secret(all));
  return all;
}

}  // namespace

TEST_CASE("a POST body has expiry, scopes and label", "[request]") {
  CHECK(create_request(T{time("2018-01-01T00:01:01"), time("2019-01-01T00:00:00"), 5, "x", "*", std::string(secret)}) ==
        R"({"expiry":"2019-01-01T00:00:00","label":"x","scopes":"*"})");
  CHECK(create_request(token_to_create()) == R"({"expiry":null,"scopes":"linodes:read_only"})");
  T token = token_to_create();
  token.label = "\"\n";
  CHECK(create_request(token) == R"({"expiry":null,"label":"\"\n","scopes":"linodes:read_only"})");
}

TEST_CASE("a request must set expiry and scopes", "[request]") {
  const std::string fills_in = ": must be set: the API's default would grant everything";
  CHECK(violations_in(T{}) == "/expiry" + fills_in + "; /scopes" + fills_in);
  CHECK(violations_in(with(&T::label, "x")) == "/expiry" + fills_in + "; /scopes" + fills_in);
  CHECK(violations_in(with(&T::expiry, Expiry::never())) == "/scopes" + fills_in);
  CHECK(violations_in(with(&T::scopes, "*")) == "/expiry" + fills_in);
  CHECK(violations_in(token_to_create()).empty());
  CHECK(violations_in(token_to_create(), Request::update) ==
        "/label: must be set: without it the request changes nothing");
}

TEST_CASE("requested scopes must all be recognized", "[request]") {
  struct Row {
    int line;
    const char* scopes;
    int unrecognized;
  };
  const Row rows[] = {
      {__LINE__, "*", 0},
      {__LINE__, "linodes:read_only,domains:read_write  lke:none", 0},
      {__LINE__, "linodes:view clients:* tokens:modify", 0},
      {__LINE__, "linodes:update", 1},
      {__LINE__, "linodes", 1},
      {__LINE__, "volumes: read_write", 2},
      {__LINE__, "* linodes:readonly", 1},
      {__LINE__, "linodes:view;domains:view", 1},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    T token = token_to_create();
    token.scopes = row.scopes;
    CHECK(violations_in(token) == (row.unrecognized == 0 ? ""
                                                         : "/scopes: expected parts such as linodes:read_only, found " +
                                                               std::to_string(row.unrecognized) + " in another form"));
  }
}

TEST_CASE("requested scopes must grant something", "[request]") {
  for (const char* scopes : {"", " , ", "\n", "linodes:none", "linodes:none,domains:none"}) {
    CAPTURE(scopes);
    T token = token_to_create();
    token.scopes = scopes;
    CHECK(violations_in(token) == "/scopes: expected scopes that grant something, found none");
    CHECK_THROWS_AS(create_request(token), std::invalid_argument);
    token.label = "x";
    CHECK(violations_in(token, Request::update) == "");
  }
}

TEST_CASE("an expiry is rounded down to whole seconds", "[request]") {
  const auto sent = [](const char* expiry) {
    T token = token_to_create();
    token.expiry = time(expiry);
    token.scopes = "*";
    return create_request(token);
  };
  CHECK(sent("2019-01-01T00:00:00.999999") == R"({"expiry":"2019-01-01T00:00:00","scopes":"*"})");
  CHECK(sent("1969-12-31T23:59:58.5") == R"({"expiry":"1969-12-31T23:59:58","scopes":"*"})");
  CHECK(sent("0000-01-01T00:00:00.000001") == R"({"expiry":"0000-01-01T00:00:00","scopes":"*"})");
  CHECK(linode::to_json(with(&T::expiry, time("2019-01-01T00:00:00.5"))) == R"({"expiry":"2019-01-01T00:00:00.5"})");
}

TEST_CASE("a PUT body has only the label", "[request]") {
  CHECK(update_request(T{time("2018-01-01T00:01:01"), Expiry::never(), 5, "x", "*", std::string(secret)}) ==
        R"({"label":"x"})");
}

TEST_CASE("a body has no read-only member", "[request]") {
  generate::Random random(8);
  for (unsigned members = 0; members <= generate::all_members; ++members) {
    T token = random.token(members);
    if (token.label) token.label = "a label that is short enough";
    if (token.scopes) token.scopes = "linodes:read_only";
    if (token.expiry && !token.expiry->is_never()) {
      token.expiry = linode::Timestamp(std::chrono::floor<std::chrono::seconds>(token.expiry->time()));
    }
    CAPTURE(members);
    if (token.expiry && token.scopes) {
      CHECK(create_request(token) ==
            linode::to_json(generate::subset(token, members & generate::settable_at_creation)));
    } else {
      CHECK_THROWS_AS(create_request(token), std::invalid_argument);
    }
    if (token.label) {
      CHECK(update_request(token) ==
            linode::to_json(generate::subset(token, members & generate::settable_at_any_time)));
    } else {
      CHECK_THROWS_AS(update_request(token), std::invalid_argument);
    }
  }
}

TEST_CASE("a label has 1 to 100 code points", "[request]") {
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
    IN_ROW(row);
    CAPTURE(row.label);
    T token = token_to_create();
    token.label = row.label;
    CHECK(violations_in(token) == row.violations);
    CHECK(violations_in(token, Request::update) == row.violations);
  }
}

TEST_CASE("all violations are reported together", "[request]") {
  const T token{linode::Timestamp::max(), linode::Timestamp::min(), 1, "", std::string(secret) + "\xff", "\xff"};
  CHECK(violations_in(token) ==
        "/expiry: outside the years 0000 to 9999; /label: expected 1 to 100 characters, found 0; /scopes: not valid "
        "UTF-8");
}

TEST_CASE("members that are not sent are not checked", "[request]") {
  CHECK(update_request(T{{}, linode::Timestamp::min(), {}, "x", "\xff", "\xff"}) == R"({"label":"x"})");
  CHECK(violations(T{linode::Timestamp::max(), Expiry::never(), -1, {}, "*", "\xff"}, Request::create).empty());
  CHECK(violations(T{linode::Timestamp::max(), linode::Timestamp::min(), -1, "x", "\xff", "\xff"}, Request::update)
            .empty());
}
