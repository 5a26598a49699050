// Calls share no state: many threads read and write at once. The preset `tsan` runs this with the thread sanitizer.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <atomic>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "generate.hpp"

TEST_CASE("16 threads share a text, a page and an error", "[threads]") {
  generate::Random random(8);
  linode::PersonalAccessTokenPage page;
  for (int count = 0; count < 20; ++count) page.data.push_back(random.token());
  const std::string text = linode::to_json(page);
  const linode::DecodeError shared_error(linode::DecodeError::Reason::syntax, "/x", "shared");

  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int number = 0; number < 16; ++number) {
    threads.emplace_back([&] {
      bool all = true;
      for (int round = 0; round < 20; ++round) {
        std::istringstream stream(text);
        std::size_t streamed = 0;
        linode::for_each_token(stream, [&](linode::PersonalAccessToken&&) { ++streamed; });
        std::ostringstream log;
        log << page.data.front();
        linode::DecodeError why = shared_error;
        all = all && linode::page_from_json(text) == page && linode::to_json(page) == text &&
              nlohmann::json::parse(text).get<linode::PersonalAccessTokenPage>() == page && streamed == 20 &&
              !linode::try_from_json("{", &why) && why.line() == 1;
      }
      if (all) ++good;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(good == 16);
}
