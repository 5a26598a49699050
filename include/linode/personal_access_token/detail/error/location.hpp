// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// From a position in a text to its line and column, and to the JSON Pointer of what stands there.
///
/// Found by reading the text once more after an error, so that reading keeps no record of where it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

// In blocks of a size that is known to the compiler, which then counts sixteen bytes at a time: a stream is counted
// whole.
inline std::size_t count_line_feeds(std::string_view text) noexcept {
  constexpr std::size_t block_size = 128;  // what a byte can count
  std::size_t count = 0;
  for (; text.size() >= block_size; text.remove_prefix(block_size)) {
    unsigned char in_block = 0;
    for (std::size_t index = 0; index < block_size; ++index) {
      in_block = static_cast<unsigned char>(in_block + (text[index] == '\n' ? 1 : 0));
    }
    count += in_block;
  }
  for (const char c : text) count += c == '\n' ? 1 : 0;
  return count;
}

struct LineColumn {
  std::size_t line = 1;    // counted from 1
  std::size_t column = 1;  // in bytes, counted from 1

  // Moves to the end of `text`, which starts here.
  void advance(std::string_view text) noexcept {
    const std::size_t last_line_feed = text.rfind('\n');
    column = last_line_feed == std::string_view::npos ? column + text.size() : text.size() - last_line_feed;
    line += count_line_feeds(text);
  }
};

// Replays the reader over a document, and knows at each value which containers it is in.
class PathFinder {
 public:
  PathFinder(std::string_view text, std::size_t document_start) : text_(text), reader_(text, document_start) {}

  // The path of what stands at a position: the start of a name or value, none before one that was asked for already, or
  // the position where the text stops being JSON.
  LINODE_PAT_COLD [[nodiscard]] std::string find(std::size_t position) {
    try {
      while (reader_.position() < position && step_over()) {
      }
    } catch (const Problem& problem) {
      continue_scalar(problem.position);
    }
    return path();
  }

 private:
  enum class Place { before_name, in_value, after_value };

  struct Level {
    bool is_array;
    Place place;       // a name counts from its colon on, an element from the comma before it
    std::size_t step;  // the index of the element, or where the name of the member starts
  };

  // From one value to the next. Returns false after the last one.
  LINODE_PAT_COLD bool step_over() {
    if (enter_container()) return true;
    while (depth_ != 0) {
      Level& level = innermost();
      level.place = Place::after_value;
      if (level.is_array ? reader_.next_element() : reader_.next_member()) {
        ++level.step;
        enter_value();
        return true;
      }
      --depth_;
    }
    return false;
  }

  // Goes to the first value of a container; or else over a value that has none.
  LINODE_PAT_COLD bool enter_container() {
    const Kind kind = reader_.kind();
    if (kind != Kind::array && kind != Kind::object) {
      reader_.skip();
      return false;
    }
    const bool is_array = kind == Kind::array;
    if (!(is_array ? reader_.enter_array() : reader_.enter_object())) return false;
    levels_[depth_++] = {is_array, Place::before_name, 0};
    enter_value();
    return true;
  }

  // After the bracket or comma.
  LINODE_PAT_COLD void enter_value() {
    Level& level = innermost();
    level.place = Place::before_name;
    if (!level.is_array) {
      level.step = reader_.position();
      static_cast<void>(reader_.read_name());
    }
    level.place = Place::in_value;
  }

  [[nodiscard]] Level& innermost() noexcept { return levels_[depth_ - 1]; }

  // A number or literal that runs straight into other characters, as 1x does, has not ended there.
  void continue_scalar(std::size_t position) noexcept {
    constexpr std::string_view delimiters = ":[]{}\"";
    if (depth_ == 0 || innermost().place != Place::after_value || position == text_.size()) return;
    if (delimiters.find(text_[position]) != std::string_view::npos) return;
    const char before = text_[position - 1];
    if (is_digit(before) || before == 'l' || before == 'e') innermost().place = Place::in_value;  // null, true, false
  }

  LINODE_PAT_COLD [[nodiscard]] std::string path() const {
    std::string pointer;
    for (std::size_t index = 0; index < depth_; ++index) {
      const Level& level = levels_[index];
      if (level.place != Place::in_value) break;
      if (level.is_array) {
        append_step(pointer, level.step);
      } else {
        append_step(pointer, JsonReader(text_, level.step).read_string());
      }
    }
    return pointer;
  }

  std::string_view text_;
  JsonReader reader_;
  std::size_t depth_ = 0;
  Level levels_[max_depth] = {};
};

}  // namespace linode::detail
