// Lists the account's tokens from the API, and marks the one in use; or, with --json, prints them as one page that
// token_audit reads.
//
// LINODE_TOKEN is the token to ask with, LINODE_API_URL another address than the public one, LINODE_API_TIMEOUT the
// seconds that a response may take. The secret travels in a header, to that address only: certificates are verified,
// redirects are not followed, and without TLS only this machine is asked, and no proxy. No output holds eight
// characters of it in a row, whatever the server sends.
#include <linode/personal_access_token.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <memory>
#include <new>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "program.hpp"
#include "secret.hpp"
#include "token_table.hpp"

namespace {

constexpr std::size_t max_response_size = 2 * 1024 * 1024;
constexpr std::size_t max_listing_size = 64 * 1024 * 1024;

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

long timeout() {
  const std::string text = environment("LINODE_API_TIMEOUT", "30");
  const bool is_number = text.size() <= 3 && text.find_first_not_of("0123456789") == std::string::npos;
  const long seconds = is_number ? std::stol(text) : 0;
  if (seconds < 1 || seconds > 600) throw std::runtime_error("LINODE_API_TIMEOUT must be a number from 1 to 600");
  return seconds;
}

struct Address {
  std::string url;
  bool has_tls;
};

Address api_address() {
  std::string text = environment("LINODE_API_URL", "https://api.linode.com/v4");
  if (text.find_first_of("?#") != std::string::npos) {
    throw std::runtime_error("LINODE_API_URL must have no query and no fragment");
  }
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
  const bool has_tls = part(CURLUPART_SCHEME) == "https";
  text.erase(text.find_last_not_of('/') + 1);
  return {text, has_tls};
}

// The API documents warnings, but not their form. Strings, and objects with a title and details, become API errors
// when their members are renamed; the names have the same length, so that nothing moves.
std::vector<linode::ApiError> read_warnings(std::string body) {
  for (const auto& [name, other] :
       {std::pair(R"("warnings")", R"("errors"  )"), std::pair(R"("title")", R"("field")"),
        std::pair(R"("detail")", R"("reason")"), std::pair(R"("details")", R"("reason" )")}) {
    const std::size_t size = std::string_view(name).size();
    for (std::size_t at = 0; (at = body.find(name, at)) != std::string::npos; at += size) body.replace(at, size, other);
  }
  return linode::read_api_errors(body);
}

std::size_t append(char* data, std::size_t /*always 1*/, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (size > max_response_size - body.size()) return 0;  // makes curl give up
  body.append(data, size);
  return size;
}

class Api {
 public:
  Api() : address_(api_address()), handle_(curl_easy_init()) {
    headers_.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + secret::read()).c_str()));
    if (!handle_ || !headers_) throw std::bad_alloc();
    const long seconds = timeout();
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_USERAGENT, "linode-personal-access-token-example");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_CONNECTTIMEOUT, std::min(seconds, 10L));
    set(CURLOPT_TIMEOUT, seconds);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_WRITEFUNCTION, &append);
    if (!address_.has_tls) set(CURLOPT_NOPROXY, "*");  // a proxy, which the environment may name, would see the header
  }

  linode::PersonalAccessTokenPage page(std::int64_t number) {
    const std::string url = address_.url + "/profile/tokens?page_size=500&page=" + std::to_string(number);
    set(CURLOPT_URL, url.c_str());
    constexpr int tries = 3;
    long status = 0;
    std::string body;
    for (int attempt = 1; attempt <= tries; ++attempt) {
      body.clear();
      set(CURLOPT_WRITEDATA, &body);
      if (const CURLcode code = curl_easy_perform(handle_.get()); code != CURLE_OK) {
        throw std::runtime_error(code == CURLE_WRITE_ERROR ? "a response is too large" : curl_easy_strerror(code));
      }
      curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
      if (status >= 200 && status < 300) return read_page(status, body);
      if (!is_transient(status)) break;
      if (attempt < tries) std::this_thread::sleep_for(time_to_wait(attempt));
    }
    throw std::runtime_error(describe(status, linode::read_api_errors(body)));
  }

 private:
  linode::PersonalAccessTokenPage read_page(long status, const std::string& body) {
    received_ += body.size();
    if (received_ > max_listing_size) throw std::runtime_error("the listing is too large");
    linode::PersonalAccessTokenPage page = linode::page_from_json(body);
    if (page.data.size() > 500) throw std::runtime_error("the server sent more than 500 tokens on a page");
    if (status == 299) program::say("live_tokens: warning: " + describe(status, read_warnings(body)));
    return page;
  }

  static std::string describe(long status, const std::vector<linode::ApiError>& errors) {
    std::ostringstream text;
    text << "HTTP status " << status;
    const char* separator = ": ";
    for (const linode::ApiError& error : errors) text << std::exchange(separator, "; ") << error;
    return text.str();
  }

  static bool is_transient(long status) {
    return status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
  }

  // As the server asks, within a minute; otherwise 1, 2, 4 … seconds.
  [[nodiscard]] std::chrono::seconds time_to_wait(int attempt) const {
    curl_off_t seconds = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
    return std::chrono::seconds(seconds > 0 ? std::min<curl_off_t>(seconds, 60) : curl_off_t{1} << (attempt - 1));
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    if (const CURLcode code = curl_easy_setopt(handle_.get(), option, value); code != CURLE_OK) {
      throw std::runtime_error(curl_easy_strerror(code));
    }
  }

  Address address_;
  std::unique_ptr<CURL, Free> handle_;
  std::unique_ptr<curl_slist, Free> headers_;
  std::size_t received_ = 0;
};

// All pages as one. Each page must have the requested number and the counts of the first, and each token an id of its
// own.
linode::PersonalAccessTokenPage read_listing(Api& api) {
  linode::PersonalAccessTokenPage all = api.page(1);
  if (!all.page || !all.pages || !all.results) throw std::runtime_error("the server did not say how many pages exist");
  const std::int64_t pages = *all.pages;
  if (pages > 1000) throw std::runtime_error("the server lists more than 1000 pages");
  if (all.page != 1) throw std::runtime_error("the server sent another page than the first");
  for (std::int64_t number = 2; number <= pages; ++number) {
    linode::PersonalAccessTokenPage next = api.page(number);
    if (next.page != number) {
      throw std::runtime_error("the server sent another page than number " + std::to_string(number));
    }
    if (next.pages != pages || next.results != all.results) {
      throw std::runtime_error("the listing changed while it was read");
    }
    std::move(next.data.begin(), next.data.end(), std::back_inserter(all.data));
  }
  std::set<std::int64_t> ids;
  for (const linode::PersonalAccessToken& token : all.data) {
    if (!token.id) throw std::runtime_error("the server sent a token without id");
    if (!ids.insert(*token.id).second) {
      throw std::runtime_error("the listing changed while it was read: token " + std::to_string(*token.id) +
                               " came twice");
    }
  }
  all.page = all.pages = 1;
  return all;
}

// Returns the exit status.
int show(linode::PersonalAccessTokenPage listing, bool json) {
  if (json) {
    for (linode::PersonalAccessToken& token : listing.data) token.token.reset();
    const std::string text = program::safe_json(linode::to_json(listing));
    // In a number, a time or an escape sequence, `*` would not be JSON of a listing.
    if (!linode::try_page_from_json(secret::hide(text))) {
      throw std::runtime_error("the listing holds a part of LINODE_TOKEN that JSON cannot hide");
    }
    std::cout << text << '\n';
  } else {
    const std::string in_use = secret::read();
    token_table::print(listing.data, linode::Clock::now(), {{}, in_use, false});
  }
  const auto count = static_cast<std::int64_t>(listing.data.size());
  if (count >= *listing.results) return 0;
  program::say("live_tokens: incomplete: " + std::to_string(count) + " of " + std::to_string(*listing.results) +
               " tokens");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const secret::HidingBuffer output(std::cout);
  const secret::HidingBuffer messages(std::cerr);
  CLI::App app{"Lists the account's Linode personal access tokens from the API; * marks the one in use."};
  bool json = false;
  app.add_flag("--json", json, "print the tokens as one page of JSON, without the secrets, for token_audit");
  app.footer(
      "Environment: LINODE_TOKEN, the token to ask with; LINODE_API_URL, another address than the public one;\n"
      "LINODE_API_TIMEOUT, the seconds that a response may take, 1 to 600.");
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const int status = program::run(app, "live_tokens", argc, argv, [&json] {
    Api api;
    return show(read_listing(api), json);
  });
  curl_global_cleanup();
  return status;
}
