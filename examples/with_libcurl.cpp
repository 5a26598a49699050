#include <linode/personal_access_token.hpp>

#include <curl/curl.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

#include "secret.hpp"

namespace {

std::size_t append(const char* data, std::size_t /*always 1*/, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size > 4'000'000) return 0;  // makes curl give up
  body.append(data, size);
  return size;
}

void print_all_pages(const std::string& address, const std::string& bearer) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  std::string body;
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl.get(), CURLOPT_XOAUTH2_BEARER, bearer.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);
  for (std::int64_t number = 1; number <= 1000; ++number) {
    body.clear();
    const std::string url = address + "/v4/profile/tokens?page_size=500&page=" + std::to_string(number);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
      throw std::runtime_error(curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299) {
      std::ostringstream message;
      message << "HTTP status " << status;
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
