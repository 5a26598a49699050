// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Escapes untrusted text for logs and terminals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/text/utf8.hpp>

namespace linode::detail {

// Whether a terminal or a log viewer may act on it instead of showing it: the control characters of ASCII and Unicode,
// line and paragraph separators, and the marks that reorder text (https://trojansource.codes).
constexpr bool is_unprintable(std::uint32_t code_point) noexcept {
  return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F) ||
         (code_point >= 0x200E && code_point <= 0x200F) || (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x061C || code_point == 0xFEFF;
}

inline void append_hex(std::string& out, std::uint32_t value, int digits) {
  while (digits-- > 0) out += "0123456789abcdef"[(value >> (4 * digits)) & 0xF];
}

// Appends `text` with a backslash before quotation marks and backslashes, unprintable characters as `\u0085`, and bytes
// that are not UTF-8 as `\xff`.
inline void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (next.size == 0) {
      out += "\\x";
      append_hex(out, static_cast<unsigned char>(text.front()), 2);
      text.remove_prefix(1);
      continue;
    }
    if (is_unprintable(next.value)) {
      out += "\\u";
      append_hex(out, next.value, 4);
    } else {
      if (next.value == '"' || next.value == '\\') out += '\\';
      out += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
}

}  // namespace linode::detail
