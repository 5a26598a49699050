// From a token's JSON, the body of the request for its successor: the same label and scopes, and the same lifetime,
// counted from now.
//
//   rotate < token.json | curl --json @- --oauth2-bearer "$LINODE_TOKEN" https://api.linode.com/v4/profile/tokens
#include <linode/personal_access_token.hpp>

#include <chrono>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "program.hpp"

namespace {

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::Timestamp;

constexpr std::chrono::hours day{24};
constexpr int max_days = 36'525;  // 100 years, beyond which a token is one that never expires

// One token, or the array of one that `linode-cli --json` prints of it.
PersonalAccessToken read_token(const std::string& text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || text[start] != '[') return linode::from_json(text);
  std::size_t documents = 0;
  std::vector<PersonalAccessToken> tokens;
  linode::for_each_page(std::istringstream(text), [&](linode::PersonalAccessTokenPage&& page) {
    ++documents;
    tokens = std::move(page.data);
  });
  if (documents != 1 || tokens.size() != 1) throw std::invalid_argument("expected exactly one token");
  return tokens.front();
}

// When the successor ends, if it lasts as long as the token. A `created` that nobody set would make it last for ever.
Expiry end_of_successor(const PersonalAccessToken& token, Timestamp now) {
  if (token.expiry->is_effectively_never(now)) return Expiry::never();
  if (!token.created) throw std::invalid_argument("/created: unset; the lifetime is not known, give --lifetime");
  if (*token.created <= Timestamp{}) {
    throw std::invalid_argument("/created: not later than 1970, which is no time of creation; give --lifetime");
  }
  const auto lifetime = token.expiry->remaining(*token.created);
  if (lifetime <= lifetime.zero()) throw std::invalid_argument("/expiry: not after /created");
  if (lifetime > max_days * day) throw std::invalid_argument("/expiry: more than 100 years after /created");
  return now + lifetime;
}

// What the server would fill in by itself is refused: it fills in more than the token had.
void require_what_the_server_fills_in(const PersonalAccessToken& token) {
  if (!token.scopes) {
    throw std::invalid_argument("/scopes: unset; the successor would get all scopes of the calling token");
  }
  if (!token.expiry) throw std::invalid_argument("/expiry: unset; the successor would never expire");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Reads a token from standard input and prints the body of the POST request for its successor:\n"
      "the same label and scopes, ending at now + (expiry - created)."};
  Timestamp now;
  int lifetime = 0;
  app.add_option("--lifetime", lifetime, "end in so many days instead")
      ->type_name("DAYS")
      ->check(CLI::Range(1, max_days));
  program::add_now(app, now);
  return program::run(app, "rotate", argc, argv, [&] {
    PersonalAccessToken token = read_token({std::istreambuf_iterator<char>(std::cin), {}});
    require_what_the_server_fills_in(token);
    token.expiry = lifetime > 0 ? Expiry(now + lifetime * day) : end_of_successor(token, now);
    std::cout << program::safe_json(linode::create_request(token)) << '\n';
    return 0;
  });
}
