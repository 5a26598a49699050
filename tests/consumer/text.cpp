#include <linode/personal_access_token.hpp>

#include <sstream>

int main() {
  const linode::PersonalAccessToken token = linode::from_json(R"({"id": 1, "expiry": null, "scopes": "*"})");
  std::ostringstream log;
  log << token;
  return linode::to_json(token) == R"({"expiry":null,"id":1,"scopes":"*"})" && linode::Scopes(*token.scopes).is_all() &&
                 linode::read_tokens("[{}, {}]").size() == 2 && !log.str().empty()
             ? 0
             : 1;
}
