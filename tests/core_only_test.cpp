// The core without nlohmann_json.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/fwd.hpp>

#ifdef NLOHMANN_JSON_VERSION_MAJOR
#error "the core includes nlohmann_json"
#endif

#include "catch.hpp"

TEST_CASE("the core reads and writes without nlohmann_json", "[core_only]") {
  CHECK(linode::to_json(linode::from_json(R"({"id": 1})")) == R"({"id":1})");
}

TEST_CASE("the version is a macro and a constant", "[core_only]") {
  static_assert(linode::personal_access_token_version.major_version == LINODE_PAT_VERSION_MAJOR);
  static_assert(linode::personal_access_token_version.minor_version == LINODE_PAT_VERSION_MINOR);
  static_assert(linode::personal_access_token_version.patch_version == LINODE_PAT_VERSION_PATCH);
  CHECK(LINODE_PAT_PROJECT_VERSION == std::to_string(LINODE_PAT_VERSION_MAJOR) + '.' +
                                          std::to_string(LINODE_PAT_VERSION_MINOR) + '.' +
                                          std::to_string(LINODE_PAT_VERSION_PATCH));
}
