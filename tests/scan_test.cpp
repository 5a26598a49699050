#include <linode/personal_access_token/detail/text/scan.hpp>

#include <algorithm>
#include <string>

#include "catch.hpp"

using linode::detail::end_of_space;
using linode::detail::find_special;
using linode::detail::find_special_near_end;

namespace {

bool is_special_reference(unsigned byte) { return byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80; }

// What both scans find, the one with SSE2, if available, and the portable one. copy_plain() must agree, and write only
// the text.
std::size_t found_in(const std::string& text) {
  const char* const end = text.data() + text.size();
  const char* const found = find_special(text.data(), end);
  if (find_special_near_end(text.data(), end) != found) FAIL("the scans differ");
  std::string copy(text.size() + 2, '?');
  if (linode::detail::copy_plain(copy.data() + 1, text) != (found == end)) FAIL("copy_plain disagrees");
  if (copy != "?" + text + "?") FAIL("copy_plain writes something else");
  return static_cast<std::size_t>(found - text.data());
}

}  // namespace

TEST_CASE("a special byte is found at every position", "[scan]") {
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (unsigned byte = 0; byte < 256; ++byte) {
        std::string text(size, '!');
        text[at] = static_cast<char>(byte);
        const std::size_t expected = is_special_reference(byte) ? at : size;
        if (found_in(text) != expected) FAIL("byte " << byte << " at " << at << " of " << size);
      }
    }
  }
  CHECK(found_in("") == 0);
}

TEST_CASE("the first of two special bytes is found", "[scan]") {
  for (std::size_t first = 0; first < 17; ++first) {
    for (std::size_t second = first + 1; second < 20; ++second) {
      for (const char filler : {'~', '#', '!', ' '}) {
        std::string text(24, filler);
        text[first] = '"';
        text[second] = '\x80';
        CHECK(found_in(text) == first);
      }
    }
  }
}

TEST_CASE("white space is that of JSON", "[scan]") {
  std::string spaces;
  for (int byte = 0; byte < 256; ++byte) {
    if (linode::detail::is_space(static_cast<char>(byte))) spaces += static_cast<char>(byte);
  }
  CHECK(spaces == "\t\n\r ");
}

TEST_CASE("white space ends at a byte or with the text", "[scan]") {
  const std::string bytes = " \n\r\t\vx";
  for (std::size_t size = 0; size <= 6; ++size) {
    std::string text(size, ' ');
    const auto next = [&] {  // counts through all texts of this size, with `bytes` as digits
      for (char& c : text) {
        const std::size_t digit = bytes.find(c) + 1;
        c = bytes[digit % bytes.size()];
        if (digit < bytes.size()) return true;
      }
      return false;
    };
    do {
      const std::string more = text + "  ";  // after the end
      const std::size_t expected = std::min(text.find_first_not_of(" \n\r\t"), size);
      const auto found = static_cast<std::size_t>(end_of_space(more.data(), more.data() + size) - more.data());
      if (found != expected) FAIL("white space ends at " << found << ", not at " << expected << " of " << size);
    } while (next());
  }
}
