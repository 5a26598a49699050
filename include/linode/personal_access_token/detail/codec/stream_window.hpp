// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// A sliding window over a stream, which holds what has been read and not been decoded yet; and the sinks that
/// documents are delivered to.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <linode/personal_access_token/detail/text/line_column.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

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

// A reference to whatever is called with each document, of one type, so that the reading is compiled once.
class DocumentSink {
 public:
  template <class Visit>
  explicit DocumentSink(Visit& visit) noexcept
      : visit_(&visit),
        call_([](void* object, PersonalAccessTokenPage& page) { return (*static_cast<Visit*>(object))(page); }) {}

  // Returns whether to continue.
  bool operator()(PersonalAccessTokenPage& page) const { return call_(visit_, page); }

 private:
  void* visit_;
  bool (*call_)(void*, PersonalAccessTokenPage&);
};

inline constexpr std::size_t default_chunk_size = 256 * 1024;

// Calls `sink` with each document up to the end of the stream, or until it returns false. Defined in stream.ipp for
// any stream; with separate compilation, for std::istream alone.
template <class Stream>
void for_each_document(Stream& stream, DocumentSink sink, Members members, std::size_t chunk_size);

// Moves a value into a sink that may return whether to continue.
template <class Sink, class Value>
bool deliver(Sink& sink, Value& value) {
  if constexpr (std::is_same_v<decltype(sink(std::move(value))), bool>) {
    return sink(std::move(value));
  } else {
    static_cast<void>(sink(std::move(value)));
    return true;
  }
}

template <class Stream, class Sink>
void for_each_token(Stream& stream, Sink& sink, Members members, std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](PersonalAccessTokenPage& page) {
    for (PersonalAccessToken& token : page.data) {
      if (!deliver(sink, token)) return false;
    }
    return true;
  };
  for_each_document(stream, DocumentSink(each_document), members, chunk_size);
}

template <class Stream, class Sink>
void for_each_page(Stream& stream, Sink& sink, Members members, std::size_t chunk_size = default_chunk_size) {
  auto each_document = [&sink](PersonalAccessTokenPage& page) { return deliver(sink, page); };
  for_each_document(stream, DocumentSink(each_document), members, chunk_size);
}

}  // namespace linode::detail
