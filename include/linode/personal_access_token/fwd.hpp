// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Names without definitions, for headers that only pass these types on by reference or pointer.
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
