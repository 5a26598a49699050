// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// ValueType of a time, and of an expiry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

inline constexpr const char* expected_time = "a timestamp such as 2018-01-01T00:01:01";
inline constexpr const char* no_time = "a string that is not a timestamp";

// Shared by both. Leaves `time` unset if there is a problem.
template <class Reader>
std::optional<Problem> decode_time(Reader& reader, ParsedTime& time) {
  if (reader.kind() != Kind::string) return wrong_type(expected_time, reader);
  const std::size_t position = reader.position();
  time = parse_time(reader.read_string());
  if (time) return std::nullopt;
  return Problem{DecodeError::Reason::invalid_timestamp, expected_time, no_time, position};
}

// Common to a time, and an expiry that is a time.
template <class Time>
struct TimeType : ScalarType<Time> {
  template <class Reader>
  static std::optional<Problem> decode(Reader& reader, std::optional<Time>& out) {
    ParsedTime time;
    const std::optional<Problem> problem = decode_time(reader, time);
    if (time) out = to_timestamp(time);
    return problem;
  }

  // Only the form without fraction and zone, which has a fixed size.
  template <class FastReader>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE static bool try_decode(FastReader& reader, std::optional<Time>& out) {
    std::string_view text;
    if (!reader.try_quoted(min_timestamp_size, text)) return false;
    const ParsedTime time = parse_time(text);
    if (!time) return false;
    out = to_timestamp(time);
    return true;
  }

  static constexpr std::size_t max_unreserved_size = max_timestamp_size + 2;
  static constexpr std::size_t estimated_size(Time /*value*/) noexcept { return max_unreserved_size; }
};

template <>
struct ValueType<Timestamp> : TimeType<Timestamp> {
  template <class Writer>
  static char* write(Writer& /*writer*/, char* pos, Timestamp value) noexcept {
    const std::int64_t microseconds = value.time_since_epoch().count();
    if (!is_writable(microseconds)) return nullptr;
    *pos = '"';
    pos = write_timestamp(pos + 1, microseconds);
    *pos = '"';
    return pos + 1;
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(Timestamp value, std::string& /*path*/) noexcept {
    return is_writable(value.time_since_epoch().count()) ? "" : year_out_of_range;
  }

  template <class J>
  static J to_document(Timestamp value) {
    return ValueType<std::string>::to_document<J>(format_timestamp(value));
  }

  static void print(std::string& out, Timestamp value) {
    if (is_writable(value.time_since_epoch().count())) {
      out += format_timestamp(value);
    } else {
      out.append("<").append(year_out_of_range).append(">");
    }
  }
};

template <>
struct ValueType<Expiry> : TimeType<Expiry> {
  using Time = ValueType<Timestamp>;

  static constexpr bool is_nullable = true;
  static void set_to_null(std::optional<Expiry>& out) noexcept { out = Expiry::never(); }

  template <class FastReader>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE static bool try_decode(FastReader& reader, std::optional<Expiry>& out) {
    if (!reader.try_space()) return false;
    if (!reader.try_null()) return TimeType::try_decode(reader, out);
    set_to_null(out);
    return true;
  }

  template <class Writer>
  static char* write(Writer& writer, char* pos, Expiry value) noexcept {
    if (!value.is_never()) return Time::write(writer, pos, value.time());
    constexpr std::string_view null = "null";
    std::memcpy(pos, null.data(), null.size());
    return pos + null.size();
  }

  template <class DocumentInteger>
  static std::string_view why_unencodable(Expiry value, std::string& path) noexcept {
    return value.is_never() ? "" : Time::why_unencodable<DocumentInteger>(value.time(), path);
  }

  template <class J>
  static J to_document(Expiry value) {
    return value.is_never() ? J(nullptr) : Time::to_document<J>(value.time());
  }

  static void print(std::string& out, Expiry value) {
    if (value.is_never()) {
      out += "never";
    } else {
      Time::print(out, value.time());
    }
  }
};

}  // namespace linode::detail
