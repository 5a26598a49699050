#include <linode/personal_access_token/nlohmann.hpp>

int main() { return nlohmann::json(linode::from_json(R"({"id": 1})")).dump() == R"({"id":1})" ? 0 : 1; }
