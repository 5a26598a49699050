#include <linode/personal_access_token/detail/json/problem.hpp>

#include <string>
#include <string_view>

#include "catch.hpp"

using linode::DecodeError;
using linode::detail::Problem;
using linode::detail::ProblemList;

TEST_CASE("a byte is described, never quoted", "[problem]") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    std::string expected = "a punctuation character";
    if (byte < 32 || byte == 127) expected = "a control character";
    if (byte >= 128) expected = "a non-ASCII byte";
    if (std::string_view("0123456789").find(c) != std::string_view::npos) expected = "a digit";
    if (std::string_view("abcdefghijklmnopqrstuvwxyz").find(static_cast<char>(c | 32)) != std::string_view::npos &&
        byte >= 'A' && byte < 128) {
      expected = "a letter";
    }
    if (c == '"') expected = "a quotation mark";
    if (c == '[' || c == '{') expected = "an opening bracket";
    if (c == ']' || c == '}') expected = "a closing bracket";
    if (linode::detail::describe(c) != expected) FAIL(byte << ": " << linode::detail::describe(c));
  }
}

TEST_CASE("a list of problems keeps the first that fit", "[problem]") {
  const auto problem = [](std::size_t position) { return Problem{DecodeError::Reason::syntax, "a", "b", position}; };
  Problem room[2];
  ProblemList list(room);
  CHECK(list.empty());
  for (std::size_t position = 1; position <= 3; ++position) list.add(problem(position));
  CHECK(list.end() - list.begin() == 2);
  CHECK(list.front().position == 1);
  CHECK(list.begin()[1].position == 2);
  list.assign(problem(9));
  CHECK(list.end() - list.begin() == 1);
  CHECK(list.front().position == 9);
  list.clear();
  CHECK(list.empty());
}
