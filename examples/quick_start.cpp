#include <linode/personal_access_token.hpp>

#include <chrono>
#include <iostream>

int main() {
  const char* const body = R"({"page": 1, "pages": 1, "results": 2, "data": [
      {"id": 5, "label": "deploy", "scopes": "*", "expiry": "2026-08-01T00:00:00", "token": "0123456789abcdef"},
      {"id": 6, "label": "backup", "scopes": "linodes:read_only", "expiry": "2999-12-12T05:00:00"}]})";
  const linode::Timestamp now = linode::parse_timestamp("2026-07-18T12:00:00").value();  // or linode::Clock::now()
  for (const linode::PersonalAccessToken& token : linode::read_tokens(body)) {           // throws linode::DecodeError
    if (!token.expiry || token.expiry->passes_within(std::chrono::hours(24 * 30), now)) std::cout << token << '\n';
  }
}
