// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/page.hpp>

namespace linode {

LINODE_PAT_INLINE bool has_next_page(const PersonalAccessTokenPage& page) noexcept {
  return page.page && page.pages && *page.page < *page.pages;
}

LINODE_PAT_INLINE bool operator==(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b) {
  return detail::equal_fields(a, b);
}

LINODE_PAT_INLINE bool operator!=(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b) {
  return !(a == b);
}

}  // namespace linode
