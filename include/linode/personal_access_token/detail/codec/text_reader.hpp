// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The reader of a text for the decoder: a JsonReader with a fast path.
#pragma once

#include <cstddef>
#include <string_view>

#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/codec/fast_members.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>

namespace linode::detail {

class TextReader : public JsonReader {
 public:
  using JsonReader::JsonReader;

  // Estimated elements left in a listing, for elements of the size that servers write.
  [[nodiscard]] std::size_t estimated_count() const noexcept {
    constexpr std::size_t ordinary_size = 160;
    return cursor().remaining() / ordinary_size + 1;
  }

  // Reads members for as long as the fast path takes them. Returns true after a member, and false before one that the
  // general functions must read.
  template <class Object>
  LINODE_PAT_ALWAYS_INLINE bool try_members(Object& out, FieldBits& seen) {
    FastMembers<Object> members(cursor(), out, seen);
    const bool is_read = members.read([this](FastReader& reader) { return try_skip_unknown(reader); });
    resume_at(members.pos());
    return is_read;
  }

 private:
  // Skips an unknown member, unless it marks the document as a page or an API error response. Leaves the cursor
  // unchanged on false. FastMembers has compared the name with those of all fields.
  LINODE_PAT_ALWAYS_INLINE bool try_skip_unknown(FastReader& reader) const {
    const char* const end = end_of_unknown(reader.pos());
    if (end == nullptr) return false;
    reader.resume_at(end);
    return true;
  }

  // The end of such a member at `pos`, or null for any other. Not inlined: most members are known.
  [[nodiscard]] LINODE_PAT_NOINLINE const char* end_of_unknown(const char* pos) const {
    FastReader ahead(cursor());
    ahead.resume_at(pos);
    std::string_view name;
    if (!ahead.try_any_name(name)) return nullptr;
    const Kind kind = ahead.kind();
    if (is_page_member(name, kind) || is_api_error_member(name, kind)) return nullptr;
    if (ahead.try_null()) return ahead.pos();  // faster than after_value
    return after_value(ahead.pos());
  }
};

}  // namespace linode::detail
