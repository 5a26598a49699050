// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The personal access token, the one value that this library is about.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

/// A personal access token as the Linode API v4 shows it. No member is required; an unset one was absent.
///
/// A copy is a plain copy of the members; moving never throws. See
/// https://techdocs.akamai.com/linode-api/reference/get-personal-access-tokens for the meaning of each member.
struct PersonalAccessToken {
  std::optional<Timestamp> created = {};   ///< when it was made; set by the server
  std::optional<Expiry> expiry = {};       ///< when it ends: a time or `Expiry::never()`; set at creation
  std::optional<std::int64_t> id = {};     ///< what it is revoked by; set by the server
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

/// Whether `token` is set and only the start of a secret, useless to authenticate with: at most 16 bytes long, or, in
/// the older form, ending in `...`.
[[nodiscard]] bool is_truncated(const PersonalAccessToken& token) noexcept;

/// Whether a listed token may be the one of this whole secret: its `token` is the secret, or truncated and, without
/// `...`, a start of it that is not empty. The API cannot say which of the listed tokens a request is sent with; with
/// 16 bytes shown, this does. An empty secret matches no token.
[[nodiscard]] bool matches_secret(const PersonalAccessToken& token, std::string_view secret) noexcept;

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/token.ipp>
#endif
