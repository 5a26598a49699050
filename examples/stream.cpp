#include <linode/personal_access_token.hpp>

#include <iostream>

// Which tokens of standard input may change Linodes: a listing, or `jq -c '.data[]'` of one, as its lines come.
int main() {
  std::ios::sync_with_stdio(false);
  const linode::Scopes wanted("linodes:read_write");
  linode::DecodeError why;
  const bool is_read = linode::try_for_each_token(
      std::cin,
      [&](const linode::PersonalAccessToken& token) {
        if (linode::granted_scopes(token).covers(wanted)) std::cout << token << std::endl;
      },
      &why);
  if (!is_read) std::cerr << why.what() << '\n';
  return is_read ? 0 : 1;
}
