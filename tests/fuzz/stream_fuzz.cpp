// Any text through a stream, in chunks of any size, against the same text read as a whole.
#include <linode/personal_access_token/stream.hpp>

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "oracle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t chunk_size = data[0] == 0 ? 1 : data[0];

  const auto whole = outcome_of([&text] { return linode::read_tokens(text); });
  std::vector<PersonalAccessToken> streamed;
  const auto in_chunks = outcome_of([&] {
    std::istringstream stream(text);
    linode::detail::for_each_token(
        stream, [&streamed](PersonalAccessToken&& token) { streamed.push_back(std::move(token)); }, chunk_size);
    return true;
  });
  require(in_chunks.value.has_value() == whole.value.has_value(), "a stream is read if its text is");
  if (whole.value) {
    require(streamed == *whole.value, "a stream gives the tokens of its text");
  } else {
    require(std::string(in_chunks.error.what()) == whole.error.what(), "a stream fails as its text does");
  }
  return 0;
}
