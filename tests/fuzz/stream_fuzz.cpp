// Reads any text from a stream, in chunks of any size, and compares with reading it as a whole.
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

  constexpr linode::Members modes[] = {linode::Members::tolerant, linode::Members::strict, linode::Members::complete};
  const linode::Members members = modes[size % 3];
  const auto whole = outcome_of([&] { return linode::read_tokens(text, members); });
  std::vector<PersonalAccessToken> streamed;
  const auto sink = [&streamed](PersonalAccessToken&& token) { streamed.push_back(std::move(token)); };
  const auto in_chunks = outcome_of([&] {
    std::istringstream stream(text);
    linode::detail::throw_if(
        linode::detail::for_each_element<linode::PersonalAccessTokenPage>(stream, sink, members, chunk_size));
    return true;
  });
  require(in_chunks.value.has_value() == whole.value.has_value(), "a stream is read if its text is");
  if (whole.value) {
    require(streamed == *whole.value, "a stream gives the tokens of its text");
  } else {
    require(std::string(in_chunks.error.what()) == whole.error.what(), "a stream fails as its text does");
  }

  std::vector<PersonalAccessToken> of_pages;
  const auto page_sink = [&of_pages](PersonalAccessTokenPage&& page) {
    of_pages.insert(of_pages.end(), page.data.begin(), page.data.end());
  };
  const auto pages = outcome_of([&] {
    std::istringstream stream(text);
    linode::detail::throw_if(
        linode::detail::for_each_page<linode::PersonalAccessTokenPage>(stream, page_sink, members, chunk_size));
    return true;
  });
  require(pages.value == in_chunks.value && of_pages == streamed, "pages have the tokens of their stream");
  require(std::string(pages.error.what()) == in_chunks.error.what(), "pages fail as their tokens do");

  const std::size_t enough = streamed.size() / 2 + 1;
  std::size_t calls = 0;
  const auto some = [&](const PersonalAccessToken& /*token*/) { return ++calls < enough; };
  const auto ended = outcome_of([&] {
    std::istringstream stream(text);
    linode::detail::throw_if(
        linode::detail::for_each_element<linode::PersonalAccessTokenPage>(stream, some, members, chunk_size));
    return true;
  });
  if (!streamed.empty()) {
    require(ended.value.has_value(), "nothing is read after a sink has stopped");
    require(calls == enough, "a sink that returns false ends the reading");
  }
  return 0;
}
