#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <iostream>

int main() {
  const auto document = nlohmann::json::parse(R"({"tokens": [{"id": 1, "expiry": null}, {"id": 2}]})");
  for (const linode::PersonalAccessToken& token : linode::read_tokens(document["tokens"])) {
    std::cout << linode::to_dict(token) << '\n';
  }
}
