// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// How pages, API error responses and objects such as a token are told apart.
#pragma once

#include <cstddef>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader_concept.hpp>

namespace linode::detail {

// The member of a page that holds its elements, and that of an API error response that holds its errors.
inline constexpr std::string_view list_name = "data";
inline constexpr std::string_view errors_name = "errors";

// The index of the field that holds the elements of a page; for other objects, the number of fields.
template <class Object>
inline constexpr std::size_t list_index = index_of_field<Object>(list_name);
template <class Object>
inline constexpr bool is_page = list_index<Object> < field_count<Object>;

inline bool is_page_member(std::string_view name, Kind kind) noexcept {
  return name == list_name && (kind == Kind::array || kind == Kind::null);
}
inline bool is_api_error_member(std::string_view name, Kind kind) noexcept {
  return name == errors_name && kind == Kind::array;
}

// Without words: the message is made from the entries of the response.
inline Problem api_error(std::size_t position) noexcept { return {DecodeError::Reason::api_error, "", "", position}; }
template <class Object>
Problem page_for_object(std::size_t position) noexcept {
  return {DecodeError::Reason::wrong_type, Fields<Object>::in_words, "a page (an object with `data`)", position};
}
template <class Page>
Problem object_for_page(std::size_t position) noexcept {
  return {DecodeError::Reason::wrong_type, Fields<Page>::in_words, "an object without `data`", position};
}
// An object that has members, but none documented.
template <class Object>
Problem no_known_member(std::size_t position) noexcept {
  return {DecodeError::Reason::wrong_type, Fields<Object>::in_words, "an object without a documented member", position};
}
inline Problem unknown_member(std::size_t position) noexcept {
  return {DecodeError::Reason::unknown_member, "a documented member", "an unknown member", position};
}

}  // namespace linode::detail
