// Which tokens an audit is about: filters, as a value.
#pragma once

#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <ratio>
#include <string>

namespace audit {

using linode::PersonalAccessToken;
using linode::Scopes;
using linode::Timestamp;
using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;

inline bool never_expires(const PersonalAccessToken& token, Timestamp now) {
  return token.expiry && token.expiry->is_effectively_never(now);
}

// Never is longer than any span. A token of unknown age lives for as long as it still will, at least.
inline bool lives_longer_than(const PersonalAccessToken& token, Timestamp now, Days span) {
  return never_expires(token, now) || (token.expiry && token.expiry->remaining(token.created.value_or(now)) > span);
}

// The tokens that a newer one of the same label supersedes.
class Labels {
 public:
  void add(const PersonalAccessToken& token) {
    if (!token.label || !token.created) return;
    const auto [newest, is_new] = newest_.emplace(*token.label, *token.created);
    if (!is_new) newest->second = (std::max)(newest->second, *token.created);
  }
  [[nodiscard]] bool is_superseded(const PersonalAccessToken& token) const {
    return token.label && token.created && newest_.at(*token.label) > *token.created;
  }

 private:
  std::map<std::string, Timestamp> newest_;
};

struct Filters {
  std::optional<Days> expiring_within = {};
  std::optional<Days> lifetime_over = {};
  bool expired = false;
  bool never = false;
  bool full_access = false;
  bool superseded = false;
  Scopes grants = {};
  Scopes missing = {};
  bool any = false;     // one of these is enough
  bool latest = false;  // whatever they select, not what is superseded

  [[nodiscard]] bool needs_labels() const { return superseded || latest; }

  [[nodiscard]] bool is_empty() const {
    return !expiring_within && !lifetime_over && !expired && !never && !full_access && !superseded &&
           grants == Scopes() && missing == Scopes();
  }

  // `labels` has all tokens of the input, if they are needed.
  [[nodiscard]] bool select(const PersonalAccessToken& token, Timestamp now, const Labels& labels) const {
    if (latest && labels.is_superseded(token)) return false;
    const Scopes scopes = granted_scopes(token);
    bool all_pass = true;
    bool one_passes = false;
    const auto ask = [&](bool is_asked, auto&& passes) {
      if (!is_asked) return;
      const bool passed = passes();
      all_pass = all_pass && passed;
      one_passes = one_passes || passed;
    };
    ask(expiring_within.has_value(),
        [&] { return token.expiry && token.expiry->passes_within(*expiring_within, now); });
    ask(lifetime_over.has_value(), [&] { return lives_longer_than(token, now, *lifetime_over); });
    ask(expired, [&] { return token.expiry && token.expiry->has_passed(now); });
    ask(never, [&] { return never_expires(token, now); });
    ask(full_access, [&] { return scopes.is_all(); });
    ask(superseded, [&] { return labels.is_superseded(token); });
    ask(grants != Scopes(), [&] { return scopes.covers(grants); });
    ask(missing != Scopes(), [&] { return !scopes.covers(missing); });
    return any && !is_empty() ? one_passes : all_pass;
  }
};

}  // namespace audit
