// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The version of this library; CMake reads it from here.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#define LINODE_PAT_VERSION_MAJOR 1  ///< the first part of the version, for `#if`
#define LINODE_PAT_VERSION_MINOR 0  ///< the second part
#define LINODE_PAT_VERSION_PATCH 0  ///< the third part

namespace linode {

/// A semantic version (https://semver.org).
struct Version {
  int major_version;  ///< changes when a program that compiled may stop compiling
  int minor_version;  ///< changes with every addition
  int patch_version;  ///< changes with every fix
};

/// The version of these headers, which the preprocessor has as `LINODE_PAT_VERSION_MAJOR`, `LINODE_PAT_VERSION_MINOR`
/// and `LINODE_PAT_VERSION_PATCH`.
inline constexpr Version personal_access_token_version{LINODE_PAT_VERSION_MAJOR, LINODE_PAT_VERSION_MINOR,
                                                       LINODE_PAT_VERSION_PATCH};

}  // namespace linode
