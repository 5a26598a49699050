#include <linode/personal_access_token/decode_error.hpp>

#include <type_traits>
#include <utility>

#include "reading.hpp"

using namespace reading;

static_assert(std::is_base_of_v<std::runtime_error, DecodeError>);
static_assert(std::is_default_constructible_v<DecodeError>);
static_assert(std::is_nothrow_copy_constructible_v<DecodeError>);
static_assert(std::is_nothrow_copy_assignable_v<DecodeError>);

TEST_CASE("an error gives place, expected and found", "[decode_error]") {
  const auto what = [](std::string_view text) { return std::string(text_error(text).what()); };
  CHECK(what("{\"id\": 1,\n  \"label\": [\"x\"]}") == "2:12: /label: expected a string, found an array");
  CHECK(what(R"({"id": 1.0})") == "1:8: /id: expected an integer, found a number with a fraction or an exponent");
  CHECK(what(R"({"id": 9223372036854775808})") == "1:8: /id: expected a 64-bit integer, found a value out of range");
  CHECK(what(R"({"created": "today"})") ==
        "1:13: /created: expected a timestamp such as 2018-01-01T00:01:01, found a string that is not a timestamp");
  CHECK(what("[]") == "1:1: expected an object, found an array");
  CHECK(what("") == "1:1: expected a value, found the end of the text");
  CHECK(what(R"({"id": 1)") == "1:9: expected ',' or '}', found the end of the text");
  CHECK(what(R"({"label": "\ud83d\u)") == "1:20: /label: expected four hexadecimal digits, found the end of the text");
  CHECK(what(R"({"label": "\ud83d\)") ==
        "1:12: /label: expected a complete surrogate pair, found a punctuation character");
}

TEST_CASE("a syntax error names expected and found", "[decode_error]") {
  struct Row {
    int line;
    const char* text;
    const char* what;
  };
  const Row rows[] = {
      {__LINE__, "5 5", "1:3: expected the end of the text, found a digit"},
      {__LINE__, "\xEF\xBB\xBF", "1:1: expected a value, found a byte order mark"},
      {__LINE__, "\xEF\xBB\xBE", "1:1: expected a value, found a non-ASCII byte"},
      {__LINE__, "{", "1:2: expected a member name in quotation marks, found the end of the text"},
      {__LINE__, "{a:1}", "1:2: expected a member name in quotation marks, found a letter"},
      {__LINE__, R"({"a":1,})", "1:8: expected a member name in quotation marks, found a closing bracket"},
      {__LINE__, R"({"a":{"b":1,2}})", "1:13: /a: expected a member name in quotation marks, found a digit"},
      {__LINE__, R"({"a" 1})", "1:6: expected ':' after the member name, found a digit"},
      {__LINE__, R"({"a":{"b"}})", "1:10: /a: expected ':' after the member name, found a closing bracket"},
      {__LINE__, R"({"a":1 "b":2})", "1:8: expected ',' or '}', found a quotation mark"},
      {__LINE__, R"({"a":{"b":1]})", "1:12: /a: expected ',' or '}', found a closing bracket"},
      {__LINE__, R"({"a":[1 [2]]})", "1:9: /a: expected ',' or ']', found an opening bracket"},
      {__LINE__, R"({"a":[1,]})", "1:9: /a/1: expected a value, found a closing bracket"},
      {__LINE__, R"({"a":+1})", "1:6: /a: expected a value, found a punctuation character"},
      {__LINE__, R"({"a":nul})", "1:6: /a: expected null, true or false, found a letter"},
      {__LINE__, R"({"a":tru})", "1:6: /a: expected null, true or false, found a letter"},
      {__LINE__, R"({"a":fals})", "1:6: /a: expected null, true or false, found a letter"},
      {__LINE__, R"({"a":nullx})", "1:10: expected ',' or '}', found a letter"},
      {__LINE__, R"({"a":truex})", "1:10: expected ',' or '}', found a letter"},
      {__LINE__, R"({"a":false-})", "1:11: expected ',' or '}', found a punctuation character"},
      {__LINE__, R"({"a":12x})", "1:8: expected ',' or '}', found a letter"},
      {__LINE__, R"({"a":"b"x})", "1:9: expected ',' or '}', found a letter"},
      {__LINE__, R"({"a":-})", "1:7: /a: expected a digit, found a closing bracket"},
      {__LINE__, R"({"a":01})", "1:7: /a: expected no digit after a leading 0, found a digit"},
      {__LINE__, R"({"a":1.})", "1:8: /a: expected a digit, found a closing bracket"},
      {__LINE__, R"({"a":1e})", "1:8: /a: expected a digit, found a closing bracket"},
      {__LINE__, R"({"a":"b)", "1:8: /a: expected a closing quotation mark, found the end of the text"},
      {__LINE__, R"({"a":"\q"})", "1:8: /a: expected a valid escape sequence, found a letter"},
      {__LINE__, R"({"a":"\u12g4"})", "1:11: /a: expected four hexadecimal digits, found a letter"},
      {__LINE__, R"({"a":"\ud800"})", "1:7: /a: expected a complete surrogate pair, found a punctuation character"},
      {__LINE__, "{\"a\":\"\x01\"}", "1:7: /a: expected an escaped control character, found a control character"},
      {__LINE__, "{\"a\":\"\xff\"}", "1:7: /a: expected valid UTF-8, found a non-ASCII byte"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CHECK(std::string(text_error(row.text).what()) == row.what);
  }
}

TEST_CASE("a document of the wrong kind is named", "[decode_error]") {
  CHECK(std::string(text_error(R"({"data": []})").what()) ==
        "1:1: expected a token, found a page (an object with `data`)");
  CHECK(std::string(page_error("{}").what()) == "1:1: expected a page, found an object without `data`");
  CHECK(std::string(page_error("[]").what()) == "1:1: expected an object, found an array");
}

TEST_CASE("every wrong kind of value is named", "[decode_error]") {
  for (const auto& [value, name] : {std::pair<std::string, std::string>{"true", "a boolean"},
                                    {"-1.5", "a number"},
                                    {"[1]", "an array"},
                                    {R"({"x": 1})", "an object"}}) {
    const std::string text = "{\"label\": " + value + "}";
    const DecodeError error = text_error(text);
    CHECK(std::string(error.what()) == "1:11: /label: expected a string, found " + name);
    expect_adapter_rejects<nlohmann::json>(text, error);
  }
  const DecodeError error = text_error(R"({"id": "1"})");
  CHECK(std::string(error.what()) == "1:8: /id: expected an integer, found a string");
  expect_adapter_rejects<nlohmann::json>(R"({"id": "1"})", error);
  CHECK(std::string(page_error(R"({"data": [null]})").what()) == "1:11: /data/0: expected an object, found null");
}

TEST_CASE("an API error gives its reasons and fields", "[decode_error]") {
  const DecodeError error = text_error(
      "{\"errors\": [{\"reason\": \"Invalid Token\"}, {\"field\": \"label\", \"reason\": \"Too\\nlong\\u001b[0m\"}, "
      "{\"reason\": 1}, {\"field\": \"expiry\"}, 5, {\"reason\": \"Not found\", \"field\": null}]}");
  CHECK(std::string(error.what()) ==
        "the API returned an error: Invalid Token; label: Too\\nlong\\u{1b}[0m; Not found");
  CHECK(error.api_errors() == std::vector<linode::ApiError>{{"Invalid Token", std::nullopt},
                                                            {"Too\nlong\x1b[0m", "label"},
                                                            {"Not found", std::nullopt}});
  const DecodeError beside_others = text_error(
      R"({"warnings": [{"reason": "a"}], "errors": [{"reason": "b"}], "x": ["c"], "errors": {"reason": "d"}})");
  CHECK(beside_others.api_errors() == std::vector<linode::ApiError>{{"b", std::nullopt}});
  const DecodeError empty = text_error(R"({"errors": []})");
  CHECK(std::string(empty.what()) == "the API returned an error");
  CHECK(empty.line() == 1);
  CHECK(empty.api_errors().empty());
  CHECK(text_error(R"({"id": "x"})").api_errors().empty());
}

TEST_CASE("a dropped API error leaves no field behind", "[decode_error]") {
  const char* const text =
      R"({"errors": [{"field": "a"}, "b", {"reason": 1, "field": "c"}, {"reason": "d", "x": "x"}, 5, "e", {"field": "f"}]})";
  const DecodeError error = text_error(text);
  CHECK(error.api_errors() ==
        std::vector<linode::ApiError>{{"b", std::nullopt}, {"d", std::nullopt}, {"e", std::nullopt}});
  expect_adapter_rejects<nlohmann::json>(text, error);
}

TEST_CASE("API errors are equal if reason and field are", "[decode_error]") {
  const linode::ApiError error{"a", "b"};
  CHECK(error == linode::ApiError{"a", "b"});
  CHECK(error != linode::ApiError{"a", std::nullopt});
  CHECK(error != linode::ApiError{"x", "b"});
}

TEST_CASE("a long API error response is shortened", "[decode_error]") {
  std::string text = R"({"errors": [)";
  for (int entry = 0; entry < 21; ++entry) {
    text += std::string(entry == 0 ? "" : ",") + R"({"reason": ")" + std::to_string(entry) + "\"}";
  }
  const DecodeError many = text_error(text + "]}");
  CHECK(many.api_errors().size() == 20);
  CHECK(many.api_errors().back().reason == "19");
  CHECK(std::string(many.what()).substr(std::string(many.what()).size() - 7) == "19; …");

  const auto reason_of = [](const std::string& reason) {
    const DecodeError error =
        text_error(R"({"errors": [{"reason": ")" + reason + R"(", "field": ")" + reason + "\"}]}");
    CHECK(error.api_errors().front().field == error.api_errors().front().reason);
    return error.api_errors().front().reason;
  };
  CHECK(reason_of(std::string(500, 'x')) == std::string(500, 'x'));
  CHECK(reason_of(std::string(501, 'x')) == std::string(500, 'x') + "…");
  CHECK(reason_of(std::string(499, 'x') + "é") == std::string(499, 'x') + "…");
  CHECK(reason_of(std::string(497, 'x') + "🔑") == std::string(497, 'x') + "…");
}

TEST_CASE("the path has at most 200 bytes of a name", "[decode_error]") {
  const auto path_of = [](const std::string& name) {
    const DecodeError error = expect_rejected_text("{\"" + name + "\": [x]}", Reason::syntax);
    CHECK(std::string(error.what()).find(error.path()) != std::string::npos);
    return error.path();
  };
  CHECK(path_of(std::string(200, 'n')) == '/' + std::string(200, 'n') + "/0");
  CHECK(path_of(std::string(201, 'n')) == '/' + std::string(200, 'n') + "…/0");
  CHECK(path_of(std::string(198, 'n') + "€") == '/' + std::string(198, 'n') + "…/0");
  CHECK(path_of(std::string(197, 'n') + "€") == '/' + std::string(197, 'n') + "€/0");
  CHECK(path_of(std::string(300, '~')).size() == 1 + 2 * 200 + std::string("…/0").size());
  DecodeError why;
  CHECK_FALSE(linode::try_from_dict(nlohmann::json{{std::string(201, 'n'), 1}}, &why, Members::strict).has_value());
  CHECK(why.path() == '/' + std::string(200, 'n') + "…");
}

TEST_CASE("columns count bytes, lines count line feeds", "[decode_error]") {
  const DecodeError error = text_error("{\r\n\"label\": \"€\", \"id\": x}");
  CHECK(error.line() == 2);
  CHECK(error.column() == 24 - 1);
  CHECK(error.path() == "/id");
}

TEST_CASE("the path also points into skipped values", "[decode_error]") {
  struct Row {
    int line;
    const char* text;
    const char* path;
  };
  const Row rows[] = {
      {__LINE__, R"({"a": {"b": [1, {"c": tru}]}})", "/a/b/1/c"},
      {__LINE__, R"({"a": [1, 2 3]})", "/a"},
      {__LINE__, R"({"a": [1, 2,]})", "/a/2"},
      {__LINE__, R"({"a": [)", "/a/0"},
      {__LINE__, R"({"a": 1.})", "/a"},
      {__LINE__, R"({"a": -)", "/a"},
      {__LINE__, R"({"a": "x)", "/a"},
      {__LINE__, R"({"a": "\x"})", "/a"},
      {__LINE__, R"({"a": 1x})", ""},
      {__LINE__, R"({"a": 1, "b" 2})", ""},
      {__LINE__, R"({"token": {"QXJ0aHVyRGVudDQyVG93ZWw", "id": 1}})", "/token"},
      {__LINE__, R"({"a": 1, "b\q": 2})", ""},
      {__LINE__, R"({"a": 1, "b)", ""},
      {__LINE__, R"({"a": 1, 5})", ""},
      {__LINE__, R"({"a": {} 5})", ""},
      {__LINE__, R"({"a": {"b": 1} 5})", ""},
      {__LINE__, R"({"a~/\"\u0041": x})", "/a~0~1\"A"},
      {__LINE__, R"({"": x})", "/"},
      {__LINE__, R"({"a,b": "c:\"{[", "d": x})", "/d"},
      {__LINE__, R"([[], [[x]]])", "/1/0/0"},
      {__LINE__, R"({} x)", ""},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CAPTURE(row.text);
    const DecodeError error = text_error(row.text);
    CHECK(error.reason() == Reason::syntax);
    CHECK(error.path() == row.path);
  }
}

TEST_CASE("a member name cannot forge a line of a log", "[decode_error]") {
  const DecodeError error = expect_rejected_text(R"({"a\nb": 1})", Reason::unknown_member, linode::Members::strict);
  CHECK(error.path() == "/a\nb");
  CHECK(std::string(error.what()).find('\n') == std::string::npos);
}

TEST_CASE("an error without a position omits it", "[decode_error]") {
  const DecodeError none;
  CHECK(none.reason() == Reason::syntax);
  CHECK(none.path().empty());
  CHECK(none.line() == 0);
  CHECK(none.column() == 0);
  CHECK(std::string(none.what()) == "nothing was decoded");
  CHECK(std::string(DecodeError(Reason::wrong_type, "/id", "expected an integer").what()) ==
        "/id: expected an integer");
}

TEST_CASE("an error is complete after copy and move", "[decode_error]") {
  DecodeError error = text_error(R"({"id": true})");
  const DecodeError moved = std::move(error);
  CHECK(error.path() == "/id");  // NOLINT(bugprone-use-after-move): that is the point
  CHECK(moved.path() == "/id");
  DecodeError assigned;
  assigned = moved;
  CHECK(assigned.path() == "/id");
  CHECK(assigned.column() == 8);
  CHECK(std::string(assigned.what()) == moved.what());
  const DecodeError& same = assigned;
  assigned = same;
  CHECK(std::string(assigned.what()) == moved.what());
}

TEST_CASE("parts of a temporary error outlive it", "[decode_error]") {
  const auto error = [] { return text_error(R"({"errors": [{"reason": "Not found"}]})"); };
  std::string reasons;
  for (const linode::ApiError& entry : error().api_errors()) reasons += entry.reason;
  CHECK(reasons == "Not found");
  const std::string& path = DecodeError(Reason::wrong_type, "/a/path/that/is/too/long/to/be/in/place", "x").path();
  CHECK(path == "/a/path/that/is/too/long/to/be/in/place");
  static_assert(std::is_same_v<decltype(std::declval<const DecodeError>().path()), std::string>);
  static_assert(
      std::is_same_v<decltype(std::declval<const DecodeError>().api_errors()), std::vector<linode::ApiError>>);
}
