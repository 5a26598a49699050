#include <linode/personal_access_token/print.hpp>

#include <iomanip>
#include <sstream>

#include "reading.hpp"

using namespace reading;
using T = PersonalAccessToken;

namespace {

std::string printed(const T& token) {
  std::ostringstream stream;
  stream << token;
  return stream.str();
}

}  // namespace

TEST_CASE("a token prints the members that are set, in order, on one line") {
  CHECK(printed(T{}) == "PersonalAccessToken{}");
  CHECK(printed(T{time("2018-01-01T00:01:01"), time("2018-01-01T13:46:32"), 123, "linode-cli", "*", {}}) ==
        "PersonalAccessToken{created=2018-01-01T00:01:01, expiry=2018-01-01T13:46:32, id=123, label=\"linode-cli\", "
        "scopes=\"*\"}");
  CHECK(printed(with(&T::expiry, linode::Expiry::never())) == "PersonalAccessToken{expiry=never}");
}

TEST_CASE("no character of the secret is printed") {
  CHECK(printed(with(&T::token, std::string(secret))) == "PersonalAccessToken{token=<hidden>}");
  CHECK(printed(with(&T::token, "")) == "PersonalAccessToken{token=<hidden>}");
}

TEST_CASE("a label cannot forge a line, move the cursor or reorder text") {
  struct Row {
    const char* label;
    const char* escaped;
  };
  const auto row = GENERATE(Catch::Generators::values<Row>({
      {"a\nb", R"(a\u000ab)"},
      {"\r\x1b[2K", R"(\u000d\u001b[2K)"},
      {"\x7f", R"(\u007f)"},
      {"\u0085\u009b", R"(\u0085\u009b)"},
      {"\u2028\u2029", R"(\u2028\u2029)"},
      {"\u202e\u2066\u200f\u061c\ufeff", R"(\u202e\u2066\u200f\u061c\ufeff)"},
      {"say \"hi\" \\", R"(say \"hi\" \\)"},
      {"\xff\xc3", R"(\xff\xc3)"},
      {"né 請 😀", "né 請 😀"},
  }));
  CHECK(printed(with(&T::label, row.label)) == "PersonalAccessToken{label=\"" + std::string(row.escaped) + "\"}");
}

TEST_CASE("a time without a text form is printed as that, not thrown") {
  CHECK(printed(with(&T::created, linode::Timestamp::max())) ==
        "PersonalAccessToken{created=<outside the years 0000 to 9999>}");
}

TEST_CASE("width and fill hold for the whole token") {
  std::ostringstream stream;
  stream << std::setfill('.') << std::left << std::setw(24) << T{} << '|';
  CHECK(stream.str() == "PersonalAccessToken{}...|");
}
