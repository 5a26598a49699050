/// \file
/// The scalar values of JSON: strings, numbers and literals (RFC 8259 sections 3, 6 and 7).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/find_special.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// What kind of value a byte begins.
inline constexpr auto kind_of_byte = [] {
  std::array<Kind, 256> kinds{};
  kinds['n'] = Kind::null;
  kinds['t'] = kinds['f'] = Kind::boolean;
  for (const char c : {'-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) {
    kinds[static_cast<unsigned char>(c)] = Kind::number;
  }
  kinds['"'] = Kind::string;
  kinds['['] = Kind::array;
  kinds['{'] = Kind::object;
  return kinds;
}();

// A place in a text, and how to read a scalar that starts there.
class JsonScalars {
 public:
  explicit JsonScalars(std::string_view text, std::size_t start = 0) noexcept
      : begin_(text.data()), at_(begin_ + start), end_(begin_ + text.size()) {
    skip_space();
  }

  // Where the reader stands, in bytes from the start of the text.
  [[nodiscard]] std::size_t position() const noexcept { return static_cast<std::size_t>(at_ - begin_); }
  [[nodiscard]] std::size_t remaining() const noexcept { return static_cast<std::size_t>(end_ - at_); }

  // A reader for what comes as long as it is plain, and going on from where that one came to.
  [[nodiscard]] PlainReader plain() const noexcept { return {at_, end_}; }
  void go_to(const PlainReader& reader) noexcept { at_ = reader.at(); }

  // What the next value is. `Kind::none` is for `skip` to complain about.
  [[nodiscard]] Kind kind() const noexcept { return kind_of_byte[static_cast<unsigned char>(peek())]; }

  // A string, when `kind` says that one comes; valid until the next name or string is read.
  [[nodiscard]] std::string_view string() { return read_string(&unescaped_); }

  // A number, when `kind` says that one comes.
  [[nodiscard]] Integer integer() {
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    const char* const first_digit = at_;
    std::uint64_t magnitude = 0;
    for (; at_digit(); ++at_) magnitude = magnitude * 10 + static_cast<std::uint64_t>(*at_ - '0');
    const auto digits = static_cast<std::size_t>(at_ - first_digit);
    check_whole_part(first_digit);
    if (skip_fraction_and_exponent()) return {Integer::Form::fractional, 0};
    // 19 digits cannot wrap around, and a number of 20 is beyond int64 whatever they are.
    constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
    if (digits > 19 || magnitude > largest + (negative ? 1 : 0)) return {Integer::Form::too_large, 0};
    return {Integer::Form::fits, static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude)};
  }

 protected:
  [[nodiscard]] char peek() const noexcept { return at_ != end_ ? *at_ : '\0'; }
  [[nodiscard]] bool at_digit() const noexcept { return at_ != end_ && is_digit(*at_); }

  [[gnu::always_inline]] void skip_space() noexcept {
    if (at_ != end_ && static_cast<unsigned char>(*at_) <= ' ') at_ = end_of_space(at_, end_);
  }

  void pass_string() { static_cast<void>(read_string(nullptr)); }

  void expect_literal(std::string_view literal) {
    if (remaining() < literal.size() || std::memcmp(at_, literal.data(), literal.size()) != 0)
      fail("null, true or false");
    at_ += literal.size();
  }

  [[noreturn]] void fail(const char* expected) const {
    const char* const found = at_ == end_ ? "the end of the text" : describe(*at_);
    throw Fault{{DecodeError::Reason::syntax, expected, found}, position()};
  }

 private:
  void expect_digits() {
    if (!at_digit()) fail("a digit");
    while (at_digit()) ++at_;
  }

  // A whole part has a digit, and no 0 before others.
  void check_whole_part(const char* first_digit) {
    if (at_ == first_digit) fail("a digit");
    if (*first_digit == '0' && at_ - first_digit > 1) {
      at_ = first_digit + 1;
      fail("no digit after a leading 0");
    }
  }

  bool skip_fraction_and_exponent() {
    const char* const start = at_;
    if (peek() == '.') {
      ++at_;
      expect_digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      expect_digits();
    }
    return at_ != start;
  }

  // The result is the text itself where it has no escapes; else `unescaped`, if there is one, holds the string.
  std::string_view read_string(std::string* unescaped) {
    const char* const start = ++at_;
    const char* copied = start;
    if (unescaped != nullptr) unescaped->clear();
    for (;;) {
      at_ = find_special(at_, end_);
      if (peek() == '"') break;
      if (peek() == '\\') {
        const char* const escape = at_;
        char bytes[longest_code_point];
        const auto length = static_cast<std::size_t>(write_code_point(bytes, escaped_code_point()) - bytes);
        if (unescaped != nullptr) unescaped->append(copied, escape).append(bytes, length);
        copied = at_;
      } else if (static_cast<unsigned char>(peek()) >= 0x80) {
        const std::size_t length = first_code_point({at_, remaining()}).length;
        if (length == 0) fail("UTF-8");
        at_ += length;
      } else {
        fail(at_ == end_ ? "a closing quotation mark" : "an escape for a control character");
      }
    }
    const char* const close = at_++;
    if (copied == start || unescaped == nullptr) return {start, static_cast<std::size_t>(close - start)};
    return unescaped->append(copied, close);
  }

  std::uint32_t escaped_code_point() {
    const char* const escape = at_++;
    const char c = peek();
    if (at_ != end_) ++at_;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return static_cast<unsigned char>(c);
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        break;
      default:
        at_ = escape + 1;
        fail("an escape that JSON has");
    }
    const std::uint32_t unit = hex_unit();
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    // A surrogate: the first half of a pair, and the second half right behind it.
    if (unit <= 0xDBFF && remaining() >= 2 && at_[0] == '\\' && at_[1] == 'u') {
      at_ += 2;
      const std::uint32_t low = hex_unit();
      if (0xDC00 <= low && low <= 0xDFFF) return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    at_ = escape;
    fail("both halves of a surrogate pair");
  }

  // The four digits of a \u escape.
  std::uint32_t hex_unit() {
    std::uint32_t unit = 0;
    for (int digit = 0; digit < 4; ++digit, ++at_) {
      const char c = peek();
      const auto lower = static_cast<char>(c | 0x20);
      if (is_digit(c)) {
        unit = unit << 4 | static_cast<std::uint32_t>(c - '0');
      } else if ('a' <= lower && lower <= 'f') {
        unit = unit << 4 | static_cast<std::uint32_t>(lower - 'a' + 10);
      } else {
        fail("four hexadecimal digits");
      }
    }
    return unit;
  }

  const char* begin_;

 protected:
  const char* at_;
  const char* end_;

 private:
  std::string unescaped_;  // the last string that had escapes
};

}  // namespace linode::detail
