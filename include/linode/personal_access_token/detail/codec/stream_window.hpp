// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// A sliding window over a stream: what has been read and not been decoded yet.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/error/location.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>

namespace linode::detail {

// A template, so that only code that reads from a stream needs <istream>.
template <class Stream>
class StreamWindow {
 public:
  StreamWindow(Stream& stream, std::size_t chunk_size) : stream_(stream), chunk_size_(chunk_size) { read_more(); }

  [[nodiscard]] std::string_view text() const noexcept { return {buffer_.data(), size_}; }

  // Where in the stream the window begins.
  [[nodiscard]] LineColumn start() const noexcept { return start_; }

  // Whether the window reaches to the end of the stream.
  [[nodiscard]] bool is_last() const noexcept { return is_last_; }

  void drop_front(std::size_t size) {
    start_.advance(text().substr(0, size));
    size_ -= size;
    std::memmove(buffer_.data(), buffer_.data() + size, size_);
  }

  // Fills a chunk, or reads as much as is there already if that is more, so that decoding a large document from its
  // start each time stays linear.
  void read_more() {
    const std::size_t wanted = size_ < chunk_size_ ? chunk_size_ - size_ : size_;
    if (buffer_.size() - size_ < wanted) buffer_.resize(size_ + wanted);
    std::size_t size = 0;
    if (const typename Stream::sentry ready(stream_, true); ready) {
      size = static_cast<std::size_t>(stream_.rdbuf()->sgetn(&buffer_[size_], static_cast<std::ptrdiff_t>(wanted)));
    } else if (!stream_.eof()) {
      throw typename Stream::failure("cannot read from the stream");
    }
    size_ += size;
    is_last_ = size < wanted;
  }

 private:
  Stream& stream_;
  std::size_t chunk_size_;
  std::string buffer_;    // read into at its end, so that it is filled with zeros once
  std::size_t size_ = 0;  // of the text in it
  LineColumn start_;
  bool is_last_ = false;
};

// Whether more input could change what is wrong with the document at the end of a window, or how many documents there
// are.
inline bool needs_more_input(const Problem& problem, Decoder& decoder, std::size_t window_size) noexcept {
  if (!problem.ended_reading()) return decoder.at_end();
  constexpr std::size_t max_token_size = 12;  // \ud83d\ude00, where a problem in the second half stands at the start
  return window_size - problem.position < max_token_size;
}

}  // namespace linode::detail
