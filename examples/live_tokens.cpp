// Lists the account's tokens from the API.
//
// LINODE_TOKEN is the token to ask with, LINODE_API_URL another address than the public one, LINODE_API_TIMEOUT the
// seconds that an answer may take. The secret travels in a header, to that address only: certificates are verified,
// redirects are not followed, and without TLS nothing is asked but this machine.
#include <linode/personal_access_token.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t largest_answer = 16 * 1024 * 1024;

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(char* text) const { curl_free(text); }
};

std::string environment(const char* name, const char* otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

// A line break in the secret would add a header of its own to the request.
std::string secret() {
  std::string value = environment("LINODE_TOKEN", "");
  if (value.empty()) throw std::runtime_error("LINODE_TOKEN is not set");
  if (!std::all_of(value.begin(), value.end(), [](char c) { return '!' <= c && c <= '~'; })) {
    throw std::runtime_error("LINODE_TOKEN contains invalid characters");
  }
  return value;
}

std::string api_url() {
  std::string text = environment("LINODE_API_URL", "https://api.linode.com/v4");
  const std::unique_ptr<CURLU, Free> url(curl_url());
  const auto part = [&url](CURLUPart which) {
    char* value = nullptr;
    if (curl_url_get(url.get(), which, &value, 0) != CURLUE_OK) return std::string();
    return std::string(std::unique_ptr<char, Free>(value).get());
  };
  const bool valid = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
  const std::string host = part(CURLUPART_HOST);
  const bool local = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
  if (!valid || (part(CURLUPART_SCHEME) != "https" && !(part(CURLUPART_SCHEME) == "http" && local))) {
    throw std::runtime_error("LINODE_API_URL must be an https URL");
  }
  return text;
}

std::size_t append(char* data, std::size_t /*always 1*/, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (size > largest_answer - body.size()) return 0;  // makes curl give up
  body.append(data, size);
  return size;
}

class Api {
 public:
  Api() : url_(api_url()), handle_(curl_easy_init()) {
    headers_.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + secret()).c_str()));
    if (!handle_ || !headers_) throw std::bad_alloc();
    const long timeout =
        std::clamp(std::strtol(environment("LINODE_API_TIMEOUT", "30").c_str(), nullptr, 10), 1L, 600L);
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_USERAGENT, "linode-personal-access-token-example");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_CONNECTTIMEOUT, std::min(timeout, 10L));
    set(CURLOPT_TIMEOUT, timeout);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_WRITEFUNCTION, &append);
  }

  linode::PersonalAccessTokenPage page(std::int64_t number) {
    const std::string url = url_ + "/profile/tokens?page_size=500&page=" + std::to_string(number);
    std::string body;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_WRITEDATA, &body);
    if (const CURLcode code = curl_easy_perform(handle_.get()); code != CURLE_OK) {
      throw std::runtime_error(curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 200) return linode::page_from_json(body);
    linode::DecodeError answer;
    static_cast<void>(linode::try_from_json(body, &answer));
    const bool has_reasons = answer.reason() == linode::DecodeError::Reason::api_error;
    throw std::runtime_error("HTTP status " + std::to_string(status) +
                             (has_reasons ? std::string(": ") + answer.what() : ""));
  }

 private:
  template <class Value>
  void set(CURLoption option, Value value) {
    if (const CURLcode code = curl_easy_setopt(handle_.get(), option, value); code != CURLE_OK) {
      throw std::runtime_error(curl_easy_strerror(code));
    }
  }

  std::string url_;
  std::unique_ptr<CURL, Free> handle_;
  std::unique_ptr<curl_slist, Free> headers_;
};

}  // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  int status = 0;
  try {
    Api api;
    std::int64_t pages = 1;
    for (std::int64_t number = 1; number <= pages; ++number) {
      const linode::PersonalAccessTokenPage page = api.page(number);
      for (const linode::PersonalAccessToken& token : page.data) std::cout << token << '\n';
      pages = page.data.empty() ? 0 : page.pages.value_or(0);
    }
  } catch (const std::exception& error) {
    std::cerr << "live_tokens: " << error.what() << '\n';
    status = 2;
  }
  curl_global_cleanup();
  return status;
}
