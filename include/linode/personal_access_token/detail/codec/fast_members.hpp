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
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>

namespace linode::detail {

// Reads the members of an object for as long as they are written as programs write them. Which field a name is, is
// looked for from the field on that follows the last one in the table: the server writes members in that order, others
// leave some out, or sort them.
template <class Object>
class FastMembers {
 public:
  LINODE_PAT_ALWAYS_INLINE FastMembers(const Cursor& cursor, Object& out, FieldBits& seen) noexcept
      : reader_(cursor), out_(out), seen_(seen) {}

  // Reads members of fields, and one other, if there is one, by `try_skip(reader)`. Returns true behind a member, and
  // false before one, which the general reader then reads.
  template <class TrySkip>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool read(const TrySkip& try_skip) {
    return read(try_skip, std::make_index_sequence<field_count<Object>>());
  }

  [[nodiscard]] const char* pos() const noexcept { return reader_.pos(); }

 private:
  // What comes of trying the fields one after another: none was read; or behind the last one that was, another member
  // comes, or none for the fast path; or a member of a field is not for it.
  enum class Outcome { none, member, end, declined };

  template <class TrySkip, std::size_t... position>
  LINODE_PAT_ALWAYS_INLINE bool read(const TrySkip& try_skip, std::index_sequence<position...> /*all*/) {
    char initial = '\0';
    if (!reader_.try_initial(longest_name, initial)) return false;
    Outcome outcome = Outcome::none;
    do {
      outcome = Outcome::none;
      static_cast<void>((try_field<position>(initial, outcome) && ...));
    } while (outcome == Outcome::member);
    return outcome == Outcome::end || (outcome == Outcome::none && try_skip(reader_));
  }

  // Reads the member of the field at this position of the table, if it comes next. Returns whether to go on with the
  // next position. `initial` is the first byte of the name to come, a local variable of the caller, as GCC then keeps
  // it in a register.
  template <std::size_t position>
  LINODE_PAT_ALWAYS_INLINE bool try_field(char& initial, Outcome& outcome) {
    constexpr std::size_t index = index_at<Object>(position);
    constexpr const auto& member = field<Object, index>;
    if (initial != member.name.front()) return true;
    FastReader value = reader_;
    if (!value.try_name(name_and_colon<Object, index>)) return true;
    outcome = Outcome::declined;
    if (!TypeOfField<decltype(member)>::try_decode(value, out_.*member.member)) return false;
    reader_ = value;
    seen_ |= field_bit(index);
    outcome = reader_.try_next(longest_name, initial) ? Outcome::member : Outcome::end;
    return outcome == Outcome::member;
  }

  // Of the fields, with quotation marks and colon.
  static constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for_each_field<Object>([&longest](const auto& field) {
      if (longest < field.name.size() + 3) longest = field.name.size() + 3;
    });
    return longest;
  }();

  FastReader reader_;  // before a name, or behind a member
  Object& out_;
  FieldBits& seen_;
};

}  // namespace linode::detail
