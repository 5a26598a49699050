// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Line and column in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace linode::detail {

// In blocks of constant size, for which compilers count sixteen bytes at a time: every byte of a stream passes here.
inline std::size_t count_line_feeds(std::string_view text) noexcept {
  constexpr std::size_t block_size = 128;  // at most 255, so that a byte can count them
  std::size_t count = 0;
  for (; text.size() >= block_size; text.remove_prefix(block_size)) {
    unsigned char in_block = 0;
    for (std::size_t index = 0; index < block_size; ++index) {
      in_block = static_cast<unsigned char>(in_block + (text[index] == '\n' ? 1 : 0));
    }
    count += in_block;
  }
  for (const char c : text) count += c == '\n' ? 1 : 0;
  return count;
}

struct LineColumn {
  std::size_t line = 1;    // counted from 1
  std::size_t column = 1;  // in bytes, counted from 1

  // Moves to the end of `text`, which starts here.
  void advance(std::string_view text) noexcept {
    const std::size_t line_feeds = count_line_feeds(text);
    line += line_feeds;
    // Without a line feed, rfind would scan everything.
    column = line_feeds == 0 ? column + text.size() : text.size() - text.rfind('\n');
  }
};

}  // namespace linode::detail
