/// \file
/// Which JSON value each type of member takes, once for every source of values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

template <class Source>
Mismatch wrong_type(const char* expected, Source& source) {
  const Kind found = source.kind();
  source.skip();
  return {DecodeError::Reason::wrong_type, expected, describe(found)};
}

// The rules: `null` unsets, a value that fits is taken, any other is consumed and described.

template <class Source>
Mismatch decode(Source& source, std::optional<std::string>& out) {
  switch (source.kind()) {
    case Kind::string:
      out.emplace(source.string());
      return {};
    case Kind::null:
      source.skip();
      out.reset();
      return {};
    default:
      return wrong_type("a string", source);
  }
}

template <class Source>
Mismatch decode(Source& source, std::optional<std::int64_t>& out) {
  switch (source.kind()) {
    case Kind::number:
      break;
    case Kind::null:
      source.skip();
      out.reset();
      return {};
    default:
      return wrong_type("an integer", source);
  }
  const Integer number = source.integer();
  if (number.form == Integer::Form::fractional) {
    return {DecodeError::Reason::wrong_type, "an integer", "a number with a fraction or an exponent"};
  }
  if (number.form == Integer::Form::too_large) {
    return {DecodeError::Reason::out_of_range, "an integer of 64 bits", "one beyond them"};
  }
  out = number.value;
  return {};
}

inline constexpr const char* a_time = "a time such as 2018-01-01T00:01:01";

template <class Source, class Time>
Mismatch decode_time(Source& source, std::optional<Time>& out) {
  if (source.kind() != Kind::string) return wrong_type(a_time, source);
  const ParsedTime time = parse_time(source.string());
  if (!time) return {DecodeError::Reason::invalid_timestamp, a_time, "a string that is none"};
  out = *time;
  return {};
}

template <class Source>
Mismatch decode(Source& source, std::optional<Timestamp>& out) {
  if (source.kind() != Kind::null) return decode_time(source, out);
  source.skip();
  out.reset();
  return {};
}

template <class Source>
Mismatch decode(Source& source, std::optional<Expiry>& out) {
  if (source.kind() != Kind::null) return decode_time(source, out);
  source.skip();
  out = Expiry::never();
  return {};
}

}  // namespace linode::detail
