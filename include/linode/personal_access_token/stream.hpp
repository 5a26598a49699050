/// \file
/// From a stream to tokens, one document at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/error/make_error.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

// A sliding window over a stream: what has been read and not been decoded yet. A template, so that who reads from a
// stream includes <istream>, and nobody else has to.
template <class Stream>
class StreamWindow {
 public:
  StreamWindow(Stream& stream, std::size_t chunk_size) : stream_(stream), chunk_size_(chunk_size) { read_more(); }

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  // Where in the stream the window begins.
  [[nodiscard]] LineColumn start() const noexcept { return start_; }

  // Whether the window reaches to the end of the stream.
  [[nodiscard]] bool is_last() const noexcept { return is_last_; }

  void drop_front(std::size_t size) {
    start_.pass(text().substr(0, size));
    text_.erase(0, size);
  }

  // At least as much as there is already, so that a large document is not decoded too often from its start.
  void read_more() {
    const std::size_t old_size = text_.size();
    const std::size_t wanted = std::max(chunk_size_, old_size);
    text_.resize(old_size + wanted);
    std::size_t size = 0;
    if (const typename Stream::sentry ready(stream_, true); ready) {
      size = static_cast<std::size_t>(stream_.rdbuf()->sgetn(&text_[old_size], static_cast<std::ptrdiff_t>(wanted)));
    } else if (!stream_.eof()) {
      throw typename Stream::failure("cannot read tokens from this stream");
    }
    text_.resize(old_size + size);
    is_last_ = size < wanted;
  }

 private:
  Stream& stream_;
  std::size_t chunk_size_;
  std::string text_;
  LineColumn start_;
  bool is_last_ = false;
};

// Whether a document at the end of a window may turn out otherwise, or in other company, with more text behind it.
inline bool is_undecided(const Fault& fault, TextDecoder& decoder, std::size_t window_size) noexcept {
  if (!fault.ended_reading()) return decoder.at_end();
  constexpr std::size_t longest_piece = 12;  // \ud83d\ude00, where a fault in the second half is at the start
  return window_size - fault.position < longest_piece;
}

template <class Stream, class Sink>
void for_each_token(Stream& stream, Sink&& sink, std::size_t chunk_size) {
  StreamWindow<Stream> window(stream, chunk_size);
  std::vector<PersonalAccessToken> tokens;
  std::size_t number = 0;
  for (;;) {
    const std::string_view text = window.text();
    TextDecoder decoder(text, Members::tolerant);
    std::size_t decoded = 0;
    while (!decoder.at_end() || (number == 0 && window.is_last())) {
      const std::size_t start = decoder.position();
      tokens.clear();
      if (const std::optional<Fault> fault = decoder.read_next_document(tokens)) {
        if (!window.is_last() && is_undecided(*fault, decoder, text.size())) break;
        throw make_error_in_sequence(*fault, text, start, number, !decoder.at_end(), window.start());
      }
      for (PersonalAccessToken& token : tokens) sink(std::move(token));
      ++number;
      decoded = decoder.position();
    }
    if (window.is_last()) return;
    window.drop_front(decoded);
    window.read_more();
  }
}

}  // namespace detail

/// Reads what `read_tokens` reads from a stream up to its end, and calls `sink(PersonalAccessToken&&)` for each token.
///
/// Holds one document in memory at a time, in about twice the size of its text and the tokens of it. The tokens of a
/// document are handed over once all of it has been read, and stay handed over if a later one is at fault.
/// \throws DecodeError as `read_tokens` does, its line and column counted from where the stream stood
/// \throws std::ios_base::failure if the stream cannot be read; whatever its buffer or `sink` throws comes through
template <class Sink>
void for_each_token(std::istream& stream, Sink&& sink) {
  constexpr std::size_t chunk_size = 64 * 1024;
  detail::for_each_token(stream, sink, chunk_size);
}

}  // namespace linode
