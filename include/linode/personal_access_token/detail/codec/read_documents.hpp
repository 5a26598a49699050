// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads one document into an object, or a sequence of documents into a list.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/error/error_maker.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

// Reads the only document into `out`. Returns the error, if there is one.
template <class Reader, class Document, class Object>
std::optional<DecodeError> read_single(const Document& document, Members members, Object& out) {
  Problem room[1];
  Decoder<Reader> decoder(document, members, room);
  if (decoder.read_single_document(out)) return std::nullopt;
  return ErrorMaker(Reader(document)).make(decoder.problems().front());
}

// Reads all documents, each in any form of a listing with `Page` as its page. Returns the error, if there is one.
template <class Reader, class Page, class Document, class Element>
std::optional<DecodeError> read_sequence(const Document& document, Members members, std::vector<Element>& out) {
  Problem room[1];
  Decoder<Reader> decoder(document, members, room);
  Page page;
  auto& list = page.*field<Page, list_index<Page>>.member;
  list.reserve(decoder.reader().estimated_count());
  std::size_t index = 0;
  do {
    const std::size_t start = decoder.reader().position();
    if (!decoder.read_next_document(page, list.size())) {
      const DocumentPlace place = place_in_sequence(index, decoder.others_follow());
      decoder.reader().rewind_to(start);
      return ErrorMaker(decoder.reader(), place).make(decoder.problems().front());
    }
    ++index;
  } while (!decoder.reader().at_end());
  out = std::move(list);
  return std::nullopt;
}

}  // namespace linode::detail
