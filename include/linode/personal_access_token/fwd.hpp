// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Forward declarations, for headers that use these types only by reference or pointer.
#pragma once

namespace linode {

class DecodeError;
class Expiry;
class Scopes;
enum class Access;
enum class Members;
struct ApiError;
struct PersonalAccessToken;
struct PersonalAccessTokenPage;
struct Scope;
struct Violation;

}  // namespace linode
