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

struct Outcome {
  std::vector<PersonalAccessToken> tokens;
  std::string error;
};

bool operator==(const Outcome& a, const Outcome& b) { return a.tokens == b.tokens && a.error == b.error; }

Outcome stream_in_chunks(const std::string& text, std::size_t chunk_size) {
  Outcome outcome;
  std::istringstream stream(text);
  try {
    linode::detail::for_each_token(
        stream, [&](PersonalAccessToken&& token) { outcome.tokens.push_back(std::move(token)); }, chunk_size);
  } catch (const DecodeError& error) {
    outcome.error = error.what();
  }
  return outcome;
}

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
  const Outcome whole = stream_in_chunks(text, text.size() + 1);
  for (std::size_t chunk_size = 1; chunk_size <= text.size(); ++chunk_size) {
    CAPTURE(chunk_size);
    CHECK(stream_in_chunks(text, chunk_size) == whole);
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
  CHECK_THROWS_AS(linode::for_each_token(missing, [](PersonalAccessToken&&) {}), std::ios_base::failure);
}

TEST_CASE("a stream that fails half-way hands over what was whole before, and its exception comes through") {
  std::string text;
  std::int64_t whole = 0;
  while (text.size() < 200'000) text += "{\"id\": " + std::to_string(++whole) + "}\n";
  BrokenBuffer buffer(text + "{\"id\": ");
  std::istream stream(&buffer);
  std::int64_t last = 0;
  CHECK_THROWS_AS(linode::for_each_token(stream, [&](PersonalAccessToken&& token) { last = *token.id; }),
                  std::runtime_error);
  CHECK(last > 0);
  CHECK(last <= whole);
}

TEST_CASE("what the sink throws comes through") {
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
  CHECK_THROWS_AS(linode::for_each_token(stream, [](PersonalAccessToken&&) {}), DecodeError);
}
