/// \file
/// Where in a text a byte stands: its line and column, and the JSON Pointer to the value around it.
///
/// Found by a second look at the text once there is an error, so that reading keeps no record of where it is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

struct LineColumn {
  std::size_t line = 1;    // counted from 1
  std::size_t column = 1;  // in bytes, counted from 1

  // The place after passing over `text`.
  void pass(std::string_view text) noexcept {
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

// Appends one step of a JSON Pointer (RFC 6901 section 3).
inline void append_step(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

// Follows a text, valid as far as it is looked at, and knows at each byte which containers it is in.
class PointerFinder {
 public:
  explicit PointerFinder(std::string_view text) noexcept : text_(text) {}

  // The pointer to the innermost member or element that the byte at `position` belongs to.
  std::string find(std::size_t position) {
    std::size_t at = 0;
    while (at < position) {
      const std::size_t end = end_of_piece(at);
      if (end > position || (end == position && is_cut_number(at, end))) break;
      pass(at);
      at = end;
    }
    if (at == position && at < text_.size() && text_[at] == '"' && name_comes()) {
      pass(at);
      levels_.back().name_is_over = true;
    }
    std::string pointer;
    for (const Level& level : levels_) {
      if (level.value_is_over) break;
      if (level.is_array) {
        append_step(pointer, std::to_string(level.index));
      } else if (level.name_is_over) {
        append_step(pointer, JsonReader(text_, level.name_start).string());
      }
    }
    return pointer;
  }

 private:
  static constexpr std::size_t no_name = static_cast<std::size_t>(-1);

  struct Level {
    bool is_array;
    bool value_is_over = false;  // from the end of a value to the next comma
    std::size_t index = 0;
    std::size_t name_start = no_name;
    bool name_is_over = false;  // from its colon on: without one, a string is no name that may be quoted
  };

  // The end of the string or scalar that starts here; of anything else, one byte on. Past the text for an open string.
  [[nodiscard]] std::size_t end_of_piece(std::size_t at) const noexcept {
    constexpr std::string_view between_scalars = " \n\r\t,:[]{}\"";
    if (text_[at] == '"') {
      for (++at; at < text_.size() && text_[at] != '"'; ++at) {
        if (text_[at] == '\\') ++at;
      }
      return at + 1;
    }
    if (between_scalars.find(text_[at]) != std::string_view::npos) return at + 1;
    return std::min(text_.find_first_of(between_scalars, at), text_.size());
  }

  // A number that ends in the middle, as `-` or `1.` do.
  [[nodiscard]] bool is_cut_number(std::size_t at, std::size_t end) const noexcept {
    return kind_of_byte[static_cast<unsigned char>(text_[at])] == Kind::number && !is_digit(text_[end - 1]);
  }

  void pass(std::size_t at) {
    switch (text_[at]) {
      case '{':
      case '[':
        levels_.push_back({text_[at] == '['});
        return;
      case ',':
        levels_.back().value_is_over = false;
        levels_.back().name_start = no_name;
        levels_.back().name_is_over = false;
        ++levels_.back().index;
        return;
      case '"':
        if (name_comes()) {
          levels_.back().name_start = at;
          return;
        }
        break;
      case '}':
      case ']':
        levels_.pop_back();
        break;
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return;
      case ':':
        levels_.back().name_is_over = true;
        return;
      default:
        break;
    }
    if (!levels_.empty()) levels_.back().value_is_over = true;
  }

  [[nodiscard]] bool name_comes() const noexcept {
    return !levels_.empty() && !levels_.back().is_array && levels_.back().name_start == no_name;
  }

  std::string_view text_;
  std::vector<Level> levels_;
};

}  // namespace linode::detail
