// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Reads tokens from a stream, one document at a time.
#pragma once

#include <iosfwd>

#include <linode/personal_access_token/detail/codec/stream_window.hpp>
#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/members.hpp>

namespace linode {

/// Reads what `read_tokens` reads from a stream up to its end, and calls `sink(PersonalAccessToken&&)` for each token.
/// A sink that returns `bool` ends the reading with `false`; the stream, which is read 256 KB at a time, may then have
/// been read further.
///
/// Holds one document in memory at a time: at most three times the size of its text, and its tokens; white space
/// between documents is dropped. What a sink does not move away is used for the next document, so that a token that is
/// only looked at costs no allocation; strings are kept up to 512 bytes. The tokens of a document are delivered once
/// all of it has been read; already delivered tokens are not retracted if a later document fails.
///
/// \throws DecodeError as `read_tokens` does, its line and column relative to the initial stream position
/// \throws std::ios_base::failure if the stream cannot be read; what its buffer or `sink` throws propagates
template <class Sink>
void for_each_token(std::istream& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_token(stream, sink, members);
}

/// Reads from a temporary stream in the same way.
template <class Sink>
void for_each_token(std::istream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_token(stream, sink, members);
}

/// Reads the same documents, and calls `sink(PersonalAccessTokenPage&&)` for each one: a page as it is; a token, or an
/// array of tokens, as a page of which only `data` is set. All else is as for `for_each_token`.
template <class Sink>
void for_each_page(std::istream& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_page(stream, sink, members);
}

/// Reads from a temporary stream in the same way.
template <class Sink>
void for_each_page(std::istream&& stream, Sink&& sink, Members members = Members::tolerant) {
  detail::for_each_page(stream, sink, members);
}

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/stream.ipp>
#endif
