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
    const char* const end = text.data() + text.size();
    const char* const special = find_special(text.data(), end);
    char* const out = at();
    out[0] = '"';
    std::memcpy(out + 1, text.data(), text.size());
    if (special != end) return string_from(text, static_cast<std::size_t>(special - text.data()));
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

  // The rest of a string, of which a quotation mark and the first `plain` bytes have been copied.
  [[nodiscard]] bool string_from(std::string_view text, std::size_t plain) {
    used_ += 1 + plain;
    for (text.remove_prefix(plain); !text.empty();) {
      if (static_cast<unsigned char>(text.front()) < 0x80) {
        escape(text.front());
        text.remove_prefix(1);
      } else {
        const std::size_t length = first_code_point(text).length;
        if (length == 0) return false;
        raw(text.substr(0, length));
        text.remove_prefix(length);
      }
      const char* const special = find_special(text.data(), text.data() + text.size());
      const auto length = static_cast<std::size_t>(special - text.data());
      raw(text.substr(0, length));
      text.remove_prefix(length);
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
