/// \file
/// Eight bytes of text as one number.
#pragma once

#include <cstdint>

namespace linode::detail {

inline constexpr std::uint64_t every_byte = 0x0101'0101'0101'0101;
inline constexpr std::uint64_t high_bits = every_byte * 0x80;

// Eight bytes as a number, the first one lowest. Compilers make one load of it on either byte order.
[[gnu::always_inline]] constexpr std::uint64_t load_word(const char* from) noexcept {
  const auto byte = [from](int at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(from[at])) << (8 * at);
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

}  // namespace linode::detail
