// Text from outside on a terminal: nothing but printable characters, and how many columns they take.
#pragma once

#include <unistd.h>

#include <clocale>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <string>
#include <string_view>

namespace terminal {

// Makes the C library know UTF-8, whatever the environment says; called once, before the functions below.
inline void use_utf8() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

struct Cell {
  std::string text;
  std::size_t width = 0;  // in columns
};

// Marks that reorder or break lines, which the C library takes for printable.
inline bool is_formatting(wchar_t c) {
  return (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The text with control characters and bytes that are not UTF-8 as escapes.
inline Cell printable(std::string_view text) {
  Cell cell;
  const auto escape = [&cell](const char* format, unsigned value) {
    char buffer[16];
    const int length = std::snprintf(buffer, sizeof buffer, format, value);
    cell.text += buffer;
    cell.width += static_cast<std::size_t>(length);
  };
  while (!text.empty()) {
    wchar_t c = 0;
    std::mbstate_t state{};
    std::size_t length = std::mbrtowc(&c, text.data(), text.size(), &state);
    if (length > text.size()) {  // not UTF-8
      escape("\\x%02x", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (length == 0) length = 1;  // NUL
    if (const int width = ::wcwidth(c); c == 0 || width < 0 || is_formatting(c)) {
      escape("\\u%04x", static_cast<unsigned>(c));
    } else {
      cell.text += text.substr(0, length);
      cell.width += static_cast<std::size_t>(width);
    }
    text.remove_prefix(length);
  }
  return cell;
}

// Whether standard output takes colour: it is a terminal, and NO_COLOR (https://no-color.org) is not set.
inline bool takes_color() {
  const char* const no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace terminal
