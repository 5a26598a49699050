// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Turns the problems of a document into DecodeErrors.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/error/line_column.hpp>
#include <linode/personal_access_token/detail/error/path_finder.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

// Where a document is.
struct DocumentPlace {
  std::string pointer = {};    // to the document
  LineColumn text_start = {};  // of the text that contains it
};

// The path of an error starts with the number of the document in its sequence, unless it is the first and no other is
// known to follow.
inline DocumentPlace place_in_sequence(std::size_t index, bool others_follow) {
  DocumentPlace place;
  if (index > 0 || others_follow) append_step(place.pointer, index);
  return place;
}

// Makes the errors of one document. The reader must be at its start, and the problems must come in the order of the
// document.
template <class Reader>
class ErrorMaker {
 public:
  explicit ErrorMaker(const Reader& document, const DocumentPlace& place = {})
      : document_(document),
        pointer_(place.pointer),
        location_(Reader::is_text ? place.text_start : LineColumn{0, 0}),
        finder_(document) {}

  [[nodiscard]] LINODE_PAT_COLD DecodeError make(const Problem& problem) {
    location_.advance(document_.text_between(located_, problem.position));
    located_ = problem.position;
    std::string path = pointer_ + finder_.find(problem.position);
    if (problem.member != nullptr) append_step(path, *problem.member);
    if (problem.reason != DecodeError::Reason::api_error) {
      return DecodeError(problem.reason, std::move(path), message(problem), location_.line, location_.column);
    }
    ApiErrorList list = read_api_errors(document_);
    const std::string text = message(list);
    return DecodeError(problem.reason, std::move(path), text, location_.line, location_.column, std::move(list.errors));
  }

 private:
  Reader document_;
  std::string pointer_;
  LineColumn location_;  // of the last problem, which is at `located_`
  std::size_t located_ = 0;
  PathFinder<Reader> finder_;
};

}  // namespace linode::detail
