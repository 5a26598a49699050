// The reading rules, one row per test, through the text functions and both kinds of nlohmann::json.
#include <linode/personal_access_token/read.hpp>

#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "generate.hpp"
#include "reading.hpp"

using namespace reading;
using linode::Expiry;
using T = PersonalAccessToken;

// Each row is a test. A failure prints the row's line, since the checks are in the helpers.
#define ROW(name, expectation)            \
  TEST_CASE("reading: " name, "[read]") { \
    INFO("the row in line " << __LINE__); \
    expectation;                          \
  }
#define READS(name, text, expected) ROW(name, expect_reads(text, expected))
#define REJECTS(name, text, reason, path) ROW(name, expect_rejected(text, Reason::reason, path))
#define REJECTS_STRICTLY(name, text, reason, path) \
  ROW(name, expect_rejected(text, Reason::reason, path, Members::strict))
#define REJECTS_TEXT(name, text, reason) ROW(name, expect_rejected_text(text, Reason::reason))
#define REJECTS_TEXT_AT(name, text, column_, message) ROW(name, expect_message(text, "1:" #column_ ": " message))

namespace {

void expect_message(std::string_view text, const std::string& message) {
  CAPTURE(text);
  CHECK(text_error(text).what() == message);
}

}  // namespace

using namespace std::string_view_literals;

// clang-format off
READS("an object without members: every member unset",  R"({})", T{})
READS("white space of every kind around everything",    " \t\r\n{ \"id\" \n:\t7\r, \"label\" : \"x\" } \n", (T{{}, {}, 7, "x", {}, {}}))
READS("an absent member: unset, its siblings set",      R"({"id": 1, "label": "x"})", (T{{}, {}, 1, "x", {}, {}}))
READS("a null expiry: never",                           R"({"expiry": null})", with(&T::expiry, Expiry::never()))
READS("a null created: unset",                          R"({"created": null})", T{})
READS("a null id: unset",                               R"({"id": null})", T{})
READS("a null label: unset",                            R"({"label": null})", T{})
READS("null scopes: unset",                             R"({"scopes": null})", T{})
READS("a null token: unset",                            R"({"token": null})", T{})
READS("an unknown member: skipped",                     R"({"website": {"a": [1, -0.5e+3, true, {"b": null}]}, "id": 5, "": "", "x": [[], {}]})", with(&T::id, 5))
READS("an unknown number of any form: skipped",         R"({"x": [0, -7, 10, 1.5, 1e5, 1E5, 12e-3, -0.5E+3, 12345678901234567890123], "y": 1E5, "id": 5})", with(&T::id, 5))
READS("a known name inside an unknown member: skipped", R"({"x": {"id": "no"}, "id": 5})", with(&T::id, 5))
READS("a name that begins or ends like a known one: unknown", R"({"idx": "a", "i": "b", "labels": 1, "Id": "c", "token ": 2, "id": 5})", with(&T::id, 5))
READS("an errors member that is not an array: unknown", R"({"errors": {"reason": "x"}, "id": 5})", with(&T::id, 5))
READS("errors below the top: unknown",                  R"({"x": {"errors": [{"reason": "x"}]}, "id": 5})", with(&T::id, 5))
READS("a member twice: the last one counts",            R"({"id": 1, "label": "a", "id": 2, "label": null})", with(&T::id, 2))
READS("an escaped member name: the same member",        R"({"\u0069d": 1, "l\u0061bel": "x", "\u0074\u006F\u006B\u0065\u006e": "t"})", (T{{}, {}, 1, "x", {}, "t"}))
READS("id 0",                                           R"({"id": 0})", with(&T::id, 0))
READS("id -0",                                          R"({"id": -0})", with(&T::id, 0))
READS("id -1",                                          R"({"id": -1})", with(&T::id, -1))
READS("id beyond 32 bits",                              R"({"id": 4294967296})", with(&T::id, 4294967296))
READS("id 2^63-1",                                      R"({"id": 9223372036854775807})", with(&T::id, std::numeric_limits<std::int64_t>::max()))
READS("id -2^63",                                       R"({"id": -9223372036854775808})", with(&T::id, std::numeric_limits<std::int64_t>::min()))
READS("empty strings: taken as they are",               R"({"label": "", "scopes": "", "token": ""})", (T{{}, {}, {}, "", "", ""}))
READS("a string of a NUL: taken as it is",              R"({"label": "\u0000"})", with(&T::label, std::string(1, '\0')))
READS("every escape",                                   R"({"label": "\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\uDE00"})", with(&T::label, "\"\\/\b\f\n\r\tAé€😀"))
READS("UTF-8 of every length, first and last",          "{\"label\": \"\x7f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff\"}", with(&T::label, "\x7f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"))
READS("a label of 100 emoji",                           "{\"label\": \"" + repeated("🔑", 100) + "\"}", with(&T::label, repeated("🔑", 100)))
READS("a time without zone: UTC",                       R"({"created": "2018-01-01T00:01:01"})", with(&T::created, linode::Timestamp{std::chrono::seconds{1514764861}}))
READS("a time with an offset: the UTC instant",         R"({"expiry": "2018-01-01T02:01:01.5+02:00"})", with(&T::expiry, linode::Timestamp{std::chrono::milliseconds{1514764861500}}))
READS("all members in the server's order",
      R"({"id": 123, "scopes": "*", "created": "2018-01-01T00:01:01", "label": "linode-cli", "token": "abcdefghijklmnop", "expiry": "2018-01-01T13:46:32"})",
      (T{time("2018-01-01T00:01:01"), time("2018-01-01T13:46:32"), 123, "linode-cli", "*", "abcdefghijklmnop"}))

REJECTS("id true",                       R"({"id": true})", wrong_type, "/id")
REJECTS("id 1.0",                        R"({"id": 1.0})", wrong_type, "/id")
REJECTS("id 1.9",                        R"({"id": 1.9})", wrong_type, "/id")
REJECTS("id 1e3",                        R"({"id": 1e3})", wrong_type, "/id")
REJECTS("id 1e+3",                       R"({"id": 1e+3})", wrong_type, "/id")
REJECTS("id 1E-3",                       R"({"id": 1E-3})", wrong_type, "/id")
REJECTS("id \"1\"",                      R"({"id": "1"})", wrong_type, "/id")
REJECTS("id [1]",                        R"({"id": [1]})", wrong_type, "/id")
REJECTS("id {}",                         R"({"id": {}})", wrong_type, "/id")
REJECTS("id 2^63",                       R"({"id": 9223372036854775808})", out_of_range, "/id")
REJECTS("id 2^64-1",                     R"({"id": 18446744073709551615})", out_of_range, "/id")
REJECTS("id 2^64",                       R"({"id": 18446744073709551616})", out_of_range, "/id")
REJECTS("id 2^64+1, which wraps to 1",   R"({"id": 18446744073709551617})", out_of_range, "/id")
REJECTS("id -2^63-1",                    R"({"id": -9223372036854775809})", out_of_range, "/id")
REJECTS("id of 40 digits",               R"({"id": 1000000000000000000000000000000000000001})", out_of_range, "/id")
REJECTS("label a number",                R"({"label": 5})", wrong_type, "/label")
REJECTS("label a boolean",               R"({"label": false})", wrong_type, "/label")
REJECTS("label an array",                R"({"label": ["QXJ0aHVyRGVudDQyVG93ZWw"]})", wrong_type, "/label")
REJECTS("label an object",               R"({"label": {"token": "QXJ0aHVyRGVudDQyVG93ZWw"}})", wrong_type, "/label")
REJECTS("scopes an array",               R"({"scopes": ["*"]})", wrong_type, "/scopes")
REJECTS("token a number",                R"({"token": 12345})", wrong_type, "/token")
REJECTS("created a string that is not a time", R"({"created": "QXJ0aHVyRGVudDQyVG93ZWw"})", invalid_timestamp, "/created")
REJECTS("expiry a date only",            R"({"expiry": "2018-01-01", "token": "QXJ0aHVyRGVudDQyVG93ZWw"})", invalid_timestamp, "/expiry")
REJECTS("expiry an empty string",        R"({"expiry": ""})", invalid_timestamp, "/expiry")
REJECTS("created an epoch number",       R"({"created": 1514764861})", wrong_type, "/created")
REJECTS("expiry an epoch number",        R"({"expiry": 1514764861.5})", wrong_type, "/expiry")
REJECTS("created a boolean",             R"({"created": true})", wrong_type, "/created")
REJECTS("expiry an object",              R"({"expiry": {}})", wrong_type, "/expiry")
REJECTS("expiry an array",               R"({"expiry": [null]})", wrong_type, "/expiry")
REJECTS("top level an array",            R"([{"id": 1}])", wrong_type, "")
REJECTS("top level a string",            R"("QXJ0aHVyRGVudDQyVG93ZWw")", wrong_type, "")
REJECTS("top level a number",            R"(1)", wrong_type, "")
REJECTS("top level null",                R"(null)", wrong_type, "")
REJECTS("top level true",                R"(true)", wrong_type, "")
REJECTS("an API error response",               R"({"errors": [{"reason": "Invalid Token"}]})", api_error, "")
REJECTS("an API error response without reasons", R"({"errors": []})", api_error, "")
REJECTS("an API error response with a token", R"({"id": "x", "errors": [{"field": null, "reason": "Not found"}, 5], "token": "QXJ0aHVyRGVudDQyVG93ZWw"})", api_error, "")
REJECTS("an API error response whose object comes late", R"({"created": 1, "id": "x", "errors": [{"reason": "Not found"}]})", api_error, "")
REJECTS("an API error response that looks like a page", R"({"data": [], "errors": [{"reason": "Not found"}]})", api_error, "")
REJECTS("a page where a token is wanted", R"({"data": [{"id": 1}], "page": 1, "pages": 1, "results": 1})", wrong_type, "")
REJECTS("a page, data last",             R"({"page": 1, "pages": 1, "results": 1, "data": []})", wrong_type, "")
REJECTS("a page without tokens, data null", R"({"data": null, "page": 1, "pages": 1, "results": 0})", wrong_type, "")
REJECTS("a page with members of another type", R"({"id": "x", "data": [], "label": 5})", wrong_type, "")
READS("a member data that is neither array nor null: unknown", R"({"data": {"id": 1}, "id": 5})", with(&T::id, 5))
READS("data below the top: unknown",     R"({"x": {"data": [{"id": 1}]}, "id": 5})", with(&T::id, 5))
REJECTS("no member of a token: a gateway's error", R"({"message": "Service Unavailable"})", wrong_type, "")
REJECTS("no member of a token: names in capitals", R"({"ID": 1, "Label": "x", "Token": "QXJ0aHVyRGVudDQyVG93ZWw"})", wrong_type, "")
REJECTS("no member of a token: an object data", R"({"data": {"id": 5}})", wrong_type, "")
REJECTS("no member of a token: an object errors", R"({"errors": {"reason": "x"}})", wrong_type, "")
REJECTS("no member of a token: nested ones only", R"({"x": {"id": 1}, "y": [{"id": 2}]})", wrong_type, "")
READS("a member of a token that is null: a token",  R"({"x": 1, "label": null})", T{})
REJECTS_STRICTLY("strictly, no member of a token: each is unknown", R"({"message": "Service Unavailable"})", unknown_member, "/message")
REJECTS("an API error response of strings",     R"({"errors": ["permission denied"]})", api_error, "")
REJECTS_STRICTLY("strictly, a page where a token is wanted", R"({"data": [{"id": 1}], "page": 1})", wrong_type, "")
REJECTS_STRICTLY("strictly, an API error response", R"({"errors": [{"reason": "Not found"}]})", api_error, "")
REJECTS_STRICTLY("strictly, an unknown member", R"({"id": 1, "website": "x"})", unknown_member, "/website")
REJECTS_STRICTLY("strictly, a wrong type", R"({"id": "1"})", wrong_type, "/id")

REJECTS_TEXT("a member twice, the first one not valid", R"({"id": "x", "id": 1})", wrong_type)
REJECTS_TEXT("an empty text",            "", syntax)
REJECTS_TEXT("white space only",         " \n\t ", syntax)
REJECTS_TEXT("trailing bytes",           R"({"token": "QXJ0aHVyRGVudDQyVG93ZWw"} x)", syntax)
REJECTS_TEXT("two documents",            "{} {}", syntax)
REJECTS_TEXT("a NUL after the document", "{}\0"sv, syntax)
REJECTS_TEXT("a byte order mark",        "\xEF\xBB\xBF{}", syntax)
REJECTS_TEXT("white space that JSON does not have", "{}\v", syntax)
REJECTS_TEXT("a comment",                "{} // QXJ0aHVyRGVudDQyVG93ZWw", syntax)
REJECTS_TEXT("a trailing comma in an object", R"({"id": 1,})", syntax)
REJECTS_TEXT("a trailing comma in an array", R"({"x": [1,]})", syntax)
REJECTS_TEXT("a leading comma",          R"({,"id": 1})", syntax)
REJECTS_TEXT("a missing comma",          R"({"id": 1 "label": "x"})", syntax)
REJECTS_TEXT("a missing colon",          R"({"id" 1})", syntax)
REJECTS_TEXT("a missing value",          R"({"id": })", syntax)
REJECTS_TEXT("a missing name",           R"({: 1})", syntax)
REJECTS_TEXT("a name without quotation marks", R"({id: 1})", syntax)
REJECTS_TEXT("a name in single quotation marks", R"({'id': 1})", syntax)
REJECTS_TEXT("brackets that do not match", R"({"x": [1})", syntax)
REJECTS_TEXT("an open object",           R"({"token": "QXJ0aHVyRGVudDQyVG93ZWw")", syntax)
REJECTS_TEXT("an open string",           R"({"token": "QXJ0aHVyRGVudDQyVG93ZWw)", syntax)
REJECTS_TEXT("a secret cut short by a quotation mark", R"({"token": "QXJ0aHVy"RGVudDQyVG93ZWw"})", syntax)
REJECTS_TEXT("NaN",                      R"({"x": NaN})", syntax)
REJECTS_TEXT("Infinity",                 R"({"x": -Infinity})", syntax)
REJECTS_TEXT("True",                     R"({"x": True})", syntax)
REJECTS_TEXT("a literal cut short",      R"({"x": nul})", syntax)
REJECTS_TEXT("a literal with a tail",    R"({"x": nullx})", syntax)
REJECTS_TEXT("a number with a leading 0", R"({"id": 01})", syntax)
REJECTS_TEXT("a number with a leading plus", R"({"id": +1})", syntax)
REJECTS_TEXT("a number that is a minus", R"({"id": -})", syntax)
REJECTS_TEXT("a number that ends in a point", R"({"x": 1.})", syntax)
REJECTS_TEXT("a number that begins with a point", R"({"x": .5})", syntax)
REJECTS_TEXT("a number with an empty exponent", R"({"x": 1e})", syntax)
REJECTS_TEXT("a number with a signed empty exponent", R"({"x": 1e+})", syntax)
REJECTS_TEXT("an id with a point for the sign of its exponent", R"({"id": 1e.3})", syntax)
REJECTS_TEXT("a hexadecimal number",     R"({"id": 0x10})", syntax)
REJECTS_TEXT("a raw line feed in a string", "{\"label\": \"a\nb\"}", syntax)
REJECTS_TEXT("a raw NUL in a string",    "{\"label\": \"a\0b\"}"sv, syntax)
REJECTS_TEXT("an escape that JSON does not have", R"({"label": "\x41"})", syntax)
REJECTS_TEXT("an escape cut short",      R"({"label": "\u004"})", syntax)
REJECTS_TEXT("a backslash at the end",   R"({"label": "\)", syntax)
REJECTS_TEXT("a lone high surrogate",    R"({"label": "\ud83d"})", syntax)
REJECTS_TEXT("a lone low surrogate",     R"({"label": "\ude00"})", syntax)
REJECTS_TEXT("a high surrogate before another escape", R"({"label": "\ud83d\n"})", syntax)
REJECTS_TEXT("two high surrogates",      R"({"label": "\ud83d\ud83d"})", syntax)
REJECTS_TEXT("a high surrogate before another character", R"({"label": "\ud83d\ue000"})", syntax)
REJECTS_TEXT("two low surrogates",        R"({"label": "\ude00\ude00"})", syntax)
REJECTS_TEXT("a lone surrogate in an unknown member", R"({"x": {"y": "\udead"}})", syntax)
REJECTS_TEXT("a lone surrogate in an unknown name", R"({"x": {"\udead": 1}})", syntax)
REJECTS_TEXT("UTF-8: a continuation byte alone", "{\"label\": \"\x80\"}", syntax)
REJECTS_TEXT("UTF-8: overlong, two bytes", "{\"label\": \"\xC1\xBF\"}", syntax)
REJECTS_TEXT("UTF-8: overlong, three bytes", "{\"label\": \"\xE0\x9F\xBF\"}", syntax)
REJECTS_TEXT("UTF-8: overlong, four bytes", "{\"label\": \"\xF0\x8F\xBF\xBF\"}", syntax)
REJECTS_TEXT("UTF-8: a surrogate",       "{\"label\": \"\xED\xA0\x80\"}", syntax)
REJECTS_TEXT("UTF-8: beyond U+10FFFF",   "{\"label\": \"\xF4\x90\x80\x80\"}", syntax)
REJECTS_TEXT("UTF-8: a byte that leads no character", "{\"label\": \"\xFF\"}", syntax)
REJECTS_TEXT("UTF-8: a sequence cut short", "{\"label\": \"\xF0\x9F\x94\"}", syntax)
REJECTS_TEXT("UTF-8: wrong in an unknown member", "{\"x\": \"\xC3(\"}", syntax)

REJECTS_TEXT_AT("several problems: the first in the text", R"({"token": 1, "label": 2, "expiry": "x"})", 11, "/token: expected a string, found a number")
REJECTS_TEXT_AT("a digit after a leading 0", R"({"id":012})", 8, "/id: expected no digit after a leading 0, found a digit")
REJECTS_TEXT_AT("an unknown escape sequence", R"({"label":"\q"})", 12, "/label: expected a valid escape sequence, found a letter")
REJECTS_TEXT_AT("a letter for a value",   R"({"id":x})", 7, "/id: expected a value, found a letter")
// clang-format on

TEST_CASE("reading: a char array ends at its first NUL", "[read]") {
  char text[64] = R"({"id": 1})";
  CHECK(linode::from_json(text).id == 1);
  CHECK_FALSE(linode::try_from_json({text, sizeof text}).has_value());
}

TEST_CASE("reading: more than 512 levels are too deep", "[read]") {
  const auto nested = [](std::size_t levels) {
    return "{\"x\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + ",\"id\":1}";
  };
  CHECK(linode::from_json(nested(512)).id == 1);
  const DecodeError error = expect_rejected_text(nested(513), Reason::too_deep);
  CHECK(error.column() == 5 + 512);  // the first bracket beyond the limit
  CHECK(std::string(error.what()).find(": expected at most 512 levels of nesting, found a deeper level") !=
        std::string::npos);

  std::string objects;
  for (int level = 0; level < 512; ++level) objects += "{\"x\":";
  CHECK(linode::from_json(objects + "1" + std::string(511, '}') + ",\"id\":1}").id == 1);
  expect_rejected_text(objects + "{}" + std::string(512, '}'), Reason::too_deep);
}

TEST_CASE("reading: the limit counts open containers", "[read]") {
  const auto times_600 = [](std::string text, char separator) {
    std::string all = text;
    for (int more = 1; more < 600; ++more) (all += separator) += text;
    return all;
  };
  for (const char* text : {"{}", "[]", "[{}]", R"({"id": 1})", R"({"data": []})", R"({"data": [{}]})"}) {
    CAPTURE(text);
    CHECK_NOTHROW(linode::read_tokens(times_600(text, ' ')));
  }
  CHECK(linode::page_from_json(R"({"data": [)" + times_600("{}", ',') + "]}").data.size() == 600);
  CHECK(linode::from_json(R"({"id": 1, "x": [)" + times_600(R"({}, [], [{}], {"y": {}})", ',') + "]}").id == 1);
}

TEST_CASE("reading: unknown members are ignored", "[read]") {
  const std::string token = R"({"x": 1, "id": 1})";
  const std::string page = R"({"x": 1, "data": []})";
  CHECK(linode::from_json(token).id == 1);
  CHECK(linode::try_from_json(token).has_value());
  CHECK(linode::page_from_json(page).data.empty());
  CHECK(linode::try_page_from_json(page).has_value());
  CHECK(linode::read_tokens(token + page).size() == 1);
  CHECK(linode::try_read_tokens(token + page).has_value());
  CHECK(linode::check_json(token).empty());
  CHECK(linode::check_page_json(page).empty());
}

TEST_CASE("strict reading takes documented members", "[read]") {
  CHECK(linode::from_json(R"({"token": "t", "id": 1})", Members::strict) == T{{}, {}, 1, {}, {}, "t"});
  CHECK(linode::page_from_json(R"({"results": 1, "data": [{"id": 1}]})", Members::strict).data.size() == 1);
}

TEST_CASE("strict reading checks pages and their tokens", "[read]") {
  const auto path_of = [](std::string_view text) { return page_error(text, Members::strict).path(); };
  CHECK(path_of(R"({"data": [], "total": 1})") == "/total");
  CHECK(path_of(R"({"data": [{}, {"x/y~z": 1}]})") == "/data/1/x~1y~0z");
  CHECK(path_of(R"({"data": [], "data": []})") == "/data");
}

TEST_CASE("success leaves the error argument unchanged", "[read]") {
  DecodeError why(Reason::too_deep, "/before", "before");
  CHECK(linode::try_from_json("{}", &why).has_value());
  CHECK(why.path() == "/before");
  CHECK_FALSE(linode::try_from_json("{", nullptr).has_value());
}

TEST_CASE("a page is read by the same rules", "[read]") {
  const auto page = linode::page_from_json(R"({"page": 2, "pages": 3, "results": 250, "data": [{"id": 1}, {}]})");
  CHECK(page.data == std::vector{with(&T::id, 1), T{}});
  CHECK(page.page == 2);
  CHECK(page.pages == 3);
  CHECK(page.results == 250);
  CHECK(linode::page_from_json(R"({"data": null, "page": null})") == PersonalAccessTokenPage{});
  CHECK(linode::page_from_json(R"({"data": [{}, {}], "data": [{"id": 3}]})").data == std::vector{with(&T::id, 3)});
}

TEST_CASE("text and adapter reject the same pages", "[read]") {
  struct Row {
    int line;
    const char* text;
    Reason reason;
    const char* path;
  };
  const Row rows[] = {
      {__LINE__, R"({"data": {}})", Reason::wrong_type, "/data"},
      {__LINE__, R"({"data": [null]})", Reason::wrong_type, "/data/0"},
      {__LINE__, R"({"data": [{}, 1]})", Reason::wrong_type, "/data/1"},
      {__LINE__, R"({"data": [{}, {"token": "QXJ0aHVyRGVudDQyVG93ZWw", "expiry": "soon"}]})", Reason::invalid_timestamp,
       "/data/1/expiry"},
      {__LINE__, R"({"page": 99999999999999999999, "data": []})", Reason::out_of_range, "/page"},
      {__LINE__, R"({"errors": [{"reason": "Not found"}], "data": 1})", Reason::api_error, ""},
      {__LINE__, R"({"errors": [{"reason": "Not found"}]})", Reason::api_error, ""},
      {__LINE__, R"([])", Reason::wrong_type, ""},
      {__LINE__, R"({})", Reason::wrong_type, ""},
      {__LINE__, R"({"id": 1, "label": "a token where a page is wanted"})", Reason::wrong_type, ""},
      {__LINE__, R"({"page": "1", "pages": 1})", Reason::wrong_type, ""},
      {__LINE__, R"({"x": {"data": []}})", Reason::wrong_type, ""},
      {__LINE__, R"({"data": [{"id": 1}, {"message": "x"}]})", Reason::wrong_type, "/data/1"},
      {__LINE__, R"({"data": [{"message": "x"}, {"id": "x"}]})", Reason::wrong_type, "/data/0"},
      // An object in a page is a token, even if it looks like a page or an error.
      {__LINE__, R"({"data": [{"data": [], "errors": [], "id": "x"}]})", Reason::wrong_type, "/data/0/id"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    const DecodeError error = page_error(row.text);
    CHECK(error.reason() == row.reason);
    CHECK(error.path() == row.path);
    PersonalAccessTokenPage target;
    target.page = 77;
    try {
      nlohmann::json::parse(row.text).get_to(target);
      FAIL("accepted");
    } catch (const DecodeError& of_adapter) {
      expect_equal_but_for_position(of_adapter, error);
    }
    CHECK(target.page == 77);
    page_error(row.text, Members::strict);
  }
}

TEST_CASE("the first problem in a page is reported", "[read]") {
  CHECK(page_error(R"({"page": "1", "data": [{"id": 1e999}]})").path() == "/page");
  CHECK(page_error(R"({"results": 1.5, "page": 99999999999999999999, "data": []})").path() == "/results");
}

TEST_CASE("reading: all problems are listed in order", "[read]") {
  const auto listed = [](const std::vector<DecodeError>& errors) {
    std::string all;
    for (const DecodeError& error : errors) all += error.what() + std::string("\n");
    return all;
  };
  CHECK(linode::check_json(R"({"id": 1})").empty());
  CHECK(linode::check_page_json(R"({"data": [{"id": 1}]})").empty());
  CHECK(listed(linode::check_json("{\"label\": 1,\n \"x\": [{}],\n \"id\": 1e3, \"expiry\": \"x\"}")) ==
        "1:11: /label: expected a string, found a number\n"
        "3:8: /id: expected an integer, found a number with a fraction or an exponent\n"
        "3:23: /expiry: expected a timestamp such as 2018-01-01T00:01:01, found a string that is not a timestamp\n");
  CHECK(listed(linode::check_json("{\"id\": 1,\n \"x\": 2, \"i\\u0064\": \"1\"}", Members::strict)) ==
        "2:2: /x: expected a documented member, found an unknown member\n"
        "2:10: /id: expected unique member names, found a duplicate\n"
        "2:21: /id: expected an integer, found a string\n");
  CHECK(listed(linode::check_page_json(R"({"data": [7, {"id": "1"}, {}, {"token": 1}], "page": true})")) ==
        "1:11: /data/0: expected an object, found a number\n"
        "1:21: /data/1/id: expected an integer, found a string\n"
        "1:41: /data/3/token: expected a string, found a number\n"
        "1:54: /page: expected an integer, found a boolean\n");
  CHECK(listed(linode::check_page_json(R"({"data": [{"x": 1}, {"id": "1"}, {"y": {}}]})")) ==
        "1:11: /data/0: expected a token, found an object without a documented member\n"
        "1:28: /data/1/id: expected an integer, found a string\n"
        "1:34: /data/2: expected a token, found an object without a documented member\n");
}

TEST_CASE("reading: a wrong document is the only problem", "[read]") {
  for (const char* text : {R"({"id": "1", "label": 5, "x": tru})", R"({"id": "1", "errors": []})",
                           R"({"id": "1", "data": [], "label": 5})", R"({"id": "1"} x)", "[5]"}) {
    CAPTURE(text);
    CHECK(linode::check_json(text).size() == 1);
    static_cast<void>(text_error(text));
  }
  CHECK(linode::check_page_json(R"({"page": "1", "pages": "2"})").size() == 1);
}

TEST_CASE("reading: the first 100 problems are listed", "[read]") {
  std::string text = R"({"data": [{"id": "0"})";
  for (int element = 1; element < 250; ++element) text += R"(, {"id": ")" + std::to_string(element) + "\"}";
  text += "]}";
  const std::vector<DecodeError> errors = linode::check_page_json(text);
  REQUIRE(errors.size() == 100);
  for (std::size_t index = 0; index < errors.size(); ++index) {
    CHECK(errors[index].path() == "/data/" + std::to_string(index) + "/id");
    CHECK(text.substr(errors[index].column() - 1, 2) == '"' + std::to_string(index).substr(0, 1));
  }
}

TEST_CASE("reading: only API errors have entries", "[read]") {
  using Errors = std::vector<linode::ApiError>;
  CHECK(linode::read_api_errors(R"({"errors": [{"reason": "Not found"}, {"field": "label", "reason": "Too long"}]})") ==
        Errors{{"Not found", {}}, {"Too long", "label"}});
  CHECK(linode::read_api_errors(R"({"errors": ["permission denied", 5, {"reason": "x"}, []]})") ==
        Errors{{"permission denied", {}}, {"x", {}}});
  for (const char* text : {"", "{}", "[]", "null", "<html>502 Bad Gateway</html>", R"({"errors": []})", R"({"id": 1})",
                           R"({"message": "x"})", R"({"errors": [{"reason": "x"}])", R"({"errors": {"reason": "x"}})",
                           R"({"errors": null})", R"([{"errors": [{"reason": "x"}]}])",
                           R"({"errors": [{"reason": "x"}]} {})", R"({"data": []})", R"({"id": "x"})"}) {
    CAPTURE(text);
    CHECK(linode::read_api_errors(text).empty());
  }
}

TEST_CASE("complete reading requires every member", "[read]") {
  using nlohmann::ordered_json;
  generate::Random random(41);
  const auto expect_missing = [](const std::string& text, const std::vector<std::string>& missing) {
    CAPTURE(text, missing);
    std::vector<std::string> paths;
    for (const DecodeError& error : linode::check_json(text, Members::complete)) {
      CHECK(error.reason() == Reason::missing_member);
      CHECK(error.line() == 1);
      CHECK(error.column() == text.size());  // the closing brace
      paths.push_back(error.path());
    }
    CHECK(paths == missing);
    DecodeError why;
    CHECK(linode::try_from_json(text, &why, Members::complete).has_value() == missing.empty());
    DecodeError of_document;
    const auto json = ordered_json::parse(text);
    CHECK(linode::try_from_dict(json, &of_document, Members::complete).has_value() == missing.empty());
    CHECK(of_document.path() == why.path());
    CHECK(of_document.reason() == why.reason());
    CHECK(linode::try_read_tokens(text, nullptr, Members::complete).has_value() == missing.empty());
    CHECK(linode::try_read_tokens(json, nullptr, Members::complete).has_value() == missing.empty());
    CHECK(linode::try_for_each_token(
              std::istringstream(text), [](PersonalAccessToken&&) {}, nullptr, Members::complete) == missing.empty());
  };
  const ordered_json full = linode::to_dict<ordered_json>(random.token(generate::all_members));
  expect_missing(full.dump(), {});
  std::vector<std::string> all;
  for (const auto& [name, value] : full.items()) {
    all.push_back('/' + name);
    const std::vector<std::string> missing{'/' + name};
    ordered_json without = full;
    without.erase(name);
    expect_missing(without.dump(), missing);
    without[name] = value;  // now the last member
    expect_missing(without.dump(), {});
    without[name] = nullptr;
    expect_missing(without.dump(), name == "expiry" ? std::vector<std::string>() : missing);
    const std::string open = without.dump().substr(0, without.dump().size() - 1);
    expect_missing(open + ",\"x\":null,\"" + name + "\":" + value.dump() + "}", {});  // the last of duplicates counts
    if (name != "expiry") {
      const std::string whole = full.dump().substr(0, full.dump().size() - 1);
      CHECK(linode::check_json(whole + ",\"" + name + "\":null}", Members::complete).size() == 1);
    }
  }
  expect_missing("{}", all);
}
