// The adapter, whose header includes some of those that the module is made of, and the module in one source.
#include <linode/personal_access_token/nlohmann.hpp>

#include <sstream>

import linode.personal_access_token;

// In the source that has its own definitions.
int with_headers();

int main() {
  const auto document = nlohmann::json::parse(R"({"id": 1, "expiry": null})");
  const linode::PersonalAccessToken token = document.get<linode::PersonalAccessToken>();
  std::ostringstream log;
  log << token;
  int tokens = 0;
  linode::for_each_token(std::istringstream(linode::to_json(token)), [&](linode::PersonalAccessToken&&) { ++tokens; });
  return linode::to_dict(token) == document && linode::from_json(document) == linode::from_json(document.dump()) &&
                 tokens == 1 && !log.str().empty() && with_headers() == 0
             ? 0
             : 1;
}
