/// \file
/// The schema: which members the objects have, and what a text with other ones amounts to. Syntax is the reader's.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/fast_values.hpp>
#include <linode/personal_access_token/detail/codec/value_rules.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/fast_reader.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode::detail {

// Which of several mismatches in a document is reported: the one of the lowest rank. Ranks follow the tables of fields
// and not the text, as a parsed document need not remember the order of its members, and both have to report the same.
using Rank = std::uint64_t;
inline constexpr Rank no_rank = std::numeric_limits<Rank>::max();
inline constexpr Rank api_error_rank = 0;
inline constexpr Rank document_rank = 1;

template <class Object>
inline constexpr Rank rank_step = 1;
template <>
inline constexpr Rank rank_step<PersonalAccessTokenPage> =
    Rank{1} << 60;  // after all elements of `data`, the first field
inline constexpr Rank element_rank_step = 16;
static_assert(field_count<PersonalAccessToken> + 1 < element_rank_step);

// Which field a member may be, by the first character of its name: the first such field, or the number of fields if
// there is none. A guess, for names still have to be compared.
template <class Object>
inline constexpr auto field_of_initial = [] {
  std::array<unsigned char, 256> fields{};
  for (unsigned char& field : fields) field = static_cast<unsigned char>(field_count<Object>);
  for (std::size_t index = field_count<Object>; index-- > 0;) {
    fields[static_cast<unsigned char>(field_names<Object>[index].front())] = static_cast<unsigned char>(index);
  }
  return fields;
}();

// The field of a name, or the number of fields.
template <class Object>
std::size_t index_of_field(std::string_view name) noexcept {
  constexpr const auto& names = field_names<Object>;
  std::size_t index = 0;
  while (index < names.size() && names[index] != name) ++index;
  return index;
}

// Decodes the documents of a text, one after another. What does not fit the schema is noted and reported once the
// document has proved to be JSON.
class TextDecoder {
 public:
  TextDecoder(std::string_view text, Members members) noexcept
      : text_(text), reader_(text), strict_(members == Members::strict) {}

  // Where the next document starts, or the last one ended.
  [[nodiscard]] std::size_t position() const noexcept { return reader_.position(); }
  [[nodiscard]] bool at_end() noexcept { return reader_.at_end(); }

  // How many tokens of the size that servers write the rest of the text may hold: what to reserve room for.
  [[nodiscard]] std::size_t expected_tokens() const noexcept { return reader_.remaining() / 160 + 1; }

  // A text that is one document.
  template <class Object>
  [[nodiscard]] std::optional<Fault> read_only_document(Object& out) {
    return find_fault([&] {
      object(Place::top, out, document_rank);
      reader_.expect_end();
    });
  }

  // The next document of a sequence, in any of the shapes that hold tokens; appends them to `out`.
  [[nodiscard]] std::optional<Fault> read_next_document(std::vector<PersonalAccessToken>& out) {
    return find_fault([&] {
      if (reader_.kind() == Kind::array) {
        elements(out, document_rank);
      } else if (reader_.kind() != Kind::object) {
        note_wrong_type("an object or an array", document_rank);
      } else {
        const std::size_t start = position();
        out.push_back({});
        if (object(Place::top_of_any_shape, out.back(), document_rank)) return;
        out.pop_back();
        page_at(start, out);
      }
    });
  }

 private:
  enum class Place { nested, top, top_of_any_shape };

  template <class Read>
  std::optional<Fault> find_fault(Read&& read) {
    problem_rank_ = no_rank;
    try {
      read();
    } catch (const Fault& fault) {
      return fault;
    }
    if (problem_rank_ == no_rank) return std::nullopt;
    return problem_;
  }

  void note(const Mismatch& mismatch, Rank rank, std::size_t where) noexcept {
    if (rank >= problem_rank_) return;
    problem_rank_ = rank;
    problem_ = Fault{mismatch, where};
  }

  void note_wrong_type(const char* expected, Rank rank) {
    const std::size_t where = position();
    note(wrong_type(expected, reader_), rank, where);
  }

  // Decodes an object member by member; false if it gives up because a document of any shape has proved to be a page.
  template <class Object>
  bool object(Place place, Object& out, Rank rank) {
    if (reader_.kind() != Kind::object) {
      note_wrong_type("an object", rank);
      return true;
    }
    const std::size_t start = position();
    std::bitset<field_count<Object>> seen;
    for (bool more = reader_.enter_object(); more; more = reader_.next_member()) {
      if (!strict_ && plain_members(out)) continue;
      const std::size_t where = position();
      const std::string_view name = reader_.name();
      const std::size_t found = index_of_field<Object>(name);
      const Rank member_rank = rank + 1 + found * rank_step<Object>;
      if (strict_) check_member(member_rank, where, found, seen);
      if (found < field_count<Object>) {
        std::size_t index = 0;
        for_each_field<Object>([&](const auto& field) {
          if (index++ == found) value(out.*field.member, member_rank);
        });
        continue;
      }
      if (reader_.kind() == Kind::array) {
        if (place == Place::top_of_any_shape && name == "data") return false;
        if (place != Place::nested && name == "errors") note({DecodeError::Reason::api_error}, api_error_rank, start);
      }
      reader_.skip();
    }
    return true;
  }

  // Decodes members for as long as they are plain. Whether the reader stands behind one then, and not before one.
  template <class Object>
  [[gnu::always_inline]] bool plain_members(Object& out) {
    constexpr auto every_index = std::make_index_sequence<field_count<Object>>();
    PlainReader reader = reader_.plain();
    for (;;) {
      PlainReader ahead = reader;
      const bool is_plain = plain_member(ahead, out, every_index);
      if (is_plain) reader = ahead;
      if (!is_plain || !reader.comma()) {
        reader_.go_to(reader);
        return is_plain;
      }
    }
  }

  template <class Object, std::size_t... index>
  [[gnu::always_inline]] static bool plain_member(PlainReader& reader, Object& out, std::index_sequence<index...>) {
    const std::size_t guess = field_of_initial<Object>[reader.initial()];
    return ((index == guess && plain_member<index>(reader, out)) || ...);
  }

  template <std::size_t index, class Object>
  [[gnu::always_inline]] static bool plain_member(PlainReader& reader, Object& out) {
    return reader.name_and_colon(name_and_colon<Object, index>) &&
           decode_plain(reader, out.*field<Object, index>.member);
  }

  // What strict reading adds: each member is known, and comes once.
  template <std::size_t count>
  void check_member(Rank rank, std::size_t where, std::size_t field, std::bitset<count>& seen) {
    if (field == count) {
      note({DecodeError::Reason::unknown_member, "a member that the API documents", "another one"}, rank, where);
      return;
    }
    if (seen.test(field)) {
      note({DecodeError::Reason::duplicate_member, "each member once", "one for the second time"}, rank, where);
    }
    seen.set(field);
  }

  template <class Value>
  void value(std::optional<Value>& out, Rank rank) {
    const std::size_t where = position();
    if (const Mismatch mismatch = decode(reader_, out)) note(mismatch, rank, where);
  }

  // `null` is as good as an empty array.
  void value(std::vector<PersonalAccessToken>& out, Rank rank) {
    out.clear();
    switch (reader_.kind()) {
      case Kind::array:
        elements(out, rank);
        return;
      case Kind::null:
        reader_.skip();
        return;
      default:
        note_wrong_type("an array", rank);
    }
  }

  void elements(std::vector<PersonalAccessToken>& out, Rank rank) {
    // Copied for each element: emplace_back() would fill all of an element with zeros first, which takes GCC as long as
    // an eighth of what reading it does.
    const PersonalAccessToken unset;
    if (out.empty()) out.reserve(expected_tokens());
    for (bool more = reader_.enter_array(); more; more = reader_.next_element()) {
      out.push_back(unset);
      object(Place::nested, out.back(), rank);
      rank += element_rank_step;
    }
  }

  // Starts over with a document that is a page.
  void page_at(std::size_t start, std::vector<PersonalAccessToken>& out) {
    reader_ = JsonReader(text_, start);
    problem_rank_ = no_rank;
    PersonalAccessTokenPage page;
    object(Place::top, page, document_rank);
    if (out.empty()) {
      out = std::move(page.data);
    } else {
      for (PersonalAccessToken& token : page.data) out.push_back(std::move(token));
    }
  }

  std::string_view text_;
  JsonReader reader_;
  bool strict_;
  Rank problem_rank_ = no_rank;
  Fault problem_{};  // the one of that rank
};

}  // namespace linode::detail
