// The secret in LINODE_TOKEN: read, and kept out of all that a program prints.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <ios>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>

namespace secret {

inline std::string from_environment() {
  const char* const value = std::getenv("LINODE_TOKEN");
  return value != nullptr ? value : "";
}

// Throws for a secret that could not be hidden: messages escape other characters, and eight characters of a short
// secret may stand in any text.
inline std::string read() {
  const std::string value = from_environment();
  if (value.empty()) throw std::runtime_error("LINODE_TOKEN is not set");
  constexpr const char* allowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.";
  if (value.size() < 16 || value.find_first_not_of(allowed) != std::string::npos) {
    throw std::runtime_error("LINODE_TOKEN must have at least 16 characters: letters, digits, '-', '_' and '.'");
  }
  return value;
}

// The text with `*` for every run of eight or more characters of the secret, each of them, so that a table stays
// aligned. No secret holds a `*`.
inline std::string hide(const std::string& text) {
  constexpr std::size_t run = 8;
  const std::string whole = from_environment();
  std::string shown = text;
  for (std::size_t at = 0; at + run <= text.size(); ++at) {
    if (whole.find(text.data() + at, 0, run) != std::string::npos) shown.replace(at, run, run, '*');
  }
  return shown;
}

// Hides the secret in what a stream prints, where every text has been cut and escaped. Writes only when the stream is
// flushed, since a run may be printed in pieces.
class HidingBuffer : public std::stringbuf {
 public:
  explicit HidingBuffer(std::ostream& stream) : stream_(stream), target_(stream.rdbuf(this)) {
    stream << std::nounitbuf;  // standard error would flush each piece
  }
  HidingBuffer(const HidingBuffer&) = delete;
  HidingBuffer& operator=(const HidingBuffer&) = delete;
  ~HidingBuffer() override {
    stream_.flush();
    stream_.rdbuf(target_);
  }

 protected:
  int sync() override {
    const std::string text = hide(str());
    str("");
    const auto size = static_cast<std::streamsize>(text.size());
    return target_->sputn(text.data(), size) == size ? target_->pubsync() : -1;
  }

 private:
  std::ostream& stream_;
  std::streambuf* target_;
};

}  // namespace secret
