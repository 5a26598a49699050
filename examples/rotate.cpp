// From a token's JSON, the body of the request for its successor: same label and scopes, and as long a life again.
//
//   rotate < token.json | curl --json @- --oauth2-bearer "$LINODE_TOKEN" https://api.linode.com/v4/profile/tokens
#include <linode/personal_access_token.hpp>

#include <exception>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

linode::PersonalAccessToken successor_of(linode::PersonalAccessToken token) {
  if (!token.expiry || !token.expiry->time()) return token;
  if (!token.created) throw std::invalid_argument("/created: needed to tell how long the token lasts");
  const linode::Timestamp end = *token.expiry->time();
  if (token.expiry->is_effectively_never(*token.created)) {
    token.expiry = linode::Expiry::never();
  } else {
    token.expiry = end + (end - *token.created);
  }
  return token;
}

}  // namespace

int main() {
  try {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    std::cout << linode::create_request(successor_of(linode::from_json(text))) << '\n';
  } catch (const std::exception& error) {
    std::cerr << "rotate: " << error.what() << '\n';
    return 2;
  }
}
