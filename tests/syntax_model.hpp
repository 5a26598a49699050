// Where a text breaks the syntax of JSON, by RFC 8259 alone. With recursion, so only for short texts.
#pragma once

#include <cstddef>
#include <string_view>

// The place of a syntax error is the first byte with which no document goes on, or the end of the text. It is the start
// of a word that is no literal, of a sequence that is not UTF-8, and of a surrogate's escape without its other half.
class SyntaxModel {
 public:
  explicit SyntaxModel(std::string_view text) : text_(text) {
    is_document_ = value() && (static_cast<void>(next("")), at_ == text_.size());
  }
  [[nodiscard]] bool is_document() const { return is_document_; }
  [[nodiscard]] std::size_t place() const { return at_; }

 private:
  static constexpr std::string_view digit = "0123456789";
  static constexpr std::string_view hex_digit = "0123456789abcdefABCDEF";

  [[nodiscard]] bool is(std::string_view any_of) const {
    return at_ < text_.size() && any_of.find(text_[at_]) != std::string_view::npos;
  }
  bool take(std::string_view any_of) { return is(any_of) && ++at_ != 0; }
  bool next(std::string_view any_of) {
    while (take(" \t\n\r")) {
    }
    return take(any_of);
  }
  bool take_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  bool digits() {
    const std::size_t start = at_;
    while (take(digit)) {
    }
    return at_ != start;
  }

  bool value() {
    if (next("{")) return list("}");
    if (take("[")) return list("]");
    if (take("\"")) return string();
    if (take("-") || is(digit)) return number();
    return take_word("null") || take_word("true") || take_word("false");
  }
  bool list(std::string_view end) {
    if (next(end)) return true;
    do {
      if (end == "}" && !(next("\"") && string() && next(":"))) return false;
      if (!value()) return false;
    } while (next(","));
    return take(end);
  }
  bool number() {
    if (!take("0") && !digits()) return false;
    if (take(".") && !digits()) return false;
    return !take("eE") || (static_cast<void>(take("+-")), digits());
  }
  bool string() {
    while (!take("\"")) {
      if (!(take("\\") ? escape() : character())) return false;
    }
    return true;
  }
  bool escape() {
    const std::size_t start = at_ - 1;
    const auto hex_digits = [this] { return take(hex_digit) && take(hex_digit) && take(hex_digit) && take(hex_digit); };
    const auto is_half = [this](std::string_view second) {
      return (text_[at_ - 4] | ' ') == 'd' && second.find(text_[at_ - 3]) != std::string_view::npos;
    };
    if (!take("u")) return take("\"\\/bfnrt");
    if (!hex_digits()) return false;
    bool is_character = !is_half("cdefCDEF");
    if (is_half("89abAB")) {
      is_character = take_word("\\u");
      if (is_character && !hex_digits()) return false;
      is_character = is_character && is_half("cdefCDEF");
    }
    if (!is_character) at_ = start;
    return is_character;
  }
  bool character() {  // RFC 3629, section 4
    const auto byte = [this](std::size_t offset) {
      return at_ + offset < text_.size() ? static_cast<unsigned char>(text_[at_ + offset]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x20 || (first >= 0x80 && first < 0xC2) || first > 0xF4) return false;
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < size; ++i) {
      if (byte(i) < (i == 1 ? least : 0x80) || byte(i) > (i == 1 ? most : 0xBF)) return false;
    }
    at_ += size;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_document_ = false;
};
