// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of token.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

LINODE_PAT_INLINE bool operator==(const PersonalAccessToken& a, const PersonalAccessToken& b) {
  return detail::equal_fields(a, b);
}

LINODE_PAT_INLINE bool operator!=(const PersonalAccessToken& a, const PersonalAccessToken& b) { return !(a == b); }

LINODE_PAT_INLINE bool is_truncated(const PersonalAccessToken& token) noexcept {
  constexpr std::size_t shown_by_the_server = 16;
  constexpr std::string_view ellipsis = "...";
  if (!token.token) return false;
  const std::string& text = *token.token;
  if (text.size() <= shown_by_the_server) return true;
  return std::string_view(text).substr(text.size() - ellipsis.size()) == ellipsis;
}

}  // namespace linode
