#include <linode/personal_access_token/detail/text/escape.hpp>

#include <cstdint>
#include <cstdio>
#include <string>

#include "catch.hpp"

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  linode::detail::append_escaped(out, text);
  return out;
}

std::string utf8(std::uint32_t code_point) {
  char text[linode::detail::max_code_point_size];
  return std::string(text, linode::detail::write_code_point(text, code_point));
}

std::string unicode_escape(std::uint32_t code_point) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(code_point));
  return text;
}

}  // namespace

TEST_CASE("what a terminal acts on is escaped, its neighbours are not", "[escape]") {
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  for (const Range& range : {Range{0x7F, 0x9F}, Range{0x61C, 0x61C}, Range{0x200E, 0x200F}, Range{0x2028, 0x202E},
                             Range{0x2066, 0x2069}, Range{0xFEFF, 0xFEFF}}) {
    for (std::uint32_t code_point = range.first; code_point <= range.last; ++code_point) {
      CHECK(escaped(utf8(code_point)) == unicode_escape(code_point));
    }
    CHECK(escaped(utf8(range.first - 1)) == utf8(range.first - 1));
    CHECK(escaped(utf8(range.last + 1)) == utf8(range.last + 1));
  }
  for (std::uint32_t code_point = 0; code_point < 0x20; ++code_point) {
    CHECK(escaped(utf8(code_point)) == unicode_escape(code_point));
  }
  CHECK(escaped(" !") == " !");
  CHECK(escaped("\"\\") == "\\\"\\\\");
  CHECK(escaped("a\xFF\xC3z") == "a\\xff\\xc3z");
}
