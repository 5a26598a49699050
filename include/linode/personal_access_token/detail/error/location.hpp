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
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

struct LineColumn {
  std::size_t line = 1;    // counted from 1
  std::size_t column = 1;  // in bytes, counted from 1

  // Moves to the end of `text`, which starts here.
  void advance(std::string_view text) noexcept {
    for (;;) {
      const std::size_t line_end = text.find('\n');
      if (line_end == std::string_view::npos) break;
      ++line;
      column = 1;
      text.remove_prefix(line_end + 1);
    }
    column += text.size();
  }
};

// Replays the reader over a document, as the visitor of its walk, and knows at each value which containers it is in.
class PathFinder {
 public:
  // The paths of what stands at these positions: starts of names or values, in the order of the text, or the one
  // position where the text stops being JSON.
  static std::vector<std::string> find(std::string_view text, std::size_t document_start,
                                       const std::vector<std::size_t>& positions) {
    PathFinder finder(text, positions);
    JsonReader reader(text, document_start);
    try {
      reader.walk(finder);
    } catch (const Problem& problem) {
      finder.continue_scalar(problem.position);
    }
    while (finder.paths_.size() < positions.size()) finder.paths_.push_back(finder.path());
    return std::move(finder.paths_);
  }

  bool at_value(std::size_t position) {
    while (paths_.size() < positions_.size() && positions_[paths_.size()] <= position) paths_.push_back(path());
    return paths_.size() < positions_.size();
  }

  void enter_container(bool is_array) {
    levels_.push_back({is_array, is_array ? Place::in_value : Place::before_name, 0});
  }

  void name_read(std::size_t position) noexcept {
    levels_.back().place = Place::in_value;
    levels_.back().step = position;
  }

  void value_ended() noexcept { levels_.back().place = Place::after_value; }

  void comma_read() noexcept {
    Level& level = levels_.back();
    level.place = level.is_array ? Place::in_value : Place::before_name;
    ++level.step;
  }

  void leave_container() noexcept { levels_.pop_back(); }

 private:
  enum class Place { before_name, in_value, after_value };

  struct Level {
    bool is_array;
    Place place;       // a name counts from its colon on, an element from the comma before it
    std::size_t step;  // the index of the element, or where the name of the member starts
  };

  PathFinder(std::string_view text, const std::vector<std::size_t>& positions) : text_(text), positions_(positions) {}

  // A number or literal that runs straight into other characters, as 1x does, has not ended there.
  void continue_scalar(std::size_t position) noexcept {
    constexpr std::string_view delimiters = ":[]{}\"";
    if (levels_.empty() || levels_.back().place != Place::after_value || position == text_.size()) return;
    if (delimiters.find(text_[position]) != std::string_view::npos) return;
    const char before = text_[position - 1];
    if (is_digit(before) || ('a' <= before && before <= 'z')) levels_.back().place = Place::in_value;
  }

  [[nodiscard]] std::string path() const {
    std::string pointer;
    for (const Level& level : levels_) {
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
  const std::vector<std::size_t>& positions_;
  std::vector<std::string> paths_;
  std::vector<Level> levels_;
};

}  // namespace linode::detail
