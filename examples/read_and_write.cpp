#include <linode/personal_access_token.hpp>

#include <iostream>
#include <vector>

int main() {
  const linode::PersonalAccessToken token = linode::from_json(R"({"id": 5, "label": "cli", "expiry": null})");
  if (token.expiry && token.expiry->is_never()) std::cout << "ends only when it is revoked\n";
  // A token, a page, an array, or several of these one after another.
  const std::vector<linode::PersonalAccessToken> tokens = linode::read_tokens(R"({"id": 6} {"id": 7})");
  linode::DecodeError why;  // from_json would throw it; it never quotes the input
  if (!linode::try_from_json("{\"label\": \"cli\",\n \"id\": 1.9}", &why)) std::cout << why.what() << '\n';
  std::cout << token << '\n';                    // for logs: never shows the secret
  std::cout << linode::to_json(token) << '\n';   // for requests and files: has the secret, if it is set
  std::cout << linode::to_json(tokens) << '\n';  // an array
}
