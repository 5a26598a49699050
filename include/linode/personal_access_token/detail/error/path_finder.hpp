// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// From a position in a document to the JSON Pointer of the value there.
///
/// The document is read once more after an error, so that reading keeps no record of where it is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>

namespace linode::detail {

// Replays a reader over its document, and knows at each value which containers it is in.
template <class Reader>
class PathFinder {
 public:
  explicit PathFinder(const Reader& document) : reader_(document) {}

  // The path of the value or member at a position, or of the position where a text stops being JSON. No position may be
  // before one that was asked for already.
  [[nodiscard]] const std::string& find(std::size_t position) {
    try {
      while (!reader_.has_reached(position) && step_over()) {
      }
    } catch (const Problem&) {  // where the text stops being JSON
    }
    return pointer_;
  }

 private:
  struct Level {
    bool is_array;
    std::size_t pointer_size;  // of the path to the container
    std::size_t index;         // of the next element
  };

  // From one value to the next. Returns false after the last one.
  bool step_over() {
    if (enter_container()) return true;
    while (!levels_.empty()) {
      pointer_.resize(levels_.back().pointer_size);
      if (levels_.back().is_array ? reader_.next_element() : reader_.next_member()) {
        enter_value();
        return true;
      }
      levels_.pop_back();
    }
    return false;
  }

  // Goes to the first value of a container; or else over a value that has none.
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

  void enter_value() {
    Level& level = levels_.back();
    if (level.is_array) {
      append_step(pointer_, level.index++);
    } else {
      append_step(pointer_, reader_.read_name());
    }
  }

  Reader reader_;
  std::string pointer_ = {};
  std::vector<Level> levels_ = {};
};

}  // namespace linode::detail
