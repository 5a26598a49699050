/// \file
/// JSON as programs write it: names and strings without escapes, in ASCII, and integers of a few digits.
///
/// Almost every member is plain in this sense, and takes nothing but a place in the text to read. What is not plain is
/// left to the JsonReader, from where the last plain member ended; so nothing here is an error.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <linode/personal_access_token/detail/text/digits.hpp>
#include <linode/personal_access_token/detail/text/find_special.hpp>
#include <linode/personal_access_token/detail/text/swar.hpp>

namespace linode::detail {

inline const char* end_of_space(const char* at, const char* end) noexcept {
  while (at != end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) ++at;
  return at;
}

// Each step consumes what it is named after, or gives false: `comma` and `null` where they stood, others anywhere.
//
// All of them are inlined: a place whose address no function gets stays in a register, while in memory each step would
// wait for the one before. It makes a page a tenth faster to read, one token a fifth.
class PlainReader {
 public:
  PlainReader(const char* at, const char* end) noexcept : at_(at), end_(end) {}

  [[nodiscard]] const char* at() const noexcept { return at_; }

  // The first byte of the name that comes.
  [[nodiscard, gnu::always_inline]] unsigned char initial() const noexcept {
    return remaining() > 1 ? static_cast<unsigned char>(at_[1]) : '\0';
  }

  template <std::size_t length>
  [[nodiscard, gnu::always_inline]] bool name_and_colon(const std::array<char, length>& expected) noexcept {
    if (remaining() <= length || std::memcmp(at_, expected.data(), length) != 0) return false;
    at_ += length;
    skip_space();
    return true;
  }

  [[nodiscard, gnu::always_inline]] bool comma() noexcept {
    if (remaining() < 2 || *at_ != ',') return false;
    ++at_;
    skip_space();
    return true;
  }

  [[nodiscard, gnu::always_inline]] bool null() noexcept {
    if (remaining() < 4 || std::memcmp(at_, "null", 4) != 0) return false;
    at_ += 4;
    return true;
  }

  [[nodiscard, gnu::always_inline]] bool string(std::string_view& out) noexcept {
    if (remaining() == 0 || *at_ != '"') return false;
    const char* const start = ++at_;
    at_ = find_special(start, end_);
    if (remaining() == 0 || *at_ != '"') return false;
    out = std::string_view(start, static_cast<std::size_t>(at_++ - start));
    return true;
  }

  // What stands between two quotation marks at that distance. Whether it is a string is for the caller to see.
  [[nodiscard, gnu::always_inline]] bool quoted(std::size_t length, std::string_view& out) noexcept {
    if (remaining() < length + 2 || at_[0] != '"' || at_[length + 1] != '"') return false;
    out = std::string_view(at_ + 1, length);
    at_ += length + 2;
    return true;
  }

  // Of 8 to 10 digits, as ids have.
  [[nodiscard, gnu::always_inline]] bool integer(std::int64_t& out) noexcept {
    if (remaining() < 11 || *at_ == '0') return false;
    const DigitWord digits(load_word(at_), load_word("00000000"));
    if (!digits.matches()) return false;
    out = digits.number();
    at_ += 8;
    for (int more = 0; more < 2 && is_digit(*at_); ++more) out = out * 10 + (*at_++ - '0');
    return *at_ == ',' || *at_ == '}';
  }

 private:
  [[nodiscard, gnu::always_inline]] std::size_t remaining() const noexcept {
    return static_cast<std::size_t>(end_ - at_);
  }

  [[gnu::always_inline]] void skip_space() noexcept {
    if (static_cast<unsigned char>(*at_) <= ' ') at_ = end_of_space(at_, end_);
  }

  const char* at_;
  const char* end_;
};

}  // namespace linode::detail
