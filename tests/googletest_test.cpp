// What GoogleTest prints of values in failed assertions.
#include <linode/personal_access_token/print.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "formatting.hpp"

using namespace formatting;

TEST_CASE("GoogleTest shows the text of <<", "[googletest]") {
  for_each_value([](const auto& value, const std::string& text) { CHECK(testing::PrintToString(value) == text); });
}

TEST_CASE("GoogleTest shows no secret", "[googletest]") {
  const std::optional<PersonalAccessToken> optional = secret_token();
  const std::vector<PersonalAccessToken> list{secret_token()};
  const auto compared = testing::internal::EqHelper::Compare("a", "b", secret_token(), PersonalAccessToken{});
  for (const std::string& text :
       {testing::PrintToString(optional), testing::PrintToString(list), std::string(compared.message())}) {
    CAPTURE(text);
    CHECK(text.find("token=<hidden>") != std::string::npos);
    CHECK_FALSE(reading::leaks_secret(text));
  }
}
