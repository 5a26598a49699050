#include <linode/personal_access_token/detail/text/utf8.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "catch.hpp"

using linode::detail::first_code_point;
using linode::detail::write_code_point;

namespace {

// The well-formed sequences: table 3-7 of the Unicode Standard.
struct WellFormed {
  unsigned first_lead, last_lead;
  unsigned first_second, last_second;
  std::size_t size;
};

constexpr WellFormed well_formed[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

// The size of the first code point by the table; 0 if it is not well-formed.
std::size_t size_by_table(std::string_view text) {
  const auto byte = [text](std::size_t index) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[index]));
  };
  if (byte(0) < 0x80) return 1;
  for (const WellFormed& row : well_formed) {
    if (byte(0) < row.first_lead || byte(0) > row.last_lead || text.size() < row.size) continue;
    if (byte(1) < row.first_second || byte(1) > row.last_second) continue;
    bool continues = true;
    for (std::size_t index = 2; index < row.size; ++index) continues = continues && byte(index) / 0x40 == 2;
    if (continues) return row.size;
  }
  return 0;
}

// Whether the first code point is read by the table, and written as the same bytes.
bool is_read_right(std::string_view text) {
  const linode::detail::CodePoint found = first_code_point(text);
  if (found.size != size_by_table(text)) return false;
  if (found.size == 0) return true;
  char written[linode::detail::max_code_point_size];
  const auto size = static_cast<std::size_t>(write_code_point(written, found.value) - written);
  return std::string_view(written, size) == text.substr(0, found.size);
}

void expect_read_right(std::string_view text) {
  if (!is_read_right(text)) {
    std::string bytes;
    for (const char c : text) bytes += std::to_string(static_cast<unsigned char>(c)) + ' ';
    FAIL(bytes);
  }
}

}  // namespace

TEST_CASE("one and two bytes are read by Unicode's table", "[utf8]") {
  for (unsigned first = 0; first < 0x100; ++first) {
    char text[2] = {static_cast<char>(first)};
    expect_read_right({text, 1});
    for (unsigned second = 0; second < 0x100; ++second) {
      text[1] = static_cast<char>(second);
      expect_read_right({text, 2});
    }
  }
}

TEST_CASE("lead bytes are read by Unicode's table", "[utf8]") {
  const std::string edges = "\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xFF";
  for (unsigned lead = 0x80; lead < 0x100; ++lead) {
    for (const char second : edges) {
      for (const char third : edges) {
        for (const char fourth : edges) {
          const char text[] = {static_cast<char>(lead), second, third, fourth};
          for (std::size_t size = 1; size <= 4; ++size) expect_read_right({text, size});
        }
      }
    }
  }
}

TEST_CASE("all sequences are read by Unicode's table", "[.exhaustive]") {
  for (std::uint32_t bytes = 0; bytes < 0x100'0000; ++bytes) {
    const char text[] = {static_cast<char>(bytes >> 16), static_cast<char>(bytes >> 8), static_cast<char>(bytes)};
    expect_read_right({text, 3});
  }
  for (unsigned lead = 0xF0; lead < 0xF8; ++lead) {
    for (std::uint32_t bytes = 0; bytes < 0x100'0000; ++bytes) {
      const char text[] = {static_cast<char>(lead), static_cast<char>(bytes >> 16), static_cast<char>(bytes >> 8),
                           static_cast<char>(bytes)};
      expect_read_right({text, 4});
    }
  }
}

TEST_CASE("code points survive encoding", "[utf8]") {
  for (std::uint32_t value = 0; value <= 0x10FFFF; ++value) {
    char text[linode::detail::max_code_point_size];
    const auto size = static_cast<std::size_t>(write_code_point(text, value) - text);
    const linode::detail::CodePoint found = first_code_point({text, size});
    const bool is_surrogate = value >= 0xD800 && value < 0xE000;
    if (found.size != (is_surrogate ? 0 : size) || found.value != (is_surrogate ? 0 : value)) FAIL(value);
  }
}

TEST_CASE("code points are counted only in valid UTF-8", "[utf8]") {
  CHECK(linode::detail::count_code_points("") == 0U);
  CHECK(linode::detail::count_code_points("a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80") == 4U);
  CHECK(!linode::detail::count_code_points("a\xC3"));
}

TEST_CASE("a text is shortened between characters", "[utf8]") {
  const std::string dots = "\xE2\x80\xA6";
  CHECK(linode::detail::shortened("abc", 3) == "abc");
  CHECK(linode::detail::shortened("abcd", 3) == "abc" + dots);
  CHECK(linode::detail::shortened("", 0) == "");
  for (const std::string character : {"\xC3\xBC", "\xE8\xAB\x8B", "\xF0\x9F\x98\x80"}) {
    for (std::size_t size = 0; size < character.size(); ++size) {
      CHECK(linode::detail::shortened(character + "z", size) == dots);
      CHECK(linode::detail::shortened("ab" + character, 2 + size) == "ab" + dots);
    }
    CHECK(linode::detail::shortened(character + "z", character.size()) == character + dots);
  }
  const std::string not_utf8 = "\x80\x81\x82\x83\x84\x85";
  CHECK(linode::detail::shortened(not_utf8, 1) == dots);
  CHECK(linode::detail::shortened(not_utf8, 5) == not_utf8.substr(0, 2) + dots);
}
