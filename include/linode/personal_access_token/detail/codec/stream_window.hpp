// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// A sliding window over a stream: what has been read, and not been decoded yet.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/error/line_column.hpp>
#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>

namespace linode::detail {

// Finds where a document may end, without decoding it: where its brackets are closed, and after a number. Another
// scalar may end anywhere. Without this, a document that arrives in pieces would be decoded once for each piece.
class DocumentEnd {
 public:
  // Whether a document may end within `text`, which continues earlier calls.
  [[nodiscard]] bool may_be_in(std::string_view text) noexcept {
    for (const char c : text) {
      if (in_string_) {
        if (!is_escaped_ && c == '"') in_string_ = false;
        is_escaped_ = c == '\\' && !is_escaped_;
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && depth_ > 0) {
        --depth_;
      }
      if (depth_ != 0 || in_string_) continue;
      const bool is_number = is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
      if (is_space(c) ? in_number_ : !is_number) return true;
      in_number_ = is_number;
    }
    return false;
  }

 private:
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool is_escaped_ = false;
  bool in_number_ = false;
};

// A template, so that only code that reads from a stream needs <istream>.
template <class Stream>
class StreamWindow {
 public:
  StreamWindow(Stream& stream, std::size_t chunk_size) : stream_(stream), chunk_size_(chunk_size) { read_more(); }

  [[nodiscard]] std::string_view text() const noexcept { return {buffer_.data(), size_}; }

  // The position of the window in the stream.
  [[nodiscard]] LineColumn start() noexcept {
    count_dropped();
    return start_;
  }

  // Whether the window ends where the stream ends.
  [[nodiscard]] bool is_last() const noexcept { return is_last_; }

  void drop_front(std::size_t size) {
    dropped_ = size;
    size_ -= size;
    if (size_ == 0) return;  // lines are counted later, if more follows
    count_dropped();
    std::memmove(buffer_.data(), buffer_.data() + size, size_);
  }

  // Reads a chunk, or what is available without waiting. Stops when a document may be complete, or when the window has
  // doubled: decoding a large document from its start each time then stays linear.
  void read_more() {
    constexpr std::size_t worth_decoding = 1024;  // below this, looking for the end is cheaper than decoding
    const std::size_t enough = (std::max)(2 * size_, worth_decoding);
    const std::size_t end = (std::max)(2 * size_, chunk_size_);
    DocumentEnd document_end;
    std::size_t looked_at = 0;
    while (read_ready(end) && size_ < end) {
      if (size_ >= enough || document_end.may_be_in(text().substr(looked_at))) return;
      looked_at = size_;
    }
  }

  // Whether anything but white space follows the window. Reads ahead, and drops white space.
  [[nodiscard]] bool has_more_than_space() {
    const std::size_t size = size_;
    while (read_ready(size + chunk_size_)) {
      const char* const end = buffer_.data() + size_;
      if (end_of_space(buffer_.data() + size, end) != end) return true;
      size_ = size;
    }
    return false;
  }

  void finish() { stream_.setstate(Stream::eofbit); }

 private:
  using Traits = typename Stream::traits_type;

  // Advances the start over dropped text, before that is overwritten.
  void count_dropped() noexcept {
    start_.advance({buffer_.data(), dropped_});
    dropped_ = 0;
  }

  // Reads what is available, up to this size of the window, or waits until something is. Returns false at the end of
  // the stream.
  bool read_ready(std::size_t end) {
    const typename Stream::sentry ready(stream_, true);
    const bool is_readable = ready && !stream_.bad();
    is_last_ = !is_readable || !read_from(*stream_.rdbuf(), end);
    if (stream_.bad() ? is_last_ : !is_readable && !stream_.eof()) {
      throw typename Stream::failure("cannot read from the stream");
    }
    return !is_last_;
  }

  // The stream ends where its buffer reports that. A buffer may give less than was asked for before the end.
  template <class Buffer>
  bool read_from(Buffer& buffer, std::size_t end) {
    const auto ready = is_careful_ ? 0 : buffer.in_avail();
    if (ready > 0) return read_ahead(buffer, static_cast<std::size_t>(ready), end);
    if (Traits::eq_int_type(buffer.sgetc(), Traits::eof())) return false;
    read(buffer, static_cast<std::size_t>((std::max)(buffer.in_avail(), decltype(ready){1})), end);
    return true;
  }

  // Reads what the buffer may have to fetch. If it throws, how much was read is unknown: seeks back, if the buffer can,
  // so that it is read in pieces.
  template <class Buffer>
  bool read_ahead(Buffer& buffer, std::size_t ready, std::size_t end) {
    const auto before = buffer.pubseekoff(0, Stream::cur, Stream::in);
    try {
      return read(buffer, ready, end) || !Traits::eq_int_type(buffer.sgetc(), Traits::eof());
    } catch (...) {
      if (before == typename Traits::pos_type(typename Traits::off_type(-1))) throw;
      is_careful_ = true;
      buffer.pubseekpos(before, Stream::in);
      return true;
    }
  }

  // Returns whether anything was read.
  template <class Buffer>
  bool read(Buffer& buffer, std::size_t ready, std::size_t end) {
    count_dropped();
    const std::size_t wanted = (std::min)(ready, end - size_);
    if (buffer_.size() < size_ + wanted) buffer_.resize(end);
    const auto size = buffer.sgetn(&buffer_[size_], static_cast<decltype(buffer.in_avail())>(wanted));
    size_ += static_cast<std::size_t>(size);
    return size > 0;
  }

  Stream& stream_;
  std::size_t chunk_size_;
  std::string buffer_ = {};  // larger than the text in it, so that it is zeroed only once
  std::size_t size_ = 0;     // of the text in it
  std::size_t dropped_ = 0;  // at the start of the buffer, and not counted yet
  LineColumn start_ = {};
  bool is_last_ = false;
  bool is_careful_ = false;  // after an error: reads only what the buffer holds
};

}  // namespace linode::detail
