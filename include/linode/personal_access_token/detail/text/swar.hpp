// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Eight bytes of text as one number (SWAR: SIMD within a register).
#pragma once

#include <cstdint>

#include <linode/personal_access_token/detail/config.hpp>

namespace linode::detail {

constexpr std::uint64_t swar_fill(unsigned char byte) noexcept { return std::uint64_t{0x0101'0101'0101'0101} * byte; }

inline constexpr std::uint64_t swar_ones = swar_fill(1);
inline constexpr std::uint64_t swar_high_bits = swar_fill(0x80);

// Eight bytes as a number, the first one lowest. Compilers make this one load, on either byte order.
LINODE_PAT_ALWAYS_INLINE constexpr std::uint64_t load_swar(const char* from) noexcept {
  const auto byte = [from](int index) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(from[index])) << (8 * index);
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

}  // namespace linode::detail
