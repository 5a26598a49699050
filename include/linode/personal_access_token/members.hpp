/// \file
/// How a reader takes members that the documentation does not list.
#pragma once

namespace linode {

/// What an unknown or repeated member of an object is. The API adds members without notice, so tolerance is the
/// default.
enum class Members {
  tolerant,  ///< an unknown member is passed over; of a repeated one the last counts
  strict,    ///< either is an error
};

}  // namespace linode
