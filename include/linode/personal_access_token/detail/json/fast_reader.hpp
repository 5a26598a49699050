// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The fast path: JSON as programs write it, names in ASCII without escape sequences, integers of 8 to 10 digits.
/// Without it, reading takes 1.5 times as many instructions.
///
/// Its counterpart is JsonReader, which reads everything. The two meet in the decoder, member by member:
/// - true means that one item was consumed, checked as strictly as JsonReader checks it;
/// - false promises nothing but the caller's own copy of the cursor. It is not an error: JsonReader reads the member
///   again from its name, and reports what is wrong, if anything is.
/// So whatever this file declines costs time, not correctness; only strings with special bytes are read by the
/// functions that JsonReader uses, and throw what those throw.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>
#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

// A cursor that is copied from member to member. Everything is inlined, so that its address is never taken and it stays
// in a register; in memory each step would wait for the one before.
//
// No function reads at or beyond `end`: each looks at `remaining` for as many bytes as it may read. For a name, and the
// two bytes behind it, try_initial and try_next do so.
class FastReader {
 public:
  explicit FastReader(const Cursor& cursor) noexcept : begin_(cursor.begin), pos_(cursor.pos), end_(cursor.end) {}

  [[nodiscard]] std::string_view text() const noexcept { return {begin_, static_cast<std::size_t>(end_ - begin_)}; }
  [[nodiscard]] const char* pos() const noexcept { return pos_; }
  void resume_at(const char* pos) noexcept { pos_ = pos; }
  [[nodiscard]] Kind kind() const noexcept { return kind_of_value_at(pos_, end_); }

  // The first byte of the name that comes next, if there is room for a name of this size, with quotation marks and
  // colon, and for two bytes behind it.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_initial(std::size_t longest_name, char& initial) const noexcept {
    if (remaining() < longest_name + 2) return false;
    initial = pos_[1];
    return true;
  }

  // A comma, and then the same; room is looked for once, unless there is more than a single space. Leaves the cursor
  // unchanged on false.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_next(std::size_t longest_name, char& initial) noexcept {
    if (remaining() < longest_name + 4 || *pos_ != ',') return false;
    const char* name = pos_ + 1;
    if (static_cast<unsigned char>(*name) <= ' ') {
      if (name[0] == ' ' && static_cast<unsigned char>(name[1]) > ' ') {
        ++name;
      } else {
        name = end_of_space(name, end_);
        if (static_cast<std::size_t>(end_ - name) < longest_name + 2) return false;
      }
    }
    pos_ = name;
    initial = name[1];
    return true;
  }

  // A name and its colon, written without white space between them, for which room was found before: asking again for
  // each name that it may be takes as long as comparing it.
  template <std::size_t size>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_name(const std::array<char, size>& name_and_colon) noexcept {
    if (std::memcmp(pos_, name_and_colon.data(), size) != 0) return false;
    pos_ += size;
    return true;
  }

  // Directly behind a name: a space or none. False for another white space there; one behind it, no value starts with.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_space() noexcept {
    if (static_cast<unsigned char>(*pos_) > ' ') return true;
    return *pos_++ == ' ';
  }

  // Leaves the cursor unchanged on false.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_null() noexcept {
    if (remaining() < 4 || std::memcmp(pos_, "null", 4) != 0) return false;
    pos_ += 4;
    return true;
  }

  // A name in ASCII without escape sequences, whatever it is, its colon, and a space or none.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_any_name(std::string_view& name) noexcept {
    if (remaining() == 0 || *pos_ != '"') return false;
    const char* const start = ++pos_;
    pos_ = find_special(start, end_);
    if (remaining() < 4 || pos_[0] != '"' || pos_[1] != ':') return false;
    name = std::string_view(start, static_cast<std::size_t>(pos_ - start));
    pos_ += 2;
    return try_space() && static_cast<unsigned char>(*pos_) > ' ';
  }

  // Directly behind a name: a string, behind a space or none, up to its first special byte. It is the start of a
  // string, which decode_string then reads, or all of it.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_string(std::string_view& plain, bool& is_whole) noexcept {
    if (!try_quote()) return false;
    const char* const start = pos_;
    pos_ = find_special(start, end_);
    plain = std::string_view(start, static_cast<std::size_t>(pos_ - start));
    is_whole = remaining() != 0 && *pos_ == '"';
    if (is_whole) ++pos_;
    return true;
  }

  // Behind a space or none, the bytes between two quotation marks that stand `size` bytes apart. They may be anything:
  // the caller must accept only bytes that a string can hold.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_quoted(std::size_t size, std::string_view& out) noexcept {
    if (remaining() < size + 3 || !try_quote() || pos_[size] != '"') return false;
    out = std::string_view(pos_, size);
    pos_ += size + 1;
    return true;
  }

  // An integer of 8 to 10 digits, as ids have.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_integer(std::int64_t& out) noexcept {
    if (remaining() < 11 || *pos_ == '0') return false;
    const DigitWord digits(load_swar(pos_), load_swar("00000000"));
    if (!digits.matches()) return false;
    out = digits.number();
    pos_ += 8;
    for (int more = 0; more < 2 && is_digit(*pos_); ++more) out = out * 10 + (*pos_++ - '0');
    return *pos_ == ',' || *pos_ == '}';
  }

 private:
  // A quotation mark, behind a space or none; two bytes are known to be left.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_quote() noexcept {
    if (*pos_ != '"') {
      if (pos_[0] != ' ' || pos_[1] != '"') return false;
      ++pos_;
    }
    ++pos_;
    return true;
  }

  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE std::size_t remaining() const noexcept {
    return static_cast<std::size_t>(end_ - pos_);
  }

  const char* begin_;
  const char* pos_;
  const char* end_;
};

}  // namespace linode::detail
