#include <linode/personal_access_token/print.hpp>

#include <iomanip>
#include <sstream>

#include "reading.hpp"

using namespace reading;
using T = PersonalAccessToken;

namespace {

template <class Value>
std::string printed(const Value& value) {
  std::ostringstream stream;
  stream << value;
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
    int line;
    const char* label;
    const char* escaped;
  };
  const Row rows[] = {
      {__LINE__, "a\nb", R"(a\u000ab)"},
      {__LINE__, "\r\x1b[2K", R"(\u000d\u001b[2K)"},
      {__LINE__, "\x7f", R"(\u007f)"},
      {__LINE__, "\u0085\u009b", R"(\u0085\u009b)"},
      {__LINE__, "\u2028\u2029", R"(\u2028\u2029)"},
      {__LINE__, "\u202e\u2066\u200f\u061c\ufeff", R"(\u202e\u2066\u200f\u061c\ufeff)"},
      {__LINE__, "say \"hi\" \\", R"(say \"hi\" \\)"},
      {__LINE__, "\xff\xc3", R"(\xff\xc3)"},
      {__LINE__, "né 請 😀", "né 請 😀"},
  };
  for (const Row& row : rows) {
    INFO("the row in line " << row.line);
    CHECK(printed(with(&T::label, row.label)) == "PersonalAccessToken{label=\"" + std::string(row.escaped) + "\"}");
  }
}

TEST_CASE("an out-of-range time is printed as a placeholder") {
  CHECK(printed(with(&T::created, linode::Timestamp::max())) ==
        "PersonalAccessToken{created=<outside the years 0000 to 9999>}");
}

TEST_CASE("width and fill hold for the whole token") {
  std::ostringstream stream;
  stream << std::setfill('.') << std::left << std::setw(24) << T{} << '|';
  CHECK(stream.str() == "PersonalAccessToken{}...|");
}

TEST_CASE("an expiry prints its time, or never") {
  CHECK(printed(linode::Expiry::never()) == "never");
  CHECK(printed(linode::Expiry(time("2018-01-01T13:46:32.5"))) == "2018-01-01T13:46:32.5");
  CHECK(printed(linode::Expiry(linode::Timestamp::min())) == "<outside the years 0000 to 9999>");
}

TEST_CASE("scopes print their text, escaped") {
  CHECK(printed(linode::Scopes("linodes:* domains:view")) == "domains:read_only linodes:read_write");
  CHECK(printed(linode::Scopes("*")) == "*");
  CHECK(printed(linode::Scopes("a\nb:read_only")) == R"(a\u000ab:read_only)");
}

TEST_CASE("a page prints on one line, without secrets") {
  CHECK(printed(PersonalAccessTokenPage{}) == "PersonalAccessTokenPage{data=[]}");
  CHECK(printed(PersonalAccessTokenPage{{with(&T::token, std::string(secret)), with(&T::label, "a\nb")}, 1, 2, 3}) ==
        "PersonalAccessTokenPage{data=[PersonalAccessToken{token=<hidden>}, PersonalAccessToken{label=\"a\\u000ab\"}], "
        "page=1, pages=2, results=3}");
}

TEST_CASE("failed assertions show values, and never the secret") {
  T token = with(&T::token, std::string(secret));
  token.id = 5;
  const PersonalAccessTokenPage page{{token}, 1, {}, {}};
  const auto shown = [](const auto& value) { return Catch::Detail::stringify(value); };
  CHECK(shown(token) == "PersonalAccessToken{id=5, token=<hidden>}");
  CHECK(shown(linode::Expiry::never()) == "never");
  CHECK(shown(linode::Scopes("a:view")) == "a:read_only");
  for (const std::string& text : {shown(std::vector<T>{token}), shown(page), shown(std::optional<T>(token))}) {
    CAPTURE(text);
    CHECK_FALSE(leaks_secret(text));
  }
}
