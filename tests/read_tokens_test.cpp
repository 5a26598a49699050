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
  const char* name;
  const char* text;
  Ids expected;
};

struct Fault {
  const char* name;
  const char* text;
  Reason reason;
  const char* path;
  Ids handed_over;  // by for_each_token, before the error
};

}  // namespace

TEST_CASE("read_tokens and for_each_token take every shape that holds tokens") {
  const auto row = GENERATE(Catch::Generators::values<Shape>({
      {"a token", R"({"id": 1})", {1}},
      {"a token without members", "{}", {0}},
      {"a page", R"({"data": [{"id": 1}, {"id": 2}], "page": 1, "pages": 1, "results": 2})", {1, 2}},
      {"a page, data last", R"({"page": 1, "id": "ignored", "pages": 1, "data": [{"id": 1}]})", {1}},
      {"a page, name of data escaped", R"({"d\u0061ta": [{"id": 1}]})", {1}},
      {"an empty page", R"({"data": []})", {}},
      {"an array", R"([{"id": 1}, {"id": 2}])", {1, 2}},
      {"an empty array", "[]", {}},
      {"a token with a member data that is no array", R"({"id": 1, "data": {"id": 2}})", {1}},
      {"tokens, one a line", "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}\n", {1, 2, 3}},
      {"tokens back to back", R"({"id": 1}{"id": 2})", {1, 2}},
      {"pages one after another", R"({"data": [{"id": 1}]} {"data": [{"id": 2}, {"id": 3}]})", {1, 2, 3}},
      {"all shapes mixed", R"([{"id": 1}] {"id": 2} [] {"data": [{"id": 3}]} [{"id": 4}])", {1, 2, 3, 4}},
      {"white space around", " \r\n\t{\"id\": 1}\n\n ", {1}},
  }));
  CAPTURE(row.name);
  CHECK(ids(linode::read_tokens(row.text)) == row.expected);
  std::istringstream stream(row.text);
  std::vector<PersonalAccessToken> streamed;
  linode::for_each_token(stream, [&](PersonalAccessToken&& token) { streamed.push_back(std::move(token)); });
  CHECK(ids(streamed) == row.expected);
}

TEST_CASE("a fault in a sequence is named with its document, and earlier documents are handed over") {
  const auto row = GENERATE(Catch::Generators::values<Fault>({
      {"nothing at all", "", Reason::syntax, "", {}},
      {"white space only", " \n ", Reason::syntax, "", {}},
      {"a scalar", "5", Reason::wrong_type, "", {}},
      {"one document", R"({"id": "x"})", Reason::wrong_type, "/id", {}},
      {"the first of several", R"({"id": "x"} {"id": 1})", Reason::wrong_type, "/0/id", {}},
      {"the first of several, the next one open", R"({"id": "x"} [)", Reason::wrong_type, "/0/id", {}},
      {"the last of several",
       R"({"id": 1} {"id": 2} {"data": [{"id": 3}, {"id": "x"}]})",
       Reason::wrong_type,
       "/2/data/1/id",
       {1, 2}},
      {"an array element", R"([{"id": 1}, 7])", Reason::wrong_type, "/1", {}},
      {"an array element of the second", R"([{"id": 1}] [{"id": 2}, {"id": 1.5}])", Reason::wrong_type, "/1/1/id", {1}},
      {"syntax, in one document", R"({"id": 1, "label": tru})", Reason::syntax, "/label", {}},
      {"syntax, in the second", "{\"id\": 1}\n{\"id\": 2", Reason::syntax, "/1", {1}},
      {"a scalar behind a token", R"({"id": 1} null)", Reason::wrong_type, "/1", {1}},
      {"a page whose second data is none", R"({"data": [{"id": 1}], "data": 5})", Reason::wrong_type, "/data", {}},
      {"an error answer", R"({"errors": [{"reason": "Invalid Token"}]})", Reason::api_error, "", {}},
      {"an error answer behind a page", R"({"data": [{"id": 1}]} {"errors": []})", Reason::api_error, "/1", {1}},
  }));
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
  CHECK(ids(streamed) == row.handed_over);
}

TEST_CASE("errors below the top of an array are an unknown member") {
  CHECK(ids(linode::read_tokens(R"([{"id": 1, "errors": [{"reason": "x"}]}])")) == Ids{1});
}
