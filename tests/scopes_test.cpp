#include <linode/personal_access_token/scopes.hpp>

#include <string>
#include <type_traits>
#include <vector>

#include "catch.hpp"
#include "generate.hpp"

using linode::Access;
using linode::Scopes;

static_assert(!std::is_convertible_v<std::string_view, Scopes>, "scopes are made from text on purpose only");
static_assert(std::is_copy_assignable_v<Scopes> && std::is_nothrow_move_constructible_v<Scopes>);

TEST_CASE("scopes are read by these rules, and written in one way") {
  struct Row {
    const char* text;
    const char* canonical;
  };
  const auto row = GENERATE(Catch::Generators::values<Row>({
      // everything
      {"*", "*"},
      {"linodes:read_only *", "*"},
      {"*,linodes:read_only", "*"},
      // separators
      {"", ""},
      {" , ,, ", ""},
      {"linodes:read_only", "linodes:read_only"},
      {"linodes:read_only domains:read_write", "domains:read_write linodes:read_only"},
      {"linodes:read_only,domains:read_write", "domains:read_write linodes:read_only"},
      {" ,linodes:read_only ,,  domains:read_write, ", "domains:read_write linodes:read_only"},
      // levels
      {"images:view", "images:read_only"},
      {"images:modify", "images:read_write"},
      {"images:create", "images:read_write"},
      {"images:delete", "images:read_write"},
      {"images:none", ""},
      // names
      {"tokens:view", "account:read_only"},
      {"clients:create", "account:read_write"},
      {"users:view tickets:modify managed:none", "account:read_write"},
      {"account:read_only managed:read_only", "account:read_only"},
      {"brand_new:read_only", "brand_new:read_only"},
      {"Linodes:read_only linodes:read_only", "Linodes:read_only linodes:read_only"},
      // the highest level of a name
      {"vpc:read_only vpc:read_write vpc:view", "vpc:read_write"},
      {"vpc:read_write vpc:none", "vpc:read_write"},
      // what is no scope
      {"linodes", ""},
      {"linodes:", ""},
      {":read_only", ""},
      {"linodes:READ_ONLY", ""},
      {"linodes:write", ""},
      {"linodes:*", ""},
      {"**", ""},
      {"a:b:read_only", ""},
      {"linodes :read_only", ""},
      {"nonsense lke:read_only nonsense:x", "lke:read_only"},
  }));
  CAPTURE(row.text);
  const Scopes scopes(row.text);
  CHECK(scopes.str() == row.canonical);
  CHECK(scopes == Scopes(row.canonical));
  CHECK(scopes.is_all() == (std::string(row.canonical) == "*"));
}

TEST_CASE("access is what a name has, grants whether it is enough") {
  const Scopes scopes("linodes:read_write volumes:read_only users:view");
  CHECK(scopes.access("linodes") == Access::read_write);
  CHECK(scopes.access("volumes") == Access::read_only);
  CHECK(scopes.access("account") == Access::read_only);
  CHECK(scopes.access("tickets") == Access::read_only);  // a legacy name means account
  CHECK(scopes.access("domains") == Access::none);
  CHECK(scopes.access("linode") == Access::none);
  CHECK(scopes.access("") == Access::none);
  CHECK(scopes.grants("linodes", Access::read_only));
  CHECK(scopes.grants("linodes", Access::read_write));
  CHECK(scopes.grants("volumes", Access::read_only));
  CHECK_FALSE(scopes.grants("volumes", Access::read_write));
  CHECK_FALSE(scopes.grants("domains", Access::read_only));
  CHECK(scopes.grants("domains", Access::none));
  CHECK(Scopes("*").access("whatever comes") == Access::read_write);
}

TEST_CASE("covers compares what is granted") {
  const auto covers = [](const char* a, const char* b) { return Scopes(a).covers(Scopes(b)); };
  CHECK(covers("*", "*"));
  CHECK(covers("*", "linodes:read_write"));
  CHECK(covers("linodes:read_write", "linodes:read_only"));
  CHECK_FALSE(covers("linodes:read_only", "linodes:read_write"));
  CHECK(covers("linodes:read_only domains:read_only", "domains:view"));
  CHECK_FALSE(covers("linodes:read_write", "linodes:read_only domains:read_only"));
  CHECK(covers("", ""));
  CHECK(covers("linodes:read_only", ""));
  CHECK_FALSE(covers("linodes:read_write domains:read_write", "*"));
}

TEST_CASE("scopes are a value: what a generated range of them has in common") {
  const char* const names[] = {"account", "linodes", "volumes", "tickets"};
  const char* const levels[] = {"", "none", "read_only", "read_write"};
  std::vector<Scopes> all{Scopes("*")};
  for (unsigned choice = 0; choice < 256; ++choice) {
    std::string text;
    for (unsigned name = 0; name < 4; ++name) {
      const char* const level = levels[(choice >> (2 * name)) & 3U];
      if (*level != '\0') text += std::string(names[name]) + ':' + level + (choice % 2 == 0 ? " " : ",");
    }
    all.emplace_back(text);
  }
  std::vector<std::vector<bool>> covers(all.size(), std::vector<bool>(all.size()));
  for (std::size_t a = 0; a < all.size(); ++a) {
    REQUIRE(Scopes(all[a].str()) == all[a]);
    for (std::size_t b = 0; b < all.size(); ++b) {
      covers[a][b] = all[a].covers(all[b]);
      bool grants_all = all[a].is_all() || !all[b].is_all();
      for (const char* const name : names) grants_all = grants_all && all[a].grants(name, all[b].access(name));
      REQUIRE(covers[a][b] == grants_all);
      REQUIRE((all[a] == all[b]) == (all[a].str() == all[b].str()));
      REQUIRE((all[a] != all[b]) != (all[a] == all[b]));
    }
  }
  for (std::size_t a = 0; a < all.size(); ++a) {
    REQUIRE(covers[a][a]);
    for (std::size_t b = 0; b < all.size(); ++b) {
      if (covers[a][b] && covers[b][a]) REQUIRE(all[a] == all[b]);
      for (std::size_t c = 0; c < all.size(); ++c) {
        if (covers[a][b] && covers[b][c] && !covers[a][c]) FAIL("not transitive");
      }
    }
  }
}

TEST_CASE("any text makes scopes whose text makes the same ones") {
  generate::Random random(7);
  const char* const pieces[] = {"linodes", ":",    "read_only", "read_write", " ",    ",",
                                "*",       "view", "x",         "account",    "none", "\n"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::int64_t length = random.integer(0, 12); length > 0; --length)
      text += pieces[random.index(std::size(pieces))];
    const Scopes scopes(text);
    CAPTURE(text);
    REQUIRE(Scopes(scopes.str()) == scopes);
    REQUIRE(Scopes(scopes.str()).str() == scopes.str());
    REQUIRE(scopes.covers(Scopes("")));
  }
}
