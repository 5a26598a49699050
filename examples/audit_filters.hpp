// Which tokens an audit is about: filters, as a value. A filter cannot tell if its member is unset, or not understood.
#pragma once

#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ratio>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "listing.hpp"

namespace audit {

using linode::PersonalAccessToken;
using linode::Scopes;
using linode::Timestamp;
using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;

// Yes, no, or why nobody can tell.
struct Answer {
  std::optional<bool> value = {};
  std::string unclear = {};
};

inline Answer unset(const std::string& member) { return {{}, member + " is unset"}; }
inline Answer not_understood(const std::string& scopes) { return {{}, scopes + " are not understood"}; }

// Whether the scopes are set and understood. A part that is not might grant anything, or nothing.
inline bool is_understood(const PersonalAccessToken& token) {
  return token.scopes && linode::parse_scopes(*token.scopes);
}

// The member, or null if it is unset, or an implausible time of creation.
template <class Member>
auto known(const PersonalAccessToken& token, Member member, Timestamp now) {
  const auto& value = token.*member;
  bool is_known = value.has_value();
  if constexpr (std::is_same_v<Member, decltype(&PersonalAccessToken::created)>) {
    is_known = is_known && listing::is_plausible_creation(*value, now);
  }
  return is_known ? &*value : nullptr;
}

// Why it is null, in words.
template <class Member>
Answer unknown(const PersonalAccessToken& token, Member member, const std::string& name) {
  return token.*member ? Answer{{}, name + " is implausible"} : unset(name);
}

inline std::string name_of(const PersonalAccessToken& token) {
  return "token " + (token.id ? std::to_string(*token.id) : "without id");
}

// Never is longer than any span. A token of unknown age lives at least until its expiry.
inline Answer lives_longer_than(const PersonalAccessToken& token, Timestamp now, Days span) {
  if (!token.expiry) return unset("expiry");
  const Timestamp* const created = known(token, &PersonalAccessToken::created, now);
  if (token.expiry->is_effectively_never(now) || token.expiry->remaining(created ? *created : now) > span) {
    return {true};
  }
  return created ? Answer{false} : unknown(token, &PersonalAccessToken::created, "created");
}

// Finds tokens that a newer one supersedes: one of the same label that has not expired, ends no earlier, and covers the
// scopes. Keeps pointers to the tokens.
class Succession {
 public:
  Succession() = default;
  Succession(const std::vector<PersonalAccessToken>& tokens, Timestamp now) : size_(tokens.size()), now_(now) {
    std::vector<const PersonalAccessToken*> newest_first;
    for (const PersonalAccessToken& token : tokens) newest_first.push_back(&token);
    std::stable_sort(newest_first.begin(), newest_first.end(), [](const auto* a, const auto* b) {
      return b->created && (!a->created || *a->created > *b->created);
    });
    // A superseded token is not a candidate: whatever it supersedes, its successor supersedes. The limit keeps the time
    // linear; without it a few more tokens might be found.
    constexpr std::size_t max_candidates = 100;
    for (const PersonalAccessToken* token : newest_first) {
      if (token->expiry && token->expiry->has_passed(now)) continue;
      std::vector<Candidate>& candidates = candidates_[token->label];
      if (candidates.size() == max_candidates) continue;
      Candidate candidate(*token);
      if (is_superseded(candidate).value != true) candidates.push_back(std::move(candidate));
    }
  }

  [[nodiscard]] Answer is_superseded(const PersonalAccessToken& token) const { return is_superseded(Candidate(token)); }

 private:
  struct Candidate {
    explicit Candidate(const PersonalAccessToken& of)
        : token(&of), scopes(granted_scopes(of)), is_understood(audit::is_understood(of)) {}

    const PersonalAccessToken* token;
    Scopes scopes;
    bool is_understood;
  };

  [[nodiscard]] Answer is_superseded(const Candidate& older) const {
    Answer answer{false};
    if (!older.token->label && size_ > 1) answer = unset("label");
    for (const auto& label : {older.token->label, std::optional<std::string>()}) {
      const auto found = candidates_.find(label);
      if (found == candidates_.end()) continue;
      for (const Candidate& newer : found->second) {
        if (newer.token == older.token) continue;
        Answer one = supersedes(newer, older);
        if (one.value == true) return one;
        if (!one.value && answer.value) answer = std::move(one);
      }
    }
    return answer;
  }

  // Whether the newer one's scopes are enough for the older one's.
  static Answer covers(const Candidate& newer, const Candidate& older) {
    if (newer.scopes.is_all() || (older.is_understood && newer.scopes.covers(older.scopes))) return {true};
    if (!older.is_understood) return not_understood("scopes");
    return newer.is_understood ? Answer{false} : not_understood("scopes of " + name_of(*newer.token));
  }

  [[nodiscard]] Answer supersedes(const Candidate& newer, const Candidate& older) const {
    Answer answer{true};
    // An answer of no outweighs one that is unclear, and the first unclear one a later one.
    const auto require = [&](auto member, const std::string& name, auto&& holds) {
      const auto* const of_newer = known(*newer.token, member, now_);
      const auto* const of_older = known(*older.token, member, now_);
      Answer one = !of_older   ? unknown(*older.token, member, name)
                   : !of_newer ? unknown(*newer.token, member, name + " of " + name_of(*newer.token))
                               : holds(*of_newer, *of_older);
      if (one.value == false || answer.value == true) answer = std::move(one);
    };
    require(&PersonalAccessToken::label, "label", [](const auto& a, const auto& b) { return Answer{a == b}; });
    require(&PersonalAccessToken::created, "created", [](auto a, auto b) { return Answer{a > b}; });
    require(&PersonalAccessToken::expiry, "expiry", [](auto a, auto b) { return Answer{a >= b}; });
    require(&PersonalAccessToken::scopes, "scopes", [&](const auto&, const auto&) { return covers(newer, older); });
    return answer;
  }

  std::map<std::optional<std::string>, std::vector<Candidate>> candidates_;
  std::size_t size_ = 0;
  Timestamp now_ = {};
};

// Whether a token is selected; empty if nobody can tell. `unclear` has each reason, and the filters that it concerns.
struct Selection {
  std::optional<bool> value = {};
  std::vector<std::pair<std::string, std::string>> unclear = {};

  void add_unclear(const std::string& reason, const std::string& filter) {
    if (unclear.empty() || unclear.back().first != reason) {
      unclear.emplace_back(reason, filter);
    } else {
      unclear.back().second += ", " + filter;
    }
  }
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
  bool latest = false;  // leaves out superseded tokens

  [[nodiscard]] bool needs_succession() const { return superseded || latest; }

  [[nodiscard]] bool is_empty() const {
    return !expiring_within && !lifetime_over && !expired && !never && !full_access && !superseded &&
           grants == Scopes() && missing == Scopes();
  }

  // Whether no token passes all of them.
  [[nodiscard]] bool exclude_each_other() const {
    return !any && (expired ? 1 : 0) + (never ? 1 : 0) + (expiring_within ? 1 : 0) > 1;
  }

  // `succession` is made of all tokens of the input, if it is needed.
  [[nodiscard]] Selection select(const PersonalAccessToken& token, Timestamp now, const Succession& succession) const {
    Selection selection;
    bool one_passes = false;
    bool one_fails = false;
    const auto ask = [&](const char* filter, const Answer& answer) {
      one_passes = one_passes || answer.value == true;
      one_fails = one_fails || answer.value == false;
      if (!answer.value) selection.add_unclear(answer.unclear, filter);
    };
    const auto ask_expiry = [&](const char* filter, auto&& passes) {
      ask(filter, token.expiry ? Answer{passes(*token.expiry)} : unset("expiry"));
    };
    const auto ask_scopes = [&](const char* filter, auto&& passes) {
      if (!token.scopes) return ask(filter, unset("scopes"));
      const bool answer = passes(granted_scopes(token));
      const bool is_clear = answer == passes(Scopes("*")) || is_understood(token);
      ask(filter, is_clear ? Answer{answer} : not_understood("scopes"));
    };
    if (expired) ask_expiry("--expired", [&](auto expiry) { return expiry.has_passed(now); });
    if (expiring_within) {
      ask_expiry("--expiring-within", [&](auto expiry) { return expiry.passes_within(*expiring_within, now); });
    }
    if (never) ask_expiry("--never-expires", [&](auto expiry) { return expiry.is_effectively_never(now); });
    if (lifetime_over) ask("--lifetime-over", lives_longer_than(token, now, *lifetime_over));
    if (full_access) ask_scopes("--full-access", [](const Scopes& scopes) { return scopes.is_all(); });
    if (grants != Scopes()) ask_scopes("--grants", [&](const Scopes& scopes) { return scopes.covers(grants); });
    if (missing != Scopes()) ask_scopes("--missing", [&](const Scopes& scopes) { return !scopes.covers(missing); });
    if (superseded) ask("--superseded", succession.is_superseded(token));

    const bool one_is_enough = any && !is_empty();
    if (one_is_enough ? one_passes : one_fails) {
      selection = {one_is_enough};
    } else if (selection.unclear.empty()) {
      selection.value = !one_is_enough;
    }
    if (latest && selection.value != false) {
      const Answer answer = succession.is_superseded(token);
      if (answer.value == true) selection = {false};
      if (!answer.value) selection.add_unclear(answer.unclear, "--latest");  // still counts
    }
    return selection;
  }
};

}  // namespace audit
