// From a token's JSON, the body of the request for its successor: the same label and scopes, and the same lifetime,
// counted from now.
//
//   rotate < token.json | curl --json @- --oauth2-bearer "$LINODE_TOKEN" https://api.linode.com/v4/profile/tokens
#include <linode/personal_access_token.hpp>

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

// What the server would fill in by itself is refused: it fills in more than the token had.
PersonalAccessToken successor_of(PersonalAccessToken token, Timestamp now) {
  if (!token.scopes) {
    throw std::invalid_argument("/scopes: unset; the successor would get all scopes of the calling token");
  }
  if (!token.expiry) throw std::invalid_argument("/expiry: unset; the successor would never expire");
  if (token.expiry->is_effectively_never(token.created.value_or(now))) {
    token.expiry = Expiry::never();
    return token;
  }
  if (!token.created) throw std::invalid_argument("/created: unset; the lifetime of the token is not known");
  const auto lifetime = *token.expiry->time() - *token.created;
  if (lifetime <= lifetime.zero()) throw std::invalid_argument("/expiry: not after /created");
  token.expiry = now + lifetime;
  return token;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Reads a token from standard input and prints the body of the POST request for its successor:\n"
      "the same label and scopes, ending at now + (expiry - created)."};
  Timestamp now;
  program::add_now(app, now);
  return program::run(app, "rotate", argc, argv, [&] {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    std::cout << linode::create_request(successor_of(read_token(text), now)) << '\n';
    return 0;
  });
}
