#include <linode/personal_access_token.hpp>

#include <exception>
#include <iostream>

// Prints the tokens of standard input that may change Linodes. Reads a listing, or the lines of `jq -c '.data[]'`.
int main() try {
  std::ios::sync_with_stdio(false);
  linode::for_each_token(std::cin, [](const linode::PersonalAccessToken& token) {
    const auto scopes = linode::parse_scopes(token.scopes.value_or("*"));  // unset or unrecognized: might be anything
    if (!scopes || scopes->grants("linodes", linode::Access::read_write)) std::cout << token << std::endl;
  });
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
