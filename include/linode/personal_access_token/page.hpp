/// \file
/// One answer of `GET /profile/tokens`.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// One page of a listing. Pages count from 1; `page < pages` says that there is more to ask for.
struct PersonalAccessTokenPage {
  std::vector<PersonalAccessToken> data;  ///< the tokens of this page, in the server's order
  std::optional<std::int64_t> page;       ///< the number of this page
  std::optional<std::int64_t> pages;      ///< how many pages there are
  std::optional<std::int64_t> results;    ///< how many tokens there are on all pages
};

template <>
struct detail::Fields<PersonalAccessTokenPage> {
  using T = PersonalAccessTokenPage;
  static constexpr std::tuple table{
      Field{"data", &T::data},
      Field{"page", &T::page},
      Field{"pages", &T::pages},
      Field{"results", &T::results},
  };
};

/// Whether every member is equal.
[[nodiscard]] inline bool operator==(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b) {
  return detail::equal_fields(a, b);
}

/// Whether any member differs.
[[nodiscard]] inline bool operator!=(const PersonalAccessTokenPage& a, const PersonalAccessTokenPage& b) {
  return !(a == b);
}

}  // namespace linode
