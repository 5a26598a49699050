// Untrusted text on a terminal: nothing but printable characters, how many columns they take, and tables that fit.
#pragma once

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <numeric>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terminal {

// Makes the C library know UTF-8, whatever the environment says; called once, before the functions below.
inline void use_utf8() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

struct Cell {
  std::string text;
  std::size_t width = 0;  // in columns
};

// Marks that reorder or break lines, which the C library takes for printable.
inline bool is_formatting(wchar_t c) {
  return (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
}

// The first character as it is shown: control characters and bytes that are not UTF-8 as escapes. Removes it from
// `text`.
inline Cell next_character(std::string_view& text) {
  const auto escape = [](const char* format, unsigned value) {
    char buffer[16];
    const int size = std::snprintf(buffer, sizeof buffer, format, value);
    return Cell{buffer, static_cast<std::size_t>(size)};
  };
  wchar_t c = 0;
  std::mbstate_t state{};
  std::size_t size = std::mbrtowc(&c, text.data(), text.size(), &state);
  Cell shown;
  if (size > text.size()) {  // not UTF-8
    size = 1;
    shown = escape("\\x%02x", static_cast<unsigned char>(text.front()));
  } else {
    if (size == 0) size = 1;  // NUL
    const int width = ::wcwidth(c);
    shown = c == 0 || width < 0 || is_formatting(c)
                ? escape("\\u%04x", static_cast<unsigned>(c))
                : Cell{std::string(text.substr(0, size)), static_cast<std::size_t>(width)};
  }
  text.remove_prefix(size);
  return shown;
}

// The text as it is shown; if it takes more than `max_width` columns, its start and an ellipsis.
inline Cell printable(std::string_view text, std::size_t max_width = static_cast<std::size_t>(-1)) {
  Cell whole;
  Cell start;  // what fits beside an ellipsis
  while (!text.empty()) {
    const Cell next = next_character(text);
    whole.text += next.text;
    whole.width += next.width;
    if (whole.width < max_width) start = whole;
    if (whole.width > max_width) return {start.text + "…", start.width + 1};
  }
  return whole;
}

// Whether standard output takes colour: it is a terminal, and NO_COLOR (https://no-color.org) is not set.
inline bool takes_color() {
  const char* const no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

// How many columns standard output has; no limit if it is not a terminal.
inline std::size_t columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return static_cast<std::size_t>(-1);
  return size.ws_col;
}

struct Column {
  std::string name;
  bool may_shrink = false;
};

// Rows of untrusted text below the names of their columns. The last column of a row may have a colour.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {
    std::vector<std::string> names;
    for (const Column& column : columns_) names.push_back(column.name);
    add(std::move(names), "");
  }

  void add(std::vector<std::string> row, std::string color) {
    rows_.push_back(std::move(row));
    colors_.push_back(std::move(color));
  }

  // Shortens what may shrink, the widest column first, until a line takes at most `max_width` columns, or each of those
  // is down to four.
  void print(std::ostream& stream, std::size_t max_width) const {
    constexpr std::size_t gap = 2;
    constexpr std::size_t min_width = 4;
    std::vector<std::size_t> widths(columns_.size());
    for (const auto& row : rows_) {
      for (std::size_t index = 0; index < row.size(); ++index) {
        widths[index] = (std::max)(widths[index], printable(row[index]).width);
      }
    }
    while (std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)) > max_width) {
      std::size_t* widest = nullptr;
      for (std::size_t index = 0; index < widths.size(); ++index) {
        if (!columns_[index].may_shrink || widths[index] <= min_width) continue;
        if (widest == nullptr || widths[index] > *widest) widest = &widths[index];
      }
      if (widest == nullptr) break;
      --*widest;
    }
    for (std::size_t number = 0; number < rows_.size(); ++number) {
      const auto& row = rows_[number];
      for (std::size_t index = 0; index + 1 < row.size(); ++index) {
        const Cell cell = printable(row[index], widths[index]);
        stream << cell.text << std::string(widths[index] - cell.width + gap, ' ');
      }
      stream << colors_[number] << printable(row.back(), widths.back()).text
             << (colors_[number].empty() ? "" : "\033[0m") << '\n';
    }
  }

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::string> colors_;
};

}  // namespace terminal
