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

// Reads the members of an object for as long as they are written as programs write them. After each the name of the
// next field of the table is tried, which takes no search: the server writes members in that order.
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
    char initial = reader_.initial();
    for (;;) {
      const char* const start = reader_.pos();
      Next next = Next::member;
      static_cast<void>((try_field<position>(initial, next) && ...));
      if (next == Next::declined) return false;
      if (next == Next::end) return true;
      if (reader_.pos() != start) continue;
      if (!try_skip(reader_)) return false;
      if (!reader_.try_comma()) return true;
      initial = reader_.initial();
    }
  }

  // Reads the member of the field at this position of the table, if it comes next, and the name of the next field, if
  // that follows. Returns whether to go on with the next position. `initial` is the first byte of the name to come, a
  // local variable of the caller, as GCC then keeps it in a register.
  template <std::size_t position>
  LINODE_PAT_ALWAYS_INLINE bool try_field(char& initial, Next& next) {
    constexpr std::size_t index = index_at<Object>(position);
    constexpr const auto& member = field<Object, index>;
    if (next == Next::member && !try_name<position>(initial)) return true;
    next = Next::declined;
    if (!TypeOfField<decltype(member)>::try_decode(value_, out_.*member.member)) return false;
    reader_ = value_;
    seen_ |= field_bit(index);
    next = Next::end;
    if (!reader_.try_comma()) return false;
    next = Next::member;
    initial = reader_.initial();
    if constexpr (position + 1 < field_count<Object>) {
      if (try_name<position + 1>(initial)) {
        next = Next::value;
        return true;
      }
    }
    return false;
  }

  // The name of the field at this position.
  template <std::size_t position>
  LINODE_PAT_ALWAYS_INLINE bool try_name(char initial) noexcept {
    constexpr std::size_t index = index_at<Object>(position);
    if (initial != field<Object, index>.name.front()) return false;
    value_ = reader_;
    return value_.try_name(name_and_colon<Object, index>);
  }

  FastReader reader_;  // before a name, or behind a member
  FastReader value_;   // behind a name
  Object& out_;
  FieldBits& seen_;
};

}  // namespace linode::detail
