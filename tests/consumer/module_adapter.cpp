// The module and the adapter in one source, although the adapter's header includes headers of the module.
#include <linode/personal_access_token/nlohmann.hpp>

#include <sstream>

import linode.personal_access_token;

// Defined in the source that defines the functions inline.
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
