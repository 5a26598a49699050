// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What the reading side found wrong, and where, in words that never quote the input.
#pragma once

#include <cstddef>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

// The reader throws one where the text is not JSON. Whoever knows the whole text makes a DecodeError of it.
struct Problem {
  DecodeError::Reason reason;
  const char* expected;
  const char* found;
  std::size_t position;  // in bytes from the start of the text
};

// What is wrong with a document, in the order of the text: the first problems of it.
class ProblemList {
 public:
  static constexpr std::size_t max_size = 100;

  ProblemList() noexcept {}  // fills nothing with zeros

  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const Problem& front() const noexcept { return problems_[0]; }
  [[nodiscard]] const Problem* begin() const noexcept { return problems_; }
  [[nodiscard]] const Problem* end() const noexcept { return problems_ + size_; }

  void clear() noexcept { size_ = 0; }
  void add(const Problem& problem) noexcept {
    if (size_ != max_size) problems_[size_++] = problem;
  }
  void assign(const Problem& problem) noexcept {
    clear();
    add(problem);
  }

 private:
  std::size_t size_ = 0;
  Problem problems_[max_size];
};

// A byte in words.
constexpr const char* describe(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return "a non-ASCII byte";
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
