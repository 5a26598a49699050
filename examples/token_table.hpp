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

constexpr std::chrono::hours day{24};

inline std::string days(Timestamp::duration span) {
  const auto count = span / day;
  return std::to_string(count) + (count == 1 ? " day" : " days");
}

inline std::string age_of(const PersonalAccessToken& token, Timestamp now) {
  if (!token.created) return "-";
  return *token.created > now ? "in the future" : days(now - *token.created);
}

inline std::string expiry_of(const PersonalAccessToken& token) {
  if (!token.expiry) return "-";
  return token.expiry->is_never() ? "never" : linode::format_timestamp(token.expiry->time());
}

// What is to be said of a token, and in which colour.
inline std::pair<std::string, const char*> status_of(const PersonalAccessToken& token, Timestamp now) {
  constexpr const char* green = "\033[32m";
  constexpr const char* yellow = "\033[33m";
  constexpr const char* red = "\033[31m";
  constexpr auto soon = 30 * day;
  if (!token.expiry) return {"unknown", yellow};
  if (token.expiry->is_effectively_never(now)) return {"never", yellow};
  const Timestamp::duration remaining = token.expiry->remaining(now);
  if (token.expiry->has_passed(now)) return {"expired " + days(-remaining) + " ago", red};
  if (token.expiry->passes_within(soon, now)) return {"expires in " + days(remaining), yellow};
  return {"active", green};
}

// What else a table shows.
struct Options {
  linode::Scopes missing = {};   // a column of those of these that each token lacks
  std::string_view in_use = {};  // the token of this secret is marked
  bool wide = false;             // as wide as it is
};

inline void print(const std::vector<PersonalAccessToken>& tokens, Timestamp now, const Options& options) {
  const bool shows_missing = options.missing != linode::Scopes();
  const std::size_t width = options.wide ? static_cast<std::size_t>(-1) : terminal::columns();
  constexpr std::size_t enough_for_times = 80;
  std::vector<terminal::Column> columns{{"ID"}, {"LABEL", true}, {"SCOPES", true}, {"AGE"}, {"EXPIRY"}};
  if (shows_missing) columns.push_back({"MISSING", true});
  columns.push_back({"STATUS"});
  terminal::Table table(columns);
  for (const PersonalAccessToken& token : tokens) {
    std::vector<std::string> row{token.id ? std::to_string(*token.id) : "-", token.label.value_or("-"),
                                 token.scopes ? (token.scopes->empty() ? "(none)" : *token.scopes) : "-",
                                 age_of(token, now), expiry_of(token)};
    if (linode::matches_secret(token, options.in_use)) row.front() += " *";
    if (width < enough_for_times) row.back() = row.back().substr(0, row.back().find('T'));
    if (shows_missing) {
      const std::string missing = options.missing.missing_from(linode::granted_scopes(token)).str();
      row.push_back(missing.empty() ? "-" : missing);
    }
    const auto [status, color] = status_of(token, now);
    row.push_back(status);
    table.add(std::move(row), terminal::takes_color() ? color : "");
  }
  table.print(std::cout, width);
}

}  // namespace token_table
