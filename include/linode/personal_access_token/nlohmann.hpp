// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Adapters for nlohmann_json: tokens in `nlohmann::json`, `nlohmann::ordered_json` or any other `basic_json`.
///
/// To read or write text, or to print tokens, also include `<linode/personal_access_token.hpp>`. This header has only
/// the values and the adapters, and compiles faster.
///
/// The hooks are found by argument-dependent lookup, so `j.get<linode::PersonalAccessToken>()` and `json j = token;`
/// work. Values and errors are those of the text functions, except for what a parsed document does not show: duplicate
/// members, and how a number was written that only a `double` can hold. Nesting is not limited. A document is read in
/// the order of its own members: `ordered_json` keeps that of the text, `json` sorts them.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/nlohmann_reader.hpp>
#include <linode/personal_access_token/detail/codec/read_documents.hpp>
#include <linode/personal_access_token/detail/codec/time_types.hpp>
#include <linode/personal_access_token/detail/error/outcome.hpp>
#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/timestamp.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

template <class J>
auto listing_reader(const J& json, Members members) {
  return [&json, members](std::vector<PersonalAccessToken>& out) {
    return read_sequence<NlohmannReader<J>, PersonalAccessTokenPage>(json, members, out);
  };
}

template <class J>
Timestamp time_from_document(const J& json, const char* expected) {
  const std::optional<Timestamp> time = parse_timestamp(read_hook_string(json, expected));
  if (!time) refuse(DecodeError::Reason::invalid_timestamp, expected, no_time);
  return *time;
}

template <class J>
Expiry expiry_from_document(const J& json) {
  return json.is_null() ? Expiry::never() : time_from_document(json, "an expiry, a time or null");
}

}  // namespace detail

/// Decodes a parsed document by the rules of the text function `from_json`, and assigns the result to `token`.
/// \throws DecodeError with line and column 0; `token` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, PersonalAccessToken& token) {
  token = detail::from_document<PersonalAccessToken>(json);
}

/// Decodes a page by the rules of `page_from_json`, and assigns the result to `page`.
/// \throws DecodeError with line and column 0; `page` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, PersonalAccessTokenPage& page) {
  page = detail::from_document<PersonalAccessTokenPage>(json);
}

/// Assigns to `json` an object with the members of the token that are set; its `dump()` is what the text function
/// `to_json` returns.
/// \throws std::invalid_argument as that does, and for an `id` that the integers of `J` cannot hold; `json` is then
///         unchanged
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const PersonalAccessToken& token) {
  json = detail::to_document<J>(token);
}

/// Assigns to `json` an object with the members of the page, as the text function `to_json` writes them.
/// \throws std::invalid_argument as that does, and for an integer that those of `J` cannot hold; `json` is then
///         unchanged
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const PersonalAccessTokenPage& page) {
  json = detail::to_document<J>(page);
}

/// The token as an object of `J`: the members that are set, including read-only ones and the secret.
/// \throws std::invalid_argument if a string is not UTF-8, a time is outside the years 0000 to 9999, or the integers of
///         `J` cannot hold the `id`
template <class J = nlohmann::json, detail::EnableForJson<J> = 0>
[[nodiscard]] J to_dict(const PersonalAccessToken& token) {
  return detail::to_document<J>(token);
}

/// The page as an object of `J`: `data`, and the other members if they are set.
/// \throws std::invalid_argument as for a token
template <class J = nlohmann::json, detail::EnableForJson<J> = 0>
[[nodiscard]] J to_dict(const PersonalAccessTokenPage& page) {
  return detail::to_document<J>(page);
}

/// Reads a token from a parsed document. With `Members::strict`, an unknown member is an error; duplicate members
/// cannot be seen in a parsed document.
/// \throws DecodeError with line and column 0
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] PersonalAccessToken from_dict(const J& json, Members members = Members::tolerant) {
  return detail::from_document<PersonalAccessToken>(json, members);
}

/// The same as `from_dict`, but returns nothing where that throws a DecodeError, and assigns the error to `*why`,
/// unless `why` is null. Otherwise `*why` is unchanged.
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] std::optional<PersonalAccessToken> try_from_dict(const J& json, DecodeError* why = nullptr,
                                                               Members members = Members::tolerant) {
  return detail::value_or_nothing<PersonalAccessToken>(why, detail::document_reader(json, members));
}

/// The same as `from_dict`. Without it, a parsed document could be converted to text for the text function.
/// \throws DecodeError with line and column 0
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] PersonalAccessToken from_json(const J& json, Members members = Members::tolerant) {
  return from_dict(json, members);
}

/// Reads a page from a parsed document, by the rules of `page_from_json`.
/// \throws DecodeError with line and column 0
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] PersonalAccessTokenPage page_from_dict(const J& json, Members members = Members::tolerant) {
  return detail::from_document<PersonalAccessTokenPage>(json, members);
}

/// The same as `page_from_dict`, but without exceptions, as `try_from_dict`.
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] std::optional<PersonalAccessTokenPage> try_page_from_dict(const J& json, DecodeError* why = nullptr,
                                                                        Members members = Members::tolerant) {
  return detail::value_or_nothing<PersonalAccessTokenPage>(why, detail::document_reader(json, members));
}

/// Reads the tokens of a parsed document: a token, a page, or an array of tokens. The path of an error names the
/// element, `/1/id`, which `json.get<std::vector<PersonalAccessToken>>()` cannot do.
/// \throws DecodeError with line and column 0
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] std::vector<PersonalAccessToken> read_tokens(const J& json, Members members = Members::tolerant) {
  return detail::value_or_throw<std::vector<PersonalAccessToken>>(detail::listing_reader(json, members));
}

/// The same as `read_tokens`, but without exceptions, as `try_from_dict`.
template <class J, detail::EnableForJson<J> = 0>
[[nodiscard]] std::optional<std::vector<PersonalAccessToken>> try_read_tokens(const J& json, DecodeError* why = nullptr,
                                                                              Members members = Members::tolerant) {
  return detail::value_or_nothing<std::vector<PersonalAccessToken>>(why, detail::listing_reader(json, members));
}

/// Deleted: a document is converted tolerantly, so that the request would lack a misspelt member. Send
/// `create_request(from_dict(json, Members::strict))`.
template <class J, detail::EnableForJson<J> = 0>
std::string create_request(const J& json) = delete;
/// \copydoc create_request(const J&)
template <class J, detail::EnableForJson<J> = 0>
std::string update_request(const J& json) = delete;

/// \name Times, scopes and access levels
///
/// Hooks for members of your own structs: a time as a string, an expiry as a string or `null`, scopes and an access
/// level as a string. All are read strictly.
/// @{

/// Decodes a string as `parse_timestamp` reads it.
/// \throws DecodeError with line and column 0; `time` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, Timestamp& time) {
  time = detail::time_from_document(json, detail::expected_time);
}

/// Decodes a string, or `null`. Take the member by `json.at("expiry")`: a misspelt `json["expires"]` creates a member
/// that is `null`, which is `Expiry::never()`.
/// \throws DecodeError with line and column 0; `expiry` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, Expiry& expiry) {
  expiry = detail::expiry_from_document(json);
}

/// Decodes a string, as the constructor of Scopes does.
/// \throws DecodeError with line and column 0, `invalid_scopes` for a string with an unrecognized part; `scopes` is
///         then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, Scopes& scopes) {
  constexpr const char* expected = "scopes such as linodes:read_only";
  std::optional<Scopes> read = parse_scopes(detail::read_hook_string(json, expected));
  if (!read) detail::refuse(DecodeError::Reason::invalid_scopes, expected, "a part in another form");
  scopes = *std::move(read);
}

/// Decodes the name of the enumerator, `"read_only"`.
/// \throws DecodeError with line and column 0, `invalid_scopes` for another string; `access` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void from_json(const J& json, Access& access) {
  constexpr const char* expected = "none, read_only or read_write";
  const std::string_view name = detail::read_hook_string(json, expected);
  for (const Access level : {Access::none, Access::read_only, Access::read_write}) {
    if (name == detail::name_of(level)) return static_cast<void>(access = level);
  }
  detail::refuse(DecodeError::Reason::invalid_scopes, expected, "another string");
}

/// Assigns the text of a time.
/// \throws std::invalid_argument outside the years 0000 to 9999; `json` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const Timestamp& time) {
  json = detail::to_document<J>(time);
}

/// Assigns the text of a time, or `null`.
/// \throws std::invalid_argument before the year 0000; `json` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const Expiry& expiry) {
  json = detail::to_document<J>(expiry);
}

/// Assigns `scopes.str()`.
/// \throws std::invalid_argument if a name is not UTF-8; `json` is then unchanged
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const Scopes& scopes) {
  json = detail::to_document<J>(scopes.str());
}

/// Assigns the name of the enumerator, `"read_only"`.
template <class J, detail::EnableForJson<J> = 0>
void to_json(J& json, const Access& access) {
  json = detail::to_document<J>(std::string(detail::name_of(access)));
}

/// @}

}  // namespace linode

/// \cond
// By value as well, because an Expiry has no default constructor: `json.get<linode::Expiry>()`, also in containers.
template <>
struct nlohmann::adl_serializer<linode::Expiry> {
  template <class J>
  static linode::Expiry from_json(const J& json) {
    return linode::detail::expiry_from_document(json);
  }
  template <class J>
  static void from_json(const J& json, linode::Expiry& expiry) {
    linode::from_json(json, expiry);
  }
  template <class J>
  static void to_json(J& json, const linode::Expiry& expiry) {
    linode::to_json(json, expiry);
  }
};
/// \endcond
