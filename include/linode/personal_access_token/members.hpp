// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The choice between tolerant, strict and complete reading.
#pragma once

namespace linode {

/// How unknown, duplicate and missing members of an object are handled. The default is tolerant, because the API adds
/// members without notice.
enum class Members {
  tolerant,  ///< an unknown member is ignored, the last of duplicate members counts, and an absent one is unset
  strict,    ///< an unknown or duplicate member is an error
  complete,  ///< tolerant, but each documented member must be present, and only `expiry` may be `null`: `*token.id` is
             ///< then safe
};

}  // namespace linode
