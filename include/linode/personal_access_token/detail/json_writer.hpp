/// \file
/// JSON syntax, written: strings escaped as nlohmann::json::dump() escapes them, no white space.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/find_special.hpp>
#include <linode/personal_access_token/detail/utf8.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

class JsonWriter {
 public:
  // Makes room for about `expected_size` bytes at once; the text may grow beyond.
  explicit JsonWriter(std::size_t expected_size) : text_(expected_size + slack, '\0') {}

  // The text; nothing can be written after it.
  [[nodiscard]] std::string finish() && {
    text_.resize(used_);
    return std::move(text_);
  }

  void raw(char c) {
    make_room(1);
    text_[used_++] = c;
  }

  void raw(std::string_view text) {
    make_room(text.size());
    std::memcpy(at(), text.data(), text.size());
    used_ += text.size();
  }

  // What stands before a value: a comma or an opening brace, then a name and its colon.
  template <std::size_t length>
  [[gnu::always_inline]] void name(char separator, const std::array<char, length>& name_and_colon) {
    make_room(length + 1);
    *at() = separator;
    std::memcpy(at() + 1, name_and_colon.data(), length);
    used_ += length + 1;
  }

  void integer(std::int64_t value) {
    constexpr std::size_t longest = std::numeric_limits<std::int64_t>::digits10 + 2;
    make_room(longest);
    used_ = offset(std::to_chars(at(), at() + longest, value).ptr);
  }

  // False, and nothing that could be read, for a time without a text form.
  [[nodiscard]] bool timestamp(Timestamp time) {
    if (!is_writable(time)) return false;
    make_room(longest_timestamp + 2);
    *at() = '"';
    char* const end = write_timestamp(at() + 1, time);
    *end = '"';
    used_ = offset(end + 1);
    return true;
  }

  // False, and nothing that could be read, for what is not UTF-8.
  [[nodiscard]] bool string(std::string_view text) {
    make_room(text.size() + 2);
    char* const out = at();
    out[0] = '"';
    if (!copy_plain(out + 1, text)) return escaped_string(text);
    out[text.size() + 1] = '"';
    used_ += text.size() + 2;
    return true;
  }

 private:
  static constexpr std::size_t slack = 16;  // so that a bracket or a quotation mark rarely makes the text grow

  [[nodiscard]] char* at() noexcept { return text_.data() + used_; }
  [[nodiscard]] std::size_t offset(const char* end) const noexcept {
    return static_cast<std::size_t>(end - text_.data());
  }

  [[gnu::always_inline]] void make_room(std::size_t size) {
    if (text_.size() - used_ < size + slack) grow(size);
  }

  void grow(std::size_t size) { text_.resize(2 * text_.size() + size); }

  // Copies a text, and says whether it had no special byte. The last eight bytes are one step, though it overlaps the
  // one before.
  static bool copy_plain(char* out, std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (text.size() < 8) {
      std::memcpy(out, at, text.size());
      return find_special(at, end) == end;
    }
    std::uint64_t special = 0;
    const auto step = [&special](char* to, const char* from) {
      special |= special_bytes(load_word(from));
      std::memcpy(to, from, 8);
    };
    for (; end - at > 8; at += 8, out += 8) step(out, at);
    step(out - (8 - (end - at)), end - 8);
    return special == 0;
  }

  // A string with bytes that need an escape or a check.
  [[nodiscard]] bool escaped_string(std::string_view text) {
    raw('"');
    for (;;) {
      const char* const special = find_special(text.data(), text.data() + text.size());
      const auto plain = static_cast<std::size_t>(special - text.data());
      raw(text.substr(0, plain));
      text.remove_prefix(plain);
      if (text.empty()) break;
      if (static_cast<unsigned char>(text.front()) < 0x80) {
        escape(text.front());
        text.remove_prefix(1);
      } else {
        const std::size_t length = first_code_point(text).length;
        if (length == 0) return false;
        raw(text.substr(0, length));
        text.remove_prefix(length);
      }
    }
    raw('"');
    return true;
  }

  void escape(char c) {
    switch (c) {
      case '"':
        raw("\\\"");
        return;
      case '\\':
        raw("\\\\");
        return;
      case '\b':
        raw("\\b");
        return;
      case '\f':
        raw("\\f");
        return;
      case '\n':
        raw("\\n");
        return;
      case '\r':
        raw("\\r");
        return;
      case '\t':
        raw("\\t");
        return;
      default:
        break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    raw("\\u00");
    raw(digits[byte >> 4]);
    raw(digits[byte & 0xF]);
  }

  std::string text_;
  std::size_t used_ = 0;
};

}  // namespace linode::detail
