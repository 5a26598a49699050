// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

LINODE_PAT_INLINE bool operator==(const PersonalAccessToken& a, const PersonalAccessToken& b) {
  return detail::equal_fields(a, b);
}

LINODE_PAT_INLINE bool operator!=(const PersonalAccessToken& a, const PersonalAccessToken& b) { return !(a == b); }

namespace detail {

inline constexpr std::string_view ellipsis = "...";  // ends a truncated secret in older responses

constexpr bool ends_in_ellipsis(std::string_view text) noexcept {
  return text.size() >= ellipsis.size() && text.substr(text.size() - ellipsis.size()) == ellipsis;
}

}  // namespace detail

LINODE_PAT_INLINE bool is_truncated(const PersonalAccessToken& token) noexcept {
  constexpr std::size_t shown_by_the_server = 16;
  return token.token && (token.token->size() <= shown_by_the_server || detail::ends_in_ellipsis(*token.token));
}

LINODE_PAT_INLINE bool matches_secret(const PersonalAccessToken& token, std::string_view secret) noexcept {
  if (!token.token || secret.empty()) return false;
  std::string_view shown = *token.token;
  if (shown == secret) return true;
  if (!is_truncated(token)) return false;
  if (detail::ends_in_ellipsis(shown)) shown.remove_suffix(detail::ellipsis.size());
  return !shown.empty() && secret.substr(0, shown.size()) == shown;
}

}  // namespace linode
