/// \file
/// From text to tokens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

template <class Object>
std::optional<DecodeError> read_only_document(std::string_view text, Members members, Object& out) {
  const std::optional<Fault> fault = TextDecoder(text, members).read_only_document(out);
  if (!fault) return std::nullopt;
  return make_error(*fault, text);
}

template <class Object>
Object read_only_document(std::string_view text, Members members) {
  Object object;
  if (const std::optional<DecodeError> error = read_only_document(text, members, object)) throw DecodeError(*error);
  return object;
}

}  // namespace detail

/// Reads one token from a JSON object in UTF-8 (RFC 8259).
///
/// An absent member is unset; so is a `null` one, but `"expiry": null` is `Expiry::never()`. Takes time in proportion
/// to the length of the text, and allocates nothing but the strings of the result.
///
/// \throws DecodeError for anything else, an error answer of the API among it; of several mismatches it is about the
///         first in the order of the members of PersonalAccessToken
[[nodiscard]] inline PersonalAccessToken from_json(std::string_view text, Members members = Members::tolerant) {
  return detail::read_only_document<PersonalAccessToken>(text, members);
}

/// Reads one token like `from_json`, and gives nothing where that throws a DecodeError.
/// If `why` is not null, it is assigned the error; without an error it stays as it is.
[[nodiscard]] inline std::optional<PersonalAccessToken> try_from_json(std::string_view text, DecodeError* why = nullptr,
                                                                      Members members = Members::tolerant) {
  std::optional<PersonalAccessToken> token(std::in_place);
  if (const std::optional<DecodeError> error = detail::read_only_document(text, members, *token)) {
    if (why != nullptr) *why = *error;
    token.reset();
  }
  return token;
}

/// Reads one page of a listing, `{"data": [...], "page": 1, "pages": 1, "results": 1}`, by the rules of `from_json`.
/// \throws DecodeError as `from_json` does
[[nodiscard]] inline PersonalAccessTokenPage page_from_json(std::string_view text,
                                                            Members members = Members::tolerant) {
  return detail::read_only_document<PersonalAccessTokenPage>(text, members);
}

/// Reads all tokens of a text that is a token, a page (an object with an array `data`), an array of tokens as
/// `linode-cli --json` prints it, or any of these one after another, as `jq -c` prints them. Unknown members are passed
/// over.
///
/// \throws DecodeError as `from_json` does. With several documents its path starts with the number of the one at
///         fault, counted from 0. A text without any document is an error, as the output of a failed program is empty.
[[nodiscard]] inline std::vector<PersonalAccessToken> read_tokens(std::string_view text) {
  std::vector<PersonalAccessToken> tokens;
  detail::TextDecoder decoder(text, Members::tolerant);
  tokens.reserve(decoder.expected_tokens());
  std::size_t number = 0;
  do {
    const std::size_t start = decoder.position();
    if (const std::optional<detail::Fault> fault = decoder.read_next_document(tokens)) {
      throw detail::make_error_in_sequence(*fault, text, start, number, !decoder.at_end());
    }
    ++number;
  } while (!decoder.at_end());
  return tokens;
}

}  // namespace linode
