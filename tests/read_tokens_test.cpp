#include <linode/personal_access_token/read.hpp>

#include <linode/personal_access_token/stream.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "reading.hpp"

using namespace reading;

namespace {

std::vector<std::int64_t> ids(const std::vector<PersonalAccessToken>& tokens) {
  std::vector<std::int64_t> result;
  for (const PersonalAccessToken& token : tokens) result.push_back(token.id.value_or(0));
  return result;
}

using Ids = std::vector<std::int64_t>;

struct Shape {
  int line;
  const char* name;
  const char* text;
  Ids expected;
};

struct BadSequence {
  int line;
  const char* name;
  const char* text;
  Reason reason;
  const char* path;
  Ids delivered;  // by for_each_token, before the error
};

}  // namespace

TEST_CASE("tokens are read from every shape", "[read_tokens]") {
  const Shape rows[] = {
      {__LINE__, "a token", R"({"id": 1})", {1}},
      {__LINE__, "a token without members", "{}", {0}},
      {__LINE__, "a page", R"({"data": [{"id": 1}, {"id": 2}], "page": 1, "pages": 1, "results": 2})", {1, 2}},
      {__LINE__, "a page, data last", R"({"page": 1, "id": "ignored", "pages": 1, "data": [{"id": 1}]})", {1}},
      {__LINE__, "a page, name of data escaped", R"({"d\u0061ta": [{"id": 1}]})", {1}},
      {__LINE__, "an empty page", R"({"data": []})", {}},
      {__LINE__, "an empty page, data null", R"({"data": null, "page": 1, "pages": 1, "results": 0})", {}},
      {__LINE__, "a page, data null and then an array", R"({"data": null, "data": [{"id": 1}]})", {1}},
      {__LINE__, "a page after a token", R"({"id": 1} {"page": 1, "data": [{"id": 2}, {"id": 3}]})", {1, 2, 3}},
      {__LINE__, "an array", R"([{"id": 1}, {"id": 2}])", {1, 2}},
      {__LINE__, "an empty array", "[]", {}},
      {__LINE__, "a token with a member data that is not an array", R"({"id": 1, "data": {"id": 2}})", {1}},
      {__LINE__, "tokens, one a line", "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}\n", {1, 2, 3}},
      {__LINE__, "tokens back to back", R"({"id": 1}{"id": 2})", {1, 2}},
      {__LINE__, "pages one after another", R"({"data": [{"id": 1}]} {"data": [{"id": 2}, {"id": 3}]})", {1, 2, 3}},
      {__LINE__, "all shapes mixed", R"([{"id": 1}] {"id": 2} [] {"data": [{"id": 3}]} [{"id": 4}])", {1, 2, 3, 4}},
      {__LINE__,
       "a character in two halves",
       R"({"id": 1, "label": "\ud83d\ude00"} {"\ud83d\ude00": 0, "id": 2})",
       {1, 2}},
      {__LINE__, "white space around", " \r\n\t{\"id\": 1}\n\n ", {1}},
  };
  for (const Shape& row : rows) {
    IN_ROW(row);
    CAPTURE(row.name);
    CHECK(ids(linode::read_tokens(row.text)) == row.expected);
    expect_streams_as_read_tokens(row.text);
    std::istringstream stream(row.text);
    std::vector<PersonalAccessToken> streamed;
    linode::for_each_token(stream, [&](PersonalAccessToken&& token) { streamed.push_back(std::move(token)); });
    CHECK(ids(streamed) == row.expected);
  }
}

TEST_CASE("an error in a sequence names its document", "[read_tokens]") {
  const BadSequence rows[] = {
      {__LINE__, "nothing at all", "", Reason::syntax, "", {}},
      {__LINE__, "white space only", " \n ", Reason::syntax, "", {}},
      {__LINE__, "a scalar", "5", Reason::wrong_type, "", {}},
      {__LINE__, "one document", R"({"id": "x"})", Reason::wrong_type, "/id", {}},
      {__LINE__, "the first of several", R"({"id": "x"} {"id": 1})", Reason::wrong_type, "/0/id", {}},
      {__LINE__, "the first of several, the next one open", R"({"id": "x"} [)", Reason::wrong_type, "/0/id", {}},
      {__LINE__,
       "the last of several",
       R"({"id": 1} {"id": 2} {"data": [{"id": 3}, {"id": "x"}]})",
       Reason::wrong_type,
       "/2/data/1/id",
       {1, 2}},
      {__LINE__, "an array element", R"([{"id": 1}, 7])", Reason::wrong_type, "/1", {}},
      {__LINE__,
       "an array element of the second",
       R"([{"id": 1}] [{"id": 2}, {"id": 1.5}])",
       Reason::wrong_type,
       "/1/1/id",
       {1}},
      {__LINE__, "syntax, in one document", R"({"id": 1, "label": tru})", Reason::syntax, "/label", {}},
      {__LINE__, "syntax, in the second", "{\"id\": 1}\n{\"id\": 2", Reason::syntax, "/1", {1}},
      {__LINE__, "a scalar after a token", R"({"id": 1} null)", Reason::wrong_type, "/1", {1}},
      {__LINE__,
       "a page whose second data is not an array",
       R"({"data": [{"id": 1}], "data": 5})",
       Reason::wrong_type,
       "/data",
       {}},
      {__LINE__, "an API error response after a wrong type", R"({"created":1,"errors":[]})", Reason::api_error, "", {}},
      {__LINE__,
       "two in a page: the first in the text",
       R"({"data":[{"created":1},5]})",
       Reason::wrong_type,
       "/data/0/created",
       {}},
      {__LINE__,
       "a page with an API error response in it",
       R"({"page": "x", "errors": [], "data": [1]})",
       Reason::api_error,
       "",
       {}},
      {__LINE__, "an API error response", R"({"errors": [{"reason": "Invalid Token"}]})", Reason::api_error, "", {}},
      {__LINE__,
       "an API error response after a page",
       R"({"data": [{"id": 1}]} {"errors": []})",
       Reason::api_error,
       "/1",
       {1}},
  };
  for (const BadSequence& row : rows) {
    IN_ROW(row);
    CAPTURE(row.name);
    std::string message;
    try {
      static_cast<void>(linode::read_tokens(row.text));
      FAIL("accepted");
    } catch (const DecodeError& error) {
      CHECK(error.reason() == row.reason);
      CHECK(error.path() == row.path);
      message = error.what();
    }
    std::istringstream stream(row.text);
    std::vector<PersonalAccessToken> streamed;
    try {
      linode::for_each_token(stream, [&](PersonalAccessToken&& token) { streamed.push_back(std::move(token)); });
      FAIL("accepted");
    } catch (const DecodeError& error) {
      CHECK(error.what() == message);
    }
    CHECK(ids(streamed) == row.delivered);
    expect_streams_as_read_tokens(row.text);
  }
}

TEST_CASE("a scalar is not a token", "[read_tokens]") {
  DecodeError why;
  CHECK_FALSE(linode::try_read_tokens("{} 5", &why).has_value());
  CHECK(std::string(why.what()) == "1:4: /1: expected an object or an array, found a number");
  CHECK_FALSE(linode::try_read_tokens("{} 5").has_value());
}

TEST_CASE("errors inside a token are an unknown member", "[read_tokens]") {
  CHECK(ids(linode::read_tokens(R"([{"id": 1, "errors": [{"reason": "x"}]}])")) == Ids{1});
}

TEST_CASE("strict reading checks members in every shape", "[read_tokens]") {
  struct Row {
    int line;
    const char* text;
    Reason reason;
    const char* path;
  };
  const Row rows[] = {
      {__LINE__, R"({"x": 1})", Reason::unknown_member, "/x"},
      {__LINE__, R"([{"id": 1}, {"id": 2, "id": 2}])", Reason::duplicate_member, "/1/id"},
      {__LINE__, R"({"total": 1, "data": []})", Reason::unknown_member, "/total"},
      {__LINE__, R"({"data": [{"x": 1}]} {})", Reason::unknown_member, "/0/data/0/x"},
      {__LINE__, R"({"id": 1} {"id": 1, "errors": []})", Reason::api_error, "/1"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    DecodeError why;
    CHECK_FALSE(linode::try_read_tokens(row.text, &why, Members::strict).has_value());
    CHECK(why.reason() == row.reason);
    CHECK(why.path() == row.path);
    expect_streams_as_read_tokens(row.text, Members::strict);
  }
  CHECK(ids(linode::read_tokens(R"({"id": 1} {"data": [{"id": 2}], "page": 1} [{"id": 3}])", Members::strict)) ==
        Ids{1, 2, 3});
}
