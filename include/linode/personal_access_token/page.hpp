// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// One page of the response to `GET /profile/tokens`.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// One page of a listing. Pages are numbered from 1.
/// \see page_from_json() and for_each_page(), which read it; to_json(), which writes it
struct PersonalAccessTokenPage {
  std::vector<PersonalAccessToken> data = {};  ///< the tokens of this page, in the server's order
  std::optional<std::int64_t> page = {};       ///< the number of this page
  std::optional<std::int64_t> pages = {};      ///< how many pages there are
  std::optional<std::int64_t> results = {};    ///< how many tokens there are on all pages
};

template <>
struct detail::Fields<PersonalAccessTokenPage> {
  using T = PersonalAccessTokenPage;
  static constexpr std::string_view name = "PersonalAccessTokenPage";
  static constexpr const char* in_words = "a page";
  static constexpr std::tuple table{
      Field{"data", &T::data},
      Field{"page", &T::page},
      Field{"pages", &T::pages},
      Field{"results", &T::results},
  };
};

/// Whether more pages exist: `page` and `pages` are set, and `page` is less. If one is unset, nobody can tell: read
/// pages with `Members::complete`, or check. Use it instead of `page < pages`, which is true if only `page` is unset.
[[nodiscard]] bool has_next_page(const PersonalAccessTokenPage& page) noexcept;

/// Whether every member is equal.
[[nodiscard]] bool operator==(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b);

/// Whether any member differs.
[[nodiscard]] bool operator!=(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/page.ipp>
#endif
