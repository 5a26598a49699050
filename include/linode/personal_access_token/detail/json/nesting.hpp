// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The limit of nesting.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/cursor.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

inline constexpr std::size_t max_depth = 512;

// The limit in words, for the message.
inline constexpr auto max_depth_in_words = [] {
  constexpr std::string_view before = "at most ";
  constexpr std::string_view after = " levels of nesting";
  std::size_t unit = 1;
  while (max_depth / unit >= 10) unit *= 10;
  std::array<char, before.size() + 20 + after.size() + 1> words{};
  std::size_t size = 0;
  for (const char c : before) words[size++] = c;
  for (; unit != 0; unit /= 10) words[size++] = static_cast<char>('0' + max_depth / unit % 10);
  for (const char c : after) words[size++] = c;
  return words;
}();

[[noreturn]] LINODE_PAT_COLD inline void fail_too_deep(const Cursor& cursor) {
  throw Problem{DecodeError::Reason::too_deep, max_depth_in_words.data(), "a deeper level", cursor.position()};
}

}  // namespace linode::detail
