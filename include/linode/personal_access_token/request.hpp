// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The bodies of requests that create or change a token.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <string>
#include <vector>

#include <linode/personal_access_token/token.hpp>

namespace linode {

/// One reason why a token cannot be sent.
struct Violation {
  std::string path;     ///< the member, as a JSON Pointer: `/label`
  std::string message;  ///< what is wrong with it, without quoting it
};

/// The request a token is sent with.
enum class Request {
  create,  ///< `POST /profile/tokens`
  update,  ///< `PUT /profile/tokens/{id}`
};

/// Why a token cannot be sent: at most one violation for each member, in the order of the members; empty if
/// `create_request`, or `update_request`, accepts it.
///
/// A label must have 1 to 100 characters, counted as Unicode code points. Strings must be UTF-8. An expiry must not be
/// before the year 0000; one after 9999 is `Expiry::never()`. To create a token, `scopes` and `expiry` must be set: by
/// the API's defaults, the new token would have all scopes of the calling token and never end. `"*"` and
/// `Expiry::never()` ask for that explicitly. Every part of the scopes must be recognized, and they must grant
/// something. To update a token, `label` must be set. Members that are not sent are not checked.
[[nodiscard]] std::vector<Violation> violations(const PersonalAccessToken& token, Request request);

/// The body of `POST /profile/tokens`: expiry and scopes, and the label if it is set.
/// https://techdocs.akamai.com/linode-api/reference/post-personal-access-token
///
/// An expiry is sent in whole seconds, rounded down, as other clients of this API send it; `never()` is sent as `null`.
///
/// \throws std::invalid_argument naming every violation
[[nodiscard]] std::string create_request(const PersonalAccessToken& token);

/// The body of `PUT /profile/tokens/{id}`: the label, the only member that can be changed.
/// https://techdocs.akamai.com/linode-api/reference/put-personal-access-token
/// \throws std::invalid_argument naming every violation
[[nodiscard]] std::string update_request(const PersonalAccessToken& token);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/request.ipp>
#endif
