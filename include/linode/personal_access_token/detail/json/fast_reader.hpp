// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The fast path: reads JSON as programs write it, with names in ASCII without escape sequences, and integers of 8 to
/// 10 digits. Without it, reading takes 1.5 times as many instructions.
///
/// JsonReader reads everything else. For each item of a member,
/// - true means that it was consumed, and checked as strictly as JsonReader checks it;
/// - false means that it was declined. The cursor is then unspecified, unless documented otherwise: the caller must
///   keep a copy, from which JsonReader reads the whole member, and reports what is wrong, if anything.
/// To decline costs time, but is always correct. Strings with special bytes are read by decode_string on both paths.
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

// A cursor. All functions are inlined, so that it stays in registers.
//
// No function reads at or beyond `end`: each first checks `remaining` for all bytes that it may read. try_initial and
// try_next check it for a name and the two bytes after it.
class FastReader {
 public:
  explicit FastReader(const Cursor& cursor) noexcept : begin_(cursor.begin), pos_(cursor.pos), end_(cursor.end) {}

  [[nodiscard]] std::string_view text() const noexcept { return {begin_, static_cast<std::size_t>(end_ - begin_)}; }
  [[nodiscard]] const char* pos() const noexcept { return pos_; }
  void resume_at(const char* pos) noexcept { pos_ = pos; }
  [[nodiscard]] Kind kind() const noexcept { return kind_of_value_at(pos_, end_); }

  // Sets `initial` to the first byte of the next name. False unless there is room for a name of this size, including
  // quotation marks and colon, and for two bytes after it.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_initial(std::size_t longest_name, char& initial) const noexcept {
    if (remaining() < longest_name + 2) return false;
    initial = pos_[1];
    return true;
  }

  // Consumes a comma, then as try_initial. Leaves the cursor unchanged on false.
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

  // Consumes a name and its colon, written without white space between them. Room was checked before: checking it for
  // each field would take as long as comparing the name.
  template <std::size_t size>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_name(const std::array<char, size>& name_and_colon) noexcept {
    if (std::memcmp(pos_, name_and_colon.data(), size) != 0) return false;
    pos_ += size;
    return true;
  }

  // After the colon: consumes a space, if there is one. False for other white space. No value starts with a second
  // space.
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

  // Any name in ASCII without escape sequences, its colon, and an optional space.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_any_name(std::string_view& name) noexcept {
    if (remaining() == 0 || *pos_ != '"') return false;
    const char* const start = ++pos_;
    pos_ = find_special(start, end_);
    if (remaining() < 4 || pos_[0] != '"' || pos_[1] != ':') return false;
    name = std::string_view(start, static_cast<std::size_t>(pos_ - start));
    pos_ += 2;
    return try_space() && static_cast<unsigned char>(*pos_) > ' ';
  }

  // After the colon and an optional space: the plain prefix of a string, up to its first special byte. If it is not
  // whole, the caller must call decode_string.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_string(std::string_view& plain, bool& is_whole) noexcept {
    if (!try_quote()) return false;
    const char* const start = pos_;
    pos_ = find_special(start, end_);
    plain = std::string_view(start, static_cast<std::size_t>(pos_ - start));
    is_whole = remaining() != 0 && *pos_ == '"';
    if (is_whole) ++pos_;
    return true;
  }

  // After an optional space: the `size` bytes between two quotation marks. They are not checked: the caller must accept
  // only bytes that a string can hold.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool try_quoted(std::size_t size, std::string_view& out) noexcept {
    if (remaining() < size + 3 || !try_quote() || pos_[size] != '"') return false;
    out = std::string_view(pos_, size);
    pos_ += size + 1;
    return true;
  }

  // An integer of 8 to 10 digits, as most ids have.
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
  // A quotation mark after an optional space. Two bytes must be left.
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
