// Texts of more than 4 GiB: sizes, columns and lines do not wrap. Takes 5 GiB of memory, so it runs only on request:
// huge_tests "[huge]".
#include <linode/personal_access_token.hpp>

#include <limits>
#include <string>

#include "catch.hpp"

namespace {

constexpr std::size_t size = std::size_t{0xFFFF'FFFFU} + 1000;  // does not fit in 32 bits

linode::DecodeError error_of(const std::string& text) {
  linode::DecodeError why;
  CHECK_FALSE(linode::try_from_json(text, &why));
  return why;
}

}  // namespace

TEST_CASE("a string of more than 4 GiB is skipped", "[.huge]") {
  std::string text;
  text.reserve(size + 100);
  text = "{\"x\":\"";
  text.append(size, 'x');
  text += "\",\"id\":7}";
  CHECK(linode::from_json(text).id == 7);

  text.pop_back();
  const linode::DecodeError cut = error_of(text);
  CHECK(cut.reason() == linode::DecodeError::Reason::syntax);
  CHECK(cut.line() == 1);
  CHECK(cut.column() == text.size() + 1);

  text.replace(text.size() - 1, 1, "true}");
  const linode::DecodeError mismatch = error_of(text);
  CHECK(mismatch.path() == "/id");
  CHECK(mismatch.column() == text.size() - 4);
}

TEST_CASE("more than 4 GiB of lines are counted", "[.huge]") {
  std::string text;
  text.reserve(size + 100);
  text = "{\"id\":";
  text.append(size, '\n');
  text += "x}";
  const linode::DecodeError error = error_of(text);
  CHECK(error.path() == "/id");
  CHECK(error.line() == size + 1);
  CHECK(error.column() == 1);
}
