// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Makes the DecodeErrors of the Problems in a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/error/location.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

inline std::string message(const Problem& problem) {
  return std::string("expected ") + problem.expected + ", found " + problem.found;
}

// Where a document stands in its text, and the text in its stream.
struct DocumentPlace {
  std::size_t start = 0;    // in bytes from the start of the text
  std::string pointer;      // to the document
  LineColumn text_start{};  // of the text
};

// The errors for the problems of one document, which are in the order of the text.
inline std::vector<DecodeError> make_errors(const std::vector<Problem>& problems, std::string_view text,
                                            const DocumentPlace& document = {}) {
  std::vector<std::size_t> positions;
  positions.reserve(problems.size());
  for (const Problem& problem : problems) positions.push_back(problem.position);
  const std::vector<std::string> paths = PathFinder::find(text, document.start, positions);
  std::vector<DecodeError> errors;
  LineColumn location = document.text_start;
  std::size_t located = 0;
  for (std::size_t index = 0; index < problems.size(); ++index) {
    const Problem& problem = problems[index];
    location.advance(text.substr(located, problem.position - located));
    located = problem.position;
    std::string path = document.pointer + paths[index];
    if (problem.reason == DecodeError::Reason::api_error) {
      errors.push_back(read_api_errors(text, problem.position).error(location.line, location.column, std::move(path)));
    } else {
      errors.emplace_back(problem.reason, std::move(path), message(problem), location.line, location.column);
    }
  }
  return errors;
}

// The pointer to a document in a sequence: its number, except in a sequence of one, which is the first document, read
// to its end, with no more documents behind it.
inline std::string document_pointer(const Problem& problem, std::size_t document_index, bool more_documents) {
  std::string pointer;
  if (document_index > 0 || (more_documents && !problem.ended_reading())) append_step(pointer, document_index);
  return pointer;
}

}  // namespace linode::detail
