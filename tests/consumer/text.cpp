#include <linode/personal_access_token.hpp>

int main() { return linode::to_json(linode::from_json(R"({"id": 1})")) == R"({"id":1})" ? 0 : 1; }
