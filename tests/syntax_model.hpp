// Where a text breaks the syntax of JSON, by RFC 8259; utf8_test.cpp tests what UTF-8 is. With recursion, so only for
// short texts.
#pragma once

#include <linode/personal_access_token/detail/text/utf8.hpp>

#include <cstddef>
#include <string_view>

// A syntax error is placed at the first byte that cannot continue any document, or at the end of the text. Three errors
// are placed where they begin: a word that is not a literal, bytes that are not UTF-8, and an escape of half a
// character.
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
  bool character() {
    const linode::detail::CodePoint next = linode::detail::first_code_point(text_.substr(at_));
    if (next.size == 0 || next.value < 0x20) return false;
    at_ += next.size;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_document_ = false;
};
