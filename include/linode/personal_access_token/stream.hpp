// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads the tokens of a stream, in memory bounded by its largest document.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <iosfwd>
#include <type_traits>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/document_sink.hpp>
#include <linode/personal_access_token/detail/error/outcome.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>

namespace linode {

namespace detail {

// An lvalue or rvalue of a type that is a std::istream.
template <class Stream>
using EnableForStream = std::enable_if_t<std::is_convertible_v<Stream&, std::istream&>, int>;

}  // namespace detail

/// Reads from a stream, which may be a temporary, what `read_tokens` reads from a text, and calls
/// `sink(PersonalAccessToken&&)` for each token. Only `for_each_page` shows whether a page is the last one. Linear in
/// the size of the input.
///
/// The sink returns nothing, or a `bool`; any other type does not compile. If the sink returns false, reading stops.
/// The stream is read in pieces of 256 KiB, or of the size of a larger document. When reading stops, the stream may
/// therefore be past the last delivered token.
///
/// The tokens of a document are delivered as soon as all of it has arrived, before the stream is made to wait for more:
/// each line of `tail -f` is seen when it is written. Delivered tokens stay delivered if a later document is invalid,
/// and complete documents are delivered before an error of the stream is thrown. If the first document is JSON, but not
/// valid, its error is thrown when something follows, or at the end of the stream, because its path depends on that.
///
/// Holds one document in memory at a time, in at most three times the size of its text, and its tokens. White space
/// around documents is dropped. Storage that the sink leaves is reused, strings up to 512 bytes, so that a token that
/// is only looked at costs no allocation.
///
/// The stream ends where its buffer reports end of file; `eofbit` is then set. Some buffers also report end of file for
/// an error: that of `std::cin` while it is synchronised with the C library, and those of files in libc++, which wait
/// until they are full. Call `std::ios::sync_with_stdio(false)` before reading `std::cin`: with libstdc++, reading it
/// synchronised takes about forty times as long.
///
/// \throws DecodeError as `read_tokens` does, with line and column relative to the initial stream position
/// \throws std::ios_base::failure if the stream cannot be read, or goes bad; its buffer and `sink` may throw anything
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
void for_each_token(Stream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::throw_if(
      detail::for_each_element<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members));
}

/// Reads the same documents, and calls `sink(PersonalAccessTokenPage&&)` for each one: a page as it is; a token, or an
/// array of tokens, as a page in which only `data` is set. Everything else is as for `for_each_token`.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
void for_each_page(Stream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::throw_if(detail::for_each_page<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members));
}

/// \name Reading streams without exceptions
///
/// Where the function without `try_` throws a DecodeError for the stream, these return false and assign the error to
/// `*why`, unless `why` is null. Otherwise they return true, and `*why` is unchanged. Everything else is thrown,
/// including a DecodeError from `sink`.
/// @{

/// Reads what `for_each_token` reads.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
[[nodiscard]] bool try_for_each_token(Stream&& stream, Sink&& sink, DecodeError* why = nullptr,
                                      Members members = Members::tolerant) {
  return detail::is_none(
      detail::for_each_element<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members), why);
}

/// Reads what `for_each_page` reads.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
[[nodiscard]] bool try_for_each_page(Stream&& stream, Sink&& sink, DecodeError* why = nullptr,
                                     Members members = Members::tolerant) {
  return detail::is_none(
      detail::for_each_page<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members), why);
}

/// @}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/stream.ipp>
#endif
