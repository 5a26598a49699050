// Writes random tokens and the request bodies for them, which request_bodies_check.py checks: a line with the token, as
// `microseconds|never|- label-in-hex|- scopes-in-hex|-`, then a line with the body, or `refused`.
#include <linode/personal_access_token/request.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

#include "generate.hpp"

namespace {

std::string hex(const std::optional<std::string>& text) {
  if (!text) return "-";
  std::string result = "x";
  for (const char character : *text) {
    const auto c = static_cast<unsigned char>(character);
    result += "0123456789abcdef"[c / 16];
    result += "0123456789abcdef"[c % 16];
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  generate::Random random(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  for (int left = argc > 1 ? std::atoi(argv[1]) : 10'000; left > 0; --left) {
    linode::PersonalAccessToken token = random.token();
    token.scopes = random.one_in(5) ? (random.one_in(2) ? "" : ",lke:none vpc:none") : random.scopes();
    if (!token.expiry) token.expiry = linode::Expiry::never();
    if (random.one_in(2) && !token.expiry->is_never()) {
      const std::int64_t from_1969_to_2099 = random.integer(-3'000'000, 4'102'444'800'000'000);
      token.expiry = linode::Timestamp{std::chrono::microseconds{from_1969_to_2099}};
    }
    if (token.label) token.label = 'x' + random.text(99);
    const std::string expiry =
        token.expiry->is_never() ? "never" : std::to_string(token.expiry->time().time_since_epoch().count());
    std::cout << expiry << ' ' << hex(token.label) << ' ' << hex(token.scopes) << '\n'
              << (linode::violations(token, linode::Request::create).empty() ? linode::create_request(token)
                                                                             : "refused")
              << '\n';
  }
}
