#include <linode/personal_access_token.hpp>

#include <iostream>

int main() {
  linode::PersonalAccessToken change;
  change.label = "backup, nightly";
  std::cout << linode::update_request(change) << '\n';  // the body of PUT /profile/tokens/{id}
}
