// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads tokens from a stream, one document at a time.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <type_traits>
#include <utility>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

// A reference to whatever is called with each document, of one type, so that the reading is compiled once.
class DocumentSink {
 public:
  template <class Visit>
  explicit DocumentSink(Visit& visit) noexcept
      : visit_(&visit),
        call_([](void* object, PersonalAccessTokenPage& page) { return (*static_cast<Visit*>(object))(page); }) {}

  // Returns whether to continue.
  bool operator()(PersonalAccessTokenPage& page) const { return call_(visit_, page); }

 private:
  void* visit_;
  bool (*call_)(void*, PersonalAccessTokenPage&);
};

inline constexpr std::size_t default_chunk_size = 256 * 1024;

// Calls `sink` with each document up to the end of the stream, or until it returns false. Defined in stream.ipp for
// any stream; with separate compilation, for std::istream alone.
template <class Stream>
void for_each_document(Stream& stream, DocumentSink sink, Members members, std::size_t chunk_size);

// Moves a value into a sink that may return whether to continue.
template <class Sink, class Value>
bool deliver(Sink& sink, Value& value) {
  if constexpr (std::is_same_v<decltype(sink(std::move(value))), bool>) {
    return sink(std::move(value));
  } else {
    static_cast<void>(sink(std::move(value)));
    return true;
  }
}

template <class Stream, class Sink>
void for_each_token(Stream& stream, Sink& sink, Members members, std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](PersonalAccessTokenPage& page) {
    for (PersonalAccessToken& token : page.data) {
      if (!deliver(sink, token)) return false;
    }
    return true;
  };
  for_each_document(stream, DocumentSink(each_document), members, chunk_size);
}

template <class Stream, class Sink>
void for_each_page(Stream& stream, Sink& sink, Members members, std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](PersonalAccessTokenPage& page) { return deliver(sink, page); };
  for_each_document(stream, DocumentSink(each_document), members, chunk_size);
}

}  // namespace detail

/// Reads what `read_tokens` reads from a stream up to its end, and calls `sink(PersonalAccessToken&&)` for each token.
/// A sink that returns `bool` ends the reading with `false`; the stream, which is read 256 KB at a time, may then have
/// been read further.
///
/// Holds one document in memory at a time: at most three times the size of its text, and its tokens; white space
/// between documents is dropped. What a sink does not move away is used for the next document, so that a token that is
/// only looked at costs no allocation; strings are kept up to 512 bytes. The tokens of a document are delivered once
/// all of it has been read; already delivered tokens are not retracted if a later document fails.
///
/// \throws DecodeError as `read_tokens` does, its line and column relative to the initial stream position
/// \throws std::ios_base::failure if the stream cannot be read; what its buffer or `sink` throws propagates
template <class Sink>
void for_each_token(std::istream& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_token(stream, sink, members);
}

/// Reads from a temporary stream in the same way.
template <class Sink>
void for_each_token(std::istream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_token(stream, sink, members);
}

/// Reads the same documents, and calls `sink(PersonalAccessTokenPage&&)` for each one: a page as it is; a token, or an
/// array of tokens, as a page of which only `data` is set. All else is as for `for_each_token`.
template <class Sink>
void for_each_page(std::istream& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_page(stream, sink, members);
}

/// Reads from a temporary stream in the same way.
template <class Sink>
void for_each_page(std::istream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_page(stream, sink, members);
}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/stream.ipp>
#endif
