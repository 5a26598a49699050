// Checks the result of reading a text on every path: the text functions, streams in chunks of every size, and the
// nlohmann_json adapter.
#pragma once

#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace reading {

using linode::DecodeError;
using linode::Members;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
using Reason = DecodeError::Reason;

// A secret for texts that fail. No message may contain a part of it.
inline constexpr std::string_view secret = "QXJ0aHVyRGVudDQyVG93ZWw";

// Whether a message contains a run of four characters of the secret.
inline bool leaks_secret(std::string_view message) {
  for (std::size_t start = 0; start + 4 <= secret.size(); ++start) {
    if (message.find(secret.substr(start, 4)) != std::string_view::npos) return true;
  }
  return false;
}

// The value of a target before a read that fails, which must not change it.
inline PersonalAccessToken sentinel_token() {
  PersonalAccessToken token;
  token.label = "untouched";
  return token;
}

// The result of reading: the values, and the message of the error that ended it, if any.
template <class Value>
struct Outcome {
  std::vector<Value> values;
  std::string error;

  friend bool operator==(const Outcome& a, const Outcome& b) { return a.values == b.values && a.error == b.error; }
};

template <class Value, class ForEach, class Keep>
Outcome<Value> outcome_of_sink(const std::string& text, ForEach&& for_each, Keep&& keep) {
  Outcome<Value> outcome;
  std::istringstream stream(text);
  const auto sink = [&](Value&& value) { keep(outcome.values, value); };
  if (const std::optional<DecodeError> error = for_each(stream, sink)) outcome.error = error->what();
  return outcome;
}

// Reads with a sink that moves its values, and with one that leaves their storage for reuse: both must get the same.
template <class Value, class ForEach>
Outcome<Value> outcome_of_stream(const std::string& text, ForEach&& for_each) {
  const auto moved = outcome_of_sink<Value>(
      text, for_each, [](std::vector<Value>& values, Value& value) { values.push_back(std::move(value)); });
  const auto seen = outcome_of_sink<Value>(
      text, for_each, [](std::vector<Value>& values, const Value& value) { values.push_back(value); });
  REQUIRE(seen == moved);
  return moved;
}

inline Outcome<PersonalAccessToken> stream_tokens(const std::string& text, std::size_t chunk_size,
                                                  Members members = Members::tolerant) {
  return outcome_of_stream<PersonalAccessToken>(text, [&](std::istream& stream, auto& sink) {
    return linode::detail::for_each_element<linode::PersonalAccessTokenPage>(stream, sink, members, chunk_size);
  });
}

inline Outcome<PersonalAccessTokenPage> stream_pages(const std::string& text, std::size_t chunk_size,
                                                     Members members = Members::tolerant) {
  return outcome_of_stream<PersonalAccessTokenPage>(text, [&](std::istream& stream, auto& sink) {
    return linode::detail::for_each_page<linode::PersonalAccessTokenPage>(stream, sink, members, chunk_size);
  });
}

// A stream gives the tokens, or the error, of read_tokens, wherever it is cut into chunks.
inline void expect_streams_as_read_tokens(const std::string& text, Members members = Members::tolerant) {
  DecodeError why(Reason::syntax, {}, {});
  const auto tokens = linode::try_read_tokens(text, &why, members);
  for (std::size_t chunk_size = 1; chunk_size <= text.size() + 1; chunk_size += chunk_size < 2000 ? 1 : chunk_size) {
    CAPTURE(chunk_size);
    const Outcome<PersonalAccessToken> streamed = stream_tokens(text, chunk_size, members);
    const Outcome<PersonalAccessTokenPage> pages = stream_pages(text, chunk_size, members);
    REQUIRE(streamed.error == why.what());
    REQUIRE(pages.error == why.what());
    if (tokens) REQUIRE(streamed.values == *tokens);
    std::vector<PersonalAccessToken> from_pages;
    for (const PersonalAccessTokenPage& page : pages.values) {
      from_pages.insert(from_pages.end(), page.data.begin(), page.data.end());
    }
    REQUIRE(from_pages == streamed.values);
  }
}

template <class Json>
void expect_adapter_reads(std::string_view text, const PersonalAccessToken& expected) {
  const Json json = Json::parse(text);
  CHECK(linode::from_dict(json) == expected);
  CHECK(linode::try_from_dict(json) == expected);
  CHECK(linode::from_json(json) == expected);
  CHECK(json.template get<PersonalAccessToken>() == expected);
}

inline void expect_reads(std::string_view text, const PersonalAccessToken& expected) {
  CAPTURE(text);
  CHECK(linode::from_json(text) == expected);
  CHECK(linode::try_from_json(text) == expected);
  CHECK(linode::check_json(text).empty());
  CHECK(linode::read_tokens(text) == std::vector{expected});
  expect_streams_as_read_tokens(std::string(text));
  expect_adapter_reads<nlohmann::json>(text, expected);
  expect_adapter_reads<nlohmann::ordered_json>(text, expected);
}

// The error of from_json. try_from_json and check_json must report the same.
inline DecodeError text_error(std::string_view text, Members members = Members::tolerant) {
  DecodeError why;
  const auto token = linode::try_from_json(text, &why, members);
  CHECK_FALSE(token.has_value());
  CHECK_FALSE(leaks_secret(why.what()));
  CHECK(why.line() > 0);
  CHECK(why.column() > 0);
  try {
    static_cast<void>(linode::from_json(text, members));
    FAIL("from_json accepts what try_from_json rejects");
  } catch (const DecodeError& thrown) {
    CHECK(std::string(thrown.what()) == why.what());
  }
  const std::vector<DecodeError> all = linode::check_json(text, members);
  REQUIRE_FALSE(all.empty());
  CHECK(std::string(all.front().what()) == why.what());
  return why;
}

// The same for a page.
inline DecodeError page_error(std::string_view text, Members members = Members::tolerant) {
  DecodeError why;
  CHECK_FALSE(linode::try_page_from_json(text, &why, members).has_value());
  CHECK_FALSE(leaks_secret(why.what()));
  try {
    static_cast<void>(linode::page_from_json(text, members));
    FAIL("page_from_json accepts what try_page_from_json rejects");
  } catch (const DecodeError& thrown) {
    CHECK(std::string(thrown.what()) == why.what());
  }
  const std::vector<DecodeError> all = linode::check_page_json(text, members);
  REQUIRE_FALSE(all.empty());
  CHECK(std::string(all.front().what()) == why.what());
  return why;
}

// For problems that a parsed document cannot show, such as syntax errors.
inline DecodeError expect_rejected_text(std::string_view text, Reason reason, Members members = Members::tolerant) {
  CAPTURE(text);
  const DecodeError error = text_error(text, members);
  CHECK(error.reason() == reason);
  expect_streams_as_read_tokens(std::string(text), members);
  return error;
}

inline void expect_equal_but_for_position(const DecodeError& error, const DecodeError& of_text) {
  CHECK(error.reason() == of_text.reason());
  CHECK(error.path() == of_text.path());
  CHECK(error.api_errors() == of_text.api_errors());
  CHECK(error.line() == 0);
  CHECK(error.column() == 0);
  const std::string position = of_text.reason() == Reason::api_error
                                   ? ""
                                   : std::to_string(of_text.line()) + ':' + std::to_string(of_text.column()) + ": ";
  CHECK(position + error.what() == of_text.what());
}

template <class Json>
void expect_adapter_rejects(std::string_view text, const DecodeError& expected, Members members = Members::tolerant) {
  const Json json = Json::parse(text);
  DecodeError why;
  CHECK_FALSE(linode::try_from_dict(json, &why, members).has_value());
  expect_equal_but_for_position(why, expected);
  if (members == Members::strict) return;
  PersonalAccessToken target = sentinel_token();
  try {
    json.get_to(target);
    FAIL("the adapter accepts what the text function rejects");
  } catch (const DecodeError& error) {
    expect_equal_but_for_position(error, expected);
  }
  CHECK(target == sentinel_token());
}

// For JSON that the text functions and the adapter reject alike.
inline void expect_rejected(std::string_view text, Reason reason, std::string_view path,
                            Members members = Members::tolerant) {
  const DecodeError error = expect_rejected_text(text, reason, members);
  CHECK(error.path() == path);
  expect_adapter_rejects<nlohmann::json>(text, error, members);
  expect_adapter_rejects<nlohmann::ordered_json>(text, error, members);
}

inline std::string repeated(std::string_view piece, int times) {
  std::string text;
  while (times-- > 0) text += piece;
  return text;
}

inline linode::Timestamp time(std::string_view text) { return linode::parse_timestamp(text).value(); }

// A token with only this member set.
template <class Member, class Value>
PersonalAccessToken with(Member PersonalAccessToken::*member, Value&& value) {
  PersonalAccessToken token;
  token.*member = std::forward<Value>(value);
  return token;
}

}  // namespace reading
