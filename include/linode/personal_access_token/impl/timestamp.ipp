// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode {

LINODE_PAT_INLINE std::string format_timestamp(detail::TimeArgument time) {
  const std::int64_t microseconds = Timestamp(time).time_since_epoch().count();
  if (!detail::is_writable(microseconds)) throw std::out_of_range(detail::year_out_of_range);
  char text[detail::max_timestamp_size];
  return std::string(text, detail::write_timestamp(text, microseconds));
}

}  // namespace linode
