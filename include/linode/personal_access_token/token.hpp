/// \file
/// The personal access token, the one value that this library is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

/// A personal access token as the Linode API v4 shows it. No member is required; an unset one was absent.
///
/// A copy is a plain copy of the members; moving never throws. What each member means is from
/// https://techdocs.akamai.com/linode-api/reference/get-personal-access-tokens.
struct PersonalAccessToken {
  std::optional<Timestamp> created;   ///< when it was made; set by the server
  std::optional<Expiry> expiry;       ///< when it ends: a time or `Expiry::never()`; set at creation
  std::optional<std::int64_t> id;     ///< what it is revoked by; set by the server
  std::optional<std::string> label;   ///< its name for people, 1 to 100 characters; the one member that can be changed
  std::optional<std::string> scopes;  ///< what it may do, see `Scopes`; set at creation
  std::optional<std::string> token;  ///< the secret: whole in the answer to its creation, later its first 16 characters
};

template <>
struct detail::Fields<PersonalAccessToken> {
  using T = PersonalAccessToken;
  static constexpr std::tuple table{
      Field{"created", &T::created},
      Field{"expiry", &T::expiry, Sent::on_create},
      Field{"id", &T::id},
      Field{"label", &T::label, Sent::on_create_and_update, Print::shown, Length{1, 100}},
      Field{"scopes", &T::scopes, Sent::on_create},
      Field{"token", &T::token, Sent::never, Print::hidden},
  };
};

/// Whether every member is equal.
[[nodiscard]] inline bool operator==(const PersonalAccessToken& a, const PersonalAccessToken& b) {
  return detail::equal_fields(a, b);
}

/// Whether any member differs.
[[nodiscard]] inline bool operator!=(const PersonalAccessToken& a, const PersonalAccessToken& b) { return !(a == b); }

/// Whether `token` is set and at most 16 bytes long: no secret to authenticate with, only the start of one.
[[nodiscard]] inline bool is_truncated(const PersonalAccessToken& token) noexcept {
  constexpr std::size_t shown_by_the_server = 16;
  return token.token && token.token->size() <= shown_by_the_server;
}

}  // namespace linode
