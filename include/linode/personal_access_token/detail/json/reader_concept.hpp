// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The reader concept: what the decoder requires of a document, a text or a parsed one.
#pragma once

#include <cstddef>
#include <cstdint>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

enum class Kind : unsigned char { invalid, null, boolean, number, string, array, object, non_json };

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
    case Kind::invalid:  // not used: a syntax error is reported instead
    case Kind::non_json:
      break;
  }
  return "a non-JSON value";
}

struct Integer {
  enum class Outcome : unsigned char { fits, too_large, fractional };

  Outcome outcome;
  std::int64_t value = 0;  // unspecified unless it fits
};

// The limit of nesting: a reader of text throws `too_deep` for one container more.
inline constexpr std::size_t max_depth = 512;

inline Problem too_deep(std::size_t position) noexcept {
  static_assert(max_depth == 512, "the message names the limit");
  return {DecodeError::Reason::too_deep, "at most 512 levels of nesting", "a deeper level", position};
}

// A reader gives the values of a document one by one. It is before a value, before the name of a member, or after a
// value, and has
//   Kind kind();                               the kind of the value, without consuming it
//   std::size_t position();                    identifies the value, or the member whose name comes next
//   static constexpr bool is_text;             whether it has lines, and other documents may follow
//   bool has_reached(position);                whether this value comes next; in a text, also whether it came before
//   std::string_view text_between(from, to);   the text between two positions; empty for a parsed document
//   bool enter_object();                       goes to the first member; false, after the object, if there is none
//   std::string_view read_name();              goes from a name to its value; valid until the next name or string
//   bool next_member();                        goes to the next member; false, after the object, at its end
//   bool enter_array(); bool next_element();   the same for the elements of an array
//   std::size_t closing_position();            the closing bracket of the container just left, or a parsed container
//   std::string_view read_string();            consumes a string; valid until the next name or string
//   Integer read_integer();                    consumes a number
//   bool read_boolean();                       consumes a boolean
//   void skip();                               consumes a value of any kind
//   bool at_end();                             whether no document follows
//   void expect_end();                         throws a Problem if anything follows
//   void rewind_to(position);                  goes back to the start of a document
// The decoder's readers, TextReader and NlohmannReader, also have
//   std::size_t estimated_count();             estimated elements left in a listing
//   bool try_members(object, seen);            the fast path: see TextReader

}  // namespace linode::detail
