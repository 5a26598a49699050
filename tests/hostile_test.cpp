// Inputs made to hurt. Runs with a small stack (see CMakeLists.txt), and counts what it allocates.
#include <linode/personal_access_token.hpp>

#include <string>

#include "allocations.hpp"
#include "catch.hpp"

using linode::DecodeError;

namespace {

constexpr std::size_t megabyte = 1'000'000;

struct Result {
  std::string outcome;  // "read", or the reason
  std::size_t peak;     // of memory beyond the input
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
const auto read_all = [](const std::string& text) { static_cast<void>(linode::read_tokens(text)); };

}  // namespace

TEST_CASE("100 MB of opening brackets are too deep") {
  const std::string text(100 * megabyte, '[');
  const Result one = outcome_of(text, read_one);
  CHECK(one.outcome == "too_deep");
  CHECK(one.peak < megabyte);
  const Result all = outcome_of(text, read_all);
  CHECK(all.outcome == "too_deep");
  CHECK(all.peak < 2 * text.size());
}

TEST_CASE("an object nested a million deep inside an unknown member is too deep") {
  std::string text = "{\"x\":";
  for (int level = 0; level < 1'000'000; ++level) text += "{\"x\":";
  text += "1" + std::string(1'000'001, '}');
  const Result result = outcome_of(text, read_one);
  CHECK(result.outcome == "too_deep");
  CHECK(result.peak < megabyte);
}

TEST_CASE("a string of 50 MB is read in about its own size") {
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

TEST_CASE("a string of 50 MB in an unknown member takes no memory at all") {
  std::string text = "{\"x\":\"";
  while (text.size() < 50 * megabyte) text += "plain \\n \\u00e9 é ";
  text += "\"}";
  const Result result = outcome_of(text, read_one);
  CHECK(result.outcome == "read");
  CHECK(result.peak == 0);
}

TEST_CASE("memory stays proportional to the tokens") {
  std::string text = "[{}";
  for (int element = 1; element < 1'000'000; ++element) text += ",{}";
  text += "]";
  const Result result = outcome_of(text, read_all);
  CHECK(result.outcome == "read");
  CHECK(result.peak < 3 * 1'000'000 * sizeof(linode::PersonalAccessToken));
}

TEST_CASE("a million wrong values yield one error") {
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
