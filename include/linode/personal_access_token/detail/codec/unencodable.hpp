// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Values that have no text form: why, and the exception that names their member.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/json/pointer.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>
#include <linode/personal_access_token/detail/time/timestamp_text.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

// Why a value has no text form, in words; empty if it has one.
inline std::string_view why_unencodable(const std::string& value) noexcept {
  return count_code_points(value) ? "" : "not valid UTF-8";
}
inline std::string_view why_unencodable(Timestamp value) noexcept {
  return is_writable(value.time_since_epoch().count()) ? "" : year_out_of_range;
}
inline std::string_view why_unencodable(Expiry value) noexcept {
  return value.time() ? why_unencodable(*value.time()) : "";
}
// Integers, and lists: an element that has no text form is reported by itself.
template <class Value>
std::string_view why_unencodable(const Value& /*value*/) noexcept {
  return {};
}

// The pointer to a member of the document, or of an element of its member `data`; to the element where `member` is
// empty.
LINODE_PAT_COLD inline std::string member_pointer(std::string_view member, std::optional<std::size_t> element = {}) {
  std::string pointer;
  if (element) {
    append_step(pointer, "data");
    append_step(pointer, *element);
  }
  if (!member.empty()) append_step(pointer, member);
  return pointer;
}

[[noreturn]] LINODE_PAT_COLD inline void throw_unencodable(std::string_view member, std::string_view why,
                                                           std::optional<std::size_t> element = {}) {
  throw std::invalid_argument(member_pointer(member, element).append(": ").append(why));
}

}  // namespace linode::detail
