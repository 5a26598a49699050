// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The personal access token, the main type of this library.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

/// A personal access token as the Linode API v4 shows it. Every member is optional: it is unset if it was absent.
///
/// Moving never throws. For the meaning of each member, see
/// https://techdocs.akamai.com/linode-api/reference/get-personal-access-tokens.
/// \see from_json(), read_tokens() and for_each_token() read tokens; to_json() writes them; create_request() and
///      update_request() make the bodies of requests; to_string() prints them without the secret
struct PersonalAccessToken {
  std::optional<Timestamp> created = {};   ///< when it was created; set by the server
  std::optional<Expiry> expiry = {};       ///< when it ends: a time or `Expiry::never()`; set at creation
  std::optional<std::int64_t> id = {};     ///< its number, for example to revoke it; set by the server
  std::optional<std::string> label = {};   ///< display name, 1 to 100 characters; may be changed at any time
  std::optional<std::string> scopes = {};  ///< what it may do, see `Scopes`; set at creation
  std::optional<std::string> token = {};   ///< the secret: complete only in the creation response, later truncated
};

template <>
struct detail::Fields<PersonalAccessToken> {
  using T = PersonalAccessToken;
  static constexpr std::string_view name = "PersonalAccessToken";
  static constexpr const char* in_words = "a token";
  static constexpr std::tuple table{
      Field{"id", &T::id},
      Field{"scopes", &T::scopes, Settable::at_creation},
      Field{"created", &T::created},
      Field{"label", &T::label, Settable::at_any_time, Print::shown, LengthLimits{1, 100}},
      Field{"token", &T::token, Settable::by_server, Print::redacted},
      Field{"expiry", &T::expiry, Settable::at_creation},
  };
};

/// Whether every member is equal.
[[nodiscard]] bool operator==(const PersonalAccessToken& a, const PersonalAccessToken& b);

/// Whether any member differs.
[[nodiscard]] bool operator!=(const PersonalAccessToken& a, const PersonalAccessToken& b);

/// Whether `token` holds only the start of a secret, which cannot authenticate: at most 16 bytes, or, in the older
/// form, a text that ends in `...`. False if `token` is unset.
[[nodiscard]] bool is_truncated(const PersonalAccessToken& token) noexcept;

/// Whether this listed token may be the one with the complete secret `secret`: its `token` is equal to it, or truncated
/// and, without `...`, a non-empty prefix of it. The API cannot say which of the listed tokens is in use; this can. An
/// empty secret matches no token.
[[nodiscard]] bool matches_secret(const PersonalAccessToken& token, std::string_view secret) noexcept;
bool matches_secret(const PersonalAccessToken& token, std::nullptr_t) = delete;

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/token.ipp>
#endif
