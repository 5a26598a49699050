// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Writes JSON without white space, with strings escaped as nlohmann::json::dump() escapes them.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/text/scan.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Writes to the caller's buffer, and to a string if that is too small. A string from the start would be zeroed and
// over-allocated. The write position is passed to and returned by each function, which keeps it in a register.
//
// `slack` is how many bytes may be written, in addition to those reserved, before the next call of `reserve` or
// `write_string`.
template <std::size_t slack>
class JsonWriter {
 public:
  // Writes the closing bracket of a container, over the trailing comma if there is one.
  static char* close_container(char* pos, char bracket) noexcept {
    if (pos[-1] == ',') --pos;
    *pos = bracket;
    return pos + 1;
  }

  static constexpr std::size_t slack_size = slack;

  // Reserves the estimated size at once; the text may outgrow it.
  template <std::size_t room_size>
  JsonWriter(char (&room)[room_size], std::size_t estimated_size) : begin_(room), end_(room + room_size) {
    if (estimated_size + slack > room_size) move_text(0, estimated_size + slack);
  }

  // A copy would write to the buffer of the original.
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  [[nodiscard]] char* begin() noexcept { return begin_; }

  // The text up to `end`; nothing can be written after it.
  [[nodiscard]] std::string finish(const char* end) && {
    if (text_.empty()) return std::string(begin_, size_up_to(end));
    text_.resize(size_up_to(end));
    return std::move(text_);
  }

  // Makes room for `size` bytes and the slack, and returns the position to continue at.
  [[nodiscard]] char* reserve(char* pos, std::size_t size) {
    if (static_cast<std::size_t>(end_ - pos) >= size + slack) return pos;
    const std::size_t used = size_up_to(pos);
    move_text(used, 2 * size_up_to(end_) + size);
    return begin_ + used;
  }

  // Reserves space for a string, and writes it. Null if it is not UTF-8.
  [[nodiscard]] char* write_string(char* pos, std::string_view text) {
    pos = reserve(pos, text.size() + 2);
    *pos = '"';
    if (!copy_plain(pos + 1, text)) return write_escaped(pos + 1, text);
    pos += text.size() + 2;
    pos[-1] = '"';
    return pos;
  }

 private:
  [[nodiscard]] std::size_t size_up_to(const char* pos) const noexcept {
    return static_cast<std::size_t>(pos - begin_);
  }

  void move_text(std::size_t used, std::size_t size) {
    std::string text(size, '\0');
    std::memcpy(text.data(), begin_, used);
    text_ = std::move(text);
    begin_ = text_.data();
    end_ = begin_ + size;
  }

  // Writes a string that needs escape sequences or checks, after its opening quotation mark.
  [[nodiscard]] char* write_escaped(char* pos, std::string_view text) {
    for (;;) {
      const char* const special = find_special(text.data(), text.data() + text.size());
      const auto plain = static_cast<std::size_t>(special - text.data());
      pos = reserve(pos, plain + 1);  // for the closing quotation mark, if it comes next
      std::memcpy(pos, text.data(), plain);
      pos += plain;
      text.remove_prefix(plain);
      if (text.empty()) break;
      std::size_t size = 1;
      if (static_cast<unsigned char>(text.front()) < 0x80) {
        pos = write_escape(pos, text.front());
      } else {
        size = first_code_point(text).size;
        if (size == 0) return nullptr;
        std::memcpy(pos, text.data(), size);
        pos += size;
      }
      text.remove_prefix(size);
    }
    *pos = '"';
    return pos + 1;
  }

  static char* write_escape(char* pos, char c) noexcept {
    constexpr std::string_view characters = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    *pos++ = '\\';
    if (const std::size_t index = characters.find(c); index != std::string_view::npos) {
      *pos = letters[index];
      return pos + 1;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    pos[0] = 'u';
    pos[1] = '0';
    pos[2] = '0';
    pos[3] = digits[byte >> 4];
    pos[4] = digits[byte & 0xF];
    return pos + 5;
  }

  char* begin_;
  char* end_;
  std::string text_ = {};  // empty while the buffer suffices
};

}  // namespace linode::detail
