// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Escapes untrusted text for logs and terminals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

// Characters that terminals and log viewers do not show literally: control characters, and of Unicode 16 the format
// characters (category Cf: marks that reorder text, zero widths, tags), separators (Z) other than the space, and
// noncharacters, except those that is_unprintable computes.
inline constexpr CodePointRange unprintable_ranges[] = {
    {0x0000, 0x001F},   {0x007F, 0x00A0},   {0x00AD, 0x00AD},   {0x0600, 0x0605},   {0x061C, 0x061C},
    {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x1680, 0x1680},
    {0x180E, 0x180E},   {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x2064},   {0x2066, 0x206F},
    {0x3000, 0x3000},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},   {0x110BD, 0x110BD},
    {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0001, 0xE0001},
    {0xE0020, 0xE007F},
};

constexpr bool is_unprintable(std::uint32_t code_point) noexcept {
  for (const CodePointRange& range : unprintable_ranges) {
    if (code_point <= range.last) return code_point >= range.first || (code_point & 0xFFFE) == 0xFFFE;
  }
  return (code_point & 0xFFFE) == 0xFFFE;  // the last two of each plane
}

LINODE_PAT_COLD inline void append_hex_escape(std::string& out, char letter, std::uint32_t value) {
  out.append({'\\', letter, '{'});
  int digits = 1;
  while (value >> (4 * digits) != 0) ++digits;
  while (digits-- > 0) out += "0123456789abcdef"[(value >> (4 * digits)) & 0xF];
  out += '}';
}

// Appends `text` in the form of `{:?}` of std::format, without the quotation marks around it.
inline void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view characters = "\t\n\r\"\\";
  constexpr std::string_view letters = "tnr\"\\";
  for (std::size_t size = 1; !text.empty(); text.remove_prefix(size)) {
    const CodePoint next = first_code_point(text);
    size = next.size == 0 ? 1 : next.size;
    if (const std::size_t index = characters.find(text.front()); index != std::string_view::npos) {
      out.append({'\\', letters[index]});
    } else if (next.size == 0) {
      append_hex_escape(out, 'x', static_cast<unsigned char>(text.front()));
    } else if (is_unprintable(next.value)) {
      append_hex_escape(out, 'u', next.value);
    } else {
      out += text.substr(0, size);
    }
  }
}

}  // namespace linode::detail
