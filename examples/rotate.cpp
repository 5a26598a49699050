// From a token's JSON, the body of the request for its successor: the same label and scopes, and the same lifetime,
// counted from now.
//
//   body=$(rotate < token.json) &&
//     curl --json "$body" --oauth2-bearer "$LINODE_TOKEN" https://api.linode.com/v4/profile/tokens
//
// Not through a pipe: if rotate refuses, curl would send an empty body, which asks for all scopes and no end.
#include <linode/personal_access_token.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "listing.hpp"
#include "program.hpp"

namespace {

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::Timestamp;

constexpr std::chrono::hours day{24};

// The one token of standard input: alone, or as an array or a page of one, as `linode-cli --json` and `live_tokens
// --json` print it.
PersonalAccessToken read_token() {
  std::size_t documents = 0;
  std::vector<PersonalAccessToken> tokens;
  const std::string missing = listing::read("-", [&](linode::PersonalAccessTokenPage&& page) {
    ++documents;
    tokens = std::move(page.data);
  });
  if (!missing.empty()) throw std::invalid_argument(missing);
  if (documents != 1 || tokens.size() != 1) throw std::invalid_argument("expected exactly one token");
  return tokens.front();
}

// The end of a successor that lasts so long. A time that cannot be written would mean that it never ends.
Expiry end_after(Timestamp now, Timestamp::duration lifetime) {
  const Expiry end(now + lifetime);
  if (end.is_never()) throw std::invalid_argument("/expiry: the successor would end after the year 9999");
  return end;
}

// When the successor ends, if it lasts as long as the token.
Expiry end_of_successor(const PersonalAccessToken& token, Timestamp now) {
  if (token.expiry->is_effectively_never(now)) return Expiry::never();
  if (!token.created) throw std::invalid_argument("/created: unset; the lifetime is not known, give --lifetime");
  if (!listing::is_plausible_creation(*token.created, now)) {
    throw std::invalid_argument("/created: before 2003, or in the future; give --lifetime");
  }
  const auto lifetime = token.expiry->remaining(*token.created);
  if (lifetime <= lifetime.zero()) throw std::invalid_argument("/expiry: not after /created");
  if (lifetime > program::max_days * day) throw std::invalid_argument("/expiry: more than 100 years after /created");
  return end_after(now, lifetime);
}

// The server would fill in more than the token had.
void require_what_the_server_fills_in(const PersonalAccessToken& token) {
  if (!token.scopes) {
    throw std::invalid_argument("/scopes: unset; the successor would get all scopes of the calling token");
  }
  if (!token.expiry) throw std::invalid_argument("/expiry: unset; the successor would never expire");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Reads a token, or a list of one, from standard input and prints the body of the POST request for its "
      "successor:\n"
      "the same label and scopes, ending at now + (expiry - created)."};
  Timestamp now;
  int lifetime = 0;
  program::take_days(app.add_option("--lifetime", lifetime, "end in so many days instead"), 1);
  program::add_now(app, now);
  app.footer(
      "Example, which sends nothing if rotate refuses the token:\n"
      "  body=$(rotate < token.json) &&\n"
      "    curl --json \"$body\" --oauth2-bearer \"$LINODE_TOKEN\" https://api.linode.com/v4/profile/tokens");
  return program::run(app, "rotate", argc, argv, [&] {
    PersonalAccessToken token = read_token();
    require_what_the_server_fills_in(token);
    // Legacy levels and other separators are written as the API documents them; what is not understood is refused
    // below.
    if (const auto scopes = linode::parse_scopes(*token.scopes)) token.scopes = scopes->str();
    token.expiry = lifetime > 0 ? end_after(now, lifetime * day) : end_of_successor(token, now);
    std::cout << program::safe_json(linode::create_request(token)) << '\n';
    return 0;
  });
}
