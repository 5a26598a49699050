// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The two ways in which a caller learns what reading gave: a value or nothing, or a value or an exception.
#pragma once

#include <optional>

#include <linode/personal_access_token/decode_error.hpp>

namespace linode::detail {

inline void throw_if(const std::optional<DecodeError>& error) {
  if (error) throw DecodeError(*error);
}

// Returns false for an error, and assigns it to `*why` if `why` is not null.
inline bool is_none(const std::optional<DecodeError>& error, DecodeError* why) {
  if (error && why != nullptr) *why = *error;
  return !error;
}

// What `read(value)`, which returns the error if there is one, makes of a value, or nothing with an error.
template <class Value, class Read>
std::optional<Value> value_or_nothing(DecodeError* why, Read&& read) {
  std::optional<Value> value(Value{});  // see value_or_throw
  if (!is_none(read(*value), why)) value.reset();
  return value;
}

// The same, but the error is thrown.
template <class Value, class Read>
Value value_or_throw(Read&& read) {
  Value value{};  // without braces, GCC 12 fills it with zeros, an eighth of the time of reading a token
  throw_if(read(value));
  return value;
}

}  // namespace linode::detail
