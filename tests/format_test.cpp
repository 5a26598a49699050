#include <linode/personal_access_token/format.hpp>

#include <string>
#include <vector>

#include "formatting.hpp"

using namespace formatting;

TEST_CASE("std::format prints as <<, with string specs", "[format]") {
  for_each_value([](const auto& value, const std::string& text) {
    CHECK(std::format("{}", value) == text);
    CHECK(std::format("{:.>120}", value) == std::string(120 - text.size(), '.') + text);
    CHECK(std::format("{:.5s}|", value) == text.substr(0, 5) + '|');
  });
}

#ifdef __cpp_lib_format_ranges
TEST_CASE("std::format prints a list of tokens", "[format]") {
  const std::vector<PersonalAccessToken> tokens{secret_token(), secret_token()};
  CHECK(std::format("{}", tokens) == "[" + token_text + ", " + token_text + "]");
}
#endif
