// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Fast scans: for the first special byte of a JSON string, for special bytes while copying, and for the end of white
/// space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

// Marks the special bytes of a word: those that a JSON string cannot hold literally, or that need a check. They are
// quotation mark, backslash, control characters and non-ASCII bytes. Only the lowest bit set in the result is reliable,
// because the subtractions may borrow; it is the high bit of the first special byte.
LINODE_PAT_ALWAYS_INLINE constexpr std::uint64_t special_bytes(std::uint64_t word) noexcept {
  const std::uint64_t quote = (word ^ swar_fill('"')) - swar_ones;
  const std::uint64_t backslash = (word ^ swar_fill('\\')) - swar_ones;
  const std::uint64_t control = word - swar_fill(0x20);
  return (quote | backslash | control | word) & swar_high_bits;
}

// The index of the byte with the lowest bit set. `bits` must not be 0, and may have only high bits of bytes.
constexpr unsigned first_byte(std::uint64_t bits) noexcept {
  // Each byte up to that of the bit adds 1; the multiplication sums them into the top byte.
  const std::uint64_t below = (bits & (~bits + 1)) - 1;
  return static_cast<unsigned>(((below & swar_ones) * swar_ones) >> 56) - 1;
}

constexpr bool is_special(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80;
}

// For g++ and clang on x86-64, by compiler builtins: <emmintrin.h> takes long to compile.
#ifdef __SSE2__

// Marks the special bytes among sixteen; the lowest bit is the first byte.
LINODE_PAT_ALWAYS_INLINE inline unsigned special_bytes_sse2(const char* from) noexcept {
  using Bytes = signed char __attribute__((vector_size(16)));
  using Chars = char __attribute__((vector_size(16)));
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof(bytes));
  const Bytes special = (bytes == '"') | (bytes == '\\') | (bytes < 0x20);  // as signed, non-ASCII bytes are negative
  return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<Chars>(special)));
}

#endif

// Moves to the first special byte in whole words of eight, or to their end. Returns whether there is one.
LINODE_PAT_ALWAYS_INLINE inline bool find_special_in_words(const char*& pos, const char* end) noexcept {
  for (; end - pos >= 8; pos += 8) {
    if (const std::uint64_t bits = special_bytes(load_swar(pos)); bits != 0) {
      pos += first_byte(bits);
      return true;
    }
  }
  return false;
}

// The same as find_special, for less than a block.
inline const char* find_special_near_end(const char* pos, const char* end) noexcept {
  if (find_special_in_words(pos, end)) return pos;
  while (pos != end && !is_special(*pos)) ++pos;
  return pos;
}

// The first special byte, or `end`.
LINODE_PAT_ALWAYS_INLINE inline const char* find_special(const char* pos, const char* end) noexcept {
#ifdef __SSE2__
  for (; end - pos >= 16; pos += 16) {
    if (const unsigned bits = special_bytes_sse2(pos); bits != 0) return pos + __builtin_ctz(bits);
  }
#else
  if (find_special_in_words(pos, end)) return pos;
#endif
  return find_special_near_end(pos, end);
}

// Copies a text of at least one block, block by block; the last one may overlap the one before. Returns whether `mark`,
// called with the start of each block, found nothing.
template <std::size_t block, class Mark>
LINODE_PAT_ALWAYS_INLINE inline bool copy_blocks(char* out, std::string_view text, const Mark& mark) noexcept {
  decltype(mark(out)) marks = 0;
  const auto copy = [&](std::size_t at) {
    marks |= mark(text.data() + at);
    std::memcpy(out + at, text.data() + at, block);
  };
  const std::size_t last = text.size() - block;
  for (std::size_t at = 0; at < last; at += block) copy(at);
  copy(last);
  return marks == 0;
}

// Copies a text, and returns whether it has no special byte.
inline bool copy_plain(char* out, std::string_view text) noexcept {
#ifdef __SSE2__
  if (text.size() >= 16) return copy_blocks<16>(out, text, [](const char* at) { return special_bytes_sse2(at); });
#endif
  if (text.size() >= 8) {
    return copy_blocks<8>(out, text, [](const char* at) { return special_bytes(load_swar(at)); });
  }
  std::memcpy(out, text.data(), text.size());
  const char* const end = text.data() + text.size();
  return find_special(text.data(), end) == end;
}

// White space in JSON (RFC 8259 section 2).
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The first byte that is not white space, or `end`. Not inlined: its callers rarely meet white space.
LINODE_PAT_NOINLINE inline const char* end_of_space(const char* pos, const char* end) noexcept {
  while (pos != end && is_space(*pos)) {
    ++pos;
    while (end - pos >= 2 && std::memcmp(pos, "  ", 2) == 0) pos += 2;  // indentation, in half the steps
  }
  return pos;
}

}  // namespace linode::detail
