// Shows the tokens of a file or of standard input, in any of the shapes that servers and clients give them, and finds
// those that need attention. The secret is never shown.
#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "listing.hpp"
#include "program.hpp"
#include "terminal.hpp"

namespace {

using linode::PersonalAccessToken;
using linode::Scopes;
using linode::Timestamp;

constexpr std::chrono::hours day{24};
constexpr auto soon = 30 * day;

struct Options {
  std::string file = "-";
  Timestamp now;
  std::int64_t expiring_within = -1;  // days; negative: not asked for
  std::int64_t lifetime_over = -1;    // the same
  bool expired = false;
  bool never_expires = false;
  bool full_access = false;
  Scopes grants;
  Scopes missing;
  std::string sort;
  bool json = false;
  bool wide = false;

  [[nodiscard]] bool has_filter() const {
    return expiring_within >= 0 || lifetime_over >= 0 || expired || never_expires || full_access ||
           grants != Scopes() || missing != Scopes();
  }
};

// Without a scope string nothing is known to be granted.
Scopes scopes_of(const PersonalAccessToken& token) { return Scopes(token.scopes.value_or("")); }

bool has_expired(const PersonalAccessToken& token, Timestamp now) {
  return token.expiry && token.expiry->has_passed(now);
}

bool never_expires(const PersonalAccessToken& token, Timestamp now) {
  return token.expiry && token.expiry->is_effectively_never(now);
}

bool expires_within(const PersonalAccessToken& token, Timestamp now, std::chrono::hours span) {
  if (!token.expiry || !token.expiry->time() || token.expiry->has_passed(now)) return false;
  return *token.expiry->time() - now <= span;
}

// Never is longer than any span. A token of unknown age lives for as long as it still will, at least.
bool lives_longer_than(const PersonalAccessToken& token, Timestamp now, std::chrono::hours span) {
  if (!token.expiry) return false;
  if (never_expires(token, now)) return true;
  return *token.expiry->time() - token.created.value_or(now) > span;
}

// Whether a token passes all filters that were asked for.
bool is_selected(const PersonalAccessToken& token, const Scopes& scopes, const Options& options) {
  const Timestamp now = options.now;
  return (options.expiring_within < 0 || expires_within(token, now, options.expiring_within * day)) &&
         (options.lifetime_over < 0 || lives_longer_than(token, now, options.lifetime_over * day)) &&
         (!options.expired || has_expired(token, now)) && (!options.never_expires || never_expires(token, now)) &&
         (!options.full_access || scopes.is_all()) && scopes.covers(options.grants) &&
         (options.missing == Scopes() || !scopes.covers(options.missing));
}

std::string days(Timestamp::duration span) {
  const auto count = span / day;
  return std::to_string(count) + (count == 1 ? " day" : " days");
}

std::string age_of(const PersonalAccessToken& token, Timestamp now) {
  if (!token.created) return "-";
  return *token.created > now ? "in the future" : days(now - *token.created);
}

std::string expiry_of(const PersonalAccessToken& token) {
  if (!token.expiry) return "-";
  return token.expiry->time() ? linode::format_timestamp(*token.expiry->time()) : "never";
}

// What is to be said of a token, and in which colour.
std::pair<std::string, const char*> status_of(const PersonalAccessToken& token, Timestamp now) {
  constexpr const char* green = "\033[32m";
  constexpr const char* yellow = "\033[33m";
  constexpr const char* red = "\033[31m";
  if (!token.expiry) return {"unknown", yellow};
  if (never_expires(token, now)) return {"never", yellow};
  const Timestamp end = *token.expiry->time();
  if (token.expiry->has_passed(now)) return {"expired " + days(now - end) + " ago", red};
  if (expires_within(token, now, soon)) return {"expires in " + days(end - now), yellow};
  return {"active", green};
}

void print_table(const std::vector<PersonalAccessToken>& tokens, const Options& options) {
  const bool shows_missing = options.missing != Scopes();
  const std::size_t width = options.wide ? static_cast<std::size_t>(-1) : terminal::columns();
  constexpr std::size_t enough_for_times = 80;
  std::vector<terminal::Column> columns{{"ID"}, {"LABEL", true}, {"SCOPES", true}, {"AGE"}, {"EXPIRY"}};
  if (shows_missing) columns.push_back({"MISSING", true});
  columns.push_back({"STATUS"});
  terminal::Table table(columns);
  for (const PersonalAccessToken& token : tokens) {
    std::vector<std::string> row{token.id ? std::to_string(*token.id) : "-", token.label.value_or("-"),
                                 token.scopes ? (token.scopes->empty() ? "(none)" : *token.scopes) : "-",
                                 age_of(token, options.now), expiry_of(token)};
    if (width < enough_for_times) row.back() = row.back().substr(0, row.back().find('T'));
    if (shows_missing) {
      const std::string missing = options.missing.missing_from(scopes_of(token)).str();
      row.push_back(missing.empty() ? "-" : missing);
    }
    const auto [status, color] = status_of(token, options.now);
    row.push_back(status);
    table.add(std::move(row), terminal::takes_color() ? color : "");
  }
  table.print(std::cout, width);
}

void print_json(std::vector<PersonalAccessToken> tokens) {
  const char* separator = "[";
  for (PersonalAccessToken& token : tokens) {
    token.token.reset();
    std::cout << std::exchange(separator, ",\n ") << linode::to_json(token);
  }
  std::cout << (tokens.empty() ? "[]\n" : "]\n");
}

// Unset members come last.
void sort(std::vector<PersonalAccessToken>& tokens, const std::string& by) {
  const auto sort_by = [&tokens](auto member) {
    std::stable_sort(tokens.begin(), tokens.end(), [member](const auto& a, const auto& b) {
      return (a.*member).has_value() && (!(b.*member).has_value() || *(a.*member) < *(b.*member));
    });
  };
  if (by == "expiry") sort_by(&PersonalAccessToken::expiry);
  if (by == "created") sort_by(&PersonalAccessToken::created);
  if (by == "label") sort_by(&PersonalAccessToken::label);
}

// A name that no token has may be a typo, which would make an answer of nobody, or of everybody.
void warn_of_unseen(const Scopes& asked, const std::set<std::string>& seen) {
  for (const linode::Scope& scope : asked.list()) {
    if (seen.count(scope.name) != 0) continue;
    std::cerr << "token_audit: no token has a scope " << terminal::printable(scope.name).text << "; is it a typo?\n";
  }
}

int audit(const Options& options) {
  std::vector<PersonalAccessToken> selected;  // the rest is not kept
  std::set<std::string> seen;
  const bool asks_for_scopes = options.grants != Scopes() || options.missing != Scopes();
  const std::string missing = listing::read(options.file, [&](PersonalAccessToken&& token) {
    const Scopes scopes = scopes_of(token);
    if (asks_for_scopes) {
      for (const linode::Scope& scope : scopes.list()) seen.insert(scope.name);
    }
    if (is_selected(token, scopes, options)) selected.push_back(std::move(token));
  });
  sort(selected, options.sort);
  if (options.json) {
    print_json(selected);
  } else if (!selected.empty()) {
    print_table(selected, options);
  } else {
    std::cout << (options.has_filter() ? "no token selected\n" : "no tokens\n");
  }
  std::cout.flush();
  warn_of_unseen(options.grants, seen);
  warn_of_unseen(options.missing, seen);
  if (!missing.empty()) throw std::runtime_error(missing);
  return options.has_filter() && !selected.empty() ? 1 : 0;
}

// An option whose value is scopes that this program knows to the last part.
void add_scopes(CLI::App& app, const std::string& name, Scopes& out, const std::string& type, const std::string& what) {
  app.add_option_function<std::string>(
         name,
         [&out, name, type](const std::string& text) {
           out = Scopes(text);
           std::size_t parts = 0;
           for (std::size_t at = 0; (at = text.find_first_not_of(" ,", at)) != std::string::npos; ++parts) {
             at = (std::min)(text.find_first_of(" ,", at), text.size());
           }
           if (parts == 0 || (!out.is_all() && parts != out.list().size())) {
             throw CLI::ValidationError(name, "expected " + type + ", LEVEL read_only or read_write, each NAME once");
           }
         },
         what)
      ->type_name(type);
}

}  // namespace

int main(int argc, char** argv) {
  terminal::use_utf8();
  Options options;
  CLI::App app{"Shows Linode personal access tokens: a token, a page, an array, or any of these one after another."};
  const auto range = CLI::Range(0, 36525);
  app.add_option("FILE", options.file, "what to read; - is standard input")->capture_default_str();
  app.add_option("--expiring-within", options.expiring_within, "only tokens that expire within so many days")
      ->type_name("DAYS")
      ->check(range);
  app.add_flag("--expired", options.expired, "only tokens that have expired");
  app.add_flag("--never-expires", options.never_expires, "only tokens that never expire, or in more than 100 years");
  app.add_option("--lifetime-over", options.lifetime_over, "only tokens that live longer than so many days")
      ->type_name("DAYS")
      ->check(range);
  app.add_flag("--full-access", options.full_access, "only tokens with the scope *");
  add_scopes(app, "--grants", options.grants, "NAME:LEVEL", "only tokens that grant this scope");
  add_scopes(app, "--missing", options.missing, "\"NAME:LEVEL ...\"", "only tokens that lack some of these scopes");
  app.add_option("--sort", options.sort, "the order of the tokens")
      ->check(CLI::IsMember({"expiry", "created", "label"}));
  app.add_flag("--json", options.json, "print a JSON array instead of a table, without the secrets");
  app.add_flag("--wide", options.wide, "do not fit the table to the width of the terminal");
  program::add_now(app, options.now);
  app.footer(
      "Filters are combined: a token must pass all of them. The exit status is 1 if a filter selects any token,\n"
      "0 if none or without a filter, 2 on an error, and if the listing is incomplete.\n\n"
      "Examples:\n"
      "  linode-cli --json profile tokens-list --all-rows | token_audit --expiring-within 30\n"
      "  token_audit --full-access --json tokens.json");
  return program::run(app, "token_audit", argc, argv, [&options] {
    const std::string source = options.file == "-" ? "standard input" : options.file;
    try {
      return audit(options);
    } catch (const linode::DecodeError& error) {
      std::cerr << source << ':' << error.what() << '\n';
    } catch (const std::exception& error) {
      std::cerr << source << ": " << error.what() << '\n';
    }
    return 2;
  });
}
