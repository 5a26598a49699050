// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// A text put together from pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Appends pieces to a string through a buffer, so that a string of ordinary size is allocated once, at its size.
class TextBuffer {
 public:
  explicit TextBuffer(std::string& out) noexcept : out_(out) {}

  void append(const char* begin, const char* end) {
    const auto size = static_cast<std::size_t>(end - begin);
    if (size > sizeof(buffer_) - size_) flush();
    if (size > sizeof(buffer_)) {
      out_.append(begin, size);
    } else {
      std::memcpy(buffer_ + size_, begin, size);
      size_ += size;
    }
  }

  void append(std::uint32_t code_point) {
    if (sizeof(buffer_) - size_ < max_code_point_size) flush();
    size_ = static_cast<std::size_t>(write_code_point(buffer_ + size_, code_point) - buffer_);
  }

  // To be called at the end.
  void flush() {
    out_.append(buffer_, size_);
    size_ = 0;
  }

 private:
  std::string& out_;
  std::size_t size_ = 0;
  char buffer_[256] = {};
};

}  // namespace linode::detail
