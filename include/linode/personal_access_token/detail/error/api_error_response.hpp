// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads an API error response.
#pragma once

#include <cstddef>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/api_errors.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>

namespace linode::detail {

inline void read_api_error(JsonReader& reader, ApiErrorList& list) {
  for (bool more = reader.enter_object(); more; more = reader.next_member()) {
    const std::string_view name = reader.read_name();
    const bool is_reason = name == "reason";
    if ((!is_reason && name != "field") || reader.kind() != Kind::string) {
      reader.skip();
    } else if (is_reason) {
      list.set_reason(reader.read_string());
    } else {
      list.set_field(reader.read_string());
    }
  }
}

// Reads the entries of a response: an object that starts at `start` and is known to be JSON. An entry that is a string
// is a reason.
inline ApiErrorList api_errors_in(std::string_view text, std::size_t start) {
  ApiErrorList list;
  JsonReader reader(text, start);
  for (bool more = reader.enter_object(); more; more = reader.next_member()) {
    if (reader.read_name() != "errors" || reader.kind() != Kind::array) {
      reader.skip();
      continue;
    }
    for (bool more_entries = reader.enter_array(); more_entries; more_entries = reader.next_element()) {
      list.start_entry();
      if (reader.kind() == Kind::object) {
        read_api_error(reader, list);
      } else if (reader.kind() == Kind::string) {
        list.set_reason(reader.read_string());
      } else {
        reader.skip();
      }
      list.end_entry();
    }
  }
  return list;
}

}  // namespace linode::detail
