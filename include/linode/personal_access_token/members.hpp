// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// How unknown and duplicate members of an object are handled.
#pragma once

namespace linode {

/// How unknown and duplicate members of an object are handled. The API adds members without notice, so tolerance is the
/// default.
enum class Members {
  tolerant,  ///< an unknown member is ignored, and the last of duplicate members wins
  strict,    ///< either is an error
};

}  // namespace linode
