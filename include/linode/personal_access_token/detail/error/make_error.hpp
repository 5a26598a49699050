// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Makes the DecodeErrors of the Problems in a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/error/location.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

LINODE_PAT_COLD inline std::string message(const Problem& problem) {
  return std::string("expected ") + problem.expected + ", found " + problem.found;
}

// Where a document stands in its text, and the text in its stream.
struct DocumentPlace {
  std::size_t start = 0;    // in bytes from the start of the text
  std::string pointer;      // to the document
  LineColumn text_start{};  // of the text
};

// Makes the errors for the problems of one document, which come in the order of the text.
class ErrorMaker {
 public:
  explicit ErrorMaker(std::string_view text, DocumentPlace document = {})
      : text_(text), document_(std::move(document)), location_(document_.text_start), finder_(text, document_.start) {}

  LINODE_PAT_COLD [[nodiscard]] DecodeError make(const Problem& problem) {
    location_.advance(text_.substr(located_, problem.position - located_));
    located_ = problem.position;
    std::string path = document_.pointer + finder_.find(problem.position);
    if (problem.reason == DecodeError::Reason::api_error) {
      return read_api_errors(text_, problem.position).error(location_.line, location_.column, std::move(path));
    }
    return DecodeError(problem.reason, std::move(path), message(problem), location_.line, location_.column);
  }

 private:
  std::string_view text_;
  DocumentPlace document_;
  LineColumn location_;  // of the last problem, which stands here:
  std::size_t located_ = 0;
  PathFinder finder_;
};

// The error for the first problem of a document in a sequence: its path starts with the number of the document, except
// in a sequence of one, which is the first document, read to its end, with no more documents behind it.
LINODE_PAT_COLD inline DecodeError make_error_in_sequence(const Problem& problem, std::string_view text,
                                                          std::size_t document_start, std::size_t document_index,
                                                          bool more_documents, LineColumn text_start = {}) {
  std::string pointer;
  if (document_index > 0 || (more_documents && !problem.ended_reading())) append_step(pointer, document_index);
  return ErrorMaker(text, {document_start, std::move(pointer), text_start}).make(problem);
}

}  // namespace linode::detail
