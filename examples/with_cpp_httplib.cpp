#include <linode/personal_access_token.hpp>

#include <httplib.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "secret.hpp"

namespace {

void print_all_pages(const std::string& address, const std::string& bearer) {
  httplib::Client client(address);
  client.set_bearer_token_auth(bearer);
  client.set_connection_timeout(10);
  client.set_read_timeout(30);
  for (std::int64_t number = 1; number <= 1000; ++number) {
    std::string body;
    const auto append = [&body](const char* data, std::size_t size) {
      body.append(data, size);
      return body.size() <= 4'000'000;  // otherwise the client gives up
    };
    const std::string path = "/v4/profile/tokens?page_size=500&page=" + std::to_string(number);
    const httplib::Result response = client.Get(path, append);
    if (!response) throw std::runtime_error(httplib::to_string(response.error()));
    if (response->status < 200 || response->status > 299) {
      std::ostringstream message;
      message << "HTTP status " << response->status;
      for (const linode::ApiError& error : linode::read_api_errors(body)) message << "; " << error;
      throw std::runtime_error(message.str());
    }
    const linode::PersonalAccessTokenPage page = linode::page_from_json(body);
    if (page.page != number) throw std::runtime_error("not the page that was asked for");
    if (!page.pages) throw std::runtime_error("the server did not say how many pages exist");
    for (const linode::PersonalAccessToken& token : page.data) std::cout << secret::hide(to_string(token)) << '\n';
    if (!linode::has_next_page(page)) return;
  }
  throw std::runtime_error("more than 1000 pages");
}

}  // namespace

// Prints the tokens of the account of LINODE_TOKEN. An argument is the address of a test server, as
// http://127.0.0.1:80.
int main(int count, char** arguments) {
  try {
    print_all_pages(count > 1 ? arguments[1] : "https://api.linode.com", secret::read());
  } catch (const std::exception& error) {
    std::cerr << secret::hide(error.what()) << '\n';  // servers may send the secret back
    return 1;
  }
  if (std::cout.flush()) return 0;
  std::cerr << "cannot write to standard output\n";
  return 2;
}
