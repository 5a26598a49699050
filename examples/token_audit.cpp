// Shows the tokens of a file or of standard input, in any of the shapes that servers and clients give them, and finds
// those that need attention. The secret is never shown.
#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "audit_filters.hpp"
#include "listing.hpp"
#include "program.hpp"
#include "token_table.hpp"

namespace {

using linode::PersonalAccessToken;
using linode::Scopes;

struct Options {
  std::string file = "-";
  linode::Timestamp now;
  audit::Filters filters;
  std::string sort;
  bool json = false;
  bool wide = false;
};

void print_json(std::vector<PersonalAccessToken> tokens) {
  const char* separator = "[";
  for (PersonalAccessToken& token : tokens) {
    token.token.reset();
    std::cout << std::exchange(separator, ",\n ") << program::safe_json(linode::to_json(token));
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

// What no filter understands may grant anything.
void warn_of_unrecognized(const PersonalAccessToken& token) {
  for (const std::string& part : linode::unrecognized_scopes(token.scopes.value_or(""))) {
    std::cerr << "token_audit: token " << (token.id ? std::to_string(*token.id) : "without id")
              << ": a scope that is not understood: " << linode::printable(part) << '\n';
  }
}

// A name that no token has may be a typo, which would make an answer of nobody, or of everybody.
void warn_of_unseen(const Scopes& asked, const std::set<std::string>& seen) {
  for (const linode::Scope& scope : asked.list()) {
    if (seen.count(scope.name) != 0) continue;
    std::cerr << "token_audit: no token has a scope " << linode::printable(scope.name) << "; is it a typo?\n";
  }
}

int run(const Options& options) {
  const audit::Filters& filters = options.filters;
  std::vector<PersonalAccessToken> kept;  // selected ones, or all, where what comes later may change that
  audit::Labels labels;
  std::set<std::string> seen;
  const bool asks_for_scopes = filters.grants != Scopes() || filters.missing != Scopes();
  const std::string missing = listing::read(options.file, [&](PersonalAccessToken&& token) {
    warn_of_unrecognized(token);
    if (asks_for_scopes) {
      for (const linode::Scope& scope : granted_scopes(token).list()) seen.insert(scope.name);
    }
    if (filters.needs_labels()) labels.add(token);
    if (filters.needs_labels() || filters.select(token, options.now, labels)) kept.push_back(std::move(token));
  });
  if (filters.needs_labels()) {
    const auto is_left_out = [&](const auto& token) { return !filters.select(token, options.now, labels); };
    kept.erase(std::remove_if(kept.begin(), kept.end(), is_left_out), kept.end());
  }
  sort(kept, options.sort);
  if (options.json) {
    print_json(kept);
  } else if (!kept.empty()) {
    token_table::print(kept, options.now, {filters.missing, {}, options.wide});
  } else if (missing.empty()) {
    std::cout << (filters.is_empty() ? "no tokens\n" : "no token selected\n");
  }
  std::cout.flush();
  warn_of_unseen(filters.grants, seen);
  warn_of_unseen(filters.missing, seen);
  if (!missing.empty()) throw std::runtime_error(missing);
  return !filters.is_empty() && !kept.empty() ? 1 : 0;
}

// An option whose value is scopes that this program knows to the last part.
void add_scopes(CLI::App& app, const std::string& name, Scopes& out, const std::string& type, const std::string& what) {
  app.add_option_function<std::string>(
         name,
         [&out, name, type](const std::string& text) {
           out = linode::parse_scopes(text).value_or(Scopes());
           if (out == Scopes()) {
             throw CLI::ValidationError(name, "expected " + type + ", LEVEL read_only or read_write");
           }
         },
         what)
      ->type_name(type);
}

void add_days(CLI::App& app, const std::string& name, std::optional<audit::Days>& out, const std::string& what) {
  app.add_option_function<std::int64_t>(
         name, [&out](std::int64_t count) { out = audit::Days(count); }, what)
      ->type_name("DAYS")
      ->check(CLI::Range(0, 36525));
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  audit::Filters& filters = options.filters;
  CLI::App app{"Shows Linode personal access tokens: a token, a page, an array, or any of these one after another."};
  app.add_option("FILE", options.file, "what to read; - is standard input")->capture_default_str();
  add_days(app, "--expiring-within", filters.expiring_within, "only tokens that expire within so many days");
  app.add_flag("--expired", filters.expired, "only tokens that have expired");
  app.add_flag("--never-expires", filters.never, "only tokens that never expire, or in more than 100 years");
  add_days(app, "--lifetime-over", filters.lifetime_over, "only tokens that live longer than so many days");
  app.add_flag("--full-access", filters.full_access, "only tokens with the scope *");
  add_scopes(app, "--grants", filters.grants, "NAME:LEVEL", "only tokens that grant this scope");
  add_scopes(app, "--missing", filters.missing, "\"NAME:LEVEL ...\"", "only tokens that lack some of these scopes");
  app.add_flag("--superseded", filters.superseded, "only tokens of whose label there is a newer one");
  app.add_flag("--any", filters.any, "tokens that pass one of these filters, instead of all");
  app.add_flag("--latest", filters.latest, "leave out tokens of whose label there is a newer one");
  app.add_option("--sort", options.sort, "the order of the tokens")
      ->check(CLI::IsMember({"expiry", "created", "label"}));
  app.add_flag("--json", options.json, "print a JSON array instead of a table, without the secrets");
  app.add_flag("--wide", options.wide, "do not fit the table to the width of the terminal");
  program::add_now(app, options.now);
  app.footer(
      "Filters are combined: a token must pass all of them, or with --any one of them. The exit status is 1 if a\n"
      "filter selects any token, 0 if none or without a filter, 2 on an error, and if the listing is incomplete or\n"
      "holds no token.\n\n"
      "Examples:\n"
      "  linode-cli --json profile tokens-list --all-rows | token_audit --expiring-within 30 --latest\n"
      "  token_audit --full-access --json tokens.json\n"
      "  token_audit --any --never-expires --expired --lifetime-over 90 tokens.json");
  return program::run(app, "token_audit", argc, argv, [&options] {
    const std::string source = options.file == "-" ? "standard input" : linode::printable(options.file);
    try {
      return run(options);
    } catch (const linode::DecodeError& error) {
      const bool has_position = error.reason() != linode::DecodeError::Reason::api_error;
      std::cerr << source << (has_position ? ":" : ": ") << error.what() << '\n';
    } catch (const std::exception& error) {
      std::cerr << source << ": " << error.what() << '\n';
    }
    return 2;
  });
}
