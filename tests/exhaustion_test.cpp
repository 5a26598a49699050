// Memory runs out at every allocation in turn: reading and writing throw std::bad_alloc, and leak nothing.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "catch.hpp"

using linode::PersonalAccessToken;

namespace {

// Runs `action` with one more allocation allowed each time, until it succeeds. Returns how often it failed.
template <class Action>
std::size_t fail_at_every_allocation(Action&& action) {
  for (std::size_t allowed = 0;; ++allowed) {
    const std::size_t live = allocations::live_bytes();
    bool failed = false;
    allocations::fail_after(allowed);
    try {
      action();
    } catch (const std::bad_alloc&) {
      failed = true;
    } catch (...) {
      allocations::never_fail();
      throw;
    }
    allocations::never_fail();
    if (allocations::live_bytes() != live) FAIL("a leak after " << allowed << " allocations");
    if (!failed) return allowed;
  }
}

const std::string page_text =
    R"({"data": [{"id": 1, "label": "a label too long to fit in place \u00e9", "scopes": "linodes:read_only domains:read_write",)"
    R"( "token": "0123456789abcdef0123456789abcdef"}, {"label": "another label that is long"}], "page": 1})";

}  // namespace

TEST_CASE("reading a page survives running out of memory", "[exhaustion]") {
  CHECK(fail_at_every_allocation([] { static_cast<void>(linode::page_from_json(page_text)); }) >= 5);
}

TEST_CASE("reading tokens survives running out of memory", "[exhaustion]") {
  CHECK(fail_at_every_allocation([] { static_cast<void>(linode::read_tokens(page_text)); }) >= 5);
}

TEST_CASE("an error survives running out of memory", "[exhaustion]") {
  const std::string text = R"({"data": [{}, {"a rather long name of a member": {"another long name": [x]}}]})";
  CHECK(fail_at_every_allocation([&] {
          try {
            static_cast<void>(linode::page_from_json(text));
          } catch (const linode::DecodeError&) {
          }
        }) >= 3);
}

TEST_CASE("writing survives running out of memory", "[exhaustion]") {
  const auto page = linode::page_from_json(page_text);
  CHECK(fail_at_every_allocation([&] { static_cast<void>(linode::to_json(page)); }) >= 1);
}

TEST_CASE("get_to keeps its target when memory runs out", "[exhaustion]") {
  const nlohmann::json json = nlohmann::json::parse(page_text);
  linode::PersonalAccessTokenPage page;
  page.results = 77;
  const std::size_t failures = fail_at_every_allocation([&] {
    linode::PersonalAccessTokenPage target = page;
    try {
      json.get_to(target);
    } catch (const std::bad_alloc&) {
      if (!(target == page)) FAIL("half a page");
      throw;
    }
  });
  CHECK(failures >= 5);
}

TEST_CASE("a stream survives running out of memory", "[exhaustion]") {
  CHECK(fail_at_every_allocation([] {
          std::istringstream text(page_text);
          std::istream& stream = text;  // the stream type that is compiled separately
          const auto ignore = [](PersonalAccessToken&&) {};
          linode::detail::for_each_element<linode::PersonalAccessTokenPage>(stream, ignore, linode::Members::tolerant,
                                                                            16);
        }) >= 5);
}

TEST_CASE("copying an error allocates nothing", "[exhaustion]") {
  linode::DecodeError error;
  static_cast<void>(linode::try_from_json(R"({"a rather long name of a member": x})", &error));
  const std::size_t before = allocations::count();
  linode::DecodeError copy = error;
  copy = error;
  CHECK(allocations::count() == before);
  CHECK(copy.path() == error.path());
}
