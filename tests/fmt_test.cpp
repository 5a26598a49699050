#include <linode/personal_access_token/fmt.hpp>

#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "formatting.hpp"

using namespace formatting;

TEST_CASE("{fmt} prints as <<, with string specs", "[fmt]") {
  for_each_value([](const auto& value, const std::string& text) {
    CHECK(fmt::format("{}", value) == text);
    CHECK(fmt::format("{:.>120}", value) == std::string(120 - text.size(), '.') + text);
    CHECK(fmt::format("{:.5s}|", value) == text.substr(0, 5) + '|');
  });
}

TEST_CASE("{fmt} prints a list of tokens", "[fmt]") {
  const std::vector<PersonalAccessToken> tokens{secret_token(), secret_token()};
  CHECK(fmt::format("{}", tokens) == "[" + token_text + ", " + token_text + "]");
}
