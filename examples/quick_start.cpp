#include <linode/personal_access_token.hpp>

#include <iostream>

int main() {
  const linode::PersonalAccessToken token = linode::from_json(
      R"({"id": 123, "scopes": "linodes:read_only", "created": "2018-01-01T00:01:01",
          "label": "linode-cli", "token": "abcdefghijklmnop", "expiry": null})");

  std::cout << token << '\n';
  std::cout << "never expires: " << std::boolalpha << (token.expiry && token.expiry->is_never()) << '\n';
  std::cout << "may write:     " << linode::Scopes(*token.scopes).grants("linodes", linode::Access::read_write) << '\n';

  linode::PersonalAccessToken change;
  change.label = "renamed";
  std::cout << linode::update_request(change) << '\n';
}
