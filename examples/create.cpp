#include <linode/personal_access_token.hpp>

#include <chrono>
#include <iostream>

int main() {
  // Scopes and expiry must be set; the API's defaults grant everything.
  linode::PersonalAccessToken token;
  token.label = "deploy";
  token.scopes = linode::Scopes("linodes:read_write domains:read_only").str();  // a typo such as linodes:write throws
  token.expiry = linode::Clock::now() + std::chrono::hours(24) * 90;
  std::cout << linode::create_request(token) << '\n';  // the body of POST /profile/tokens
}
