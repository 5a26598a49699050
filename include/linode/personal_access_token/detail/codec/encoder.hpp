// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The encoder: writes an object, some of its fields, or a list as JSON text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/writer.hpp>

namespace linode::detail {

// Must be enough for what an object writes without reserving; ObjectType checks it.
inline constexpr std::size_t writer_slack = 256;
using Writer = JsonWriter<writer_slack>;

// Returns what `write` writes.
template <class Value, class Write>
std::string encode(const Value& value, Write&& write) {
  char room[1024];  // for a token of ordinary size
  Writer writer(room, ValueType<Value>::estimated_size(value));
  const char* const end = write(writer, writer.begin());
  if (end == nullptr) throw_unencodable<std::int64_t>(value);
  return std::move(writer).finish(end);
}

// Encodes the set members among `fields`.
template <FieldSet fields, class Object>
std::string encode_fields(const Object& object) {
  return encode(object, [&](Writer& writer, char* pos) {
    return ValueType<Object>::template write_fields<fields>(writer, pos, object);
  });
}

template <class Object>
std::string encode_text(const Object& object) {
  return encode_fields<FieldSet::all>(object);
}

template <class Element>
std::string encode_text(const std::vector<Element>& list) {
  return encode(list,
                [&](Writer& writer, char* pos) { return ValueType<std::vector<Element>>::write(writer, pos, list); });
}

}  // namespace linode::detail
