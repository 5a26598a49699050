// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What an API error response holds (https://techdocs.akamai.com/linode-api/reference/errors).
#pragma once

#include <cstddef>
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

  ApiErrorList() : errors_(max_count + 1) {}

  // Starts an entry, which is then given what it has.
  void start_entry() noexcept {
    errors_[count_].reason.clear();
    errors_[count_].field.reset();
    has_reason_ = false;
  }
  void set_reason(std::string_view text) {
    shortened(text, max_size).swap(errors_[count_].reason);  // smaller code than a move
    has_reason_ = true;
  }
  void set_field(std::string_view text) { errors_[count_].field.emplace(shortened(text, max_size)); }

  // Without a reason the entry says nothing, and is left out.
  void end_entry() noexcept {
    if (!has_reason_) return;
    if (count_ == max_count) {
      is_shortened_ = true;
    } else {
      ++count_;
    }
  }

  // Line and column 0 are no place in a text.
  [[nodiscard]] DecodeError error(std::size_t line, std::size_t column, std::string path) && {
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
  // Room for all from the start, as growing is a kilobyte of code in every program; and for one that is left out.
  std::vector<ApiError> errors_;
  std::size_t count_ = 0;      // of those that are kept
  bool has_reason_ = false;    // the entry behind them
  bool is_shortened_ = false;  // there were more
};

}  // namespace linode::detail
