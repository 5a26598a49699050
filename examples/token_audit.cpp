// Shows the tokens of a file or of standard input, in any of the shapes that servers and clients give them, and finds
// those that need attention. The secret is never shown.
#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
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

// The names of scopes that the API documents: those of its description 4.229.1, also listed at
// https://techdocs.akamai.com/linode-api/reference/get-started
constexpr std::string_view documented_names[] = {
    "account",      "child_account", "databases", "domains",  "events",  "firewall",      "images",
    "ips",          "linodes",       "lke",       "longview", "monitor", "nodebalancers", "object_storage",
    "stackscripts", "volumes",       "vpc"};

void warn(const PersonalAccessToken& token, const std::string& what) {
  program::say("token_audit: " + audit::name_of(token) + ": " + what);
}

// A name that is neither documented nor seen may be a typo: then nobody, or everybody, matches.
void warn_of_unknown(const Scopes& asked, const std::set<std::string>& known) {
  for (const linode::Scope& scope : asked.list()) {
    if (known.count(scope.name) != 0) continue;
    program::say("token_audit: no token has a scope " + scope.name + "; is it a typo?");
  }
}

int run(const Options& options) {
  const audit::Filters& filters = options.filters;
  // Otherwise an audit whose --any was forgotten would be silent for ever.
  if (filters.exclude_each_other()) {
    throw std::invalid_argument(
        "token_audit: no token passes two of --expired, --expiring-within and --never-expires; add --any");
  }
  std::vector<PersonalAccessToken> selected;
  std::set<std::string> known_names(std::begin(documented_names), std::end(documented_names));
  bool is_unclear = false;
  const auto select = [&](const PersonalAccessToken& token, const audit::Succession& succession) {
    const audit::Selection selection = filters.select(token, options.now, succession);
    for (const auto& [reason, names] : selection.unclear) {
      warn(token, std::string(reason).append("; ").append(names).append(" cannot tell"));
    }
    is_unclear = is_unclear || !selection.unclear.empty();
    if (selection.value == true) selected.push_back(token);
  };
  std::vector<PersonalAccessToken> all;  // if a filter compares them
  const bool asks_for_scopes = filters.grants != Scopes() || filters.missing != Scopes();
  const std::string missing = listing::read(options.file, [&](linode::PersonalAccessTokenPage&& page) {
    for (PersonalAccessToken& token : page.data) {
      for (const std::string& part : linode::unrecognized_scopes(token.scopes.value_or(""))) {
        warn(token, "a scope that is not understood: " + part);
      }
      if (asks_for_scopes) {
        for (const linode::Scope& scope : granted_scopes(token).list()) known_names.insert(scope.name);
      }
      if (!filters.needs_succession()) select(token, {});
      if (filters.needs_succession()) all.push_back(std::move(token));
    }
  });
  const audit::Succession succession(all, options.now);
  for (const PersonalAccessToken& token : all) select(token, succession);
  sort(selected, options.sort);
  const int status = !missing.empty() || is_unclear ? 2 : !filters.is_empty() && !selected.empty() ? 1 : 0;
  if (options.json) {
    print_json(selected);
  } else if (!selected.empty()) {
    token_table::print(selected, options.now, {filters.missing, {}, options.wide});
  } else if (filters.is_empty() && status == 0) {
    std::cout << "no tokens\n";
  } else if (status == 0 && terminal::is_terminal()) {
    program::say("no token selected");
  }
  std::cout.flush();
  warn_of_unknown(filters.grants, known_names);
  warn_of_unknown(filters.missing, known_names);
  if (!missing.empty()) program::say(missing);
  return status;
}

// An option whose value is fully recognized scopes.
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
  const auto set = [&out](std::int64_t count) { out = audit::Days(count); };
  program::take_days(app.add_option_function<std::int64_t>(name, set, what), 0);
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
  add_scopes(app, "--missing", filters.missing, "'NAME:LEVEL ...'", "only tokens that lack some of these scopes");
  app.add_flag("--superseded", filters.superseded, "only tokens that a newer one of the same label supersedes");
  app.add_flag("--any", filters.any, "tokens that pass one of these filters, instead of all");
  app.add_flag("--latest", filters.latest, "leave out tokens that a newer one supersedes");
  app.add_option("--sort", options.sort, "the order of the tokens")
      ->check(CLI::IsMember({"expiry", "created", "label"}));
  app.add_flag("--json", options.json, "print a JSON array instead of a table, without the secrets");
  app.add_flag("--wide", options.wide, "do not fit the table to the width of the terminal");
  program::add_now(app, options.now);
  app.footer(
      "Filters are combined: a token must pass all of them, or with --any one of them. A newer token supersedes those "
      "of\n"
      "its label that end no later and have no other scopes, unless it has expired.\n\n"
      "The exit status is 1 if a filter selects any token, 0 if none or without a filter, 2 on an error, if a\n"
      "filter cannot tell, and if the listing is incomplete or holds no token. Tokens that a filter selects are\n"
      "printed, otherwise nothing. Of one label, at most 100 tokens are compared to find superseded ones.\n\n"
      "Examples:\n"
      "  linode-cli --json profile tokens-list --all-rows | token_audit --any --expired --expiring-within 30\n"
      "  token_audit --full-access --json tokens.json\n"
      "  token_audit --any --never-expires --expired --lifetime-over 90 tokens.json");
  return program::run(app, "token_audit", argc, argv, [&options] {
    try {
      return run(options);
    } catch (const std::exception& error) {
      program::say(error.what());  // begins with the name of the file, not of the program
    }
    return 2;
  });
}
