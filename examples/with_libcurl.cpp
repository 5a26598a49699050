#include <linode/personal_access_token.hpp>

#include <curl/curl.h>

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

namespace {

std::size_t append(const char* data, std::size_t /*always 1*/, std::size_t size, void* body) {
  static_cast<std::string*>(body)->append(data, size);
  return size;
}

}  // namespace

// with_libcurl https://api.linode.com/v4/profile/tokens
int main(int count, char** arguments) {
  const char* const secret = std::getenv("LINODE_TOKEN");
  if (count != 2 || secret == nullptr) return 2;

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  std::string body;
  curl_easy_setopt(curl.get(), CURLOPT_URL, arguments[1]);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl.get(), CURLOPT_XOAUTH2_BEARER, secret);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);
  if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
    std::cerr << curl_easy_strerror(code) << '\n';
    return 2;
  }

  linode::DecodeError why;
  const auto page = linode::try_page_from_json(body, &why);  // an API error response, too, ends up in `why`
  if (!page) {
    std::cerr << why.what() << '\n';
    return 1;
  }
  for (const linode::PersonalAccessToken& token : page->data) std::cout << token << '\n';
}
