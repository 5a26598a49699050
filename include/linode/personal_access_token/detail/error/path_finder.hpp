// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Finds the JSON Pointer of a position, by reading the document a second time: decoding does not track paths.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>

namespace linode::detail {

// Replays a reader over its document, and tracks the containers around each value.
template <class Reader>
class PathFinder {
 public:
  explicit PathFinder(Reader document) : reader_(std::move(document)) {}

  // The path of the value or member at a position, of the container that ends there, or of the position where a text
  // stops being JSON. Positions must not decrease between calls.
  [[nodiscard]] const std::string& find(std::size_t position) {
    try {
      while (!reader_.has_reached(position) && step()) {
      }
    } catch (const Problem&) {  // where the text stops being JSON
    }
    if (is_behind_value_ && reader_.position() == position) leave_value();
    return pointer_;
  }

 private:
  struct Level {
    bool is_array;
    std::size_t pointer_size;  // of the path to the container
    std::size_t index;         // of the next element
  };

  // Goes into a value or past it; and from there to the next one, or out of its container. Returns false at the end.
  bool step() {
    if (!is_behind_value_) {
      is_behind_value_ = !enter_container();
      return true;
    }
    if (levels_.empty()) return false;
    leave_value();
    if (levels_.back().is_array ? reader_.next_element() : reader_.next_member()) {
      is_behind_value_ = false;
      enter_value();
    } else {
      levels_.pop_back();
    }
    return true;
  }

  // Goes to the first value of a container. Skips a value that has none, and returns false.
  bool enter_container() {
    const bool is_array = reader_.kind() == Kind::array;
    if ((!is_array && reader_.kind() != Kind::object) || levels_.size() == max_depth) {
      reader_.skip();
      return false;
    }
    if (!(is_array ? reader_.enter_array() : reader_.enter_object())) return false;
    levels_.push_back({is_array, pointer_.size(), 0});
    enter_value();
    return true;
  }

  // Back to the path of the container.
  void leave_value() noexcept { pointer_.resize(levels_.empty() ? 0 : levels_.back().pointer_size); }

  void enter_value() {
    Level& level = levels_.back();
    if (level.is_array) {
      append_step(pointer_, level.index++);
    } else {
      append_step(pointer_, reader_.read_name());
    }
  }

  Reader reader_;
  bool is_behind_value_ = false;
  std::string pointer_ = {};  // to the current value, or the one just read
  std::vector<Level> levels_ = {};
};

}  // namespace linode::detail
