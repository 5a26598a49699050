#include <linode/personal_access_token/stream.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include "reading.hpp"

using namespace reading;

namespace {

// Gives what it has, then fails as a broken connection does.
class BrokenBuffer : public std::streambuf {
 public:
  explicit BrokenBuffer(std::string text) : text_(std::move(text)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  int_type underflow() override { throw std::runtime_error("connection lost"); }

 private:
  std::string text_;
};

}  // namespace

TEST_CASE("where a stream is cut into chunks makes no difference") {
  const std::string text = GENERATE(
      as<std::string>(),
      "{\"id\": 12, \"label\": \"a\\ud83d\\ude00\\n\"}\n\n [{\"id\": 2}, {\"x\": [true, -1.5e3]}]  {\"data\": [{}]}\n",
      "{\"label\": \"€😀\"}{\"token\": \"t\"}", "{\"id\": 1}\n{\"id\": \"x\"}", "{\"id\": \"x\"}   \n",
      "{\"id\": \"x\"}   \n {", "12", "123 {}", "{\"id\": 1} tru", "{\"id\": 1} true",
      "{\"label\": \"\\ud83d\\u0041\"} {}", "{\"label\": \"\xF0\x9F\x94\"}",
      "[{\"id\": 1},\n {\"id\": 2},\n {\"id\": 3x}]", "", "\n \n", "{\"errors\": [{\"reason\": \"Not found\"}]} {}");
  CAPTURE(text);
  expect_streams_as_read_tokens(text);
  expect_streams_as_read_tokens(text, Members::strict);
}

TEST_CASE("nothing of a token, or of a page, is seen in the next") {
  const std::vector<std::string> members{
      R"("created": "2018-01-01T00:01:01")",  R"("expiry": null)", R"("id": 1)",
      R"("label": "a label of some length")", R"("scopes": "*")",  R"("token": "abcdefghijklmnopqrst")"};
  const auto token_without = [&members](std::size_t left_out) {
    std::string text;
    for (std::size_t index = 0; index < members.size(); ++index) {
      if (index != left_out) text += (text.empty() ? "{" : ", ") + members[index];
    }
    return text + "}";
  };
  const std::string all = token_without(members.size());
  const std::string page = R"({"page": 1, "data": [)" + all + ", " + all + R"(], "pages": 2, "results": 9})";
  for (const std::string& next :
       {std::string("{}"), std::string(R"({"id": 2})"), std::string(R"({"label": "b"})"),
        std::string(R"({"label": null})"),
        std::string(R"({"label": "c", "label": "longer than what was there before it"})"),
        std::string(R"({"token": "escaped \u00fc"})"), std::string("[]"), std::string("[{}]"),
        std::string("[{}, {}, {}]"), std::string(R"({"data": null})"), std::string(R"({"data": [{"scopes": ""}]})"),
        std::string(R"({"label": "d", "data": [{}], "page": 3})"), all, page}) {
    expect_streams_as_read_tokens(all + next + page + next + all);
  }
  for (std::size_t left_out = 0; left_out < members.size(); ++left_out) {
    expect_streams_as_read_tokens(all + token_without(left_out));
  }
}

TEST_CASE("line and column are counted over the whole stream") {
  std::string text;
  for (int line = 1; line < 5000; ++line) text += "{\"id\": 1, \"label\": \"some text to fill chunks with\"}\n";
  text += "  {\"id\": true}";
  std::istringstream stream(text);
  try {
    linode::for_each_token(stream, [](PersonalAccessToken&&) {});
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(error.line() == 5000);
    CHECK(error.column() == 10);
    CHECK(error.path() == "/4999/id");
  }
}

TEST_CASE("a stream that cannot be read is not an empty one") {
  std::ifstream missing("no such file");
  try {
    linode::for_each_token(missing, [](PersonalAccessToken&&) {});
    FAIL("read");
  } catch (const std::ios_base::failure& error) {
    CHECK(std::string(error.what()).find("cannot read from the stream") == 0);
  }
}

TEST_CASE("a stream that fails half-way delivers what was whole before, and its exception propagates") {
  std::string text;
  std::int64_t whole = 0;
  while (text.size() < 2 * linode::detail::default_chunk_size) text += "{\"id\": " + std::to_string(++whole) + "}\n";
  BrokenBuffer buffer(text + "{\"id\": ");
  std::istream stream(&buffer);
  std::int64_t last = 0;
  CHECK_THROWS_AS(linode::for_each_token(stream, [&](PersonalAccessToken&& token) { last = *token.id; }),
                  std::runtime_error);
  CHECK(last > 0);
  CHECK(last <= whole);
}

TEST_CASE("what the sink throws propagates") {
  std::istringstream stream("{\"id\": 1} {\"id\": 2}");
  int calls = 0;
  CHECK_THROWS_AS(linode::for_each_token(stream,
                                         [&](PersonalAccessToken&&) {
                                           ++calls;
                                           throw std::logic_error("enough");
                                         }),
                  std::logic_error);
  CHECK(calls == 1);
}

TEST_CASE("a stream at its end is an empty text") {
  std::istringstream stream("x");
  stream.ignore(10);
  try {
    linode::for_each_token(stream, [](PersonalAccessToken&&) {});
    FAIL("read");
  } catch (const DecodeError& error) {
    CHECK(std::string(error.what()) == "1:1: expected a value, found the end of the text");
  }
}

TEST_CASE("a sink that returns false ends the reading") {
  const std::string text = R"({"id": 1} [{"id": 2}, {"id": 3}] {"id": 4} not JSON)";
  std::vector<std::int64_t> ids;
  linode::for_each_token(std::istringstream(text), [&](PersonalAccessToken&& token) {
    ids.push_back(*token.id);
    return *token.id != 2;
  });
  CHECK(ids == std::vector<std::int64_t>{1, 2});
  std::size_t pages = 0;
  linode::for_each_page(std::istringstream(text), [&](PersonalAccessTokenPage&& page) {
    ++pages;
    return page.data.size() < 2;
  });
  CHECK(pages == 2);
}

TEST_CASE("a stream is read 256 KB at a time") {
  std::string text;
  while (text.size() < 1'000'000) text += "{\"id\": 1}\n";
  std::istringstream stream(text);
  linode::for_each_token(stream, [](const PersonalAccessToken&) { return false; });
  CHECK(stream.tellg() == 262'144);
}

TEST_CASE("whatever a sink returns ends the reading if it converts to false", "[stream]") {
  const auto calls_of = [](auto&& result) {
    int calls = 0;
    linode::for_each_token(std::istringstream("{} {}"), [&](PersonalAccessToken&&) -> decltype(auto) {
      ++calls;
      return result();
    });
    return calls;
  };
  const bool no = false;
  std::vector<bool> flags{false, true};
  CHECK(calls_of([&]() -> const bool& { return no; }) == 1);
  CHECK(calls_of([&]() -> std::vector<bool>::reference { return flags[0]; }) == 1);
  CHECK(calls_of([&]() -> std::vector<bool>::reference { return flags[1]; }) == 2);
  CHECK(calls_of([] { return std::false_type(); }) == 1);
  CHECK(calls_of([] { return std::true_type(); }) == 2);
  CHECK(calls_of([] { return 0; }) == 1);
  CHECK(calls_of([] { return std::optional<int>(); }) == 1);
  CHECK(calls_of([] { return std::string(); }) == 2);
  CHECK(calls_of([] {}) == 2);
}

TEST_CASE("pages come with their members, tokens and arrays as pages of which only data is set") {
  const std::string text =
      R"({"page": 1, "data": [{"id": 1}], "pages": 2, "results": 9} {"id": 2} [{"id": 3}, {}] {"data": null, "page": 2} [])";
  std::vector<PersonalAccessTokenPage> pages;
  linode::for_each_page(std::istringstream(text),
                        [&](PersonalAccessTokenPage page) { pages.push_back(std::move(page)); });
  const PersonalAccessToken second = with(&PersonalAccessToken::id, 2);
  const PersonalAccessToken third = with(&PersonalAccessToken::id, 3);
  CHECK(pages == std::vector<PersonalAccessTokenPage>{{{with(&PersonalAccessToken::id, 1)}, 1, 2, 9},
                                                      {{second}, {}, {}, {}},
                                                      {{third, {}}, {}, {}, {}},
                                                      {{}, 2, {}, {}},
                                                      {{}, {}, {}, {}}});
}

TEST_CASE("reading of a stream is tolerant, of every kind of stream") {
  const std::string text = R"({"id": 1, "x": 3})";
  std::istringstream token_stream(text);
  std::istringstream page_stream(text);
  std::size_t calls = 0;
  const auto count = [&](const auto& /*token or page*/) { ++calls; };
  linode::for_each_token(token_stream, count);
  linode::for_each_token(std::istringstream(text), count);
  linode::for_each_page(page_stream, count);
  linode::for_each_page(std::istringstream(text), count);
  CHECK(calls == 4);
}

TEST_CASE("strict reading of a stream rejects unknown members") {
  try {
    linode::for_each_token(
        std::istringstream(R"({"id": 1} {"id": 2, "x": 3})"), [](PersonalAccessToken&&) {}, Members::strict);
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(std::string(error.what()) == "1:21: /1/x: expected a documented member, found an unknown member");
  }
}
