// Only declares the functions, and is linked with a source that defines them inline.
#include <linode/personal_access_token.hpp>

#include <sstream>

int other_main();

int main() {
  std::int64_t sum = 0;
  linode::for_each_token(std::istringstream(R"({"id": 1} [{"id": 2}])"),
                         [&sum](linode::PersonalAccessToken&& token) { sum += *token.id; });
  const bool reads = linode::read_tokens("[{}, {}]").size() == 2 && sum == 3;
  return reads && other_main() == 0 ? 0 : 1;
}
