// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The encoder: an object, or a part of its fields, as JSON text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/writer.hpp>

namespace linode::detail {

// Enough for what each object writes without reserving, which ObjectType checks.
inline constexpr std::size_t writer_slack = 256;
using Writer = JsonWriter<writer_slack>;

// Names what has no form in a document whose integers are of this type, and why.
template <class DocumentInteger, class Value>
[[noreturn]] LINODE_PAT_COLD void throw_unencodable(const Value& value) {
  std::string message;
  const std::string_view why = ValueType<Value>::template why_unencodable<DocumentInteger>(value, message);
  throw std::invalid_argument(message.append(": ").append(why));
}

template <class Object>
std::string encode_text(const Object& object, FieldSet fields = FieldSet::all) {
  using Type = ValueType<Object>;
  char room[1024];  // for a token of ordinary size
  Writer writer(room, Type::estimated_size(object));
  const char* const end = Type::write_fields(writer, writer.begin(), object, fields);
  if (end == nullptr) throw_unencodable<std::int64_t>(object);
  return std::move(writer).finish(end);
}

}  // namespace linode::detail
