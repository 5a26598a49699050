#include <linode/personal_access_token/fmt.hpp>

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <memory>
#include <sstream>
#include <string>

#include "formatting.hpp"

using namespace formatting;

TEST_CASE("spdlog logs values without secrets", "[spdlog]") {
  std::ostringstream log;
  spdlog::logger logger("test", std::make_shared<spdlog::sinks::ostream_sink_st>(log));
  logger.set_pattern("%v");
  for_each_value([&](const auto& value, const std::string& text) {
    log.str({});
    logger.info("read {}", value);
    CHECK(log.str() == "read " + text + "\n");
  });
}
