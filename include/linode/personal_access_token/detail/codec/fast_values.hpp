/// \file
/// The values that a plain member has, by its type. What these do not take, the value rules decide.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/timestamp.hpp>

namespace linode::detail {

// Each gives false, and leaves `out` as it is, for a value of another form.

[[nodiscard, gnu::always_inline]] inline bool decode_plain(PlainReader& reader, std::optional<std::string>& out) {
  std::string_view text;
  if (!reader.string(text)) return false;
  out.emplace(text);
  return true;
}

[[nodiscard, gnu::always_inline]] inline bool decode_plain(PlainReader& reader, std::optional<std::int64_t>& out) {
  std::int64_t number = 0;
  if (!reader.integer(number)) return false;
  out = number;
  return true;
}

template <class Time>
[[nodiscard, gnu::always_inline]] inline bool decode_plain_time(PlainReader& reader, std::optional<Time>& out) {
  std::string_view text;
  if (!reader.quoted(shortest_timestamp, text)) return false;
  const ParsedTime time = parse_time(text);
  if (!time) return false;
  out = *time;
  return true;
}

[[nodiscard, gnu::always_inline]] inline bool decode_plain(PlainReader& reader, std::optional<Timestamp>& out) {
  return decode_plain_time(reader, out);
}

[[nodiscard, gnu::always_inline]] inline bool decode_plain(PlainReader& reader, std::optional<Expiry>& out) {
  if (!reader.null()) return decode_plain_time(reader, out);
  out = Expiry::never();
  return true;
}

// A list is not plain.
template <class Element>
bool decode_plain(PlainReader& /*reader*/, std::vector<Element>& /*out*/) {
  return false;
}

}  // namespace linode::detail
