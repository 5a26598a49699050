#include <linode/personal_access_token.hpp>

#include <httplib.h>

#include <cstdlib>
#include <iostream>

// with_cpp_httplib https://api.linode.com
int main(int count, char** arguments) {
  const char* const secret = std::getenv("LINODE_TOKEN");
  if (count != 2 || secret == nullptr) return 2;

  httplib::Client client(arguments[1]);
  client.set_bearer_token_auth(secret);
  const httplib::Result response = client.Get("/v4/profile/tokens");
  if (!response) {
    std::cerr << httplib::to_string(response.error()) << '\n';
    return 2;
  }

  linode::DecodeError why;
  const auto page = linode::try_page_from_json(response->body, &why);  // an API error response, too, ends up in `why`
  if (!page) {
    std::cerr << why.what() << '\n';
    return 1;
  }
  for (const linode::PersonalAccessToken& token : page->data) std::cout << token << '\n';
}
