// A stream that reads a text in place; a string stream would copy it.
#pragma once

#include <istream>
#include <streambuf>
#include <string_view>

class MemoryStream : private std::streambuf, public std::istream {
 public:
  explicit MemoryStream(std::string_view text) : std::istream(static_cast<std::streambuf*>(this)) {
    char* const begin = const_cast<char*>(text.data());  // not written, but setg takes no const char*
    setg(begin, begin, begin + text.size());
  }
};
