#include <linode/personal_access_token/detail/json/writer.hpp>

#include <linode/personal_access_token/detail/text/digits.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "catch.hpp"

namespace {

std::string written(std::string_view text) {
  char room[16];
  linode::detail::JsonWriter<16> writer(room, 0);
  const char* const end = writer.write_string(writer.begin(), text);
  return end != nullptr ? std::move(writer).finish(end) : "not UTF-8";
}

}  // namespace

TEST_CASE("the longest integer fits its reserved size", "[writer]") {
  char text[linode::detail::max_integer_size];
  CHECK(linode::detail::write_integer(text, (std::numeric_limits<std::int64_t>::min)()) == std::end(text));
  CHECK(std::string_view(text, sizeof text) == "-9223372036854775808");
}

TEST_CASE("only the digits of an integer are written", "[writer]") {
  for (const std::int64_t value : {0, 7, 42, 100, 1234, 56789, 123'456, -1, -10, -987}) {
    const std::string digits = std::to_string(value);
    std::string room(digits.size() + 1, '?');
    CHECK(linode::detail::write_integer(room.data(), value) == room.data() + digits.size());
    CHECK(room == digits + '?');
  }
}

TEST_CASE("the slack follows every string", "[writer]") {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(40, 'b'), "c\"" + std::string(40, '\n')}) {
    for (std::size_t estimated = 0; estimated < 6 * text.size() + 4; ++estimated) {
      char room[16];
      linode::detail::JsonWriter<16> writer(room, estimated);
      char* const end = writer.write_string(writer.begin(), text);
      CHECK(writer.reserve(end, 0) == end);
    }
  }
}

TEST_CASE("a growing text keeps its content", "[writer]") {
  char room[100];
  for (std::size_t size = 0; size < 2 * sizeof(room); ++size) {
    linode::detail::JsonWriter<16> writer(room, 0);
    const std::string text(size, 'a');
    char* end = writer.write_string(writer.begin(), text);
    CHECK((writer.begin() == room) == (size + 2 + 16 <= sizeof(room)));
    end = writer.write_string(end, "b");
    CHECK(std::move(writer).finish(end) == '"' + text + R"(""b")");
  }
}

TEST_CASE("a text that fits stays in the caller's room", "[writer]") {
  char room[100];
  CHECK(linode::detail::JsonWriter<16>(room, 84).begin() == room);
  CHECK(linode::detail::JsonWriter<16>(room, 85).begin() != room);
}

TEST_CASE("a text of the estimated size is not moved", "[writer]") {
  char room[100];
  for (const std::size_t estimated : {std::size_t{20}, std::size_t{200}}) {
    linode::detail::JsonWriter<16> writer(room, estimated);
    const char* const begin = writer.begin();
    const std::size_t size = (std::max)(estimated, sizeof(room) - 16);
    char* const end = writer.write_string(writer.begin(), std::string(size - 2, 'a'));
    CHECK(writer.begin() == begin);
    CHECK(writer.reserve(end, 0) == end);
    CHECK(writer.reserve(end, 1) != end);
  }
}

TEST_CASE("no byte after a text is written", "[writer]") {
  const std::string_view whole = "plain, and \"more\" \\ of\nit: f\xC3\xBCr \xE8\xAB\x8B \xF0\x9F\x98\x80.";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const std::string_view text = whole.substr(0, size);
    CAPTURE(text);
    CHECK(written(text) == written(std::string(text)));
  }
  CHECK(written(whole) == "\"plain, and \\\"more\\\" \\\\ of\\nit: f\xC3\xBCr \xE8\xAB\x8B \xF0\x9F\x98\x80.\"");
}
