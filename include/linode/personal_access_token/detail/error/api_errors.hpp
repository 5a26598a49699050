// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The entries of an API error response (https://techdocs.akamai.com/linode-api/reference/errors).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// The entries of a response, bounded in number and size.
struct ApiErrorList {
  static constexpr std::size_t max_count = 20;
  static constexpr std::size_t max_size = 500;  // of a reason or a field, in bytes

  std::vector<ApiError> errors = {};
  bool is_shortened = false;  // some were left out
};

// Reads an entry. A string is a reason without a field. An entry without a reason is skipped.
template <class Reader>
LINODE_PAT_COLD std::optional<ApiError> read_api_error(Reader& reader) {
  std::optional<std::string> reason;
  std::optional<std::string> field;
  const auto read_text = [&reader](std::optional<std::string>& out) {
    if (reader.kind() == Kind::string) {
      out = shortened(reader.read_string(), ApiErrorList::max_size);
    } else {
      reader.skip();
    }
  };
  if (reader.kind() != Kind::object) {
    read_text(reason);
  } else {
    for (bool more = reader.enter_object(); more; more = reader.next_member()) {
      const std::string_view name = reader.read_name();
      if (name == "reason") {
        read_text(reason);
      } else if (name == "field") {
        read_text(field);
      } else {
        reader.skip();
      }
    }
  }
  if (!reason) return std::nullopt;
  return ApiError{*std::move(reason), std::move(field)};
}

// Reads the entries of a response, which must be an object without syntax errors.
template <class Reader>
ApiErrorList read_api_errors(Reader reader) {
  ApiErrorList list;
  for (bool more = reader.enter_object(); more; more = reader.next_member()) {
    if (reader.read_name() != "errors" || reader.kind() != Kind::array) {
      reader.skip();
      continue;
    }
    for (bool more_entries = reader.enter_array(); more_entries; more_entries = reader.next_element()) {
      std::optional<ApiError> error = read_api_error(reader);
      if (!error) continue;
      if (list.errors.size() == ApiErrorList::max_count) {
        list.is_shortened = true;
      } else {
        list.errors.push_back(*std::move(error));
      }
    }
  }
  return list;
}

inline std::string message(const ApiErrorList& list) {
  std::string text = "the API returned an error";
  const char* separator = ": ";
  for (const ApiError& error : list.errors) {
    text += separator;
    separator = "; ";
    if (error.field) {
      append_escaped(text, *error.field);
      text += ": ";
    }
    append_escaped(text, error.reason);
  }
  if (list.is_shortened) text += "; \xE2\x80\xA6";
  return text;
}

}  // namespace linode::detail
