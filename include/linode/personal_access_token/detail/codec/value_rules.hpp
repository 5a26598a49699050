// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Which JSON values each type of member accepts, once for every ValueSource (see value_source.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/detail/text/text_buffer.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

template <class ValueSource>
Problem wrong_type(const char* expected, ValueSource& source) {
  const Problem problem{DecodeError::Reason::wrong_type, expected, describe(source.kind()), source.position()};
  source.skip();
  return problem;
}

// Each decode_value accepts a value other than null, or consumes it and returns what is wrong with it.

template <class ValueSource>
std::optional<Problem> decode_value(ValueSource& source, std::optional<std::string>& out) {
  if (source.kind() != Kind::string) return wrong_type("a string", source);
  set_text(out, source.read_string());
  return std::nullopt;
}

template <class ValueSource>
std::optional<Problem> decode_value(ValueSource& source, std::optional<std::int64_t>& out) {
  if (source.kind() != Kind::number) return wrong_type("an integer", source);
  const std::size_t position = source.position();
  const Integer number = source.read_integer();
  if (number.outcome == Integer::Outcome::too_large) {
    return Problem{DecodeError::Reason::out_of_range, "a 64-bit integer", "a value out of range", position};
  }
  if (number.outcome == Integer::Outcome::fractional) {
    return Problem{DecodeError::Reason::wrong_type, "an integer", "a number with a fraction or an exponent", position};
  }
  out = number.value;
  return std::nullopt;
}

constexpr Timestamp time_of(ParsedTime time) noexcept {
  return Timestamp{std::chrono::microseconds{time.microseconds}};
}

// One call for both types of time. Leaves `time` unset where there is a problem.
template <class ValueSource>
LINODE_PAT_NOINLINE std::optional<Problem> decode_time(ValueSource& source, ParsedTime& time) {
  constexpr const char* expected = "a timestamp such as 2018-01-01T00:01:01";
  if (source.kind() != Kind::string) return wrong_type(expected, source);
  const std::size_t position = source.position();
  time = parse_time(source.read_string());
  if (time) return std::nullopt;
  return Problem{DecodeError::Reason::invalid_timestamp, expected, "a string that is not a timestamp", position};
}

// For Timestamp and Expiry.
template <class ValueSource, class Time>
std::optional<Problem> decode_value(ValueSource& source, std::optional<Time>& out) {
  ParsedTime time;
  const std::optional<Problem> problem = decode_time(source, time);
  if (time) out = time_of(time);
  return problem;
}

// What `null` makes of a member: unset, except that an expiry of `null` is never.
template <class Value>
void set_to_null(std::optional<Value>& out) noexcept {
  out.reset();
}
inline void set_to_null(std::optional<Expiry>& out) noexcept { out = Expiry::never(); }

// Accepts the value of a member, or consumes it and returns what is wrong with it; `out` is then unchanged.
template <class ValueSource, class Value>
std::optional<Problem> decode(ValueSource& source, std::optional<Value>& out) {
  if (source.kind() != Kind::null) return decode_value(source, out);
  source.skip();
  set_to_null(out);
  return std::nullopt;
}

}  // namespace linode::detail
