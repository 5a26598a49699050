// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads tokens from text.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// Reads one token from a JSON object in UTF-8 (RFC 8259).
///
/// An absent member is unset, and so is a `null` one, except that `"expiry": null` is `Expiry::never()`. Linear in the
/// size of the text.
///
/// \throws DecodeError for anything else. That includes an API error response, a page, and an object with members of
///         which none is documented, such as `{"message": "Service Unavailable"}` from a gateway: they are not tokens
///         with unset members. If several members are invalid, the first in the text is reported.
/// \anchor text_from_json
[[nodiscard]] PersonalAccessToken from_json(std::string_view text, Members members = Members::tolerant);
PersonalAccessToken from_json(std::nullptr_t, Members = Members::tolerant) = delete;

/// Reads one page of a listing, `{"data": [...], "page": 1, "pages": 1, "results": 1}`, by the rules of `from_json`. A
/// `data` of `null` is an empty list.
/// \throws DecodeError for anything else, including an API error response, and an object without `data`
/// \anchor text_page_from_json
[[nodiscard]] PersonalAccessTokenPage page_from_json(std::string_view text, Members members = Members::tolerant);
PersonalAccessTokenPage page_from_json(std::nullptr_t, Members = Members::tolerant) = delete;

/// Reads all tokens of a text: a token, a page (an object whose `data` is an array or `null`), an array of tokens as
/// printed by `linode-cli --json`, or any sequence of these, as printed by `jq -c`. Only `page_from_json` shows whether
/// a page is the last one. Linear in the size of the text.
///
/// \throws DecodeError as `from_json` does. In a sequence, its path starts with the number of the document, from 0.
///         Empty input is an error, because a program that failed prints nothing.
/// \anchor text_read_tokens
[[nodiscard]] std::vector<PersonalAccessToken> read_tokens(std::string_view text, Members members = Members::tolerant);
std::vector<PersonalAccessToken> read_tokens(std::nullptr_t, Members = Members::tolerant) = delete;

/// \name Reading without exceptions
///
/// Where the function without `try_` throws a DecodeError, these return nothing and assign the error to `*why`, unless
/// `why` is null. Otherwise `*why` is unchanged. They throw only `std::bad_alloc`.
/// @{

/// Reads what `from_json` reads.
/// \anchor text_try_from_json
[[nodiscard]] std::optional<PersonalAccessToken> try_from_json(std::string_view text, DecodeError* why = nullptr,
                                                               Members members = Members::tolerant);
std::optional<PersonalAccessToken> try_from_json(std::nullptr_t, DecodeError* = nullptr,
                                                 Members = Members::tolerant) = delete;

/// Reads what `page_from_json` reads.
[[nodiscard]] std::optional<PersonalAccessTokenPage> try_page_from_json(std::string_view text,
                                                                        DecodeError* why = nullptr,
                                                                        Members members = Members::tolerant);
std::optional<PersonalAccessTokenPage> try_page_from_json(std::nullptr_t, DecodeError* = nullptr,
                                                          Members = Members::tolerant) = delete;

/// Reads what `read_tokens` reads.
[[nodiscard]] std::optional<std::vector<PersonalAccessToken>> try_read_tokens(std::string_view text,
                                                                              DecodeError* why = nullptr,
                                                                              Members members = Members::tolerant);
std::optional<std::vector<PersonalAccessToken>> try_read_tokens(std::nullptr_t, DecodeError* = nullptr,
                                                                Members = Members::tolerant) = delete;
/// @}

/// \name All errors of a text
///
/// All errors in the order of the text, the first 100; empty if the text is accepted. A text that is not JSON, an API
/// error response, a page in place of a token, or the reverse yields only that error.
/// @{

/// The errors of a token; the first one is what `from_json` throws.
/// \anchor text_check_json
[[nodiscard]] std::vector<DecodeError> check_json(std::string_view text, Members members = Members::tolerant);
std::vector<DecodeError> check_json(std::nullptr_t, Members = Members::tolerant) = delete;

/// The errors of a page; the first one is what `page_from_json` throws.
[[nodiscard]] std::vector<DecodeError> check_page_json(std::string_view text, Members members = Members::tolerant);
std::vector<DecodeError> check_page_json(std::nullptr_t, Members = Members::tolerant) = delete;
/// @}

/// The entries of an API error response, `{"errors": [{"reason": "Not found"}]}`, that have a reason, bounded as in a
/// DecodeError. Empty for any other text, JSON or not, such as the body of a response to DELETE, or a gateway's page:
/// an empty result does not mean success, which only the HTTP status tells. Throws only `std::bad_alloc`.
/// \anchor text_read_api_errors
[[nodiscard]] std::vector<ApiError> read_api_errors(std::string_view text);
std::vector<ApiError> read_api_errors(std::nullptr_t) = delete;

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/read.ipp>
#endif
