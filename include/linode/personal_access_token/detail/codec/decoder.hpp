// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The decoder: reads the documents of a text as tokens and pages, and collects what does not fit the schema. The
/// syntax of JSON is the reader's, which value fits which member the value rules'.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/fast_members.hpp>
#include <linode/personal_access_token/detail/codec/value_rules.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode::detail {

template <class Object, std::size_t... index>
constexpr std::size_t index_of_field(std::string_view name, std::index_sequence<index...> /*all*/) noexcept {
  std::size_t found = 0;
  static_cast<void>(((name == field<Object, index>.name || (++found, false)) || ...));
  return found;
}

// The index of the field of this name, or the number of fields if there is none.
template <class Object>
constexpr std::size_t index_of_field(std::string_view name) noexcept {
  return index_of_field<Object>(name, std::make_index_sequence<field_count<Object>>());
}

inline constexpr std::size_t index_of_data = index_of_field<PersonalAccessTokenPage>("data");
static_assert(index_of_data < field_count<PersonalAccessTokenPage>);

// What tells a page from a token, in every reader: the member `data`, an array or null.
inline bool is_page_member(std::string_view name, Kind kind) noexcept {
  return name == "data" && (kind == Kind::array || kind == Kind::null);
}

// What tells an API error response from either: the member `errors`, an array.
inline bool is_api_error_member(std::string_view name, Kind kind) noexcept {
  return name == "errors" && kind == Kind::array;
}

inline Problem api_error(std::size_t position) noexcept {
  return {DecodeError::Reason::api_error, "a token or a page", "an API error response", position};
}
inline Problem page_for_token(std::size_t position) noexcept {
  return {DecodeError::Reason::wrong_type, "a token", "a page, an object with a member data", position};
}
inline Problem object_without_data(std::size_t position) noexcept {
  return {DecodeError::Reason::wrong_type, "a page", "an object without a member data", position};
}
inline Problem unknown_member(std::size_t position) noexcept {
  return {DecodeError::Reason::unknown_member, "a documented member", "an unknown member", position};
}

// Decodes the documents of a text, one after another.
class Decoder {
 public:
  template <std::size_t max_problems>
  Decoder(std::string_view text, Members members, Problem (&room)[max_problems]) noexcept
      : text_(text), reader_(text), is_strict_(members == Members::strict), problems_(room) {}

  // Where the next document starts, or the last one ended.
  [[nodiscard]] std::size_t position() const noexcept { return reader_.position(); }
  [[nodiscard]] bool at_end() noexcept { return reader_.at_end(); }

  // How many tokens the rest of the text may hold, if they are of the size that servers write.
  [[nodiscard]] std::size_t estimated_token_count() const noexcept {
    constexpr std::size_t ordinary_size = 160;
    return reader_.remaining() / ordinary_size + 1;
  }

  // Reads a text that is one document. Returns whether there was no problem.
  template <class Object>
  [[nodiscard]] bool read_single_document(Object& out) {
    return read_document([&] {
      read_object(Level::top, out);
      reader_.expect_end();
    });
  }

  // Reads the next document of a sequence, in any of the shapes that hold tokens. Its tokens replace those of
  // `out.data` from the index `first_token` on, in their storage; the other members of `out` are set if it is a page,
  // and unset if it is none. Returns whether there was no problem.
  [[nodiscard]] bool read_next_document(PersonalAccessTokenPage& out, std::size_t first_token) {
    first_token_ = first_token;
    return read_document([&] {
      if (reader_.kind() == Kind::array) {
        read_elements(out.data);
      } else if (reader_.kind() != Kind::object) {
        report(wrong_type("an object or an array", reader_));
      } else if (!try_single_token(out)) {
        read_object(Level::top, out);
        return;
      }
      unset_all_but(0, out);
    });
  }

  // What is wrong with the last document; after one with problems, no other may be read. One problem of the whole
  // document stands alone: it is not JSON, or of another kind than was asked for.
  [[nodiscard]] const ProblemList& problems() const noexcept { return problems_; }

 private:
  enum class Level { nested, top, top_of_any_shape };

  template <class Read>
  bool read_document(Read&& read) {
    try {
      read();
    } catch (const Problem& problem) {
      problems_.assign(problem);
    }
    return problems_.empty();
  }

  LINODE_PAT_COLD void report(const Problem& problem) noexcept {
    if (!document_is_wrong_) problems_.add(problem);
  }

  // What is wrong with the whole document stands in place of all else, and an API error response before anything.
  LINODE_PAT_COLD void report_document(const Problem& problem) noexcept {
    if (document_is_wrong_ && problem.reason != DecodeError::Reason::api_error) return;
    problems_.assign(problem);
    document_is_wrong_ = true;
  }

  template <class Object>
  void read_object(Level level, Object& out) {
    if (reader_.kind() == Kind::object) {
      static_cast<void>(read_members(level, out));
    } else {
      report(wrong_type("an object", reader_));
    }
  }

  // Reads an object member by member. Returns false, having read a part of it, if it may be of any shape and has proved
  // to be a page.
  template <class Object>
  [[nodiscard]] bool read_members(Level level, Object& out) {
    const std::size_t start = position();
    FieldBits seen = 0;
    for (bool more = reader_.enter_object(); more; more = reader_.next_member()) {
      if (!is_strict_ && try_fast_members(out, seen)) continue;
      const std::size_t name_position = position();
      const std::string_view name = reader_.read_name();
      const std::size_t found = index_of_field<Object>(name);
      if (is_strict_) check_member(name_position, found == field_count<Object>, (seen & field_bit(found)) != 0);
      if (found < field_count<Object>) {
        seen |= field_bit(found);
        read_field(out, found);
        continue;
      }
      if (level != Level::nested) {
        const Kind kind = reader_.kind();
        if (is_api_error_member(name, kind)) report_document(api_error(start));
        if (std::is_same_v<Object, PersonalAccessToken> && is_page_member(name, kind)) {
          if (level == Level::top_of_any_shape) return false;
          report_document(page_for_token(start));
        }
      }
      reader_.skip();
    }
    if constexpr (std::is_same_v<Object, PersonalAccessTokenPage>) {
      if ((seen & field_bit(index_of_data)) == 0) report_document(object_without_data(start));
    }
    if (seen != all_fields<Object>) unset_all_but(seen, out);
    return true;
  }

  template <class Object>
  void read_field(Object& out, std::size_t found) {
    std::size_t index = 0;
    for_each_field<Object>([&](const auto& field) {
      if (index++ == found) read_value(out.*field.member);
    });
  }

  // Reads members for as long as the fast path takes them. Returns true if the cursor is after a member, false if it is
  // before one, which the general reader then reads.
  template <class Object>
  LINODE_PAT_ALWAYS_INLINE bool try_fast_members(Object& out, FieldBits& seen) {
    FastReader reader = reader_.fast_reader();
    for (;;) {
      const bool is_read = try_fast_member(reader, out, seen) || try_skip_unknown<Object>(reader);
      if (!is_read || !reader.try_comma()) {
        reader_.resume_at(reader);
        return is_read;
      }
    }
  }

  // Skips an unknown member, unless it marks the document as a page or an API error response. Leaves the cursor
  // unchanged on false.
  template <class Object>
  LINODE_PAT_ALWAYS_INLINE bool try_skip_unknown(FastReader& reader) const {
    const char* const end = end_of_unknown<Object>(reader.pos());
    if (end == nullptr) return false;
    reader.resume_at(end);
    return true;
  }

  // The end of such a member that starts at `pos`; nullptr for any other. A call, to which a position goes in a
  // register and a FastReader would not.
  template <class Object>
  [[nodiscard]] LINODE_PAT_NOINLINE const char* end_of_unknown(const char* pos) const {
    FastReader ahead = reader_.fast_reader_at(pos);
    std::string_view name;
    if (!ahead.try_any_name(name) || index_of_field<Object>(name) < field_count<Object>) return nullptr;
    const Kind kind = ahead.kind();
    if (is_page_member(name, kind) || is_api_error_member(name, kind)) return nullptr;
    return reader_.after_value(ahead.pos());
  }

  // What strict reading adds: each member is known, and occurs once.
  LINODE_PAT_COLD void check_member(std::size_t position, bool is_unknown, bool is_seen) noexcept {
    if (is_unknown) {
      report(unknown_member(position));
    } else if (is_seen) {
      report({DecodeError::Reason::duplicate_member, "unique member names", "a duplicate", position});
    }
  }

  template <class Value>
  void read_value(std::optional<Value>& out) {
    if (const std::optional<Problem> problem = decode(reader_, out)) report(*problem);
  }

  // `null` counts as an empty array.
  void read_value(std::vector<PersonalAccessToken>& out) {
    switch (reader_.kind()) {
      case Kind::array:
        read_elements(out);
        return;
      case Kind::null:
        reader_.skip();
        drop_tokens(first_token_, out);
        return;
      default:
        report(wrong_type("an array", reader_));
    }
  }

  void read_elements(std::vector<PersonalAccessToken>& out) {
    // Copied for each element: emplace_back() would fill all of an element with zeros first, which takes GCC as long as
    // an eighth of what reading it does.
    const PersonalAccessToken unset;
    if (out.empty()) out.reserve(estimated_token_count());
    std::size_t size = first_token_;
    for (bool more = reader_.enter_array(); more; more = reader_.next_element()) {
      if (size == out.size()) out.push_back(unset);
      read_object(Level::nested, out[size++]);
    }
    drop_tokens(size, out);
  }

  static void drop_tokens(std::size_t from, std::vector<PersonalAccessToken>& tokens) noexcept {
    while (tokens.size() > from) tokens.pop_back();
  }

  // Reads an object as a token. Returns false, and is back at its start, if it has proved to be a page.
  [[nodiscard]] bool try_single_token(PersonalAccessTokenPage& out) {
    const std::size_t start = position();
    if (out.data.size() == first_token_) out.data.emplace_back();
    if (read_members(Level::top_of_any_shape, out.data[first_token_])) {
      drop_tokens(first_token_ + 1, out.data);
      return true;
    }
    reader_ = JsonReader(text_, start);
    problems_.clear();
    document_is_wrong_ = false;
    return false;
  }

  std::string_view text_;
  JsonReader reader_;
  bool is_strict_;
  ProblemList problems_;
  bool document_is_wrong_ = false;  // the only problem is one of the whole document
  std::size_t first_token_ = 0;     // where in a list the tokens of the document begin
};

}  // namespace linode::detail
