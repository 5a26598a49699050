// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The two ways to report what reading gave: a value or nothing, and a value or an exception.
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

// Returns the value, or nullopt on error. `read(value)` returns the error, if there is one.
template <class Value, class Read>
std::optional<Value> value_or_nothing(DecodeError* why, Read&& read) {
  std::optional<Value> value(Value{});  // see value_or_throw
  if (!is_none(read(*value), why)) value.reset();
  return value;
}

// Returns the value, or throws the error.
template <class Value, class Read>
Value value_or_throw(Read&& read) {
  Value value{};  // without braces, GCC 12 zeroes it, which takes an eighth of the time of reading a token
  throw_if(read(value));
  return value;
}

}  // namespace linode::detail
