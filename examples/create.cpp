#include <linode/personal_access_token.hpp>

#include <chrono>
#include <iostream>

int main() {
  const linode::Scopes scopes("linodes:read_write domains:read_only");  // a typo such as linodes:readwrite throws

  linode::PersonalAccessToken token;
  token.label = "deploy";
  token.scopes = scopes.str();
  token.expiry = std::chrono::system_clock::now() + std::chrono::hours(24) * 90;

  std::cout << linode::create_request(token) << '\n';  // the body of POST /profile/tokens
}
