// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The ValueSource concept: what the value rules ask of a value, whether it stands in a text or in a parsed document.
#pragma once

#include <array>
#include <cstdint>

namespace linode::detail {

enum class Kind : unsigned char { invalid, null, boolean, number, string, array, object, non_json };

// The kind of value that each byte of a text begins.
inline constexpr auto kind_of_byte = [] {
  std::array<Kind, 256> kinds{};
  kinds['n'] = Kind::null;
  kinds['t'] = kinds['f'] = Kind::boolean;
  for (const char c : {'-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) {
    kinds[static_cast<unsigned char>(c)] = Kind::number;
  }
  kinds['"'] = Kind::string;
  kinds['['] = Kind::array;
  kinds['{'] = Kind::object;
  return kinds;
}();

// A kind in words, for error messages.
constexpr const char* describe(Kind kind) noexcept {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::array:
      return "an array";
    case Kind::object:
      return "an object";
    case Kind::invalid:  // is not asked for: a syntax error is reported instead
    case Kind::non_json:
      break;
  }
  return "a non-JSON value";
}

// A number read as an integer.
struct Integer {
  enum class Outcome : unsigned char { fits, too_large, fractional };

  Outcome outcome;
  std::int64_t value = 0;  // has a meaning only if it fits
};

// A ValueSource is positioned at one value, and has
//   Kind kind();                       the kind of the value, without consuming it
//   std::size_t position();            where the value starts, in bytes from the start of the text; 0 without a text
//   std::string_view read_string();    consumes a string; its text is valid until the next call
//   Integer read_integer();            consumes a number
//   bool read_boolean();               consumes a boolean
//   void skip();                       consumes a value of any kind

}  // namespace linode::detail
