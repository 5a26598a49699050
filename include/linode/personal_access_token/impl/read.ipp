// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of read.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/read.hpp>

namespace linode {

namespace detail {

// Reads a text that is one document; returns the error if it is not.
template <class Object>
std::optional<DecodeError> read_single(std::string_view text, Members members, Object& out) {
  Problem room[1];
  Decoder decoder(text, members, room);
  if (decoder.read_single_document(out)) return std::nullopt;
  return ErrorMaker(text).make(decoder.problems().front());
}

// Reads a sequence of documents, appending their tokens to `page.data`.
inline std::optional<DecodeError> read_sequence(std::string_view text, Members members, PersonalAccessTokenPage& page) {
  Problem room[1];
  Decoder decoder(text, members, room);
  page.data.reserve(decoder.estimated_token_count());
  std::size_t document_index = 0;
  do {
    const std::size_t start = decoder.position();
    if (!decoder.read_next_document(page, page.data.size())) {
      return make_error_in_sequence(decoder.problems().front(), text, start, document_index, !decoder.at_end());
    }
    ++document_index;
  } while (!decoder.at_end());
  return std::nullopt;
}

template <class Object>
Object read_single(std::string_view text, Members members) {
  Object object;
  if (const auto error = read_single(text, members, object)) throw DecodeError(*error);
  return object;
}

template <class Object>
std::optional<Object> try_read_single(std::string_view text, DecodeError* why, Members members) {
  std::optional<Object> object(std::in_place);
  if (const auto error = read_single(text, members, *object)) {
    if (why != nullptr) *why = *error;
    object.reset();
  }
  return object;
}

template <class Object>
std::vector<DecodeError> check(std::string_view text, Members members) {
  constexpr std::size_t max_errors = 100;
  Object object;
  Problem room[max_errors];
  Decoder decoder(text, members, room);
  std::vector<DecodeError> errors;
  if (decoder.read_single_document(object)) return errors;
  ErrorMaker maker(text);
  for (const Problem& problem : decoder.problems()) errors.push_back(maker.make(problem));
  return errors;
}

}  // namespace detail

LINODE_PAT_INLINE PersonalAccessToken from_json(std::string_view text, Members members) {
  return detail::read_single<PersonalAccessToken>(text, members);
}

LINODE_PAT_INLINE PersonalAccessTokenPage page_from_json(std::string_view text, Members members) {
  return detail::read_single<PersonalAccessTokenPage>(text, members);
}

LINODE_PAT_INLINE std::vector<PersonalAccessToken> read_tokens(std::string_view text, Members members) {
  PersonalAccessTokenPage page;
  if (const auto error = detail::read_sequence(text, members, page)) throw DecodeError(*error);
  return std::move(page.data);
}

LINODE_PAT_INLINE std::optional<PersonalAccessToken> try_from_json(std::string_view text, DecodeError* why,
                                                                   Members members) {
  return detail::try_read_single<PersonalAccessToken>(text, why, members);
}

LINODE_PAT_INLINE std::optional<PersonalAccessTokenPage> try_page_from_json(std::string_view text, DecodeError* why,
                                                                            Members members) {
  return detail::try_read_single<PersonalAccessTokenPage>(text, why, members);
}

LINODE_PAT_INLINE std::optional<std::vector<PersonalAccessToken>> try_read_tokens(std::string_view text,
                                                                                  DecodeError* why, Members members) {
  PersonalAccessTokenPage page;
  if (const auto error = detail::read_sequence(text, members, page)) {
    if (why != nullptr) *why = *error;
    return std::nullopt;
  }
  return std::move(page.data);
}

LINODE_PAT_INLINE std::vector<DecodeError> check_json(std::string_view text, Members members) {
  return detail::check<PersonalAccessToken>(text, members);
}

LINODE_PAT_INLINE std::vector<DecodeError> check_page_json(std::string_view text, Members members) {
  return detail::check<PersonalAccessTokenPage>(text, members);
}

}  // namespace linode
