#include <linode/personal_access_token/detail/text/escape.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  linode::detail::append_escaped(out, text);
  return out;
}

std::string utf8(std::uint32_t code_point) {
  char text[linode::detail::max_code_point_size];
  return std::string(text, linode::detail::write_code_point(text, code_point));
}

}  // namespace

// The control and format characters, separators except the space, and noncharacters of Unicode 16.
TEST_CASE("what a terminal hides or acts on is escaped", "[escape]") {
  std::string ranges;
  std::uint32_t first = 0;
  bool was_escaped = false;
  for (std::uint32_t code_point = 0; code_point <= 0x110000; ++code_point) {
    const bool is_surrogate = 0xD800 <= code_point && code_point <= 0xDFFF;
    const bool is_escaped = code_point < 0x110000 && !is_surrogate && escaped(utf8(code_point)) != utf8(code_point) &&
                            code_point != '"' && code_point != '\\';
    if (is_escaped && !was_escaped) first = code_point;
    if (!is_escaped && was_escaped) {
      char text[24];
      std::snprintf(text, sizeof text, "%04X-%04X ", static_cast<unsigned>(first),
                    static_cast<unsigned>(code_point - 1));
      ranges += text;
    }
    was_escaped = is_escaped;
  }
  CHECK(ranges ==
        "0000-001F 007F-00A0 00AD-00AD 0600-0605 061C-061C 06DD-06DD 070F-070F 0890-0891 08E2-08E2 1680-1680 "
        "180E-180E 2000-200F 2028-202F 205F-2064 2066-206F 3000-3000 FDD0-FDEF FEFF-FEFF FFF9-FFFB FFFE-FFFF "
        "110BD-110BD 110CD-110CD 13430-1343F 1BCA0-1BCA3 1D173-1D17A 1FFFE-1FFFF 2FFFE-2FFFF 3FFFE-3FFFF 4FFFE-4FFFF "
        "5FFFE-5FFFF 6FFFE-6FFFF 7FFFE-7FFFF 8FFFE-8FFFF 9FFFE-9FFFF AFFFE-AFFFF BFFFE-BFFFF CFFFE-CFFFF DFFFE-DFFFF "
        "E0001-E0001 E0020-E007F EFFFE-EFFFF FFFFE-FFFFF 10FFFE-10FFFF ");
}

TEST_CASE("escapes have the form of std::format's {:?}", "[escape]") {
  struct Row {
    int line;
    std::string_view text;
    const char* escaped;
  };
  const Row rows[] = {
      {__LINE__, "", ""},
      {__LINE__, " !~", " !~"},
      {__LINE__, "\t\n\r", R"(\t\n\r)"},
      {__LINE__, "\"\\'", R"(\"\\')"},
      {__LINE__, std::string_view("\0\x1b\x7f", 3), R"(\u{0}\u{1b}\u{7f})"},
      {__LINE__, "a\u00a0b\u200bc", R"(a\u{a0}b\u{200b}c)"},
      {__LINE__, "\U000e0041\U0010ffff", R"(\u{e0041}\u{10ffff})"},
      {__LINE__, "a\xFF\xC3z\xE2\x80", R"(a\x{ff}\x{c3}z\x{e2}\x{80})"},
      {__LINE__, "né 請 😀", "né 請 😀"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CHECK(escaped(row.text) == row.escaped);
  }
}
