// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The decoder: reads documents as objects and pages, and collects their problems. Which values fit a member is up to
/// ValueType; the decoder knows field tables, the reader only JSON.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

// Decodes the documents of a reader, one after another. Every rule of the schema is here, or in a ValueType, once.
template <class Reader>
class Decoder {
 public:
  template <class Document, std::size_t max_problems>
  Decoder(const Document& document, Members members, Problem (&room)[max_problems]) noexcept
      : reader_(document),
        is_strict_(members == Members::strict),
        is_complete_(members == Members::complete),
        problems_(room) {}
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  [[nodiscard]] Reader& reader() noexcept { return reader_; }

  // Reads the only document. Returns whether there was no problem.
  template <class Object>
  [[nodiscard]] LINODE_PAT_ALWAYS_INLINE bool read_single_document(Object& out) {
    if constexpr (is_page<Object>) {
      list_ = &(out.*field<Object, list_index<Object>>.member);
      is_only_document_ = true;
    }
    return read_document([&] {
      ValueType<Object>::read_object(*this, Place::document, out);
      reader_.expect_end();
    });
  }

  // Reads the next document of a sequence, in any form of a listing: a page, one of its elements, or an array of them.
  // The elements replace those of the list of `out` from the index `first` on, in their storage. The other members of
  // `out` are set if the document is a page, else unset. Returns whether there was no problem.
  template <class Page>
  [[nodiscard]] bool read_next_document(Page& out, std::size_t first) {
    auto& list = out.*field<Page, list_index<Page>>.member;
    list_ = &list;
    first_ = first;
    return read_document([&] {
      if (reader_.kind() == Kind::array) {
        read_elements(list);
      } else if (reader_.kind() != Kind::object) {
        report(wrong_type("an object or an array", reader_));
      } else if (!try_single_element(list)) {
        read_members(Place::document, out);
        return;
      }
      unset_all_but(field_bit(list_index<Page>), out);
    });
  }

  // The problems of the last document. After one with problems, no other may be read. A problem of the whole document
  // is the only one: it is not JSON, or not of the kind that was asked for.
  [[nodiscard]] const ProblemList& problems() const noexcept { return problems_; }

  // Whether the text stopped being JSON before the end of the document.
  [[nodiscard]] bool ended_early() const noexcept { return ended_early_; }

  // Whether another document is known to follow one with problems.
  [[nodiscard]] bool others_follow() noexcept { return !ended_early_ && !reader_.at_end(); }

  // Called by ValueType.

  void report(const Problem& problem) noexcept {
    if (!document_is_wrong_) problems_.add(problem);
  }

  template <class Object>
  void read_members(Place place, Object& out) {
    const std::size_t start = reader_.position();
    FieldBits seen = 0;
    FieldBits null = 0;          // members that must not be null, for complete reading
    bool is_fast = !is_strict_;  // false while `null` is not 0, as the fast path does not update it
    const bool has_members = reader_.enter_object();
    for (bool more = has_members; more; more = reader_.next_member()) {
      // A page has few members of its own, and its numbers are shorter than those that the fast path takes.
      if constexpr (!is_page<Object>) {
        if (is_fast && reader_.try_members(out, seen)) continue;
      }
      const std::size_t name_position = reader_.position();
      const std::string_view name = reader_.read_name();
      const std::size_t found = index_of_field<Object>(name);
      if (is_strict_) check_member(name_position, found == field_count<Object>, (seen & field_bit(found)) != 0);
      if (found < field_count<Object>) {
        seen |= field_bit(found);
        if (is_complete_) {
          const FieldBits bit = field_bit(found) & ~nullable_fields<Object>;
          null = reader_.kind() == Kind::null ? null | bit : null & ~bit;
          is_fast = null == 0;
        }
        read_field(out, found);
        continue;
      }
      if (place == Place::document) {
        const Kind kind = reader_.kind();
        if (is_api_error_member(name, kind)) report_document(api_error(start));
        if (!is_page<Object> && is_page_member(name, kind)) {
          if (may_be_page_) {
            is_page_ = true;
            return;
          }
          report_document(page_for_object<Object>(start));
        }
      }
      reader_.skip();
    }
    if (is_page<Object> && (seen & field_bit(list_index<Object>)) == 0) {
      report_document(object_for_page<Object>(start));
    } else if (!is_page<Object> && seen == 0 && has_members && !is_strict_ && place != Place::member) {
      report(no_known_member<Object>(start));
    } else if (is_complete_ && (seen & ~null) != all_fields<Object>) {
      report_missing<Object>(seen, null);
    }
    if (seen != all_fields<Object>) unset_all_but(seen, out);
  }

  template <class Element>
  void read_elements(std::vector<Element>& out) {
    if (is_only_document_ && out.empty() && &out == list_) out.reserve(reader_.estimated_count());
    std::size_t size = first_of(out);
    for (bool more = reader_.enter_array(); more; more = reader_.next_element()) {
      if (size == out.size()) add_unset(out);
      ValueType<Element>::read_element(*this, out[size++]);
    }
    drop_from(size, out);
  }

  template <class Element>
  void drop_elements(std::vector<Element>& out) noexcept {
    drop_from(first_of(out), out);
  }

 private:
  template <class Read>
  LINODE_PAT_ALWAYS_INLINE bool read_document(Read&& read) {
    try {
      read();
    } catch (const Problem& problem) {
      problems_.assign(problem);
      ended_early_ = true;
    }
    return problems_.empty();
  }

  // A problem of the whole document replaces all others; an API error replaces even that.
  void report_document(const Problem& problem) noexcept {
    if (document_is_wrong_ && problem.reason != DecodeError::Reason::api_error) return;
    problems_.assign(problem);
    document_is_wrong_ = true;
  }

  // For complete reading, at the end of an object.
  template <class Object>
  void report_missing(FieldBits seen, FieldBits null) noexcept {
    std::size_t index = 0;
    for_each_field<Object>([&](const auto& field) {
      const FieldBits bit = field_bit(index++);
      const bool is_null = (null & bit) != 0;
      if ((seen & bit) != 0 && !is_null) return;
      report({DecodeError::Reason::missing_member, is_null ? "a value" : "this member", is_null ? "null" : "none",
              reader_.closing_position(), &field.name});
    });
  }

  template <class Object>
  void read_field(Object& out, std::size_t found) {
    read_field(out, found, std::make_index_sequence<field_count<Object>>());
  }
  template <class Object, std::size_t... index>
  void read_field(Object& out, std::size_t found, std::index_sequence<index...> /*all*/) {
    const auto read = [&](const auto& field) { TypeOfField<decltype(field)>::read(*this, out.*field.member); };
    ((index == found ? read(field<Object, index>) : void()), ...);
  }

  // For strict reading: each member must be known, and occur once.
  void check_member(std::size_t position, bool is_unknown, bool is_seen) noexcept {
    if (is_unknown) {
      report(unknown_member(position));
    } else if (is_seen) {
      report({DecodeError::Reason::duplicate_member, "unique member names", "a duplicate", position});
    }
  }

  // The index of the document's first element in a list; those before it are of earlier documents.
  template <class Element>
  [[nodiscard]] std::size_t first_of(const std::vector<Element>& list) const noexcept {
    return &list == list_ ? first_ : 0;
  }

  // Converts to an element built in place. emplace_back() would zero it first, which takes GCC an eighth of the time of
  // reading it.
  template <class Element>
  struct Unset {
    operator Element() const noexcept { return Element{}; }
  };

  // Adds an element, or up to eight if the list has room: one call each would be measurable.
  template <class Element>
  static void add_unset(std::vector<Element>& list) {
    std::size_t count = 8;
    do {
      list.emplace_back(Unset<Element>());
    } while (--count != 0 && list.size() != list.capacity());
  }

  template <class Element>
  static void drop_from(std::size_t from, std::vector<Element>& list) noexcept {
    while (list.size() > from) list.pop_back();
  }

  // Reads an object as an element of a listing. If it is a page, goes back to its start, and returns false.
  template <class Element>
  [[nodiscard]] bool try_single_element(std::vector<Element>& out) {
    const std::size_t start = reader_.position();
    if (out.size() == first_) out.emplace_back(Unset<Element>());
    may_be_page_ = true;
    is_page_ = false;
    read_members(Place::document, out[first_]);
    if (!is_page_) {
      drop_from(first_ + 1, out);
      return true;
    }
    reader_.rewind_to(start);
    problems_.clear();
    document_is_wrong_ = false;
    return false;
  }

  Reader reader_;
  bool is_strict_;
  bool is_complete_;
  ProblemList problems_;
  bool may_be_page_ = false;        // while an object is read as an element
  bool is_page_ = false;            // that object is a page
  bool document_is_wrong_ = false;  // the only problem is one of the whole document
  bool ended_early_ = false;
  bool is_only_document_ = !Reader::is_text;
  const void* list_ = nullptr;  // of the page that the document is read into
  std::size_t first_ = 0;       // the index of the document's first element in that list
};

}  // namespace linode::detail
