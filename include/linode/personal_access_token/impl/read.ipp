// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/read_documents.hpp>
#include <linode/personal_access_token/detail/codec/text_reader.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/error/error_maker.hpp>
#include <linode/personal_access_token/detail/error/outcome.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/read.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

// Bind the arguments for both ways of reporting.
inline auto single_reader(std::string_view text, Members members) {
  return [=](auto& out) { return read_single<TextReader>(text, members, out); };
}
inline auto sequence_reader(std::string_view text, Members members) {
  return [=](std::vector<PersonalAccessToken>& out) {
    return read_sequence<TextReader, PersonalAccessTokenPage>(text, members, out);
  };
}

template <class Object>
std::vector<DecodeError> all_errors(std::string_view text, Members members) {
  constexpr std::size_t max_errors = 100;
  Object object;
  Problem room[max_errors];
  Decoder<TextReader> decoder(text, members, room);
  std::vector<DecodeError> errors;
  if (decoder.read_single_document(object)) return errors;
  ErrorMaker maker(TextReader{text});
  for (const Problem& problem : decoder.problems()) errors.push_back(maker.make(problem));
  return errors;
}

}  // namespace detail

LINODE_PAT_INLINE PersonalAccessToken from_json(std::string_view text, Members members) {
  return detail::value_or_throw<PersonalAccessToken>(detail::single_reader(text, members));
}

LINODE_PAT_INLINE PersonalAccessTokenPage page_from_json(std::string_view text, Members members) {
  return detail::value_or_throw<PersonalAccessTokenPage>(detail::single_reader(text, members));
}

LINODE_PAT_INLINE std::vector<PersonalAccessToken> read_tokens(std::string_view text, Members members) {
  return detail::value_or_throw<std::vector<PersonalAccessToken>>(detail::sequence_reader(text, members));
}

LINODE_PAT_INLINE std::optional<PersonalAccessToken> try_from_json(std::string_view text, DecodeError* why,
                                                                   Members members) {
  return detail::value_or_nothing<PersonalAccessToken>(why, detail::single_reader(text, members));
}

LINODE_PAT_INLINE std::optional<PersonalAccessTokenPage> try_page_from_json(std::string_view text, DecodeError* why,
                                                                            Members members) {
  return detail::value_or_nothing<PersonalAccessTokenPage>(why, detail::single_reader(text, members));
}

LINODE_PAT_INLINE std::optional<std::vector<PersonalAccessToken>> try_read_tokens(std::string_view text,
                                                                                  DecodeError* why, Members members) {
  return detail::value_or_nothing<std::vector<PersonalAccessToken>>(why, detail::sequence_reader(text, members));
}

LINODE_PAT_INLINE std::vector<DecodeError> check_json(std::string_view text, Members members) {
  return detail::all_errors<PersonalAccessToken>(text, members);
}

LINODE_PAT_INLINE std::vector<DecodeError> check_page_json(std::string_view text, Members members) {
  return detail::all_errors<PersonalAccessTokenPage>(text, members);
}

LINODE_PAT_INLINE std::vector<ApiError> read_api_errors(std::string_view text) {
  DecodeError why;
  static_cast<void>(try_from_json(text, &why));
  return why.api_errors();  // empty for other errors
}

}  // namespace linode
