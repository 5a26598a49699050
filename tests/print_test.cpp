#include <linode/personal_access_token/print.hpp>

#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

#include "formatting.hpp"
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

TEST_CASE("a token prints its set members on one line", "[print]") {
  CHECK(printed(T{}) == "PersonalAccessToken{}");
  CHECK(printed(T{time("2018-01-01T00:01:01"), time("2018-01-01T13:46:32"), 123, "linode-cli", "*", {}}) ==
        "PersonalAccessToken{created=2018-01-01T00:01:01, expiry=2018-01-01T13:46:32, id=123, label=\"linode-cli\", "
        "scopes=\"*\"}");
  CHECK(printed(with(&T::expiry, linode::Expiry::never())) == "PersonalAccessToken{expiry=never}");
}

TEST_CASE("no character of the secret is printed", "[print]") {
  CHECK(printed(with(&T::token, std::string(secret))) == "PersonalAccessToken{token=<hidden>}");
  CHECK(printed(with(&T::token, "")) == "PersonalAccessToken{token=<hidden>}");
}

TEST_CASE("a label cannot forge lines or move the cursor", "[print]") {
  const char* const label =
      "a\nb\r\x1b[2K\x7f\u0085\u009b\u2028\u2029\u202e\u2066\u200f\u061c\ufeff \"hi\" \\ \xff\xc3 né 請 😀";
  CHECK(
      printed(with(&T::label, label)) ==
      R"(PersonalAccessToken{label="a\nb\r\u{1b}[2K\u{7f}\u{85}\u{9b}\u{2028}\u{2029}\u{202e}\u{2066}\u{200f}\u{61c}\u{feff} )"
      R"(\"hi\" \\ \x{ff}\x{c3} né 請 😀"})");
}

TEST_CASE("an out-of-range time prints a placeholder", "[print]") {
  CHECK(printed(with(&T::created, linode::Timestamp::max())) ==
        "PersonalAccessToken{created=<outside the years 0000 to 9999>}");
  CHECK(printed(linode::Timestamp::max()) == "<outside the years 0000 to 9999>");
  CHECK(printed(linode::Expiry(linode::Timestamp::min())) == "<outside the years 0000 to 9999>");
  CHECK(printed(linode::Expiry(time("2018-01-01T13:46:32.5"))) == "2018-01-01T13:46:32.5");
}

TEST_CASE("width and fill apply to the whole token", "[print]") {
  std::ostringstream stream;
  stream << std::setfill('.') << std::left << std::setw(24) << T{} << '|';
  CHECK(stream.str() == "PersonalAccessToken{}...|");
}

TEST_CASE("every printable type prints its to_string", "[print]") {
  formatting::for_each_value([](const auto& value, const std::string& text) {
    CHECK(printed(value) == text);
    CHECK(to_string(value) == text);
  });
}

TEST_CASE("scopes print their text, escaped", "[print]") {
  CHECK(printed(linode::Scopes("linodes:* domains:view")) == "domains:read_only linodes:read_write");
  CHECK(printed(linode::Scopes("*")) == "*");
  CHECK(printed(linode::Scopes("a\x7f"
                               "b:read_only")) == R"(a\u{7f}b:read_only)");
}

TEST_CASE("a page prints on one line, without secrets", "[print]") {
  CHECK(printed(PersonalAccessTokenPage{}) == "PersonalAccessTokenPage{data=[]}");
  CHECK(printed(PersonalAccessTokenPage{{with(&T::token, std::string(secret)), with(&T::label, "a\nb")}, 1, 2, 3}) ==
        "PersonalAccessTokenPage{data=[PersonalAccessToken{token=<hidden>}, PersonalAccessToken{label=\"a\\nb\"}], "
        "page=1, pages=2, results=3}");
}

TEST_CASE("failed assertions never show the secret", "[print]") {
  T token = with(&T::token, std::string(secret));
  token.id = 5;
  const PersonalAccessTokenPage page{{token}, 1, {}, {}};
  const auto shown = [](const auto& value) { return Catch::Detail::stringify(value); };
  CHECK(shown(token) == "PersonalAccessToken{id=5, token=<hidden>}");
  CHECK(shown(linode::Expiry::never()) == "never");
  CHECK(shown(linode::Scopes("a:view")) == "a:read_only");
  for (const std::string& text : {shown(std::vector<T>{token}), shown(page)}) {
    CAPTURE(text);
    CHECK_FALSE(leaks_secret(text));
  }
}

TEST_CASE("scopes, violations and errors print escaped", "[print]") {
  CHECK(printed(linode::Scope{"linodes", linode::Access::read_only}) == "linodes:read_only");
  CHECK(printed(linode::Scope{"a\nb", linode::Access::none}) == "a\\nb:none");
  CHECK(printed(linode::Violation{"/label", "expected"}) == "/label: expected");
  CHECK(printed(linode::Violation{"/a\nb", "c\x1b"}) == "/a\\nb: c\\u{1b}");
  CHECK(printed(linode::ApiError{"Not found", {}}) == "Not found");
  CHECK(printed(linode::ApiError{"Too\nlong", "la\"bel"}) == "la\\\"bel: Too\\nlong");
}

TEST_CASE("levels and reasons print enumerator names", "[print]") {
  using linode::Access;
  CHECK(linode::to_string(Access::none) == "none");
  CHECK(linode::to_string(Access::read_only) == "read_only");
  CHECK(linode::to_string(Access::read_write) == "read_write");
  CHECK(linode::to_string(static_cast<Access>(7)) == "unknown");
  CHECK(printed(Access::read_only) == "read_only");
  const std::vector<std::string> names{"syntax",           "wrong_type",     "out_of_range", "invalid_timestamp",
                                       "duplicate_member", "unknown_member", "too_deep",     "api_error",
                                       "missing_member",   "invalid_scopes"};
  for (std::size_t reason = 0; reason < names.size(); ++reason) {
    CHECK(linode::to_string(static_cast<Reason>(reason)) == names[reason]);
    CHECK(printed(static_cast<Reason>(reason)) == names[reason]);
  }
  CHECK(linode::to_string(static_cast<Reason>(names.size())) == "unknown");  // else a reason is missing above
  CHECK(linode::to_string(static_cast<Reason>(99)) == "unknown");
}

TEST_CASE("printable text is one harmless line", "[print]") {
  CHECK(linode::printable("") == "");
  CHECK(linode::printable("/a\nb") == "/a\\nb");
  CHECK(linode::printable("\x1b[2K\xC2\x9B\xE2\x80\xAE\xff\\\"") == "\\u{1b}[2K\\u{9b}\\u{202e}\\x{ff}\\\\\\\"");
  CHECK(linode::printable("für 請求書 😀") == "für 請求書 😀");
}
