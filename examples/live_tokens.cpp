// Lists the account's tokens from the API, or, with --json, prints them as one page that token_audit reads.
//
// LINODE_TOKEN is the token to ask with, LINODE_API_URL another address than the public one, LINODE_API_TIMEOUT the
// seconds that a response may take. The secret travels in a header, to that address only: certificates are verified,
// redirects are not followed, and without TLS only this machine is asked.
#include <linode/personal_access_token.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "program.hpp"

namespace {

constexpr std::size_t max_response_size = 16 * 1024 * 1024;

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
  text.erase(text.find_last_not_of('/') + 1);
  return text;
}

std::size_t append(char* data, std::size_t /*always 1*/, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (size > max_response_size - body.size()) return 0;  // makes curl give up
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
    set(CURLOPT_URL, url.c_str());
    constexpr int tries = 3;
    long status = 0;
    std::string body;
    for (int attempt = 1; attempt <= tries; ++attempt) {
      body.clear();
      set(CURLOPT_WRITEDATA, &body);
      if (const CURLcode code = curl_easy_perform(handle_.get()); code != CURLE_OK) {
        throw std::runtime_error(curl_easy_strerror(code));
      }
      curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
      if (status == 200) return linode::page_from_json(body);
      if (status != 429) break;
      if (attempt < tries) std::this_thread::sleep_for(time_to_wait());
    }
    linode::DecodeError error;
    const bool has_reasons = !linode::try_page_from_json(body, &error) && !error.api_errors().empty();
    throw std::runtime_error("HTTP status " + std::to_string(status) +
                             (has_reasons ? std::string(": ") + error.what() : ""));
  }

 private:
  // As the server asks, within a minute.
  [[nodiscard]] std::chrono::seconds time_to_wait() const {
    curl_off_t seconds = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
    return std::chrono::seconds(std::clamp<curl_off_t>(seconds, 1, 60));
  }

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

// Calls `visit(page)` for each page of the listing.
template <class Visit>
void for_each_page(Api& api, Visit&& visit) {
  std::int64_t pages = 1;
  for (std::int64_t number = 1; number <= pages; ++number) {
    linode::PersonalAccessTokenPage page = api.page(number);
    pages = page.data.empty() ? 0 : page.pages.value_or(0);
    visit(page);
  }
}

// As one page, so that whoever reads it sees whether all `results` are there. Nothing is printed before all is known.
void print_json(Api& api) {
  linode::PersonalAccessTokenPage all;
  for_each_page(api, [&all](linode::PersonalAccessTokenPage& page) {
    for (linode::PersonalAccessToken& token : page.data) {
      token.token.reset();
      all.data.push_back(std::move(token));
    }
    all.results = page.results;
  });
  all.page = all.pages = 1;
  std::cout << linode::to_json(all) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Lists the account's Linode personal access tokens from the API."};
  bool json = false;
  app.add_flag("--json", json, "print the tokens as one page of JSON, without the secrets, for token_audit");
  app.footer(
      "Environment: LINODE_TOKEN, the token to ask with; LINODE_API_URL, another address than the public one;\n"
      "LINODE_API_TIMEOUT, the seconds that a response may take.");
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const int status = program::run(app, "live_tokens", argc, argv, [&json] {
    Api api;
    if (json) {
      print_json(api);
    } else {
      for_each_page(api, [](const linode::PersonalAccessTokenPage& page) {
        for (const linode::PersonalAccessToken& token : page.data) std::cout << token << '\n';
      });
    }
    return 0;
  });
  curl_global_cleanup();
  return status;
}
