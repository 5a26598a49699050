// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#ifdef LINODE_PAT_SEPARATE_COMPILATION
#include <istream>
#endif

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/codec/document_sink.hpp>
#include <linode/personal_access_token/detail/codec/stream_window.hpp>
#include <linode/personal_access_token/detail/codec/text_reader.hpp>
#include <linode/personal_access_token/detail/error/error_maker.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/stream.hpp>

namespace linode::detail {

// The error of the document that starts at `start` of the window; none if more input could change it.
template <class Stream>
std::optional<DecodeError> error_unless_more_is_needed(StreamWindow<Stream>& window, Decoder<TextReader>& decoder,
                                                       std::size_t start, std::size_t document_index) {
  constexpr std::size_t max_token_size = 12;  // \ud83d\ude00, whose second half is reported at the pair's start
  const Problem& problem = decoder.problems().front();
  const char last = window.text().empty() ? ' ' : window.text().back();
  const bool may_go_on = decoder.ended_early() ? window.text().size() - problem.position < max_token_size
                                               : decoder.reader().at_end() && !is_space(last) && last != '}' &&
                                                     last != ']';  // a number, say
  if (may_go_on && !window.is_last()) return std::nullopt;
  bool others_follow = decoder.others_follow();
  if (document_index == 0 && !decoder.ended_early() && !others_follow) {
    others_follow = window.has_more_than_space();
  }
  DocumentPlace place = place_in_sequence(document_index, others_follow);
  place.text_start = window.start();
  return ErrorMaker(TextReader(window.text(), start), place).make(problem);
}

template <class Page, class Stream>
std::optional<DecodeError> for_each_document(Stream& stream, DocumentSink<Page> sink, Members members,
                                             std::size_t chunk_size) {
  StreamWindow<Stream> window(stream, chunk_size);
  Page page;
  auto& list = page.*field<Page, list_index<Page>>.member;
  std::size_t last_size = 0;
  std::size_t document_index = 0;
  for (;;) {
    Problem room[1];
    Decoder<TextReader> decoder(window.text(), members, room);
    bool is_whole = true;  // the last document of the window
    std::size_t start = 0;
    while (!decoder.reader().at_end() || (document_index == 0 && window.is_last())) {
      start = decoder.reader().position();
      // If the storage was moved away, reserves for as many elements as the last document had. Not for many more than
      // there are, because the page may be kept.
      const bool is_new = list.capacity() == 0;
      if (is_new) list.reserve(last_size);
      is_whole = decoder.read_next_document(page, 0);
      if (!is_whole) {
        if (auto error = error_unless_more_is_needed(window, decoder, start, document_index)) {
          if (window.is_last()) window.finish();
          return error;
        }
        break;
      }
      last_size = list.size();
      if (is_new && list.capacity() > 2 * last_size) list.shrink_to_fit();
      if (!sink(page)) return std::nullopt;
      ++document_index;
    }
    if (window.is_last()) break;
    // Drops white space, too.
    window.drop_front(is_whole ? decoder.reader().position() : start);
    window.read_more();
  }
  window.finish();
  return std::nullopt;
}

// With separate compilation, other sources do not see the definition.
#ifdef LINODE_PAT_SEPARATE_COMPILATION
template std::optional<DecodeError> for_each_document(std::istream&, DocumentSink<PersonalAccessTokenPage>, Members,
                                                      std::size_t);
#endif

}  // namespace linode::detail
