/// \file
/// How a value is read, wherever it comes from: what the text reader and the adapters of JSON libraries have in common.
#pragma once

#include <cstdint>

namespace linode::detail {

enum class Kind : unsigned char { none, null, boolean, number, string, array, object, other };

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
    case Kind::none:  // never gets here: it is no JSON
    case Kind::other:
      break;
  }
  return "a value that JSON does not have";
}

// A number read as an integer.
struct Integer {
  enum class Form : unsigned char { fits, too_large, fractional };

  Form form;
  std::int64_t value;
};

// A source is a place where one value stands, and has
//   Kind kind();                 what the value is, without consuming it
//   std::string_view string();   the text of a string, valid until the next call
//   Integer integer();           a number
//   void skip();                 consumes the value, whatever it is

}  // namespace linode::detail
