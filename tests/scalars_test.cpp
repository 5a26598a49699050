#include <linode/personal_access_token/detail/json/scalars.hpp>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"

static_assert(linode::detail::kind_of_byte.size() == 256);

namespace {

struct Outcome {
  std::optional<std::string> text;  // nullopt if the string is refused
  std::string problem;              // its position and what was expected, or empty
};

// Reads a JSON string.
Outcome read(std::string_view json) {
  linode::detail::Cursor cursor{json.data(), json.data(), json.data() + json.size()};
  std::optional<std::string> room;
  try {
    return {std::string(linode::detail::read_string(cursor, room)), ""};
  } catch (const linode::detail::Problem& problem) {
    return {std::nullopt, std::to_string(problem.position) + ": " + problem.expected};
  }
}

std::optional<std::string> decoded(std::string_view json) { return read(json).text; }
std::string problem_of(std::string_view json) { return read(json).problem; }

std::string escape(std::uint32_t unit, const char* format = "\\u%04x") {
  char text[8];
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(unit));
  return text;
}

// Encodes UTF-8 by arithmetic, as an independent reference.
std::string utf8(std::uint32_t value) {
  const auto tail = [](std::uint32_t part) { return static_cast<char>(128 + part % 64); };
  if (value < 128) return {static_cast<char>(value)};
  if (value < 2048) return {static_cast<char>(192 + value / 64), tail(value)};
  if (value < 65'536) return {static_cast<char>(224 + value / 4096), tail(value / 64), tail(value)};
  return {static_cast<char>(240 + value / 262'144), tail(value / 4096), tail(value / 64), tail(value)};
}

void expect_pair(std::uint32_t first, std::uint32_t second) {
  const bool is_pair = first < 0xDC00 && second >= 0xDC00;
  const auto expected =
      is_pair ? std::optional(utf8(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))) : std::nullopt;
  if (decoded('"' + escape(first) + escape(second) + '"') != expected) FAIL(first << ' ' << second);
}

}  // namespace

TEST_CASE("every Unicode escape is its character", "[scalars]") {
  for (std::uint32_t unit = 0; unit <= 0xFFFF; ++unit) {
    const auto expected = unit < 0xD800 || unit > 0xDFFF ? std::optional(utf8(unit)) : std::nullopt;
    if (decoded('"' + escape(unit) + '"') != expected) FAIL(unit);
    if (expected && decoded('"' + escape(unit, "\\u%04X") + "z\"") != *expected + 'z') FAIL(unit);
  }
}

TEST_CASE("only a surrogate pair is one character", "[scalars]") {
  for (std::uint32_t first = 0xD800; first < 0xE000; ++first) {
    for (const std::uint32_t second : {0xD800U, 0xDBFFU, 0xDC00U, 0xDC01U, 0xDFFFU}) expect_pair(first, second);
  }
  for (std::uint32_t second = 0xD800; second < 0xE000; ++second) {
    for (const std::uint32_t first : {0xD800U, 0xDBFFU, 0xDC00U, 0xDFFFU}) expect_pair(first, second);
  }
}

TEST_CASE("every surrogate pair is one character", "[.exhaustive]") {
  for (std::uint32_t first = 0xD800; first < 0xDC00; ++first) {
    for (std::uint32_t second = 0xDC00; second < 0xE000; ++second) expect_pair(first, second);
  }
}

TEST_CASE("only escape sequences of JSON are read", "[scalars]") {
  const std::string hexadecimal = "0123456789abcdefABCDEF";
  const std::string simple = "\"\\/bfnrt";
  const std::string meaning = "\"\\/\b\f\n\r\t";
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    for (std::size_t at = 0; at < 4; ++at) {
      std::string text = R"("\u0000")";
      text[3 + at] = c;
      if (decoded(text).has_value() != (hexadecimal.find(c) != std::string::npos)) FAIL(byte << " at " << at);
    }
    const std::size_t found = simple.find(c);
    const auto expected =
        found != std::string::npos ? std::optional(std::string(1, meaning[found])) : std::optional<std::string>();
    if (c != 'u' && decoded(std::string("\"\\") + c + '"') != expected) FAIL(byte);
  }
}

TEST_CASE("control and lone non-ASCII bytes are refused", "[scalars]") {
  for (int byte = 0; byte < 256; ++byte) {
    if (byte == '\\') continue;
    const char* expected = "";
    if (byte < 0x20) expected = "1: an escaped control character";
    if (byte >= 0x80) expected = "1: valid UTF-8";
    if (problem_of(std::string("\"") + static_cast<char>(byte) + '"') != expected) FAIL(byte);
  }
}

TEST_CASE("bytes after a text do not end its strings", "[scalars]") {
  const std::string_view whole = "\"a \\ud83d\\ude00 \\\" f\xC3\xBCr \xE8\xAB\x8B \xF0\x9F\x98\x80\"";
  REQUIRE(problem_of(whole).empty());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const std::string_view cut = whole.substr(0, size);
    CAPTURE(cut);
    CHECK_FALSE(problem_of(cut).empty());
    CHECK(problem_of(cut) == problem_of(std::string(cut)));
  }
}
