// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// JSON Pointers (RFC 6901). No other file writes one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

inline constexpr std::size_t max_step_size = 200;  // in bytes; longer names are shortened

// Appends the step to a member, with `~` and `/` in its name escaped (section 3).
LINODE_PAT_COLD inline void append_step(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : shortened(name, max_step_size)) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

LINODE_PAT_COLD inline void append_step(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

template <class Step>
void prepend_step(std::string& pointer, Step step) {
  std::string whole;
  append_step(whole, step);
  pointer = whole + pointer;
}

}  // namespace linode::detail
