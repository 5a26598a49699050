// Untrusted text on a terminal: nothing but printable characters, how many columns they take, and tables that fit.
#pragma once

#include <linode/personal_access_token.hpp>

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <numeric>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terminal {

constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

struct Cell {
  std::string text;
  std::size_t width = 0;  // in columns
};

// Marks take no columns, so the bytes of a text are limited as well: more than any script needs.
inline std::size_t max_size(std::size_t width) { return width < no_limit / 16 ? 16 * width : no_limit; }

// The start of printable text that fits into `max_width` columns.
inline Cell start_of(std::string_view text, std::size_t max_width = no_limit) {
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const std::size_t end = (std::min)(text.size(), max_size(max_width));
  std::size_t size = 0;
  std::size_t width = 0;
  while (size < end) {
    utf8proc_int32_t code_point = 0;
    const auto next = utf8proc_iterate(bytes + size, static_cast<utf8proc_ssize_t>(end - size), &code_point);
    if (next <= 0) break;  // a character that the end cuts
    const auto columns = static_cast<std::size_t>(utf8proc_charwidth(code_point));
    if (width + columns > max_width) break;
    size += static_cast<std::size_t>(next);
    width += columns;
  }
  return {std::string(text.substr(0, size)), width};
}

inline bool fits(const Cell& cell, std::size_t width) {
  return cell.width <= width && cell.text.size() <= max_size(width);
}

enum class Kind { fixed, text, words };  // what a column holds; the last two may be shortened

// With an ellipsis; or only whole words, as half a word may mean something else: `linodes:read_only, +3`.
inline Cell shorten(std::string_view text, Kind kind, std::size_t max_width) {
  std::string start = start_of(text, max_width - 1).text;
  const auto words_in = [](std::string_view part) { return 1 + std::count(part.begin(), part.end(), ' '); };
  while (kind == Kind::words && !start.empty()) {
    start.erase(start.find(' ') == std::string::npos ? 0 : start.rfind(' '));
    const auto left = words_in(text) - (start.empty() ? 0 : words_in(start));
    const Cell cell = start_of(start + (start.empty() ? "+" : ", +") + std::to_string(left));
    if (fits(cell, max_width)) return cell;
  }
  return start_of(start + "…");
}

inline bool is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

// Whether standard output takes colour: a terminal that is not dumb, without NO_COLOR (https://no-color.org).
inline bool takes_color() {
  const auto variable = [](const char* name) { return std::string(std::getenv(name) ? std::getenv(name) : ""); };
  return is_terminal() && !variable("TERM").empty() && variable("TERM") != "dumb" && variable("NO_COLOR").empty();
}

// How many columns standard output has; no limit if it is not a terminal.
inline std::size_t columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return no_limit;
  return size.ws_col;
}

struct Column {
  std::string name;
  Kind kind = Kind::fixed;
  std::size_t width = 0;  // of its widest cell
};

// Rows of untrusted text below the names of their columns. The last column of a row may have a colour.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {
    std::vector<std::string> names;
    for (const Column& column : columns_) names.push_back(column.name);
    add(names, "");
  }

  void add(const std::vector<std::string>& row, const std::string& color) {
    auto& cells = rows_.emplace_back(std::vector<Cell>(), color).first;
    for (const std::string& text : row) {
      std::size_t& width = columns_[cells.size()].width;
      cells.push_back(start_of(linode::printable(text)));
      width = (std::max)(width, cells.back().width);
    }
  }

  void print(std::ostream& stream, std::size_t max_width) const {
    const std::vector<std::size_t> widths = fit(max_width);
    for (const auto& [cells, color] : rows_) {
      for (std::size_t index = 0; index < widths.size(); ++index) {
        const bool shows_all = max_width == no_limit || fits(cells[index], widths[index]);
        const Cell cell = shows_all ? cells[index] : shorten(cells[index].text, columns_[index].kind, widths[index]);
        const bool is_last = index + 1 == widths.size();
        stream << (is_last ? color : "") << cell.text
               << std::string(is_last ? 0 : widths[index] - cell.width + gap, ' ');
      }
      stream << (color.empty() ? "\n" : "\033[0m\n");
    }
  }

 private:
  static constexpr std::size_t gap = 2;

  // Narrows columns until a line fits, if it can: words to three times the width of text.
  [[nodiscard]] std::vector<std::size_t> fit(std::size_t max_width) const {
    for (std::size_t most = (std::min)(max_width, no_limit / 3);; --most) {
      std::vector<std::size_t> widths;
      for (const Column& column : columns_) {
        const std::size_t limit =
            column.kind == Kind::words ? (std::max)(3 * most, std::size_t{7}) : (std::max)(most, std::size_t{4});
        widths.push_back(column.kind == Kind::fixed ? column.width : (std::min)(column.width, limit));
      }
      const auto total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
      if (total <= max_width || most <= 2) return widths;
    }
  }

  std::vector<Column> columns_;
  std::vector<std::pair<std::vector<Cell>, std::string>> rows_;  // with their colours
};

}  // namespace terminal
