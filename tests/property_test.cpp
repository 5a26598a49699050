// Rules that hold for whole families of texts: generated documents, cut ones, and ones with one byte changed.
#include <linode/personal_access_token/read.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "generate_text.hpp"
#include "reading.hpp"
#include "syntax_model.hpp"

using namespace reading;
using generate::Place;
using generate::place_of;
using generate::Planted;
using generate::RandomFormatter;
using generate::wrong_values_of;
using generate::WrongValue;

namespace {

const std::string page_text =
    "{\"data\": [\n  {\"id\": 12, \"label\": \"a \\\"b\\\" \xE2\x82\xAC \\u00e9\",\n   \"expiry\": null, \"token\": "
    "\"" +
    std::string(secret) +
    "\", \"created\": \"2018-01-01T00:01:01\"}, {\"id\": 2, \"x\": [true, false, -1.5e3, {}]}],\n \"page\": 1}";

}  // namespace

TEST_CASE("order, white space and escapes do not matter", "[property]") {
  generate::Random random(20);
  RandomFormatter formatter(random);
  for (int round = 0; round < 3000; ++round) {
    const PersonalAccessToken token = random.token();
    const std::string text = formatter.object(token);
    CAPTURE(text);
    REQUIRE(linode::from_json(text) == token);
    REQUIRE(linode::from_dict(nlohmann::json::parse(text)) == token);
  }
}

TEST_CASE("any format is read in arrays and pages", "[property]") {
  generate::Random random(21);
  RandomFormatter formatter(random);
  for (int round = 0; round < 200; ++round) {
    std::vector<PersonalAccessToken> tokens;
    std::string elements;
    for (int count = 0; count < 5; ++count) {
      tokens.push_back(random.token());
      elements += (count == 0 ? "" : ",") + formatter.object(tokens.back());
    }
    CAPTURE(elements);
    REQUIRE(linode::read_tokens("[" + elements + "]") == tokens);
    REQUIRE(linode::read_tokens("{\"data\":[" + elements + "],\"page\":1}") == tokens);
    REQUIRE(linode::page_from_json("{\"pages\":2,\"data\":[" + elements + "]}").data == tokens);
  }
}

TEST_CASE("every cut of a page is a syntax error", "[property]") {
  for (const std::string& text : {page_text, nlohmann::ordered_json::parse(page_text).dump(-1, ' ', true)}) {
    REQUIRE(linode::page_from_json(text).data.size() == 2);
    for (std::size_t size = 0; size < text.size(); ++size) {
      const std::string_view cut = std::string_view(text).substr(0, size);
      CAPTURE(cut);
      try {
        static_cast<void>(linode::page_from_json(cut));
        FAIL("read");
      } catch (const DecodeError& error) {
        REQUIRE(error.reason() == Reason::syntax);
        const Place place = place_of(cut, SyntaxModel(cut).place());
        REQUIRE(error.line() == place.line);
        REQUIRE(error.column() == place.column);
        REQUIRE_FALSE(leaks_secret(error.what()));
      }
    }
  }
}

TEST_CASE("one changed byte is read as by nlohmann_json", "[property]") {
  for (std::size_t at = 0; at < page_text.size(); ++at) {
    for (int byte = 1; byte < 256; ++byte) {  // nlohmann_json takes a NUL as the end
      std::string text = page_text;
      text[at] = static_cast<char>(byte);
      bool is_json = true;
      try {
        static_cast<void>(linode::page_from_json(text));
      } catch (const DecodeError& error) {
        is_json = error.reason() != Reason::syntax;
        if (leaks_secret(error.what())) FAIL("byte " << byte << " at " << at << " leaks the secret");
      }
      if (is_json != nlohmann::json::accept(text)) FAIL("byte " << byte << " at " << at << " is read differently");
    }
  }
}

// The fast path never takes a name with an escape sequence, so an escaped name goes to the general reader.
TEST_CASE("the fast path and the general reader agree", "[property]") {
  std::vector<std::string> values;
  for (const char* value : {"null", "nul", "nulL", "nullx", "true", "[]", "{}", "[1]", "", " ", "   "})
    values.emplace_back(value);
  const std::string time = "2018-01-01T00:01:01";
  std::vector<std::string> strings;
  for (std::size_t size = 0; size <= time.size(); ++size) strings.push_back(time.substr(0, size));
  for (const char* end : {"Z", ".5", "+02:00", "\\u005a", "x"}) strings.push_back(time + end);
  for (const char* string : {"2018-02-30T00:01:01", "2018-01-01 00:01:01", "2018-01-01\"00:01:01",
                             "\\u0032018-01-01T00", "\xC3\xA9", "2018-01-01T00:01:\xC3\xA9", "12345678\xC3", "a\tb",
                             "12345678\n", "\\\"", "eight 88\\u00e9", "eight 88\\", "\\ud83d\\ude00", "\\ud83d"}) {
    strings.emplace_back(string);
  }
  for (const std::string& string : strings) {
    values.push_back('"' + string + '"');
    values.push_back('"' + string);
  }
  const std::string digits = "1234567890123456789012";
  for (std::size_t size = 1; size <= digits.size(); ++size) {
    const std::string number = digits.substr(0, size);
    for (const char* start : {"", "-", "0", "+"}) {
      for (const char* end : {"", ".0", ".", "e1", "E", "x", " 1", "\""}) values.push_back(start + number + end);
    }
  }
  for (const std::string name : generate::names) {
    constexpr std::string_view hex_digits = "0123456789abcdef";
    const auto initial = static_cast<unsigned char>(name.front());
    const std::string escaped_name =
        std::string("\\u00") + hex_digits[initial >> 4] + hex_digits[initial & 0xF] + name.substr(1);
    for (const std::string& value : values) {
      for (const char* end :
           {"}", ",\"x\":[1,2,3,4]}", ",\"id\":7}", " }", "\n, \"label\":\"y\"}", ",}", ",", ",   ", "]", ""}) {
        const std::string rest = std::string("\":") + value + end;
        const std::string plain = std::string("{     \"") + name + rest;  // of the same length
        const std::string escaped = std::string("{\"") + escaped_name + rest;
        CAPTURE(plain);
        for (const auto members : {linode::Members::tolerant, linode::Members::strict}) {
          DecodeError why;
          DecodeError expected_why;
          const std::vector<char> exact(plain.begin(), plain.end());  // without a NUL after the text
          const std::optional<PersonalAccessToken> token =
              linode::try_from_json({exact.data(), exact.size()}, &why, members);
          const std::optional<PersonalAccessToken> expected = linode::try_from_json(escaped, &expected_why, members);
          REQUIRE(token == expected);
          REQUIRE(why.reason() == expected_why.reason());
          REQUIRE(why.what() == std::string(expected_why.what()));
        }
      }
    }
  }
}

TEST_CASE("white space may surround every token", "[property]") {
  const std::string tokens[] = {"{",     "\"x\"", ":",     "{", "\"a\"",  ":", "[", "1", ",", "{",
                                "\"b\"", ":",     "\"c\"", "}", ",",      "[", "]", "]", ",", "\"d\"",
                                ":",     "true",  "}",     ",", "\"id\"", ":", "5", "}"};
  const std::size_t count = std::size(tokens);
  for (const char* space : {" ", "\n", "\r\n\t "}) {
    for (std::size_t at = 0; at <= count; ++at) {
      std::string text;
      for (std::size_t index = 0; index < count; ++index) text += (index == at ? space : "") + tokens[index];
      if (at == count) text += space;
      CAPTURE(text);
      CHECK(linode::from_json(text).id == 5);
    }
  }
}

TEST_CASE("bytes after a text do not matter", "[property]") {
  for (
      const std::string document :
      {R"({"id":12345678,"label":"f\u00fcr \"\ud83d\ude00\"","x":[1,null,{"y":-0.5e1}],"created":"2018-01-01T00:01:01"})",
       R"({ "expiry" : null , "token":"0123456789abcdef0123456789", "scopes": "*", "y":true } {"data":[{"id":1}]})"}) {
    for (std::size_t size = 0; size <= document.size(); ++size) {
      const std::string cut = document.substr(0, size);
      CAPTURE(cut);
      DecodeError expected;
      const auto tokens = linode::try_read_tokens(cut, &expected);
      for (const std::string& behind : {document.substr(size) + "  }}]", std::string(32, '"'), std::string(32, '0'),
                                        std::string(32, '}'), std::string(32, ','), std::string(32, '\\')}) {
        const std::string room = cut + behind;
        DecodeError why;
        REQUIRE(linode::try_read_tokens(std::string_view(room).substr(0, size), &why) == tokens);
        REQUIRE(std::string(why.what()) == expected.what());
      }
    }
  }
}

namespace {

std::vector<std::string> listed(const std::vector<DecodeError>& errors) {
  std::vector<std::string> all;
  for (const DecodeError& error : errors) {
    std::ostringstream line;
    line << error.reason() << ' ' << error.path() << ' ' << error.line() << ':' << error.column();
    all.push_back(line.str());
  }
  return all;
}

template <class Object, class J = nlohmann::json>
std::optional<DecodeError> adapter_error(const std::string& text) {
  Object target;
  try {
    J::parse(text).get_to(target);
  } catch (const DecodeError& error) {
    return error;
  }
  return std::nullopt;
}

bool is_among(const DecodeError& error, const std::vector<DecodeError>& errors) {
  return std::any_of(errors.begin(), errors.end(), [&error](const DecodeError& one) {
    return one.reason() == error.reason() && one.path() == error.path();
  });
}

}  // namespace

TEST_CASE("text and adapter agree on a single problem", "[property]") {
  generate::Random random(22);
  for (std::size_t index = 0; index < std::size(generate::names); ++index) {
    const std::string name = generate::names[index];
    for (const WrongValue& wrong : wrong_values_of(name)) {
      const nlohmann::json json = random.token(generate::all_members & ~(1U << index));
      const std::string without = json.dump();  // dump() would write a long integer as a float
      const std::string text = without.substr(0, without.size() - 1) + ",\"" + name + "\":" + wrong.text + '}';
      CAPTURE(text);
      expect_rejected(text, wrong.reason, '/' + name);
      const std::string page = R"({"data":[{},)" + text + "]}";
      const DecodeError error = page_error(page);
      CHECK(error.reason() == wrong.reason);
      CHECK(error.path() == "/data/1/" + name);
      const std::optional<DecodeError> of_adapter = adapter_error<PersonalAccessTokenPage>(page);
      REQUIRE(of_adapter.has_value());
      expect_equal_but_for_position(*of_adapter, error);
    }
  }
}

TEST_CASE("complete reading reports every unset member", "[property]") {
  generate::Random random(29);
  for (int round = 0; round < 60; ++round) {
    PersonalAccessTokenPage page = random.page();
    std::vector<std::string> missing;
    for (std::size_t index = 0; index < page.data.size(); ++index) {
      linode::detail::for_each_field<PersonalAccessToken>([&](const auto& field) {
        if (page.data[index].*field.member) return;
        missing.push_back("/data/" + std::to_string(index) + '/' + std::string(field.name));
      });
    }
    for (const auto& [name, member] :
         {std::pair{"/page", page.page}, {"/pages", page.pages}, {"/results", page.results}}) {
      if (!member) missing.emplace_back(name);
    }
    const std::string text = linode::to_json(page);
    CAPTURE(text);
    std::vector<std::string> paths;
    for (const DecodeError& error : linode::check_page_json(text, Members::complete)) {
      CHECK(error.reason() == Reason::missing_member);
      paths.push_back(error.path());
    }
    if (missing.size() > 100) missing.resize(100);
    CHECK(paths == missing);
    expect_streams_as_read_tokens(text, Members::complete);
    const auto document = linode::to_dict<nlohmann::ordered_json>(page);
    DecodeError why;
    CHECK(linode::try_page_from_dict(document, &why, Members::complete).has_value() == missing.empty());
    CHECK(why.path() == (missing.empty() ? "" : missing.front()));
  }
}

TEST_CASE("all problems in a token are listed in order", "[property]") {
  generate::Random random(23);
  for (int round = 0; round < 2000; ++round) {
    const auto wrong = static_cast<unsigned>(random.integer(0, generate::all_members));
    Planted planted(random);
    planted.append_object(wrong, "");
    CAPTURE(planted.text());
    const std::vector<DecodeError> errors = linode::check_json(planted.text());
    REQUIRE(listed(errors) == planted.problems());
    const std::optional<DecodeError> of_adapter = adapter_error<PersonalAccessToken>(planted.text());
    REQUIRE(of_adapter.has_value() == !errors.empty());
    if (errors.empty()) continue;
    REQUIRE(std::string(text_error(planted.text()).what()) == errors.front().what());
    REQUIRE(is_among(*of_adapter, errors));
    expect_equal_but_for_position(*adapter_error<PersonalAccessToken, nlohmann::ordered_json>(planted.text()),
                                  errors.front());
  }
}

TEST_CASE("all problems in a page are listed in order", "[property]") {
  generate::Random random(24);
  for (int round = 0; round < 500; ++round) {
    Planted planted(random);
    planted.append(R"({"page": )");
    if (random.one_in(3)) {
      planted.append_wrong({"\"1\"", Reason::wrong_type}, "/page");
    } else {
      planted.append("1");
    }
    planted.append(R"(, "data": [)");
    const auto size = static_cast<std::size_t>(random.integer(0, 5));
    for (std::size_t element = 0; element < size; ++element) {
      if (element > 0) planted.append(",\n");
      const std::string path = "/data/" + std::to_string(element);
      if (random.one_in(4)) {
        planted.append_wrong({"[7]", Reason::wrong_type}, path);
      } else {
        planted.append_object(static_cast<unsigned>(random.integer(0, generate::all_members)), path);
      }
    }
    planted.append(R"(], "results": )");
    planted.append_wrong({"1e3", Reason::wrong_type}, "/results");
    planted.append("}");
    CAPTURE(planted.text());
    const std::vector<DecodeError> errors = linode::check_page_json(planted.text());
    REQUIRE(listed(errors) == planted.problems());
    REQUIRE(std::string(page_error(planted.text()).what()) == errors.front().what());
    const std::optional<DecodeError> of_adapter = adapter_error<PersonalAccessTokenPage>(planted.text());
    REQUIRE(of_adapter.has_value());
    REQUIRE(is_among(*of_adapter, errors));
    expect_equal_but_for_position(*adapter_error<PersonalAccessTokenPage, nlohmann::ordered_json>(planted.text()),
                                  errors.front());
  }
}

// All differences from nlohmann_json: what a parsed document cannot show, and where nlohmann_json deviates from
// RFC 8259. The fuzzers allow no others.
TEST_CASE("the known differences from nlohmann_json", "[property]") {
  using nlohmann::json;
  SECTION("a byte order mark is refused") {
    expect_rejected_text("\xEF\xBB\xBF{}", Reason::syntax);
    CHECK(json::accept("\xEF\xBB\xBF{}"));
  }
  SECTION("a NUL after the document is refused") {
    const std::string text("{}\0x", 4);
    expect_rejected_text(text, Reason::syntax);
    CHECK(json::accept(text));
  }
  SECTION("nesting beyond 512 levels is too deep") {
    const std::string text = "{\"id\":1,\"x\":" + std::string(512, '[') + std::string(512, ']') + "}";
    expect_rejected_text(text, Reason::too_deep);
    CHECK(json::parse(text).get<PersonalAccessToken>().id == 1);
  }
  SECTION("an invalid duplicate member is an error") {
    expect_rejected_text(R"({"id": "x", "id": 1})", Reason::wrong_type);
    CHECK(json::parse(R"({"id": "x", "id": 1})").get<PersonalAccessToken>().id == 1);
  }
  SECTION("a float of 2^63 or more is a wrong type") {
    expect_rejected_text(R"({"id": 1e300})", Reason::wrong_type);
    CHECK(adapter_error<PersonalAccessToken>(R"({"id": 1e300})").value().reason() == Reason::out_of_range);
  }
  SECTION("a number too large for a double is JSON") {
    CHECK(linode::from_json(R"({"x": 1e999, "id": 1})").id == 1);
    CHECK_FALSE(json::accept(R"({"x": 1e999, "id": 1})"));
  }
}
