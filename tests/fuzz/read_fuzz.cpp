// Any text, read by every text function, against nlohmann_json.
#include <cstdint>

#include "oracle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  const auto token = outcome_of([text] { return linode::from_json(text); });
  const auto page = outcome_of([text] { return linode::page_from_json(text); });
  compare(text, token);
  compare(text, page);
  require_secrecy(text, token.error);
  require_secrecy(text, page.error);

  const auto strict = outcome_of([text] { return linode::from_json(text, linode::Members::strict); });
  require(!strict.value || strict.value == token.value, "what the strict reader takes, the tolerant one takes");

  const auto tokens = outcome_of([text] { return linode::read_tokens(text); });
  if (page.value && !page.value->data.empty()) {
    require(tokens.value == page.value->data, "a page is a shape that holds tokens");
  } else if (token.value && !page.value && tokens.value) {
    require(tokens.value == std::vector{*token.value}, "a token is a shape that holds tokens");
  }
  if (tokens.value) {
    const std::string twice = std::string(text) + '\n' + std::string(text);
    require(linode::read_tokens(twice).size() == 2 * tokens.value->size(),
            "a sequence has the tokens of its documents");
  }
  return 0;
}
