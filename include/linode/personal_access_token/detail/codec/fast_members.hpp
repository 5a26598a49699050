// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The fast path over the members of an object: which field a name may be, and the values that it takes by the type of
/// the member. What this declines, the general reader and the value rules decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/value_rules.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

// Each returns false, and leaves `out` unchanged, for a value that it does not read.

[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_decode(FastReader& reader, std::optional<std::string>& out) {
  return reader.try_string(out);
}

[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_decode(FastReader& reader, std::optional<std::int64_t>& out) {
  std::int64_t number = 0;
  if (!reader.try_integer(number)) return false;
  out = number;
  return true;
}

// Only the form without fraction and zone, which has one size.
template <class Time>
[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_decode_time(FastReader& reader, std::optional<Time>& out) {
  std::string_view text;
  if (!reader.try_quoted(min_timestamp_size, text)) return false;
  const ParsedTime time = parse_time(text);
  if (!time) return false;
  out = time_of(time);
  return true;
}

[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_decode(FastReader& reader, std::optional<Timestamp>& out) {
  return try_decode_time(reader, out);
}

[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_decode(FastReader& reader, std::optional<Expiry>& out) {
  if (!reader.try_null()) return try_decode_time(reader, out);
  set_to_null(out);
  return true;
}

// Lists are not on the fast path; their elements are.
template <class Element>
bool try_decode(FastReader& /*reader*/, std::vector<Element>& /*out*/) {
  return false;
}

template <std::size_t index, class Object>
LINODE_PAT_ALWAYS_INLINE inline bool try_fast_field(FastReader& reader, char initial, Object& out, FieldBits& seen) {
  constexpr const auto& candidate = field<Object, index>;
  if (initial != candidate.name.front()) return false;
  FastReader ahead = reader;
  if (!ahead.try_name(name_and_colon<Object, index>) || !try_decode(ahead, out.*candidate.member)) return false;
  reader = ahead;
  seen |= field_bit(index);
  return true;
}

template <class Object, std::size_t... index>
LINODE_PAT_ALWAYS_INLINE inline bool try_fast_member(FastReader& reader, Object& out, FieldBits& seen,
                                                     std::index_sequence<index...> /*all*/) {
  const char initial = reader.initial();
  return (try_fast_field<index>(reader, initial, out, seen) || ...);
}

// Reads a member: tries each field whose name begins as the next name does, and adds it to `seen`. Leaves the cursor
// unchanged on false.
template <class Object>
[[nodiscard]] LINODE_PAT_ALWAYS_INLINE inline bool try_fast_member(FastReader& reader, Object& out, FieldBits& seen) {
  return try_fast_member(reader, out, seen, std::make_index_sequence<field_count<Object>>());
}

}  // namespace linode::detail
