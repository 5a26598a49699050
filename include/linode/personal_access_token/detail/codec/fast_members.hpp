// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Matches member names with fields on the fast path. The search starts after the field that matched last, because
/// servers write members in one order. A member that the fast path declines is read by the general reader.
#pragma once

#include <cstddef>
#include <utility>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>

namespace linode::detail {

template <class Object>
class FastMembers {
 public:
  LINODE_PAT_ALWAYS_INLINE FastMembers(const Cursor& cursor, Object& out, FieldBits& seen) noexcept
      : reader_(cursor), out_(out), seen_(seen) {}

  // Reads known members, and at most one unknown, by `try_skip(reader)`. Returns true after a member, and false before
  // one that the general reader must read.
  template <class TrySkip>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool read(const TrySkip& try_skip) {
    return read(try_skip, std::make_index_sequence<field_count<Object>>());
  }

  [[nodiscard]] const char* pos() const noexcept { return reader_.pos(); }

 private:
  // What a search through the fields found.
  enum class Outcome {
    none,     // no field matched
    member,   // one was read, and another member comes next
    end,      // one was read, and the fast path takes no other
    declined  // one matched, but the fast path does not take its value
  };

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

  // Reads the member of the field at this position of the table, if it comes next. Returns whether to try the next
  // position. `initial` is the first byte of the next name: a local variable of the caller, which GCC keeps in a
  // register.
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

  // Including quotation marks and colon.
  static constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for_each_field<Object>([&longest](const auto& field) {
      if (longest < field.name.size() + 3) longest = field.name.size() + 3;
    });
    return longest;
  }();

  FastReader reader_;  // before a name, or after a member
  Object& out_;
  FieldBits& seen_;
};

}  // namespace linode::detail
