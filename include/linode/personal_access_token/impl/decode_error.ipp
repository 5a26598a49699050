// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>

namespace linode {

LINODE_PAT_INLINE bool operator==(const ApiError& a, const ApiError& b) noexcept {
  return a.reason == b.reason && a.field == b.field;
}

LINODE_PAT_INLINE bool operator!=(const ApiError& a, const ApiError& b) noexcept { return !(a == b); }

namespace detail {

LINODE_PAT_COLD inline std::string compose_what(DecodeError::Reason reason, std::string_view path,
                                                std::string_view message, std::size_t line, std::size_t column) {
  std::string text;
  if (line != 0 && reason != DecodeError::Reason::api_error) {
    text = std::to_string(line) + ':' + std::to_string(column) + ": ";
  }
  if (!path.empty()) {
    append_escaped(text, path);
    text += ": ";
  }
  text += message;
  return text;
}

}  // namespace detail

struct DecodeError::Details {
  std::string path;
  std::vector<ApiError> api_errors;
};

LINODE_PAT_INLINE DecodeError::DecodeError() : DecodeError(Reason::syntax, {}, "nothing was decoded") {}

LINODE_PAT_INLINE DecodeError::DecodeError(Reason reason, std::string path, std::string_view message, std::size_t line,
                                           std::size_t column, std::vector<ApiError> api_errors)
    : std::runtime_error(detail::compose_what(reason, path, message, line, column)),
      details_(std::make_shared<const Details>(Details{std::move(path), std::move(api_errors)})),
      reason_(reason),
      line_(line),
      column_(column) {}

LINODE_PAT_INLINE DecodeError::Reason DecodeError::reason() const noexcept { return reason_; }

LINODE_PAT_INLINE const std::string& DecodeError::path() const& noexcept { return details_->path; }

LINODE_PAT_INLINE std::string DecodeError::path() const&& { return details_->path; }

LINODE_PAT_INLINE std::size_t DecodeError::line() const noexcept { return line_; }

LINODE_PAT_INLINE std::size_t DecodeError::column() const noexcept { return column_; }

LINODE_PAT_INLINE const std::vector<ApiError>& DecodeError::api_errors() const& noexcept {
  return details_->api_errors;
}

LINODE_PAT_INLINE std::vector<ApiError> DecodeError::api_errors() const&& { return details_->api_errors; }

}  // namespace linode
