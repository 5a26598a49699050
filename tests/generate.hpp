// Random tokens and texts, the same in every run.
#pragma once

#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/token.hpp>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>

namespace generate {

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::Timestamp;

// One bit per member of a token.
enum Member : unsigned { created = 1, expiry = 2, id = 4, label = 8, scopes = 16, token = 32 };
inline constexpr unsigned all_members = 63;
inline constexpr unsigned settable_at_creation = expiry | label | scopes;
inline constexpr unsigned settable_at_any_time = label;
inline constexpr const char* names[] = {"created", "expiry", "id", "label", "scopes", "token"};

static_assert(linode::detail::field_count<PersonalAccessToken> == 6,
              "a new member: give it a bit in generate::Member, a name in generate::names, a line in generate::subset "
              "and one in generate::Random::token");
static_assert(std::size(names) == 6 && all_members == (1U << 6) - 1);

// The members of a token whose bit is set.
inline PersonalAccessToken subset(const PersonalAccessToken& from, unsigned members) {
  PersonalAccessToken result;
  if (members & created) result.created = from.created;
  if (members & expiry) result.expiry = from.expiry;
  if (members & id) result.id = from.id;
  if (members & label) result.label = from.label;
  if (members & scopes) result.scopes = from.scopes;
  if (members & token) result.token = from.token;
  return result;
}

class Random {
 public:
  explicit Random(std::uint_fast64_t seed) : engine_(seed) {}

  // Not std::uniform_int_distribution, which differs between libraries.
  std::int64_t integer(std::int64_t low, std::int64_t high) {
    const auto range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t value = range == UINT64_MAX ? engine_() : engine_() % (range + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + value);
  }

  std::size_t index(std::size_t size) {
    return static_cast<std::size_t>(integer(0, static_cast<std::int64_t>(size) - 1));
  }
  bool one_in(std::int64_t times) { return integer(1, times) == 1; }

  // Any time that has a text form; two of three are whole seconds.
  Timestamp timestamp() {
    constexpr std::int64_t first = -62'167'219'200'000'000;
    constexpr std::int64_t last = 253'402'300'799'999'999;
    std::int64_t count = integer(first, last);
    if (!one_in(3)) count -= count % 1'000'000;
    return Timestamp{std::chrono::microseconds{count}};
  }

  // Code points of every length; many of them must be escaped in JSON.
  std::string text(std::int64_t longest = 40) {
    constexpr const char* pieces[] = {"a",      "Z",      "0",      " ",      "\"",     "\\",         "/",
                                      "\b",     "\f",     "\n",     "\r",     "\t",     "\x01",       "\x1f",
                                      "\x7f",   "\u0080", "é",      "\u07ff", "\u0800", "€",          "請",
                                      "\ud7ff", "\ue000", "\u2028", "\uffff", "😀",      "\U00010000", "\U0010ffff"};
    std::string result;
    for (std::int64_t length = integer(0, longest); length > 0; --length) {
      if (one_in(20)) {
        result += '\0';
      } else if (one_in(2)) {
        result += static_cast<char>(integer('a', 'z'));
      } else {
        result += pieces[index(std::size(pieces))];
      }
    }
    return result;
  }

  // Parts that Scopes recognizes, in any spelling.
  std::string scopes() {
    constexpr const char* scope_names[] = {"linodes", "domains", "account", "tokens", "object_storage", "new_one"};
    constexpr const char* levels[] = {"read_only", "read_write", "view", "modify", "create", "delete", "none", "*"};
    if (one_in(8)) return "*";
    std::string result;
    for (std::int64_t count = integer(1, 4); count > 0; --count) {
      result += std::string(scope_names[index(std::size(scope_names))]) + ':' + levels[index(std::size(levels))];
      if (count > 1) result += one_in(3) ? ", " : " ";
    }
    return result;
  }

  PersonalAccessToken token(unsigned members) {
    PersonalAccessToken full;
    full.created = timestamp();
    full.expiry = one_in(4) ? Expiry::never() : Expiry(timestamp());
    full.id = one_in(2) ? integer(0, 99'999'999) : integer(INT64_MIN, INT64_MAX);
    full.label = text();
    full.scopes = text();
    full.token = text(70);
    return subset(full, members);
  }

  PersonalAccessToken token() { return token(static_cast<unsigned>(integer(0, all_members))); }

  linode::PersonalAccessTokenPage page() {
    linode::PersonalAccessTokenPage page;
    for (std::int64_t count = integer(0, 5); count > 0; --count) page.data.push_back(token());
    if (one_in(2)) page.page = integer(1, 9);
    if (one_in(2)) page.pages = integer(1, 9);
    if (one_in(2)) page.results = integer(0, 999);
    return page;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace generate
