// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Makes the DecodeErrors of the Problems in a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/api_error_response.hpp>
#include <linode/personal_access_token/detail/error/path_finder.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/text/line_column.hpp>

namespace linode::detail {

// Where a document stands in its text, and the text in its stream.
struct DocumentPlace {
  std::size_t start = 0;    // in bytes from the start of the text
  std::string pointer;      // to the document
  LineColumn text_start{};  // of the text
};

// The path of an error in a document of a sequence starts with the number of the document, unless it is the first and
// no other is known to follow.
inline DocumentPlace place_in_sequence(std::size_t start, std::size_t index, bool others_follow) {
  DocumentPlace place{start, {}, {}};
  if (index > 0 || others_follow) append_step(place.pointer, index);
  return place;
}

// Makes the errors for the problems of one document, which come in the order of the text.
class ErrorMaker {
 public:
  explicit ErrorMaker(std::string_view text, DocumentPlace document = {})
      : text_(text), document_(std::move(document)), location_(document_.text_start), finder_(text, document_.start) {}

  [[nodiscard]] DecodeError make(const Problem& problem) {
    location_.advance(text_.substr(located_, problem.position - located_));
    located_ = problem.position;
    std::string path = document_.pointer + finder_.find(problem.position);
    if (problem.reason == DecodeError::Reason::api_error) {
      return api_errors_in(text_, problem.position).error(location_.line, location_.column, std::move(path));
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

// The error for one problem of a document. A call, so that reading has no room for what finding its path takes.
inline DecodeError make_error(const Problem& problem, std::string_view text, DocumentPlace document = {}) {
  return ErrorMaker(text, std::move(document)).make(problem);
}

}  // namespace linode::detail
