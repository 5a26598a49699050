// Reads any text with every text function, and compares with nlohmann_json.
#include <cstdint>
#include <sstream>
#include <vector>

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
  require(!strict.value || strict.value == token.value, "what strict reading accepts, tolerant reading accepts");
  compare(text, strict, linode::Members::strict);
  const auto strict_page = outcome_of([text] { return linode::page_from_json(text, linode::Members::strict); });
  require(!strict_page.value || strict_page.value == page.value,
          "what strict reading accepts, tolerant reading accepts");
  static_cast<void>(compare_with_list(text, strict_page, linode::Members::strict));
  const auto complete = outcome_of([text] { return linode::from_json(text, linode::Members::complete); });
  require(!complete.value || complete.value == token.value, "what complete reading accepts, tolerant reading accepts");
  require(!complete.value || (complete.value->created && complete.value->expiry && complete.value->id &&
                              complete.value->label && complete.value->scopes && complete.value->token),
          "complete reading leaves no member unset");
  compare(text, complete, linode::Members::complete);
  const auto complete_page = outcome_of([text] { return linode::page_from_json(text, linode::Members::complete); });
  require(!complete_page.value || complete_page.value == page.value,
          "what complete reading accepts as a page, tolerant reading accepts");
  static_cast<void>(compare_with_list(text, complete_page, linode::Members::complete));
  require(!token.value || !page.value, "no text is both a token and a page");
  require(linode::try_from_json(text) == token.value, "functions that do not throw give the same values");
  require(linode::try_page_from_json(text) == page.value, "functions that do not throw give the same values");

  const auto tokens = outcome_of([text] { return linode::read_tokens(text); });
  require(linode::try_read_tokens(text) == tokens.value, "functions that do not throw give the same values");
  if (token.value) require(tokens.value == std::vector{*token.value}, "read_tokens reads a token");
  if (page.value) require(tokens.value == page.value->data, "read_tokens reads a page");
  std::vector<PersonalAccessToken> streamed;
  const auto sink = [&streamed](PersonalAccessToken&& one) { streamed.push_back(std::move(one)); };
  const auto in_chunks = outcome_of([&] {
    std::istringstream stream{std::string(text)};
    linode::detail::throw_if(linode::detail::for_each_element<linode::PersonalAccessTokenPage>(
        stream, sink, linode::Members::tolerant, 1 + size % 17));
    return true;
  });
  require(in_chunks.value.has_value() == tokens.value.has_value(), "a stream is read if its text is");
  require(!tokens.value || streamed == *tokens.value, "a stream gives the tokens of its text");

  compare_listing(text, tokens);
  const std::vector<linode::ApiError> api_errors = linode::read_api_errors(text);
  require(api_errors == token.error.api_errors(), "read_api_errors gives the entries of the error");

  if (tokens.value) {
    const std::string twice = std::string(text) + '\n' + std::string(text);
    require(linode::read_tokens(twice).size() == 2 * tokens.value->size(),
            "a sequence has the tokens of its documents");
  }
  return 0;
}
