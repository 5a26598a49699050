#include <linode/personal_access_token.hpp>

#include <iostream>

int main() {
  linode::PersonalAccessToken token;
  token.scopes = "linodes:read_write domains:read_only";
  const linode::Scopes wanted("domains:read_write linodes:read_only");       // throws std::invalid_argument for a typo
  const linode::Scopes held = linode::granted_scopes(token);                 // ignores what it does not recognize
  if (!held.covers(wanted)) std::cout << wanted.missing_from(held) << '\n';  // domains:read_write
  if (!linode::parse_scopes("domains:readonly")) std::cout << "not a scope\n";
}
