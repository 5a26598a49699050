// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The limit of nesting.
#pragma once

#include <cstddef>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

inline constexpr std::size_t max_depth = 512;

[[noreturn]] inline void fail_too_deep(const Cursor& cursor) {
  static_assert(max_depth == 512, "the message names the limit");
  throw Problem{DecodeError::Reason::too_deep, "at most 512 levels of nesting", "a deeper level", cursor.position()};
}

}  // namespace linode::detail
