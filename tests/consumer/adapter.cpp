#include <linode/personal_access_token/nlohmann.hpp>

int main() {
  const auto document = nlohmann::json::parse(R"({"id": 1, "expiry": null})");
  const auto token = document.get<linode::PersonalAccessToken>();
  return linode::to_dict(token) == document && linode::from_dict(document) == token ? 0 : 1;
}
