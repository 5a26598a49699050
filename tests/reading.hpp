// What a text gives, said once and checked on every path: the text functions and the nlohmann_json adapter.
#pragma once

#include <linode/personal_access_token/nlohmann.hpp>

#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace linode {

inline std::ostream& operator<<(std::ostream& stream, DecodeError::Reason reason) {
  constexpr const char* names[] = {"syntax",           "wrong_type",     "out_of_range", "invalid_timestamp",
                                   "duplicate_member", "unknown_member", "too_deep",     "api_error"};
  return stream << names[static_cast<int>(reason)];
}

}  // namespace linode

namespace reading {

using linode::DecodeError;
using linode::PersonalAccessToken;
using Reason = DecodeError::Reason;

// A secret for texts that fail; no message may hold any of it.
inline constexpr std::string_view secret = "QXJ0aHVyRGVudDQyVG93ZWw";

// Whether a message holds a run of four characters of the secret.
inline bool reveals(std::string_view message) {
  for (std::size_t at = 0; at + 4 <= secret.size(); ++at) {
    if (message.find(secret.substr(at, 4)) != std::string_view::npos) return true;
  }
  return false;
}

inline PersonalAccessToken marked() {
  PersonalAccessToken token;
  token.label = "untouched";
  return token;
}

template <class Json>
void adapter_reads(std::string_view text, const PersonalAccessToken& expected) {
  const Json json = Json::parse(text);
  CHECK(linode::from_dict(json) == expected);
  CHECK(linode::from_json(json) == expected);
  CHECK(json.template get<PersonalAccessToken>() == expected);
}

inline void reads(std::string_view text, const PersonalAccessToken& expected) {
  CAPTURE(text);
  CHECK(linode::from_json(text) == expected);
  CHECK(linode::try_from_json(text) == expected);
  CHECK(linode::read_tokens(text) == std::vector{expected});
  adapter_reads<nlohmann::json>(text, expected);
  adapter_reads<nlohmann::ordered_json>(text, expected);
}

inline DecodeError text_error(std::string_view text, linode::Members members = linode::Members::tolerant) {
  DecodeError why;
  const auto token = linode::try_from_json(text, &why, members);
  CHECK_FALSE(token.has_value());
  CHECK_FALSE(reveals(why.what()));
  CHECK(why.line() > 0);
  CHECK(why.column() > 0);
  try {
    static_cast<void>(linode::from_json(text, members));
    FAIL("from_json accepts what try_from_json does not");
  } catch (const DecodeError& thrown) {
    CHECK(std::string(thrown.what()) == why.what());
  }
  return why;
}

// Not JSON: no adapter ever sees it.
inline DecodeError is_refused_as_text(std::string_view text, Reason reason,
                                      linode::Members members = linode::Members::tolerant) {
  CAPTURE(text);
  const DecodeError error = text_error(text, members);
  CHECK(error.reason() == reason);
  return error;
}

template <class Json>
void adapter_refuses(std::string_view text, const DecodeError& expected) {
  const Json json = Json::parse(text);
  PersonalAccessToken target = marked();
  try {
    json.get_to(target);
    FAIL("the adapter accepts what the text function does not");
  } catch (const DecodeError& error) {
    CHECK(error.reason() == expected.reason());
    CHECK(error.path() == expected.path());
    CHECK(error.line() == 0);
    CHECK(error.column() == 0);
    CHECK_FALSE(reveals(error.what()));
  }
  CHECK(target == marked());
}

// JSON, but no token, by text or adapter.
inline void is_refused(std::string_view text, Reason reason, std::string_view path) {
  const DecodeError error = is_refused_as_text(text, reason);
  CHECK(error.path() == path);
  adapter_refuses<nlohmann::json>(text, error);
  adapter_refuses<nlohmann::ordered_json>(text, error);
}

inline std::string repeated(std::string_view piece, int times) {
  std::string text;
  while (times-- > 0) text += piece;
  return text;
}

inline linode::Timestamp time(std::string_view text) { return linode::parse_timestamp(text).value(); }

// A token of which one member is set.
template <class Member, class Value>
PersonalAccessToken with(Member PersonalAccessToken::*member, Value&& value) {
  PersonalAccessToken token;
  token.*member = std::forward<Value>(value);
  return token;
}

}  // namespace reading
