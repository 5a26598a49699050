/// \file
/// What went wrong, in words that never quote the input.
#pragma once

#include <cstddef>
#include <string>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

// What is wrong with a value, or that nothing is.
struct Mismatch {
  DecodeError::Reason reason{};
  const char* expected = nullptr;
  const char* found = nullptr;

  explicit operator bool() const noexcept { return expected != nullptr; }
};

inline std::string describe(const Mismatch& mismatch) {
  return std::string("expected ") + mismatch.expected + ", found " + mismatch.found;
}

// A mismatch and where it stands, in bytes from the start of the text. The reader throws one where the text is not
// JSON; whoever knows the whole text makes a DecodeError of it.
struct Fault {
  Mismatch mismatch;
  std::size_t position;

  // Whether the reader threw it, and so did not come to the end of the document.
  [[nodiscard]] bool ended_reading() const noexcept {
    return mismatch.reason == DecodeError::Reason::syntax || mismatch.reason == DecodeError::Reason::too_deep;
  }
};

// A byte in words.
constexpr const char* describe(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return "a byte outside ASCII";
  if (byte < 0x20 || byte == 0x7F) return "a control character";
  if (is_digit(c)) return "a digit";
  if (('a' <= byte && byte <= 'z') || ('A' <= byte && byte <= 'Z')) return "a letter";
  switch (c) {
    case '"':
      return "a quotation mark";
    case '{':
    case '[':
      return "an opening bracket";
    case '}':
    case ']':
      return "a closing bracket";
    default:
      return "a punctuation character";
  }
}

}  // namespace linode::detail
