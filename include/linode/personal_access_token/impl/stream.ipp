// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of stream.hpp.
#pragma once

#include <cstddef>
#ifdef LINODE_PAT_SEPARATE_COMPILATION
#include <istream>
#endif
#include <utility>

#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/stream_window.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/stream.hpp>

namespace linode::detail {

// Whether more input could change what is wrong with the document at the end of a window, or how many documents there
// are.
inline bool needs_more_input(const Problem& problem, Decoder& decoder, std::size_t window_size) noexcept {
  if (!decoder.ended_early()) return decoder.at_end();
  constexpr std::size_t max_token_size = 12;  // \ud83d\ude00, where a problem in the second half stands at the start
  return window_size - problem.position < max_token_size;
}

// Throws for what is wrong with the document that starts at `start` of the window, unless more input could change it.
template <class Stream>
void throw_unless_more_is_needed(const StreamWindow<Stream>& window, Decoder& decoder, std::size_t start,
                                 std::size_t document_index) {
  const Problem& problem = decoder.problems().front();
  if (!window.is_last() && needs_more_input(problem, decoder, window.text().size())) return;
  DocumentPlace place = place_in_sequence(start, document_index, decoder.others_follow());
  place.text_start = window.start();
  throw ErrorMaker(window.text(), std::move(place)).make(problem);
}

template <class Stream>
void for_each_document(Stream& stream, DocumentSink sink, Members members, std::size_t chunk_size) {
  StreamWindow<Stream> window(stream, chunk_size);
  PersonalAccessTokenPage page;
  std::size_t document_index = 0;
  for (;;) {
    Decoder decoder(window.text(), members);
    bool is_whole = true;  // the last document of the window
    std::size_t start = 0;
    while (!decoder.at_end() || (document_index == 0 && window.is_last())) {
      start = decoder.position();
      is_whole = decoder.read_next_document(page, 0);
      if (!is_whole) {
        throw_unless_more_is_needed(window, decoder, start, document_index);
        break;
      }
      if (!sink(page)) return;
      ++document_index;
    }
    if (window.is_last()) return;
    // White space between documents goes, too.
    window.drop_front(is_whole ? decoder.position() : start);
    window.read_more();
  }
}

// With separate compilation, nobody else sees the definition.
#ifdef LINODE_PAT_SEPARATE_COMPILATION
template void for_each_document(std::istream&, DocumentSink, Members, std::size_t);
#endif

}  // namespace linode::detail
