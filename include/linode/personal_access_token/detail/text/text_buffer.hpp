// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Texts as they are stored: in storage that is there already, and put together from pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// An empty string for the text of a member: the one that is there, so that the tokens of a stream are read into the
// storage of those before them; a new one if that has grown large, which bounds what a stream holds.
inline std::string& emptied(std::optional<std::string>& out) {
  constexpr std::size_t max_kept = 512;  // a long list of scopes
  if (!out || out->capacity() > max_kept) return out.emplace();
  out->clear();
  return *out;
}

LINODE_PAT_NOINLINE inline void replace_text(std::optional<std::string>& out, std::string_view text) {
  emptied(out).append(text.data(), text.size());
}

LINODE_PAT_ALWAYS_INLINE inline void set_text(std::optional<std::string>& out, std::string_view text) {
  if (out) {
    replace_text(out, text);
  } else {
    out.emplace(text);
  }
}

// Puts the text of a member together from pieces in a buffer, so that one of ordinary size is allocated once, at its
// size. The buffer is the caller's, who need not fill it with zeros, which takes as long as a short string.
class TextBuffer {
 public:
  using Room = char[256];

  TextBuffer(std::optional<std::string>& out, Room& room) noexcept : out_(out), buffer_(room) {}

  void append(const char* begin, const char* end) {
    const auto size = static_cast<std::size_t>(end - begin);
    if (size > sizeof(buffer_) - size_) flush();
    if (size > sizeof(buffer_)) {
      out_->append(begin, size);
    } else {
      std::memcpy(buffer_ + size_, begin, size);
      size_ += size;
    }
  }

  void append(std::uint32_t code_point) {
    if (sizeof(buffer_) - size_ < max_code_point_size) flush();
    size_ = static_cast<std::size_t>(write_code_point(buffer_ + size_, code_point) - buffer_);
  }

  // To be called at the end: until then `out` is unspecified.
  void finish() {
    if (out_) {
      flush();
    } else {
      out_.emplace(buffer_, size_);  // set_text's own call would be one too many for g++ -O3 to inline it elsewhere
    }
  }

 private:
  LINODE_PAT_NOINLINE void flush() {
    if (!is_flushed_) emptied(out_);
    is_flushed_ = true;
    out_->append(buffer_, size_);
    size_ = 0;
  }

  std::optional<std::string>& out_;
  std::size_t size_ = 0;
  bool is_flushed_ = false;
  Room& buffer_;
};

}  // namespace linode::detail
