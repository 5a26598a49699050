// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// JSON syntax: a pull reader over a text in memory, strict by RFC 8259. It does not know the schema.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/json/scalars.hpp>
#include <linode/personal_access_token/detail/json/skip.hpp>

namespace linode::detail {

// A reader (see reader_concept.hpp) that throws a Problem where the text is not JSON. Positions are byte offsets in the
// text. After a value, it may be before white space.
class JsonReader {
 public:
  static constexpr bool is_text = true;

  explicit JsonReader(std::string_view text, std::size_t start = 0) noexcept
      : cursor_{text.data(), text.data() + start, text.data() + text.size()} {
    cursor_.skip_space();
  }

  [[nodiscard]] std::size_t position() const noexcept { return cursor_.position(); }
  [[nodiscard]] std::size_t closing_position() const noexcept { return cursor_.position() - 1; }
  [[nodiscard]] bool has_reached(std::size_t position) const noexcept { return cursor_.position() >= position; }
  void rewind_to(std::size_t position) noexcept { *this = JsonReader(cursor_.text(), position); }

  [[nodiscard]] std::string_view text_between(std::size_t from, std::size_t to) const noexcept {
    return cursor_.text().substr(from, to - from);
  }

  // `Kind::invalid` if no value starts here; `skip` then throws.
  [[nodiscard]] Kind kind() const noexcept { return kind_of_value_at(cursor_.pos, cursor_.end); }

  // Requires `kind() == Kind::string`. Valid until the next name or string is read.
  [[nodiscard]] std::string_view read_string() { return detail::read_string(cursor_, decoded_); }

  // Requires `kind() == Kind::number`.
  [[nodiscard]] Integer read_integer() { return detail::read_integer(cursor_); }

  // Requires `kind() == Kind::boolean`.
  [[nodiscard]] bool read_boolean() {
    const bool is_true = cursor_.peek() == 't';
    skip();
    return is_true;
  }

  // For the fast path; `resume_at` continues after it.
  [[nodiscard]] const Cursor& cursor() const noexcept { return cursor_; }
  void resume_at(const char* pos) noexcept { cursor_.pos = pos; }

  // After a top-level value: whether only white space is left.
  [[nodiscard]] bool at_end() noexcept {
    cursor_.skip_space();
    return cursor_.pos == cursor_.end;
  }

  void expect_end() {
    if (!at_end()) fail(cursor_, "the end of the text");
  }

  [[nodiscard]] bool enter_object() { return enter('}'); }
  [[nodiscard]] bool next_member() { return next('}', expected_after_member); }
  [[nodiscard]] bool enter_array() { return enter(']'); }
  [[nodiscard]] bool next_element() { return next(']', expected_after_element); }

  [[nodiscard]] std::string_view read_name() {
    if (kind() != Kind::string) fail(cursor_, expected_name);
    const std::string_view name = read_string();
    cursor_.skip_space();
    if (cursor_.peek() != ':') fail(cursor_, expected_colon);
    ++cursor_.pos;
    cursor_.skip_space();
    return name;
  }

  // Not inlined: it is long, and used in many places.
  LINODE_PAT_NOINLINE void skip() { cursor_.pos = after_value(cursor_.pos); }

  // Checks the value that starts at `pos`, and returns its end.
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE const char* after_value(const char* pos) const {
    return Skipper(cursor_.begin, cursor_.end).after_value(pos, depth_);
  }

 private:
  bool enter(char close) {
    if (depth_ == max_depth) throw too_deep(position());
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
    if (c != close) fail(cursor_, expected);
    ++cursor_.pos;
    --depth_;
    return false;
  }

  Cursor cursor_;
  std::optional<std::string> decoded_ = {};  // the last string with escape sequences or non-ASCII characters
  std::size_t depth_ = 0;
};

}  // namespace linode::detail
