// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads an API error response.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>

namespace linode::detail {

LINODE_PAT_COLD inline void read_api_error(JsonReader& reader, ApiErrorList& list) {
  std::optional<std::string> reason;
  std::optional<std::string> field;
  for (bool more = reader.enter_object(); more; more = reader.next_member()) {
    const std::string_view name = reader.read_name();
    std::optional<std::string>* const member = name == "reason" ? &reason : name == "field" ? &field : nullptr;
    if (member != nullptr && reader.kind() == Kind::string) {
      *member = ApiErrorList::kept_of(reader.read_string());
    } else {
      reader.skip();
    }
  }
  list.add(std::move(reason), std::move(field));
}

// Reads the entries of a response: an object that starts at `start` and is known to be JSON. An entry that is a string
// is a reason.
LINODE_PAT_COLD inline ApiErrorList api_errors_in(std::string_view text, std::size_t start) {
  ApiErrorList list;
  JsonReader reader(text, start);
  for (bool more = reader.enter_object(); more; more = reader.next_member()) {
    if (reader.read_name() != "errors" || reader.kind() != Kind::array) {
      reader.skip();
      continue;
    }
    for (bool more_entries = reader.enter_array(); more_entries; more_entries = reader.next_element()) {
      if (reader.kind() == Kind::object) {
        read_api_error(reader, list);
      } else if (reader.kind() == Kind::string) {
        list.add(ApiErrorList::kept_of(reader.read_string()), {});
      } else {
        reader.skip();
      }
    }
  }
  return list;
}

}  // namespace linode::detail
