// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// From a position in a text to the JSON Pointer of what stands there.
///
/// Found by reading the text once more after an error, so that reading keeps no record of where it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/nesting.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>

namespace linode::detail {

// Replays the reader over a document, and knows at each value which containers it is in.
class PathFinder {
 public:
  PathFinder(std::string_view text, std::size_t document_start) : text_(text), reader_(text, document_start) {}

  // The path of what stands at a position: the start of a name or value, none before one that was asked for already, or
  // the position where the text stops being JSON.
  [[nodiscard]] std::string find(std::size_t position) {
    try {
      while (reader_.position() < position && step_over()) {
      }
    } catch (const Problem&) {  // where the text stops being JSON
    }
    return path();
  }

 private:
  struct Level {
    bool is_array;
    bool in_value;     // from the colon of a member on, from the bracket or comma before an element on
    std::size_t step;  // the index of the element, or where the name of the member starts
  };

  // From one value to the next. Returns false after the last one.
  bool step_over() {
    if (enter_container()) return true;
    while (depth_ != 0) {
      Level& level = innermost();
      level.in_value = false;
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
  bool enter_container() {
    const Kind kind = reader_.kind();
    if (kind != Kind::array && kind != Kind::object) {
      reader_.skip();
      return false;
    }
    const bool is_array = kind == Kind::array;
    if (!(is_array ? reader_.enter_array() : reader_.enter_object())) return false;
    levels_[depth_++] = {is_array, false, 0};
    enter_value();
    return true;
  }

  // After the bracket or comma.
  void enter_value() {
    Level& level = innermost();
    if (!level.is_array) {
      level.step = reader_.position();
      static_cast<void>(reader_.read_name());
    }
    level.in_value = true;
  }

  [[nodiscard]] Level& innermost() noexcept { return levels_[depth_ - 1]; }

  [[nodiscard]] std::string path() const {
    std::string pointer;
    for (std::size_t index = 0; index < depth_; ++index) {
      const Level& level = levels_[index];
      if (!level.in_value) break;
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
