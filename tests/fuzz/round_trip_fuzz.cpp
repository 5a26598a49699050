// Writes any token, as text and with nlohmann_json, and reads it back.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstdint>
#include <sstream>

#include "oracle.hpp"

namespace {

using namespace fuzz;

PersonalAccessToken make_token(FuzzedDataProvider& data) {
  const auto time = [&data] {
    // Also beyond the times that can be written, on both sides.
    constexpr std::int64_t far = 400'000'000'000'000'000;
    return linode::Timestamp{std::chrono::microseconds{data.ConsumeIntegralInRange<std::int64_t>(-far, far)}};
  };
  PersonalAccessToken token;
  if (data.ConsumeBool()) token.created = time();
  if (data.ConsumeBool()) token.expiry = data.ConsumeBool() ? linode::Expiry::never() : linode::Expiry(time());
  if (data.ConsumeBool()) token.id = data.ConsumeIntegral<std::int64_t>();
  if (data.ConsumeBool()) token.label = data.ConsumeRandomLengthString(200);
  if (data.ConsumeBool()) token.scopes = data.ConsumeRandomLengthString(200);
  if (data.ConsumeBool()) token.token = data.ConsumeRandomLengthString(80);
  return token;
}

template <class Write>
std::optional<std::string> written(Write&& write) {
  try {
    return write();
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  FuzzedDataProvider data(bytes, size);
  PersonalAccessTokenPage page;
  if (data.ConsumeBool()) page.page = data.ConsumeIntegral<std::int64_t>();
  if (data.ConsumeBool()) page.results = data.ConsumeIntegral<std::int64_t>();
  do {
    page.data.push_back(make_token(data));
  } while (data.remaining_bytes() != 0 && page.data.size() < 4);

  for (const PersonalAccessToken& token : page.data) {
    const auto text = written([&] { return linode::to_json(token); });
    const auto dumped = written([&] { return linode::to_dict(token).dump(); });
    require(text.has_value() == dumped.has_value(), "text and adapter refuse the same tokens");
    if (text) {
      require(*text == linode::to_dict<nlohmann::ordered_json>(token).dump(), "the text equals that of dump()");
      require(linode::from_json(*text, linode::Members::strict) == token, "what was written reads as an equal token");
    }
    const auto body = written([&] { return linode::create_request(token); });
    require(body.has_value() == linode::violations(token, linode::Request::create).empty(),
            "a body is made of what violates nothing");
    const auto change = written([&] { return linode::update_request(token); });
    require(change.has_value() == linode::violations(token, linode::Request::update).empty(),
            "a body is made of what violates nothing");

    std::ostringstream log;
    log << token;
    require(log.str().find('\n') == std::string::npos, "a log line is one line");
  }
  const auto text = written([&] { return linode::to_json(page); });
  if (text) require(linode::page_from_json(*text) == page, "what was written reads as an equal page");
  const auto array = written([&] { return linode::to_json(page.data); });
  if (array) require(linode::read_tokens(*array) == page.data, "what was written reads as equal tokens");
  return 0;
}
