// A translation unit that includes nlohmann_json and the core, but not the adapter: a document must not convert to text
// silently. Linking it with the others shows that every function may be defined in several translation units.
#include <linode/personal_access_token.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <type_traits>
#include <utility>

#include "catch.hpp"

namespace {

template <class T, class = void>
constexpr bool is_readable = false;
template <class T>
constexpr bool is_readable<T, std::void_t<decltype(linode::from_json(std::declval<T>()))>> = true;

static_assert(is_readable<const std::string&>, "the control: text is read");
static_assert(is_readable<const char*>, "the control: text is read");
static_assert(!is_readable<const nlohmann::json&>);
static_assert(!is_readable<nlohmann::json>);
static_assert(!is_readable<const nlohmann::ordered_json&>);

}  // namespace

TEST_CASE("sources with and without the adapter link", "[without_adapter]") {
  CHECK(linode::to_json(linode::from_json(R"({"label": "é"})")) == R"({"label":"é"})");
}
