#include <linode/personal_access_token/decode_error.hpp>

#include <type_traits>

#include "reading.hpp"

using namespace reading;

static_assert(std::is_base_of_v<std::runtime_error, DecodeError>);
static_assert(std::is_default_constructible_v<DecodeError>);
static_assert(std::is_nothrow_copy_constructible_v<DecodeError>);
static_assert(std::is_nothrow_copy_assignable_v<DecodeError>);

TEST_CASE("an error says where, what was expected and what came") {
  const auto what = [](std::string_view text) { return std::string(text_error(text).what()); };
  CHECK(what("{\"id\": 1,\n  \"label\": [\"x\"]}") == "2:12: /label: expected a string, found an array");
  CHECK(what(R"({"id": 1.0})") == "1:8: /id: expected an integer, found a number with a fraction or an exponent");
  CHECK(what(R"({"id": 9223372036854775808})") == "1:8: /id: expected an integer of 64 bits, found one beyond them");
  CHECK(what(R"({"created": "today"})") ==
        "1:13: /created: expected a time such as 2018-01-01T00:01:01, found a string that is none");
  CHECK(what("[]") == "1:1: expected an object, found an array");
  CHECK(what("") == "1:1: expected a value, found the end of the text");
  CHECK(what(R"({"id": 1)") == "1:9: expected ',' or '}', found the end of the text");
}

TEST_CASE("an error answer gives its reasons, on one line") {
  const DecodeError error = text_error(
      "{\"errors\": [{\"reason\": \"Invalid Token\"}, {\"field\": \"label\", \"reason\": \"Too\\nlong\\u001b[0m\"}, "
      "{\"reason\": 1}]}");
  CHECK(std::string(error.what()) == "1:1: the API answered with an error: Invalid Token; Too\\u000along\\u001b[0m");
  CHECK(std::string(text_error(R"({"errors": []})").what()) == "1:1: the API answered with an error");
}

TEST_CASE("columns count bytes, lines count line feeds") {
  const DecodeError error = text_error("{\r\n\"label\": \"€\", \"id\": x}");
  CHECK(error.line() == 2);
  CHECK(error.column() == 24 - 1);
  CHECK(error.path() == "/id");
}

TEST_CASE("the path points into what is skipped, too") {
  struct Row {
    const char* text;
    const char* path;
  };
  const auto row = GENERATE(Catch::Generators::values<Row>({
      {R"({"a": {"b": [1, {"c": tru}]}})", "/a/b/1/c"},
      {R"({"a": [1, 2 3]})", "/a"},
      {R"({"a": [1, 2,]})", "/a/2"},
      {R"({"a": [)", "/a/0"},
      {R"({"a": 1.})", "/a"},
      {R"({"a": -)", "/a"},
      {R"({"a": "x)", "/a"},
      {R"({"a": "\x"})", "/a"},
      {R"({"a": 1x})", "/a"},
      {R"({"a": 1, "b" 2})", ""},
      {R"({"token": {"QXJ0aHVyRGVudDQyVG93ZWw", "id": 1}})", "/token"},
      {R"({"a": 1, "b\q": 2})", ""},
      {R"({"a": 1, "b)", ""},
      {R"({"a": 1, 5})", ""},
      {R"({"a": {} 5})", ""},
      {R"({"a": {"b": 1} 5})", ""},
      {R"({"a~/\"\u0041": x})", "/a~0~1\"A"},
      {R"({"": x})", "/"},
      {R"({"a,b": "c:\"{[", "d": x})", "/d"},
      {R"([[], [[x]]])", "/1/0/0"},
      {R"({} x)", ""},
  }));
  CAPTURE(row.text);
  const DecodeError error = text_error(row.text);
  CHECK(error.reason() == Reason::syntax);
  CHECK(error.path() == row.path);
}

TEST_CASE("a member name on the path cannot forge a line of a log") {
  const DecodeError error = is_refused_as_text(R"({"a\nb": 1})", Reason::unknown_member, linode::Members::strict);
  CHECK(error.path() == "/a\nb");
  CHECK(std::string(error.what()).find('\n') == std::string::npos);
}

TEST_CASE("an error without a place says nothing of one") {
  const DecodeError none;
  CHECK(none.reason() == Reason::syntax);
  CHECK(none.path().empty());
  CHECK(none.line() == 0);
  CHECK(none.column() == 0);
  CHECK(std::string(DecodeError(Reason::wrong_type, "/id", "expected an integer").what()) ==
        "/id: expected an integer");
}

TEST_CASE("an error is still whole when it was copied or moved from") {
  DecodeError error = text_error(R"({"id": true})");
  const DecodeError moved = std::move(error);
  CHECK(error.path() == "/id");  // NOLINT(bugprone-use-after-move): that is the point
  CHECK(moved.path() == "/id");
  DecodeError assigned;
  assigned = moved;
  CHECK(assigned.path() == "/id");
  CHECK(assigned.column() == 8);
  CHECK(std::string(assigned.what()) == moved.what());
}
