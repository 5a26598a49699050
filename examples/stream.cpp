#include <linode/personal_access_token.hpp>

#include <exception>
#include <iostream>

// Prints the tokens of standard input that may change Linodes. Reads a listing, or the lines of `jq -c '.data[]'`.
int main() try {
  std::ios::sync_with_stdio(false);
  const linode::Scopes wanted("linodes:read_write");
  linode::for_each_token(std::cin, [&](const linode::PersonalAccessToken& token) {
    if (linode::granted_scopes(token).covers(wanted)) std::cout << token << std::endl;
  });
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
