// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What the reading side found wrong, and where, in words that never quote the input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>

namespace linode::detail {

// Thrown by a reader where the text is not JSON, and collected by the decoder. error_maker.hpp turns it into a
// DecodeError.
struct Problem {
  DecodeError::Reason reason = DecodeError::Reason::syntax;
  const char* expected = nullptr;
  const char* found = nullptr;
  std::size_t position = 0;                  // as the reader counts it
  const std::string_view* member = nullptr;  // for missing_member: its name; `position` is then that of its object
};

inline std::string message(const Problem& problem) {
  return std::string("expected ").append(problem.expected).append(", found ").append(problem.found);
}

// What is wrong with a document, in the order of the text: as many problems as fit the caller's array.
class ProblemList {
 public:
  template <std::size_t size>
  explicit ProblemList(Problem (&room)[size]) noexcept : begin_(room), end_(room), room_end_(room + size) {}

  [[nodiscard]] bool empty() const noexcept { return begin_ == end_; }
  [[nodiscard]] const Problem& front() const noexcept { return *begin_; }
  [[nodiscard]] const Problem* begin() const noexcept { return begin_; }
  [[nodiscard]] const Problem* end() const noexcept { return end_; }

  void clear() noexcept { end_ = begin_; }
  void add(const Problem& problem) noexcept {
    if (end_ != room_end_) *end_++ = problem;
  }
  void assign(const Problem& problem) noexcept {
    clear();
    add(problem);
  }

 private:
  Problem* begin_;
  Problem* end_;
  Problem* room_end_;
};

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
