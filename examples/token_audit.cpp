// Shows the tokens of a file or of standard input, in any of the shapes that servers and clients give them, and finds
// those that need attention. The secret is never shown.
#include <linode/personal_access_token.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "terminal.hpp"

namespace {

using linode::PersonalAccessToken;
using linode::Timestamp;
using terminal::Cell;

constexpr std::chrono::hours day{24};
constexpr auto soon = 30 * day;

struct Options {
  std::string file = "-";
  std::string now_text;
  Timestamp now;
  std::int64_t expiring_within = -1;  // days; negative: not asked for
  bool expired = false;
  bool full_access = false;
  std::string grants_text;
  std::string grants_name;
  linode::Access grants_level = linode::Access::none;
  bool json = false;

  [[nodiscard]] bool has_filter() const {
    return expiring_within >= 0 || expired || full_access || !grants_name.empty();
  }
};

bool has_expired(const PersonalAccessToken& token, Timestamp now) {
  return token.expiry && token.expiry->has_passed(now);
}

bool expires_within(const PersonalAccessToken& token, Timestamp now, std::chrono::hours span) {
  if (!token.expiry || !token.expiry->time() || token.expiry->has_passed(now)) return false;
  return *token.expiry->time() - now <= span;
}

// Whether a token passes all filters that were asked for. Without a scope string nothing is known to be granted.
bool is_selected(const PersonalAccessToken& token, const Options& options) {
  const linode::Scopes scopes(token.scopes.value_or(""));
  return (options.expiring_within < 0 || expires_within(token, options.now, options.expiring_within * day)) &&
         (!options.expired || has_expired(token, options.now)) && (!options.full_access || scopes.is_all()) &&
         (options.grants_name.empty() || scopes.grants(options.grants_name, options.grants_level));
}

std::string days(Timestamp::duration span) {
  const auto count = span / day;
  return std::to_string(count) + (count == 1 ? " day" : " days");
}

struct Status {
  std::string text;
  const char* color;
};

Status status_of(const PersonalAccessToken& token, Timestamp now) {
  constexpr const char* green = "\033[32m";
  constexpr const char* yellow = "\033[33m";
  constexpr const char* red = "\033[31m";
  if (!token.expiry) return {"unknown", yellow};
  if (token.expiry->is_effectively_never(now)) return {"never", yellow};
  const Timestamp end = *token.expiry->time();
  if (token.expiry->has_passed(now)) return {"expired " + days(now - end) + " ago", red};
  if (expires_within(token, now, soon)) return {"expires in " + days(end - now), yellow};
  return {"active", green};
}

constexpr std::size_t columns = 6;
using Row = std::array<Cell, columns>;

Row row_of(const PersonalAccessToken& token, Timestamp now) {
  std::string expiry = "-";
  if (token.expiry) expiry = token.expiry->time() ? linode::format_timestamp(*token.expiry->time()) : "never";
  return {terminal::printable(token.id ? std::to_string(*token.id) : "-"),
          terminal::printable(token.label.value_or("-")),
          terminal::printable(token.scopes ? (token.scopes->empty() ? "(none)" : *token.scopes) : "-"),
          terminal::printable(token.created ? days(now - *token.created) : "-"),
          terminal::printable(expiry),
          terminal::printable(status_of(token, now).text)};
}

void print_table(const std::vector<PersonalAccessToken>& tokens, Timestamp now) {
  const bool color = terminal::takes_color();
  std::vector<Row> rows{{Cell{"ID", 2}, {"LABEL", 5}, {"SCOPES", 6}, {"AGE", 3}, {"EXPIRY", 6}, {"STATUS", 6}}};
  for (const PersonalAccessToken& token : tokens) rows.push_back(row_of(token, now));
  std::array<std::size_t, columns> widths{};
  for (const Row& row : rows) {
    for (std::size_t column = 0; column < columns; ++column)
      widths[column] = std::max(widths[column], row[column].width);
  }
  for (std::size_t number = 0; number < rows.size(); ++number) {
    const Row& row = rows[number];
    for (std::size_t column = 0; column + 1 < columns; ++column) {
      std::cout << row[column].text << std::string(widths[column] - row[column].width + 2, ' ');
    }
    const bool colored = color && number > 0;
    if (colored) std::cout << status_of(tokens[number - 1], now).color;
    std::cout << row.back().text << (colored ? "\033[0m" : "") << '\n';
  }
}

void print_json(std::vector<PersonalAccessToken> tokens) {
  const char* separator = "[";
  for (PersonalAccessToken& token : tokens) {
    token.token.reset();
    std::cout << std::exchange(separator, ",\n ") << linode::to_json(token);
  }
  std::cout << (tokens.empty() ? "[]\n" : "]\n");
}

// Reads what is selected; the rest is not kept.
std::vector<PersonalAccessToken> read_selected(std::istream& stream, const Options& options) {
  if (!stream) throw std::runtime_error("cannot be opened");
  if (stream.peek() == std::istream::traits_type::eof()) throw std::runtime_error("nothing to read");
  std::vector<PersonalAccessToken> selected;
  linode::for_each_token(stream, [&](PersonalAccessToken&& token) {
    if (is_selected(token, options)) selected.push_back(std::move(token));
  });
  return selected;
}

std::vector<PersonalAccessToken> read_selected(const Options& options) {
  if (options.file == "-") {
    std::ios::sync_with_stdio(false);
    return read_selected(std::cin, options);
  }
  std::ifstream file(options.file, std::ios::binary);
  return read_selected(file, options);
}

int audit(const Options& options) {
  const std::vector<PersonalAccessToken> tokens = read_selected(options);
  if (options.json) {
    print_json(tokens);
  } else if (!tokens.empty()) {
    print_table(tokens, options.now);
  } else {
    std::cout << (options.has_filter() ? "no token selected\n" : "no tokens\n");
  }
  return options.has_filter() && !tokens.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  terminal::use_utf8();
  Options options;
  CLI::App app{"Shows Linode personal access tokens: a token, a page, an array, or any of these one after another."};
  app.add_option("FILE", options.file, "what to read; - is standard input")->capture_default_str();
  app.add_option("--expiring-within", options.expiring_within, "only tokens that expire within so many days")
      ->type_name("DAYS")
      ->check(CLI::Range(0, 36525));
  app.add_flag("--expired", options.expired, "only tokens that have expired");
  app.add_flag("--full-access", options.full_access, "only tokens with the scope *");
  app.add_option("--grants", options.grants_text, "only tokens that grant this scope, read_only or read_write")
      ->type_name("NAME:LEVEL");
  app.add_flag("--json", options.json, "print a JSON array instead of a table, without the secrets");
  app.add_option("--now", options.now_text, "the time to count from, 2018-01-01T00:01:01 for example")
      ->type_name("TIME");
  app.footer(
      "Filters are combined: a token has to pass all of them. The exit status is 1 if a filter selects any token,\n"
      "0 if none or without a filter, 2 on an error.\n\n"
      "Examples:\n"
      "  linode-cli --json profile tokens-list | token_audit --expiring-within 30\n"
      "  token_audit --full-access --json tokens.json");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }

  options.now = std::chrono::time_point_cast<Timestamp::duration>(std::chrono::system_clock::now());
  if (!options.now_text.empty()) {
    const auto now = linode::parse_timestamp(options.now_text);
    if (!now) {
      std::cerr << "--now: expected a timestamp such as 2018-01-01T00:01:01\n";
      return 2;
    }
    options.now = *now;
  }
  if (!options.grants_text.empty()) {
    const std::size_t colon = options.grants_text.find(':');
    const std::string level = colon == std::string::npos ? "" : options.grants_text.substr(colon + 1);
    if (colon == 0 || (level != "read_only" && level != "read_write")) {
      std::cerr << "--grants: expected NAME:read_only or NAME:read_write\n";
      return 2;
    }
    options.grants_name = options.grants_text.substr(0, colon);
    options.grants_level = level == "read_write" ? linode::Access::read_write : linode::Access::read_only;
  }

  const std::string source = options.file == "-" ? "standard input" : options.file;
  try {
    return audit(options);
  } catch (const linode::DecodeError& error) {
    std::cerr << source << ':' << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << source << ": " << error.what() << '\n';
  }
  return 2;
}
