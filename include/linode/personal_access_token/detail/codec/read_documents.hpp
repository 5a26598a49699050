// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// From a document, or a sequence of documents, to an object or the error that it gives.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/document_kind.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode::detail {

// Reads the only document of a reader; returns the error if it does not hold such an object.
template <class Reader, class Object>
std::optional<DecodeError> read_single(const Reader& document, Members members, Object& out) {
  Problem room[1];
  Decoder decoder(document, members, room);
  if (decoder.read_single_document(out)) return std::nullopt;
  return make_error(decoder.problems().front(), document);
}

// Reads all documents, each in any of the shapes of a listing, whose page is a `Page`.
template <class Page, class Reader, class Element>
std::optional<DecodeError> read_sequence(Reader document, Members members, std::vector<Element>& out) {
  Problem room[1];
  Decoder decoder(document, members, room);
  Page page;
  auto& list = page.*field<Page, list_index<Page>>.member;
  list.reserve(decoder.reader().estimated_count());
  std::size_t index = 0;
  do {
    const std::size_t start = decoder.reader().position();
    if (!decoder.read_next_document(page, list.size())) {
      document.rewind_to(start);
      return make_error(decoder.problems().front(), document, place_in_sequence(index, decoder.others_follow()));
    }
    ++index;
  } while (!decoder.reader().at_end());
  out = std::move(list);
  return std::nullopt;
}

}  // namespace linode::detail
