/// \file
/// JSON syntax, written: strings escaped as nlohmann::json::dump() escapes them, no white space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/find_special.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Closes what was opened by `[` or `{`, each value in it with a comma behind.
inline char* close(char* at, char bracket) noexcept {
  if (at[-1] == ',') --at;
  *at = bracket;
  return at + 1;
}

inline char* write_integer(char* at, std::int64_t value) noexcept {
  auto magnitude = static_cast<std::uint64_t>(value);
  if (value < 0) {
    *at++ = '-';
    magnitude = static_cast<std::uint64_t>(-(value + 1)) + 1;
  }
  std::size_t size = 1;
  for (std::uint64_t limit = 10; magnitude >= limit; limit *= 10) ++size;  // to 10^19 at most, which it can hold
  char* const end = at + size;
  for (at = end; magnitude >= 100; magnitude /= 100) {
    at -= 2;
    std::memcpy(at, &digit_pairs[2 * (magnitude % 100)], 2);
  }
  if (magnitude >= 10) {
    std::memcpy(at - 2, &digit_pairs[2 * magnitude], 2);
  } else {
    at[-1] = static_cast<char>('0' + magnitude);
  }
  return end;
}

// Holds the text that is written. The place to write at goes from call to call, and so stays in a register.
class JsonWriter {
 public:
  // How many bytes may be written beyond those that room was made for: all that an object has but strings and lists.
  static constexpr std::size_t slack = 256;

  // Makes room for about `expected_size` bytes at once; the text may grow beyond.
  explicit JsonWriter(std::size_t expected_size) : text_(expected_size + slack, '\0') {}

  [[nodiscard]] char* begin() noexcept { return text_.data(); }

  // The text up to `end`; nothing can be written after it.
  [[nodiscard]] std::string finish(const char* end) && {
    text_.resize(size_up_to(end));
    return std::move(text_);
  }

  // The place to go on at, with room for `size` bytes.
  [[nodiscard]] char* make_room(char* at, std::size_t size) {
    return text_.size() - size_up_to(at) < size + slack ? grow(at, size) : at;
  }

  // Writes a string, and makes the room for it. Null for what is not UTF-8.
  [[nodiscard]] char* string(char* at, std::string_view text) {
    at = make_room(at, text.size() + 2);
    *at = '"';
    if (!copy_plain(at + 1, text)) return escaped_string(at + 1, text);
    at += text.size() + 2;
    at[-1] = '"';
    return at;
  }

 private:
  [[nodiscard]] std::size_t size_up_to(const char* at) const noexcept {
    return static_cast<std::size_t>(at - text_.data());
  }

  [[nodiscard]] char* grow(char* at, std::size_t size) {
    const std::size_t used = size_up_to(at);
    text_.resize(2 * text_.size() + size);
    return text_.data() + used;
  }

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

  // The rest of a string that has bytes that need an escape or a check.
  [[nodiscard]] char* escaped_string(char* at, std::string_view text) {
    for (;;) {
      const char* const special = find_special(text.data(), text.data() + text.size());
      const auto plain = static_cast<std::size_t>(special - text.data());
      at = make_room(at, plain);
      std::memcpy(at, text.data(), plain);
      at += plain;
      text.remove_prefix(plain);
      if (text.empty()) break;
      std::size_t length = 1;
      if (static_cast<unsigned char>(text.front()) < 0x80) {
        at = write_escape(at, text.front());
      } else {
        length = first_code_point(text).length;
        if (length == 0) return nullptr;
        std::memcpy(at, text.data(), length);
        at += length;
      }
      text.remove_prefix(length);
    }
    *at = '"';
    return at + 1;
  }

  static char* write_escape(char* at, char c) noexcept {
    constexpr std::string_view characters = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    *at++ = '\\';
    if (const std::size_t index = characters.find(c); index != std::string_view::npos) {
      *at = letters[index];
      return at + 1;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    at[0] = 'u';
    at[1] = '0';
    at[2] = '0';
    at[3] = digits[byte >> 4];
    at[4] = digits[byte & 0xF];
    return at + 5;
  }

  std::string text_;
};

}  // namespace linode::detail
