#include <linode/personal_access_token/detail/text/digits.hpp>

#include <cstdio>
#include <string>

#include "catch.hpp"

using linode::detail::digit_pairs;
using linode::detail::DigitWord;
using linode::detail::load_swar;
using linode::detail::two_digits;

TEST_CASE("eight characters match a layout of digits", "[digits]") {
  const std::string layout = "00:00-10";
  const std::string good = "12:90-17";
  REQUIRE(DigitWord(load_swar(good.data()), load_swar(layout.data())).matches());
  for (std::size_t at = 0; at < 8; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[at] = static_cast<char>(byte);
      const bool fits = layout[at] == '0' ? '0' <= byte && byte <= '9' : text[at] == layout[at];
      if (DigitWord(load_swar(text.data()), load_swar(layout.data())).matches() != fits) FAIL(byte << " at " << at);
    }
  }
}

TEST_CASE("eight digits and each pair make a number", "[digits]") {
  for (std::uint32_t number :
       {0U, 1U, 9U, 10U, 12'345'678U, 87'654'321U, 99'999'999U, 10'000'000U, 1'000'000U, 4'321U}) {
    char text[16];
    std::snprintf(text, sizeof text, "%08u", number);
    const DigitWord word(load_swar(text), load_swar("00000000"));
    CHECK(word.number() == number);
    for (int at = 0; at < 7; ++at) CHECK(word.pair(at) == (text[at] - '0') * 10 + (text[at + 1] - '0'));
  }
}

TEST_CASE("only two digits make a number", "[digits]") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char text[] = {static_cast<char>(first), static_cast<char>(second)};
      const bool digits = '0' <= first && first <= '9' && '0' <= second && second <= '9';
      const int expected = digits ? (first - '0') * 10 + (second - '0') : -1;
      if (two_digits(text) != expected) FAIL(first << ' ' << second);
    }
  }
}

TEST_CASE("a table holds the digits of 00 to 99", "[digits]") {
  std::string expected;
  for (int number = 0; number < 100; ++number) {
    if (number < 10) expected += '0';
    expected += std::to_string(number);
  }
  CHECK(digit_pairs == expected);
}
