// Tokens as a table that fits the terminal.
#pragma once

#include <linode/personal_access_token.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "terminal.hpp"

namespace token_table {

using linode::PersonalAccessToken;
using linode::Timestamp;

constexpr std::chrono::minutes minute{1};
constexpr std::chrono::hours hour{1};
constexpr std::chrono::hours day{24};

// Rounded down, in the largest unit that gives at least 2: `119 minutes`, `47 hours`.
inline std::string text_of(Timestamp::duration span) {
  if (span < minute) return "seconds";
  if (span < 2 * minute) return "1 minute";
  if (span < 2 * hour) return std::to_string(span / minute) + " minutes";
  if (span < 2 * day) return std::to_string(span / hour) + " hours";
  return std::to_string(span / day) + " days";
}

inline std::string age_of(const PersonalAccessToken& token, Timestamp now) {
  if (!token.created) return "-";
  return *token.created > now ? "in the future" : text_of(now - *token.created);
}

inline std::string expiry_of(const PersonalAccessToken& token) {
  if (!token.expiry) return "-";
  return token.expiry->is_never() ? "never" : linode::format_timestamp(token.expiry->time());
}

// The parts of the scopes as the API sent them, one space apart.
inline std::string scopes_of(const PersonalAccessToken& token) {
  if (!token.scopes) return "-";
  std::string parts;
  for (const char c : *token.scopes) {
    const bool is_separator = std::string_view(" ,\t\n\r").find(c) != std::string_view::npos;
    if (!is_separator) parts += c;
    if (is_separator && !parts.empty() && parts.back() != ' ') parts += ' ';
  }
  if (!parts.empty() && parts.back() == ' ') parts.pop_back();
  return parts.empty() ? "(none)" : parts;
}

// The status of a token, and its colour.
inline std::pair<std::string, const char*> status_of(const PersonalAccessToken& token, Timestamp now) {
  constexpr const char* green = "\033[32m";
  constexpr const char* yellow = "\033[33m";
  constexpr const char* red = "\033[31m";
  constexpr auto soon = 30 * day;
  if (!token.expiry) return {"unknown", yellow};
  if (token.expiry->is_effectively_never(now)) return {"never", yellow};
  const Timestamp::duration remaining = token.expiry->remaining(now);
  if (token.expiry->has_passed(now)) return {"expired " + text_of(-remaining) + " ago", red};
  if (token.expiry->passes_within(soon, now)) return {"expires in " + text_of(remaining), yellow};
  return {"active", green};
}

// What else a table shows.
struct Options {
  linode::Scopes missing = {};   // if not empty, a column of those that each token lacks
  std::string_view in_use = {};  // the token of this secret is marked
  bool wide = false;             // not fitted to the terminal
};

inline void print(const std::vector<PersonalAccessToken>& tokens, Timestamp now, const Options& options) {
  const bool shows_missing = options.missing != linode::Scopes();
  const std::size_t width = options.wide ? terminal::no_limit : terminal::columns();
  const bool is_narrow = width < 100;  // then scopes are worth more than ages and the time of the day
  using terminal::Kind;
  std::vector<terminal::Column> columns{{"ID"}, {"LABEL", Kind::text}, {"SCOPES", Kind::words}};
  if (!is_narrow) columns.push_back({"AGE"});
  columns.push_back({"EXPIRY (UTC)"});
  if (shows_missing) columns.push_back({"MISSING", Kind::words});
  columns.push_back({"STATUS"});
  terminal::Table table(columns);
  for (const PersonalAccessToken& token : tokens) {
    std::vector<std::string> row{token.id ? std::to_string(*token.id) : "-", token.label.value_or("-"),
                                 scopes_of(token)};
    if (linode::matches_secret(token, options.in_use)) row.front() += " *";
    if (!is_narrow) row.push_back(age_of(token, now));
    const std::string expiry = expiry_of(token);
    row.push_back(is_narrow ? expiry.substr(0, expiry.find('T')) : expiry);
    if (shows_missing) {
      const std::string missing = options.missing.missing_from(linode::granted_scopes(token)).str();
      row.push_back(missing.empty() ? "-" : missing);
    }
    const auto [status, color] = status_of(token, now);
    row.push_back(status);
    table.add(row, terminal::takes_color() ? color : "");
  }
  table.print(std::cout, width);
}

}  // namespace token_table
