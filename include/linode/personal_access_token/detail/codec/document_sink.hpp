// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The sinks to which the documents of a stream are delivered.
#pragma once

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

// Type-erased sink of pages, so that the reading of a stream is compiled once for each page.
template <class Page>
class DocumentSink {
 public:
  template <class Visit>
  explicit DocumentSink(Visit& visit) noexcept
      : visit_(&visit), call_([](void* object, Page& page) { return (*static_cast<Visit*>(object))(page); }) {}

  // Returns whether to continue.
  bool operator()(Page& page) const { return call_(visit_, page); }

 private:
  void* visit_;
  bool (*call_)(void*, Page&);
};

inline constexpr std::size_t default_chunk_size = 256 * 1024;

// Calls `sink` with each document up to the end of the stream, or until it returns false. Returns the error of a
// document, if there is one. Defined in stream.ipp for any stream; with separate compilation, for std::istream alone.
template <class Page, class Stream>
std::optional<DecodeError> for_each_document(Stream& stream, DocumentSink<Page> sink, Members members,
                                             std::size_t chunk_size);

// Moves a value into a sink. Returns whether to continue.
template <class Sink, class Value>
bool deliver(Sink& sink, Value& value) {
  if constexpr (!std::is_invocable_v<Sink&, Value&&>) {
    static_assert(!std::is_same_v<Sink, Sink>, "a sink must be callable with a temporary of what is read");
    return false;
  } else if constexpr (std::is_same_v<std::invoke_result_t<Sink&, Value&&>, bool>) {
    return sink(std::move(value));
  } else {
    static_assert(std::is_void_v<std::invoke_result_t<Sink&, Value&&>>,
                  "a sink must return void, or bool: whether to continue");
    sink(std::move(value));
    return true;
  }
}

template <class Page, class Stream, class Sink>
std::optional<DecodeError> for_each_page(Stream& stream, Sink& sink, Members members,
                                         std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](Page& page) { return deliver(sink, page); };
  return for_each_document(stream, DocumentSink<Page>(each_document), members, chunk_size);
}

template <class Page, class Stream, class Sink>
std::optional<DecodeError> for_each_element(Stream& stream, Sink& sink, Members members,
                                            std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](Page& page) {
    for (auto& element : page.*field<Page, list_index<Page>>.member) {
      if (!deliver(sink, element)) return false;
    }
    return true;
  };
  return for_each_document(stream, DocumentSink<Page>(each_document), members, chunk_size);
}

}  // namespace linode::detail
