#include <linode/personal_access_token.hpp>

#include <chrono>
#include <iostream>

int main() {
  linode::Scopes scopes;
  scopes.grant("linodes", linode::Access::read_write);
  scopes.grant("domains", linode::Access::read_only);

  linode::PersonalAccessToken token;
  token.label = "deploy";
  token.scopes = scopes.str();
  token.expiry = std::chrono::system_clock::now() + std::chrono::hours(24) * 90;

  std::cout << linode::create_request(token) << '\n';  // the body of POST /profile/tokens
}
