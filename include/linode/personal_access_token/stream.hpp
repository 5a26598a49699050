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

// An lvalue or an rvalue of any type that is a std::istream.
template <class Stream>
using EnableForStream = std::enable_if_t<std::is_convertible_v<Stream&, std::istream&>, int>;

}  // namespace detail

/// Reads what `read_tokens` reads from a stream, which may be a temporary, up to its end, and calls
/// `sink(PersonalAccessToken&&)` for each token.
/// A sink returns nothing, or a `bool`: if it is false, reading stops; the stream, which is read up to 256 KB at a
/// time, may then have been read further. A sink that returns anything else does not compile.
///
/// The tokens of a document are delivered as soon as all of it has arrived: while a whole document waits, the stream is
/// not asked for more than it has ready, so that each line of `tail -f` is seen when it is written. Tokens that were
/// delivered are not retracted if a later document fails, and what was whole before the stream fails is delivered.
///
/// Holds one document in memory at a time: at most three times the size of its text, and its tokens; white space around
/// documents is dropped. What a sink does not move away is used for the next document, so that a token that is only
/// looked at costs no allocation; strings are kept up to 512 bytes.
///
/// The end of a stream is where its buffer says so, which `eofbit` then shows. Some buffers cannot tell an error from
/// the end: that of `std::cin` while it is synchronised with the C library, and those of files in libc++, which also
/// wait until they are full. Call `std::ios::sync_with_stdio(false)` before reading `std::cin`: with libstdc++, a
/// synchronised one is read byte by byte, which takes about forty times as long.
///
/// \throws DecodeError as `read_tokens` does, its line and column relative to the initial stream position
/// \throws std::ios_base::failure if the stream cannot be read, or goes bad; what its buffer or `sink` throws
/// propagates
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
void for_each_token(Stream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::throw_if(
      detail::for_each_element<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members));
}

/// Reads the same documents, and calls `sink(PersonalAccessTokenPage&&)` for each one: a page as it is; a token, or an
/// array of tokens, as a page of which only `data` is set. All else is as for `for_each_token`.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
void for_each_page(Stream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::throw_if(detail::for_each_page<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members));
}

/// \name Reading without exceptions for what is in the stream
///
/// Return false where the function without `try_` throws a DecodeError for the stream, and assign the error to `*why`,
/// unless `why` is null. Otherwise they return true, and `*why` is unchanged. All else is thrown, and so is a
/// DecodeError that comes from `sink`.
/// @{

/// Reads what `for_each_token` reads.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
bool try_for_each_token(Stream&& stream, Sink&& sink, DecodeError* why = nullptr, Members members = Members::tolerant) {
  return detail::is_none(
      detail::for_each_element<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members), why);
}

/// Reads what `for_each_page` reads.
template <class Stream, class Sink, detail::EnableForStream<Stream> = 0>
bool try_for_each_page(Stream&& stream, Sink&& sink, DecodeError* why = nullptr, Members members = Members::tolerant) {
  return detail::is_none(
      detail::for_each_page<PersonalAccessTokenPage>(static_cast<std::istream&>(stream), sink, members), why);
}

/// @}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/stream.ipp>
#endif
