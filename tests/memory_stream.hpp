// A stream that reads a text from where it is: a string stream would read a copy.
#pragma once

#include <istream>
#include <streambuf>
#include <string_view>

class MemoryStream : private std::streambuf, public std::istream {
 public:
  explicit MemoryStream(std::string_view text) : std::istream(static_cast<std::streambuf*>(this)) {
    char* const begin = const_cast<char*>(text.data());  // only read, but setg takes no other
    setg(begin, begin, begin + text.size());
  }
};
