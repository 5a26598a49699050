// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Assembles a text from pieces. Without it, reading texts with escape sequences takes a fifth longer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Collects the pieces in a buffer, so that a text of ordinary size is allocated once, at its final size. The caller
// provides the buffer, which may be uninitialised. The write position is passed to and returned by each function, which
// keeps it in a register.
class TextBuffer {
 public:
  using Room = char[256];

  // `out` must be unset, or an empty string, whose storage is then used.
  TextBuffer(std::optional<std::string>& out, Room& room) noexcept : out_(out), room_(room) {}

  // Appends a piece, and returns the position after it. The text must be readable up to `readable_end`.
  [[nodiscard]] char* append(char* pos, const char* begin, const char* end, const char* readable_end) {
    constexpr std::size_t block = 16;  // copied as a whole, which is faster than a call for a few bytes
    const auto size = static_cast<std::size_t>(end - begin);
    if (size > block || room_left(pos) < block || readable_end - begin < std::ptrdiff_t{block}) {
      return append_any(pos, begin, size);
    }
    std::memcpy(pos, begin, block);
    return pos + size;
  }

  [[nodiscard]] char* append(char* pos, std::uint32_t code_point) {
    if (room_left(pos) < max_code_point_size) pos = flush(pos);
    return write_code_point(pos, code_point);
  }

  // Must be called at the end; until then, `out` has only part of the text.
  void finish(const char* pos) {
    if (out_) {
      static_cast<void>(flush(pos));
    } else {
      out_.emplace(room_, size_up_to(pos));
    }
  }

 private:
  [[nodiscard]] std::size_t size_up_to(const char* pos) const noexcept { return static_cast<std::size_t>(pos - room_); }
  [[nodiscard]] std::size_t room_left(const char* pos) const noexcept { return sizeof(Room) - size_up_to(pos); }

  [[nodiscard]] char* append_any(char* pos, const char* begin, std::size_t size) {
    if (size > room_left(pos)) pos = flush(pos);
    if (size > sizeof(Room)) {
      out_->append(begin, size);
      return pos;
    }
    std::memcpy(pos, begin, size);
    return pos + size;
  }

  [[nodiscard]] char* flush(const char* pos) {
    if (!out_) out_.emplace();
    out_->append(room_, size_up_to(pos));
    return room_;
  }

  std::optional<std::string>& out_;
  char* room_;
};

}  // namespace linode::detail
