#include <linode/personal_access_token.hpp>

#include <iostream>

int main() {
  linode::PersonalAccessToken token;
  token.scopes = "linodes:read_write domains:read_only";

  const linode::Scopes wanted("domains:read_write linodes:read_only");  // throws std::invalid_argument for a typo
  const linode::Scopes held = linode::granted_scopes(token);            // as the server sent them
  if (!held.covers(wanted)) std::cout << "missing: " << wanted.missing_from(held) << '\n';

  if (!linode::parse_scopes("domains:readonly")) std::cout << "not a scope: domains:readonly\n";
}
