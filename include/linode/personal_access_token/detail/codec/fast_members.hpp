// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The fast path over the members of an object: which field a name may be. What this declines, the general reader
/// reads.
#pragma once

#include <cstddef>
#include <utility>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>

namespace linode::detail {

template <std::size_t index, class Object>
LINODE_PAT_ALWAYS_INLINE inline bool try_fast_field(FastReader& reader, char initial, Object& out, FieldBits& seen) {
  constexpr const auto& candidate = field<Object, index>;
  if (initial != candidate.name.front()) return false;
  FastReader ahead = reader;
  if (!ahead.try_name(name_and_colon<Object, index>)) return false;
  if (!TypeOfField<decltype(candidate)>::try_decode(ahead, out.*candidate.member)) return false;
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
