// Hostile inputs: texts that are deep, huge or full of errors must not exhaust the stack or the memory. Runs with a
// small stack (see CMakeLists.txt).
#include <linode/personal_access_token.hpp>

#include <functional>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "allocations.hpp"
#include "catch.hpp"
#include "memory_stream.hpp"

using linode::DecodeError;

namespace {

constexpr std::size_t megabyte = 1'000'000;

struct Result {
  std::string outcome;  // "read", or the reason
  std::size_t peak;     // of memory, without the input
};

template <class Read>
Result outcome_of(const std::string& text, Read&& read) {
  const allocations::Peak peak;
  try {
    read(text);
    return {"read", peak.bytes()};
  } catch (const DecodeError& error) {
    CHECK(std::string_view(error.what()).size() < 4096);
    return {error.reason() == DecodeError::Reason::too_deep ? "too_deep" : "other", peak.bytes()};
  }
}

const auto read_one = [](const std::string& text) { static_cast<void>(linode::from_json(text)); };

// A stream whose text is made while it is read, so that only the reading takes memory.
class MadeBuffer : public std::streambuf {
 public:
  explicit MadeBuffer(std::function<std::string()> next) : next_(std::move(next)) {}

 protected:
  int_type underflow() override {
    piece_ = next_();
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return piece_.empty() ? traits_type::eof() : traits_type::to_int_type(piece_.front());
  }

 private:
  std::function<std::string()> next_;
  std::string piece_;
};

// The number of tokens in a stream, the peak of memory, and the error, if any.
struct StreamResult {
  std::size_t tokens = 0;
  std::size_t peak = 0;
  std::string error;
};

StreamResult read_made(std::function<std::string()> next) {
  MadeBuffer buffer(std::move(next));
  std::istream stream(&buffer);
  StreamResult result;
  const allocations::Peak peak;
  try {
    linode::for_each_token(stream, [&result](linode::PersonalAccessToken&&) { ++result.tokens; });
  } catch (const DecodeError& error) {
    result.error = error.what();
  }
  result.peak = peak.bytes();
  return result;
}

// Reads `before`, then `count` times `piece`, then `after`.
StreamResult read_stream(const std::string& before, const std::string& piece, std::size_t count,
                         const std::string& after) {
  std::size_t made = 0;
  return read_made([&]() -> std::string {
    ++made;
    return made == 1 ? before + piece : made <= count ? piece : made == count + 1 ? after : std::string();
  });
}

constexpr std::size_t a_chunk = linode::detail::default_chunk_size + 16 * 1024;  // and the pieces of text

const auto read_all = [](const std::string& text) { static_cast<void>(linode::read_tokens(text)); };

}  // namespace

TEST_CASE("100 MB of opening brackets are too deep", "[hostile]") {
  const std::string text(100 * megabyte, '[');
  const Result one = outcome_of(text, read_one);
  CHECK(one.outcome == "too_deep");
  CHECK(one.peak < megabyte);
  const Result all = outcome_of(text, read_all);
  CHECK(all.outcome == "too_deep");
  CHECK(all.peak < 2 * text.size());
}

TEST_CASE("an unknown member a million deep is too deep", "[hostile]") {
  std::string text = "{\"x\":";
  for (int level = 0; level < 1'000'000; ++level) text += "{\"x\":";
  text += "1" + std::string(1'000'001, '}');
  const Result result = outcome_of(text, read_one);
  CHECK(result.outcome == "too_deep");
  CHECK(result.peak < megabyte);
}

TEST_CASE("a string of 50 MB takes about its own size", "[hostile]") {
  const std::string plain = "{\"label\":\"" + std::string(50 * megabyte, 'x') + "\"}";
  const Result read_plain = outcome_of(plain, read_one);
  CHECK(read_plain.outcome == "read");
  CHECK(read_plain.peak < 51 * megabyte);

  std::string escaped = "{\"label\":\"";
  while (escaped.size() < 50 * megabyte) escaped += "\\u00e9";
  escaped += "\"}";
  const Result read_escaped = outcome_of(escaped, read_one);
  CHECK(read_escaped.outcome == "read");
  CHECK(read_escaped.peak < 2 * escaped.size());
}

TEST_CASE("a skipped string of 50 MB takes no memory", "[hostile]") {
  std::string text = "{\"id\":1,\"x\":\"";
  while (text.size() < 50 * megabyte) text += "plain \\n \\u00e9 é ";
  text += "\"}";
  const Result result = outcome_of(text, read_one);
  CHECK(result.outcome == "read");
  CHECK(result.peak == 0);
}

TEST_CASE("memory stays proportional to the tokens", "[hostile]") {
  std::string text = "[{}";
  for (int element = 1; element < 1'000'000; ++element) text += ",{}";
  text += "]";
  const Result result = outcome_of(text, read_all);
  CHECK(result.outcome == "read");
  CHECK(result.peak < 3 * 1'000'000 * sizeof(linode::PersonalAccessToken));
}

TEST_CASE("a million wrong values yield one error", "[hostile]") {
  std::string text = "{\"data\":[0";
  for (int element = 1; element < 1'000'000; ++element) text += ",{\"id\":\"\"}";
  text += "]}";
  try {
    static_cast<void>(linode::page_from_json(text));
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(error.path() == "/data/0");
  }
}

TEST_CASE("white space around documents takes no memory", "[hostile]") {
  const std::string spaces(4096, ' ');
  constexpr std::size_t count = 64 * megabyte / 4096;
  for (const auto& [before, after] :
       {std::pair<std::string, std::string>{"", "{} {}"}, {"{}", "{}"}, {"{} {}", "\n"}}) {
    const StreamResult result = read_stream(before, spaces, count, after);
    CHECK(result.error.empty());
    CHECK(result.tokens == 2);
    CHECK(result.peak < a_chunk);
  }
}

TEST_CASE("white space after an error takes no memory", "[hostile]") {
  const std::string spaces(1 << 20, ' ');
  const StreamResult alone = read_stream(R"({"id": "x"})", spaces, 256, "");
  CHECK(alone.error == "1:8: /id: expected an integer, found a string");
  CHECK(alone.peak < a_chunk + 3 * spaces.size());
  const StreamResult first = read_stream(R"({"id": "x"})", spaces, 256, "{}");
  CHECK(first.error == "1:8: /0/id: expected an integer, found a string");
  CHECK(first.peak < a_chunk + 3 * spaces.size());
}

TEST_CASE("ten million line feeds take no memory", "[hostile]") {
  const StreamResult result = read_stream("{}", std::string(100, '\n'), 100'000, "x");
  CHECK(result.error == "10000001:1: /1: expected a value, found a letter");
  CHECK(result.peak < a_chunk);
}

TEST_CASE("a small list reserves no room for a large one", "[hostile]") {
  for (const std::string document : {R"({"data": [{"id": 12345678}]})", R"([{"id": 12345678}])"}) {
    std::string text;
    while (text.size() < megabyte) text += document;
    MemoryStream stream(text);
    const allocations::Peak peak;
    linode::for_each_token(stream, [](const linode::PersonalAccessToken&) {});
    CHECK(peak.bytes() < a_chunk);
  }
}

TEST_CASE("100 MB of lines take one chunk of memory", "[hostile]") {
  const std::string line = R"({"id": 12345678, "label": "a label that is as long as most labels are", "expiry": null})"
                           "\n";
  const std::size_t count = 100 * megabyte / line.size();
  const StreamResult result = read_stream("", line, count, R"({"id": "x"})");
  CHECK(result.tokens == count);
  CHECK(result.error.find("/id: expected an integer") != std::string::npos);
  CHECK(result.peak < a_chunk);
}

TEST_CASE("a document in a stream takes 3 times its size", "[hostile]") {
  const StreamResult result = read_stream("{\"id\":1,\"x\":\"", std::string(4096, 'x'), 4000, "\"}");
  CHECK(result.tokens == 1);
  CHECK(result.peak < 3 * 4000 * 4096);
}

TEST_CASE("a stream keeps only small storage for reuse", "[hostile]") {
  std::size_t made = 0;
  const StreamResult result = read_made([&]() -> std::string {  // in each array another label is long
    if (made == 200) return {};
    const std::string longest(32 * 1024, 'x');
    std::string text = "[";
    for (std::size_t index = 0; index < 200; ++index) {
      text += (index == 0 ? "{\"label\":\"" : ",{\"label\":\"") + (index == made ? longest : "short") + "\"}";
    }
    ++made;
    return text + "]";
  });
  CHECK(result.tokens == 200 * 200);
  CHECK(result.peak < megabyte);
}

TEST_CASE("a name or reason of 16 MB makes a small error", "[hostile]") {
  const std::string big(16 * megabyte, 'n');
  const std::string escaped = [] {
    std::string text;
    while (text.size() < 16 * megabyte) text += "\\u00e9";
    return text;
  }();
  for (const std::string& name : {big, escaped}) {
    for (const std::string& text : {"{\"" + name + "\": x}", "{\"errors\": [{\"reason\": \"" + name + "\"}]}",
                                    "{\"errors\": [{\"reason\": \"x\", \"field\": \"" + name + "\"}]}"}) {
      const Result result = outcome_of(text, read_one);
      CHECK(result.outcome == "other");
      CHECK(result.peak < 3 * text.size());
    }
  }
}

TEST_CASE("a million reasons make a small error", "[hostile]") {
  std::string text = "{\"errors\": [{\"reason\": \"no\"}";
  for (int entry = 1; entry < 1'000'000; ++entry) text += ",{\"reason\":\"no\"}";
  const Result result = outcome_of(text + "]}", read_one);
  CHECK(result.outcome == "other");
  CHECK(result.peak < megabyte);
}

TEST_CASE("a hundred long problems take bounded memory", "[hostile]") {
  std::string text = "{";
  for (int member = 0; member < 150; ++member) {
    text += (member == 0 ? "\"" : ",\"") + std::string(100'000, 'a') + std::to_string(member) + "\":1";
  }
  text += "}";
  const allocations::Peak peak;
  const std::vector<DecodeError> errors = linode::check_json(text, linode::Members::strict);
  CHECK(errors.size() == 100);
  CHECK(errors.back().path().size() < 250);
  CHECK(peak.bytes() < megabyte);
}
