// Whole texts that servers and clients send.
#include <linode/personal_access_token.hpp>

#include <fstream>
#include <iterator>

#include "reading.hpp"

using namespace reading;
using nlohmann::json;
using T = PersonalAccessToken;

namespace {

std::string sample(const std::string& name) {
  std::ifstream file(std::string(LINODE_PAT_TEST_DATA) + "/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a server's page keeps every member and value", "[samples]") {
  const std::string text = sample("page.json");
  const auto page = linode::page_from_json(text, linode::Members::strict);
  CHECK(json::parse(linode::to_json(page)) == json::parse(text));
  CHECK(linode::read_tokens(text) == page.data);
  CHECK(page.data.at(3).expiry == linode::Expiry::never());
  CHECK(linode::is_truncated(page.data.at(0)));
}

TEST_CASE("a POST answer keeps every member and value", "[samples]") {
  const std::string text = sample("post_answer.json");
  const T token = linode::from_json(text, linode::Members::strict);
  CHECK(json::parse(linode::to_json(token)) == json::parse(text));
  CHECK_FALSE(linode::is_truncated(token));
}

TEST_CASE("a linode-cli array keeps members and values", "[samples]") {
  const std::string text = sample("cli_array.json");
  const auto tokens = linode::read_tokens(text);
  CHECK(json(tokens) == json::parse(text));
  CHECK(tokens == std::vector{T{time("2018-01-01T00:01:01"), time("2018-01-01T13:46:32"), 123, "linode-cli", "*",
                                "abcdefghijklmnop"}});
}

TEST_CASE("null and absent expiries stay distinct", "[samples]") {
  const auto tokens = linode::read_tokens(sample("lines.jsonl"));
  REQUIRE(tokens.size() == 3);
  CHECK(linode::to_json(tokens[0]).find("\"expiry\":null") != std::string::npos);
  CHECK(linode::to_json(tokens[1]).find("expiry") == std::string::npos);
  CHECK(tokens[2].scopes == "");
}

TEST_CASE("an API error response is not a token", "[samples]") {
  CHECK(text_error(sample("error_answer.json")).reason() == Reason::api_error);
}

TEST_CASE("awkward objects are read", "[samples]") {
  const auto tokens = linode::read_tokens(sample("awkward.json"));
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0] == T{{}, {}, 41, "line one\nline two", {}, {}});
  CHECK(tokens[1] == T{{}, time("2026-08-01T00:00:00.25"), 42, "\x1b[31mred\x1b[0m", {}, "5555555555555555"});
  CHECK(tokens[2] == T{{}, {}, 44, "🔑 key / \"quoted\" \\", "linodes:view,linodes:delete  tickets:modify", {}});
  CHECK(tokens[3] == T{time("0000-01-01T00:00:00"), time("9999-12-31T23:59:59.999999"), INT64_MIN, {}, {}, {}});
  CHECK(tokens[4] == T{});
}

TEST_CASE("a wrong type has line, column and path", "[samples]") {
  CHECK(std::string(page_error(sample("wrong_type.json")).what()) ==
        "3:10: /data/1/id: expected an integer, found a number with a fraction or an exponent");
}
