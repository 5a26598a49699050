// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// JSON syntax: a pull reader over a text in memory, strict by RFC 8259. It knows nothing of what the text is about.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/scalars.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>

namespace linode::detail {

inline constexpr std::size_t max_depth = 512;

// The limit in words, for the message.
inline constexpr auto max_depth_in_words = [] {
  constexpr std::string_view before = "at most ";
  constexpr std::string_view after = " levels of nesting";
  std::size_t unit = 1;
  while (max_depth / unit >= 10) unit *= 10;
  std::array<char, before.size() + 20 + after.size() + 1> words{};
  std::size_t size = 0;
  for (const char c : before) words[size++] = c;
  for (; unit != 0; unit /= 10) words[size++] = static_cast<char>('0' + max_depth / unit % 10);
  for (const char c : after) words[size++] = c;
  return words;
}();

// Ignores what a reader walks over; also the list of what a visitor is told.
struct NoVisitor {
  static constexpr bool at_value(std::size_t /*position*/) noexcept { return true; }  // false ends the walk
  static constexpr void enter_container(bool /*is_array*/) noexcept {}
  static constexpr void name_read(std::size_t /*position*/) noexcept {}
  static constexpr void value_ended() noexcept {}
  static constexpr void comma_read() noexcept {}
  static constexpr void leave_container() noexcept {}
};

// A ValueSource (see value_source.hpp) that throws a Problem where the text is not JSON.
//
// Invariant between calls: positioned at a value, a name, a comma or a bracket, with white space skipped.
class JsonReader {
 public:
  explicit JsonReader(std::string_view text, std::size_t start = 0) noexcept
      : cursor_{text.data(), text.data() + start, text.data() + text.size()} {
    cursor_.skip_space();
  }

  [[nodiscard]] std::size_t position() const noexcept { return cursor_.position(); }
  [[nodiscard]] std::size_t remaining() const noexcept { return cursor_.remaining(); }

  // The kind of the next value. `Kind::invalid` where none starts, which `skip` reports.
  [[nodiscard]] Kind kind() const noexcept { return kind_of_byte[static_cast<unsigned char>(cursor_.peek())]; }

  // A string, where `kind` says so; valid until the next name or string is read.
  [[nodiscard]] std::string_view read_string() { return detail::read_string(cursor_, &unescaped_); }

  // A number, where `kind` says so.
  [[nodiscard]] Integer read_integer() { return detail::read_integer(cursor_); }

  // Hands the cursor to the fast path, and takes it back.
  [[nodiscard]] FastReader fast_reader() const noexcept { return {cursor_.pos, cursor_.end}; }
  void resume_at(const FastReader& reader) noexcept { cursor_.pos = reader.pos(); }

  // After a top-level value: whether only white space is left.
  [[nodiscard]] bool at_end() noexcept {
    cursor_.skip_space();
    return cursor_.pos == cursor_.end;
  }

  void expect_end() {
    if (!at_end()) cursor_.fail("the end of the text");
  }

  // Containers: enter one, then call next_… after each member or element, for as long as these return true. A member is
  // read as its name, by `read_name`, and then its value.
  [[nodiscard]] bool enter_object() { return enter('}'); }
  [[nodiscard]] bool next_member() { return next('}', "',' or '}'"); }
  [[nodiscard]] bool enter_array() { return enter(']'); }
  [[nodiscard]] bool next_element() { return next(']', "',' or ']'"); }

  // The name of a member, and the colon behind it; valid until the next name or string is read.
  [[nodiscard]] std::string_view read_name() {
    if (kind() != Kind::string) cursor_.fail("a member name in quotation marks");
    const std::string_view name = read_string();
    expect_colon();
    return name;
  }

  // Checks and consumes a value of any kind.
  void skip() {
    NoVisitor visitor;
    walk(visitor, depth_);
  }

  // The same, and tells the visitor on the way what the value consists of; `outer_depth` is the depth around it. One
  // byte per level, no recursion. Once ended by the visitor, it goes on where it was if called again.
  template <class Visitor>
  void walk(Visitor& visitor, std::size_t outer_depth = 0) {
    do {
      if (!visitor.at_value(position())) return;
      if (!skip_scalar_or_enter(visitor)) continue;
      while (depth_ != outer_depth && !next_in_container(visitor)) {
      }
    } while (depth_ != outer_depth);
  }

 private:
  void expect_colon() {
    cursor_.skip_space();
    if (cursor_.peek() != ':') cursor_.fail("':' after the member name");
    ++cursor_.pos;
    cursor_.skip_space();
  }

  bool enter(char close) {
    if (depth_ == max_depth) {
      throw Problem{DecodeError::Reason::too_deep, max_depth_in_words.data(), "a deeper level", position()};
    }
    ++cursor_.pos;
    ++depth_;
    cursor_.skip_space();
    if (cursor_.peek() != close) return true;
    ++cursor_.pos;
    --depth_;
    return false;
  }

  bool next(char close, const char* expected) {
    cursor_.skip_space();
    const char c = cursor_.peek();
    if (c == ',') {
      ++cursor_.pos;
      cursor_.skip_space();
      return true;
    }
    if (c != close) cursor_.fail(expected);
    ++cursor_.pos;
    --depth_;
    return false;
  }

  // Consumes a scalar or an empty container and returns true, or enters a container up to its first value.
  template <class Visitor>
  bool skip_scalar_or_enter(Visitor& visitor) {
    switch (kind()) {
      case Kind::null:
        skip_literal(cursor_, "null");
        return true;
      case Kind::boolean:
        if (*cursor_.pos == 't') {
          skip_literal(cursor_, "true");
        } else {
          skip_literal(cursor_, "false");
        }
        return true;
      case Kind::number:
        static_cast<void>(read_integer());
        return true;
      case Kind::string:
        static_cast<void>(detail::read_string(cursor_, nullptr));
        return true;
      case Kind::array:
        if (!enter_array()) return true;
        is_object_[depth_ - 1] = false;
        visitor.enter_container(true);
        return false;
      case Kind::object:
        if (!enter_object()) return true;
        is_object_[depth_ - 1] = true;
        visitor.enter_container(false);
        skip_name(visitor);
        return false;
      default:
        cursor_.fail("a value");
    }
  }

  // After a value in a container: returns true at the next value, or leaves the container and returns false.
  template <class Visitor>
  bool next_in_container(Visitor& visitor) {
    visitor.value_ended();
    const bool is_object = is_object_[depth_ - 1];
    if (!(is_object ? next_member() : next_element())) {
      visitor.leave_container();
      return false;
    }
    visitor.comma_read();
    if (is_object) skip_name(visitor);
    return true;
  }

  template <class Visitor>
  void skip_name(Visitor& visitor) {
    const std::size_t start = position();
    if (kind() != Kind::string) cursor_.fail("a member name in quotation marks");
    static_cast<void>(detail::read_string(cursor_, nullptr));
    expect_colon();
    visitor.name_read(start);
  }

  Cursor cursor_;
  std::string unescaped_;  // the last string that had escape sequences
  std::size_t depth_ = 0;
  bool is_object_[max_depth];  // while walking: of the open containers, which are objects
};

}  // namespace linode::detail
