// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What an API error response holds (https://techdocs.akamai.com/linode-api/reference/errors).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// The entries of a response, of which a bounded part is kept whatever the server sends.
class ApiErrorList {
 public:
  static constexpr std::size_t max_count = 20;
  static constexpr std::size_t max_size = 500;  // of a reason or a field, in bytes

  LINODE_PAT_COLD ApiErrorList() : errors_(max_count) {}

  [[nodiscard]] static std::string kept_of(std::string_view text) { return shortened(text, max_size); }

  // An entry without a reason says nothing, and is left out.
  LINODE_PAT_COLD void add(std::optional<std::string> reason, std::optional<std::string> field) {
    if (!reason) return;
    if (count_ == max_count) {
      is_shortened_ = true;
    } else {
      ApiError& error = errors_[count_++];
      error.reason.swap(*reason);  // smaller code than moves
      error.field.swap(field);
    }
  }

  // Line and column 0 are no place in a text.
  LINODE_PAT_COLD [[nodiscard]] DecodeError error(std::size_t line, std::size_t column, std::string path) && {
    while (errors_.size() > count_) errors_.pop_back();
    std::string message = "the API returned an error";
    const char* separator = ": ";
    for (const ApiError& error : errors_) {
      message += separator;
      separator = "; ";
      if (error.field) {
        append_escaped(message, *error.field);
        message += ": ";
      }
      append_escaped(message, error.reason);
    }
    if (is_shortened_) message += "; \xE2\x80\xA6";
    return DecodeError(DecodeError::Reason::api_error, std::move(path), message, line, column, std::move(errors_));
  }

 private:
  std::vector<ApiError> errors_;  // room for all from the start: growing is a kilobyte of code in every program
  std::size_t count_ = 0;         // of those that were added
  bool is_shortened_ = false;
};

}  // namespace linode::detail
