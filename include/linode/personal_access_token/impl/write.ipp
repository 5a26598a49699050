// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <vector>

#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>
#include <linode/personal_access_token/write.hpp>

namespace linode {

LINODE_PAT_INLINE std::string to_json(const PersonalAccessToken& token) { return detail::encode_text(token); }

LINODE_PAT_INLINE std::string to_json(const PersonalAccessTokenPage& page) { return detail::encode_text(page); }

LINODE_PAT_INLINE std::string to_json(const std::vector<PersonalAccessToken>& tokens) {
  return detail::encode_text(tokens);
}

}  // namespace linode
