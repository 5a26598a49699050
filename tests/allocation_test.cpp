// How often reading and writing allocate: only for what they return.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "catch.hpp"

using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;

namespace {

template <class Action>
std::size_t allocations_of(Action&& action) {
  const std::size_t before = allocations::count();
  action();
  return allocations::count() - before;
}

// A token, and how many of its strings do not fit into the string object itself.
struct Text {
  std::size_t strings;
  std::string json;
};

const Text texts[] = {
    {2, R"({"id":12345678,"scopes":"linodes:read_only domains:read_write","created":"2018-01-01T00:01:01",)"
        R"("label":"cli","token":"0123456789abcdef0123456789abcdef","expiry":null})"},
    {3,
     R"({"id": 12345678, "scopes": "linodes:read_only domains:read_write", "created": "2018-01-01T00:01:01", )"
     R"("label": "a label that does not fit in place", "token": "0123456789abcdef0123456789abcdef", "expiry": null})"},
    {1, R"({"label": "a label in which there is \u00fc, an escape sequence of it", "last_used": {"by": ["x", 1.5]}})"},
    {1, "{\"label\": \"a label in which there is \xC3\xBC, a character beyond ASCII\", \"id\": 1}"},
    {0, R"({"label": "in place", "expiry": "2018-01-01T00:01:01Z"})"},
};

std::string repeated(const std::string& json, std::size_t count, const std::string& separator) {
  std::string text = json;
  for (std::size_t index = 1; index < count; ++index) text += separator + json;
  return text;
}

std::size_t allocations_of_stream(const std::string& text) {
  std::istringstream stream(text);
  return allocations_of([&] { linode::for_each_token(stream, [](const PersonalAccessToken&) {}); });
}

}  // namespace

TEST_CASE("reading a token allocates only its strings", "[allocation]") {
  for (const Text& text : texts) {
    CAPTURE(text.json);
    const PersonalAccessToken token = linode::from_json(text.json);
    CHECK(allocations_of([&] { static_cast<void>(PersonalAccessToken(token)); }) == text.strings);
    CHECK(allocations_of([&] { static_cast<void>(linode::from_json(text.json)); }) == text.strings);
    CHECK(allocations_of([&] { static_cast<void>(linode::try_from_json(text.json)); }) == text.strings);
  }
}

TEST_CASE("reading many tokens allocates the list once", "[allocation]") {
  constexpr std::size_t count = 100;
  const std::size_t expected = count * texts[1].strings + 1;
  const std::string list = "[" + repeated(texts[1].json, count, ",") + "]";
  const std::string page = "{\"data\": " + list + "}";
  const std::string lines = repeated(texts[1].json, count, "\n");
  CHECK(allocations_of([&] { static_cast<void>(linode::page_from_json(page)); }) == expected);
  CHECK(allocations_of([&] { static_cast<void>(linode::read_tokens(list)); }) == expected);
  CHECK(allocations_of([&] { static_cast<void>(linode::read_tokens(lines)); }) == expected);
  CHECK(allocations_of([&] { static_cast<void>(linode::read_tokens(page)); }) == expected);
  const auto document = nlohmann::json::parse(page);
  CHECK(allocations_of([&] { static_cast<void>(document.get<linode::PersonalAccessTokenPage>()); }) == expected);
}

TEST_CASE("a stream reuses what its sink leaves", "[allocation]") {
  for (const Text& text : texts) {
    CAPTURE(text.json);
    const std::string page = "{\"data\": [" + repeated(text.json, 10, ",") + "]}";
    CHECK(allocations_of_stream(repeated(text.json, 100, "\n")) == allocations_of_stream(text.json));
    CHECK(allocations_of_stream(repeated(page, 10, "\n")) == allocations_of_stream(page));
  }
  const std::string large_and_small = R"({"data": [{}, {}, {}, {}, {}, {}, {}, {}]} {"data": [{}]})";
  CHECK(allocations_of_stream(repeated(large_and_small, 10, "\n")) == allocations_of_stream(large_and_small));
}

TEST_CASE("a stream reserves the size of the last page", "[allocation]") {
  const auto allocations_of_pages = [](std::size_t count) {
    std::istringstream stream(repeated(R"({"data": [{}, {}, {}, {}, {}, {}, {}, {}]})", count, "\n"));
    return allocations_of([&] { linode::for_each_page(stream, [](PersonalAccessTokenPage) {}); });
  };
  CHECK(allocations_of_pages(9) == allocations_of_pages(1) + 8);
}

TEST_CASE("a stream reuses strings of up to 512 bytes", "[allocation]") {
  const auto label_of = [](std::size_t size) { return "{\"label\": \"" + std::string(size, 'x') + "\"}"; };
  const std::size_t kept = 512;
  if (std::string(kept, 'x').capacity() != kept) return;  // this standard library rounds up
  CHECK(allocations_of_stream(repeated(label_of(kept), 9, "\n")) == allocations_of_stream(label_of(kept)));
  CHECK(allocations_of_stream(repeated(label_of(kept + 1), 9, "\n")) == allocations_of_stream(label_of(kept + 1)) + 8);
}

TEST_CASE("writing a page allocates the text once", "[allocation]") {
  PersonalAccessTokenPage page;
  for (int index = 0; index < 100; ++index) page.data.push_back(linode::from_json(texts[1].json));
  CHECK(allocations_of([&] { static_cast<void>(linode::to_json(page)); }) == 1);
}

TEST_CASE("writing a token allocates only its text", "[allocation]") {
  using Write = std::string (*)(const PersonalAccessToken&);
  for (const Text& text : texts) {
    PersonalAccessToken token = linode::from_json(text.json);
    CHECK(allocations_of([&] { static_cast<void>(linode::to_json(token)); }) == 1);
    if (!token.expiry) token.expiry = linode::Expiry::never();
    if (!token.scopes) token.scopes = "*";
    const std::size_t for_scopes = allocations_of([&] { static_cast<void>(linode::parse_scopes(*token.scopes)); });
    for (const Write write : {Write{linode::to_json}, Write{linode::create_request}, Write{linode::update_request}}) {
      const std::string written = write(token);
      const std::string copy(written.data(), written.size());
      CHECK(written.capacity() == copy.capacity());
      CHECK(allocations_of([&] { static_cast<void>(write(token)); }) ==
            allocations_of([&] { static_cast<void>(std::string(copy)); }) +
                (write == Write{linode::create_request} ? for_scopes : 0));
    }
  }
}

TEST_CASE("scopes allocate their list once", "[allocation]") {
  CHECK(allocations_of([] { static_cast<void>(linode::Scopes("*")); }) == 0);
  std::string twelve;
  for (char name = 'a'; name <= 'l'; ++name) twelve += std::string("scope") + name + ":read_only ";
  twelve.pop_back();
  CHECK(allocations_of([&] { static_cast<void>(linode::Scopes(twelve)); }) == 1);
  CHECK(linode::Scopes(twelve).list().capacity() == 12);
}
