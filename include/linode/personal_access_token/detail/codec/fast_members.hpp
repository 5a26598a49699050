// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The fast path over the members of an object: which field a name may be. What this declines, the general reader
/// reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>

namespace linode::detail {

// Reads the members of an object for as long as they are written as programs write them. After each the name of the
// next field of the table is tried, which takes no search: the server writes members in that order. If it is another
// name, the search goes on from there: other writers leave fields out, or sort them.
template <class Object>
class FastMembers {
 public:
  LINODE_PAT_ALWAYS_INLINE FastMembers(const Cursor& cursor, Object& out, FieldBits& seen) noexcept
      : reader_(cursor), value_(reader_), out_(out), seen_(seen) {}

  // Reads members of fields, and others by `try_skip(reader)`. Returns true behind a member, and false before one,
  // which the general reader then reads.
  template <class TrySkip>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool read(const TrySkip& try_skip) {
    return read(try_skip, std::make_index_sequence<field_count<Object>>());
  }

  [[nodiscard]] const char* pos() const noexcept { return reader_.pos(); }

 private:
  // What comes next: a member that may be of any field, the value of the field whose name was read, or nothing that is
  // read here, behind a member or before one.
  enum class Next { member, value, end, declined };

  template <class TrySkip, std::size_t... position>
  LINODE_PAT_ALWAYS_INLINE bool read(const TrySkip& try_skip, std::index_sequence<position...> /*all*/) {
    char initial = '\0';
    if (!reader_.try_initial(longest_name, initial)) return false;
    for (;;) {
      const char* const start = reader_.pos();
      Next next = Next::member;
      static_cast<void>((try_field<position>(initial, next) && ...));
      if (next == Next::declined) return false;
      if (next == Next::end) return true;
      if (reader_.pos() != start && may_be_field(initial)) continue;
      if (!try_skip(reader_)) return false;
      if (!reader_.try_comma()) return true;
      if (!reader_.try_initial(longest_name, initial)) return false;
    }
  }

  // Reads the member of the field at this position of the table, if it comes next, and the name of the next field, if
  // that follows. Returns whether to go on with the next position. `initial` is the first byte of the name to come, a
  // local variable of the caller, as GCC then keeps it in a register.
  template <std::size_t position>
  LINODE_PAT_ALWAYS_INLINE bool try_field(char& initial, Next& next) {
    constexpr std::size_t index = index_at<Object>(position);
    constexpr const auto& member = field<Object, index>;
    if (next == Next::member && (initial != member.name.front() || !try_name<position>())) return true;
    next = Next::declined;
    if (!TypeOfField<decltype(member)>::try_decode(value_, out_.*member.member)) return false;
    reader_ = value_;
    seen_ |= field_bit(index);
    next = Next::end;
    if (!reader_.try_comma()) return false;
    next = Next::declined;
    if (!reader_.try_initial(longest_name, initial)) return false;
    if constexpr (position + 1 < field_count<Object>) {
      next = Next::value;
      if (try_name<position + 1>()) return true;
    }
    next = Next::member;
    return true;
  }

  // The name of the field at this position.
  template <std::size_t position>
  LINODE_PAT_ALWAYS_INLINE bool try_name() noexcept {
    value_ = reader_;
    return value_.try_name(name_and_colon<Object, index_at<Object>(position)>);
  }

  // Whether the name may be of a field: no for most unknown ones, which saves a search in vain.
  static constexpr bool may_be_field(char initial) noexcept { return ((initials >> letter(initial)) & 1) != 0; }
  static constexpr unsigned letter(char c) noexcept { return static_cast<unsigned char>(c) % 32U; }
  static constexpr std::uint32_t initials = [] {
    std::uint32_t bits = 0;
    for_each_field<Object>([&bits](const auto& field) { bits |= std::uint32_t{1} << letter(field.name.front()); });
    return bits;
  }();

  // Of the fields, with quotation marks and colon.
  static constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for_each_field<Object>([&longest](const auto& field) {
      if (longest < field.name.size() + 3) longest = field.name.size() + 3;
    });
    return longest;
  }();

  FastReader reader_;  // before a name, or behind a member
  FastReader value_;   // behind a name
  Object& out_;
  FieldBits& seen_;
};

}  // namespace linode::detail
