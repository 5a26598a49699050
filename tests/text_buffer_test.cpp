#include <linode/personal_access_token/detail/text/text_buffer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

#include "catch.hpp"

using linode::detail::TextBuffer;

namespace {

// A room, and the bytes after it.
struct Guarded {
  TextBuffer::Room room;
  char behind[32];

  Guarded() {
    std::fill(std::begin(room), std::end(room), '?');
    std::fill(std::begin(behind), std::end(behind), '?');
  }
  [[nodiscard]] bool is_intact() const {
    return std::all_of(std::begin(behind), std::end(behind), [](char c) { return c == '?'; });
  }
};

}  // namespace

TEST_CASE("pieces of any size make one text", "[text_buffer]") {
  const std::string text(400, 'a');
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const std::string face = "\xF0\x9F\x98\x80";
  constexpr std::size_t sizes[] = {0, 1, 2, 15, 16, 17, 100, 255, 256, 257};
  for (std::size_t first = 0; first < 300; ++first) {
    for (const std::size_t second : sizes) {
      for (const bool is_set : {false, true}) {
        std::optional<std::string> out;
        if (is_set) out.emplace();
        Guarded guarded;
        TextBuffer buffer(out, guarded.room);
        char* pos = buffer.append(guarded.room, begin, begin + first, end);
        pos = buffer.append(pos, begin, begin + second, end);
        pos = buffer.append(pos, std::uint32_t{0x1F600});
        pos = buffer.append(pos, begin, begin + 3, end);
        buffer.finish(pos);
        CAPTURE(first, second, is_set);
        if (!guarded.is_intact() || out != std::string(first + second, 'a') + face + "aaa") FAIL();
      }
    }
  }
}

TEST_CASE("no byte after the end of the text is read", "[text_buffer]") {
  const std::string text(16, 'a');
  for (std::size_t size = 0; size < text.size(); ++size) {
    std::optional<std::string> out;
    Guarded guarded;
    TextBuffer buffer(out, guarded.room);
    const char* const end = text.data() + size;
    const char* const pos = buffer.append(guarded.room, text.data(), end, end);
    CHECK(pos == guarded.room + size);
    CHECK(*pos == '?');
  }
}
