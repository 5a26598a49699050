#include <linode/personal_access_token/scopes.hpp>

#include <linode/personal_access_token/token.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "generate.hpp"

using linode::Access;
using linode::Scopes;
using namespace std::string_view_literals;

static_assert(!std::is_convertible_v<std::string_view, Scopes>, "text converts to scopes only explicitly");
static_assert(std::is_copy_assignable_v<Scopes> && std::is_nothrow_move_constructible_v<Scopes>);

namespace {

// Whether the constructor and parse_scopes accept the text. They must agree.
bool is_strict(const std::string& text) {
  const std::optional<Scopes> scopes = linode::parse_scopes(text);
  try {
    const Scopes read(text);
    CHECK(read == scopes);
  } catch (const std::invalid_argument&) {
    CHECK_FALSE(scopes.has_value());
  }
  return scopes.has_value();
}

}  // namespace

TEST_CASE("scopes have one canonical text", "[scopes]") {
  struct Row {
    int line;
    const char* text;
    const char* canonical;
  };
  const Row rows[] = {
      // everything
      {__LINE__, "*", "*"},
      {__LINE__, "linodes:read_only *", "*"},
      {__LINE__, "*,linodes:read_only", "*"},
      // separators
      {__LINE__, "", ""},
      {__LINE__, " , ,, ", ""},
      {__LINE__, "linodes:read_only", "linodes:read_only"},
      {__LINE__, "linodes:read_only domains:read_write", "domains:read_write linodes:read_only"},
      {__LINE__, "linodes:read_only,domains:read_write", "domains:read_write linodes:read_only"},
      {__LINE__, " ,linodes:read_only ,,  domains:read_write, ", "domains:read_write linodes:read_only"},
      {__LINE__, "linodes:read_only\n", "linodes:read_only"},
      {__LINE__, "\tlinodes:read_only\r\n domains:read_write\r\n", "domains:read_write linodes:read_only"},
      // levels
      {__LINE__, "images:view", "images:read_only"},
      {__LINE__, "images:modify", "images:read_write"},
      {__LINE__, "images:create", "images:read_write"},
      {__LINE__, "images:delete", "images:read_write"},
      {__LINE__, "images:none", ""},
      {__LINE__, "linodes:*", "linodes:read_write"},
      {__LINE__, "tickets:* linodes:read_only", "account:read_write linodes:read_only"},
      {__LINE__, "linodes:**", ""},
      // names
      {__LINE__, "tokens:view", "account:read_only"},
      {__LINE__, "clients:create", "account:read_write"},
      {__LINE__, "users:view tickets:modify managed:none", "account:read_write"},
      {__LINE__, "account:read_only managed:read_only", "account:read_only"},
      {__LINE__, "brand_new:read_only", "brand_new:read_only"},
      {__LINE__, "Linodes:read_only linodes:read_only", "Linodes:read_only linodes:read_only"},
      // the highest level of a name
      {__LINE__, "vpc:read_only vpc:read_write vpc:view", "vpc:read_write"},
      {__LINE__, "vpc:read_write vpc:none", "vpc:read_write"},
      // not a scope
      {__LINE__, "linodes", ""},
      {__LINE__, "linodes:", ""},
      {__LINE__, ":read_only", ""},
      {__LINE__, "linodes:READ_ONLY", ""},
      {__LINE__, "linodes:write", ""},
      {__LINE__, "**", ""},
      {__LINE__, "*:read_write", ""},
      {__LINE__, "a:b:read_only", ""},
      {__LINE__, "linodes :read_only", ""},
      {__LINE__, "nonsense lke:read_only nonsense:x", "lke:read_only"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CAPTURE(row.text);
    const Scopes scopes = linode::granted_scopes(row.text);
    CHECK(scopes.str() == row.canonical);
    CHECK(is_strict(row.text) == linode::unrecognized_scopes(row.text).empty());
    if (is_strict(row.text)) CHECK(Scopes(row.text) == scopes);
    CHECK(scopes == Scopes(row.canonical));
    CHECK(scopes.is_all() == (std::string(row.canonical) == "*"));
  }
}

TEST_CASE("grants compares with the access of a name", "[scopes]") {
  const Scopes scopes("linodes:read_write volumes:read_only users:view");
  CHECK(scopes.access("linodes") == Access::read_write);
  CHECK(scopes.access("volumes") == Access::read_only);
  CHECK(scopes.access("account") == Access::read_only);
  CHECK(scopes.access("tickets") == Access::read_only);  // a legacy name means account
  CHECK(scopes.access("domains") == Access::none);
  CHECK(scopes.access("linode") == Access::none);
  for (const char* name : {"", "*", "Linodes", " linodes", "linodes:read_write"}) {
    CAPTURE(name);
    CHECK(scopes.access(name) == Access::none);
  }
  CHECK(scopes.grants("linodes", Access::read_only));
  CHECK(scopes.grants("linodes", Access::read_write));
  CHECK(scopes.grants("volumes", Access::read_only));
  CHECK_FALSE(scopes.grants("volumes", Access::read_write));
  CHECK_FALSE(scopes.grants("domains", Access::read_only));
  CHECK(scopes.grants("domains", Access::none));
  CHECK(Scopes("*").access("whatever comes") == Access::read_write);
}

TEST_CASE("covers compares what is granted", "[scopes]") {
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

TEST_CASE("covers is a partial order", "[scopes]") {
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

TEST_CASE("str() round-trips for any input", "[scopes]") {
  generate::Random random(7);
  const char* const pieces[] = {"linodes", ":",    "read_only", "read_write", " ",    ",",
                                "*",       "view", "x",         "account",    "none", "\n"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::int64_t length = random.integer(0, 12); length > 0; --length)
      text += pieces[random.index(std::size(pieces))];
    const Scopes scopes = linode::granted_scopes(text);
    CAPTURE(text);
    REQUIRE(is_strict(text) == linode::unrecognized_scopes(text).empty());
    if (is_strict(text)) REQUIRE(Scopes(text) == scopes);
    REQUIRE(Scopes(scopes.str()) == scopes);
    REQUIRE(Scopes(scopes.str()).str() == scopes.str());
    REQUIRE(scopes.covers(Scopes("")));
  }
}

TEST_CASE("reading many names equals granting each", "[scopes]") {
  generate::Random random(13);
  for (const std::int64_t count : {1, 63, 64, 65, 66, 130, 500, 2000}) {
    std::string text;
    Scopes granted;
    for (std::int64_t number = 0; number < count; ++number) {
      const std::string name = "scope_" + std::to_string(random.integer(0, count));
      const bool writes = random.one_in(2);
      text += name + (writes ? ":read_write " : ":view ");
      granted.grant(name, writes ? Access::read_write : Access::read_only);
    }
    CAPTURE(count, text);
    CHECK(Scopes(text) == granted);
    CHECK(Scopes(text + "*") == Scopes("*"));
    CHECK(Scopes(text + "*").list().empty());
  }
}

TEST_CASE("grant keeps the highest level of each name", "[scopes]") {
  Scopes scopes;
  CHECK(scopes == Scopes(""));
  CHECK(scopes.list().empty());
  scopes.grant("linodes", Access::read_only);
  scopes.grant("domains", Access::read_write);
  scopes.grant("images", Access::none);
  scopes.grant("linodes", Access::read_write);
  scopes.grant("domains", Access::read_only);  // domains already has more
  scopes.grant("tickets", Access::read_only);  // account
  CHECK(scopes.str() == "account:read_only domains:read_write linodes:read_write");
  CHECK(scopes.list() == std::vector<linode::Scope>{{"account", Access::read_only},
                                                    {"domains", Access::read_write},
                                                    {"linodes", Access::read_write}});
  CHECK(linode::Scope{"a", Access::none} != linode::Scope{"a", Access::read_only});
  CHECK(linode::Scope{"a", Access::none} != linode::Scope{"b", Access::none});
  Scopes all("*");
  all.grant("linodes", Access::read_only);
  CHECK(all == Scopes("*"));
  CHECK(all.list().empty());
}

TEST_CASE("a name from the scopes' list can be granted", "[scopes]") {
  Scopes scopes("linodes:read_only domains:read_only");
  scopes.grant(scopes.list().front().name, Access::read_write);
  CHECK(scopes.str() == "domains:read_write linodes:read_only");
  scopes.grant(scopes.list().back().name, Access::read_write);
  CHECK(scopes.str() == "domains:read_write linodes:read_write");
  CHECK(scopes.covers(scopes));
  CHECK(scopes.missing_from(scopes) == Scopes());
}

TEST_CASE("a NUL does not end the text of scopes", "[scopes]") {
  CHECK_THROWS_AS(Scopes("linodes:read_only\0 *"sv), std::invalid_argument);
  CHECK(linode::granted_scopes("linodes:read_only\0 *"sv).is_all());
  CHECK(Scopes("a\0b:read_only"sv).access("a\0b"sv) == Access::read_only);
  CHECK(linode::unrecognized_scopes("linodes:read_only\0"sv).size() == 1);
}

TEST_CASE("a scope repeated a thousand times is one", "[scopes]") {
  std::string text;
  for (int number = 0; number < 100; ++number) text += "scope" + std::to_string(1000 + number) + ":read_only ";
  const Scopes once(text + "another:read_write");
  for (int time = 0; time < 1000; ++time) text += "another:read_write ";
  CHECK(Scopes(text) == once);
}

TEST_CASE("grant refuses a name that no scope can have", "[scopes]") {
  Scopes scopes("linodes:read_only");
  for (const char* name : {"", "*", "a b", "a,b", "a:b", "a\tb", "a\nb", "a\rb", " ", ":", ","}) {
    CAPTURE(name);
    try {
      scopes.grant(name, Access::read_write);
      FAIL("granted");
    } catch (const std::invalid_argument& error) {
      CHECK(std::string(error.what()) ==
            "a scope name must not be empty or *, or contain white space, a comma or a colon");
    }
    CHECK_THROWS_AS(Scopes("*").grant(name, Access::none), std::invalid_argument);
  }
  CHECK(scopes == Scopes("linodes:read_only"));
}

TEST_CASE("missing_from is what a token does not grant", "[scopes]") {
  const auto missing = [](const char* needed, const char* held) {
    return Scopes(needed).missing_from(Scopes(held)).str();
  };
  CHECK(missing("linodes:read_write domains:read_only", "linodes:read_only") == "domains:read_only linodes:read_write");
  CHECK(missing("linodes:read_only", "linodes:read_write").empty());
  CHECK(missing("linodes:read_only", "*").empty());
  CHECK(missing("*", "linodes:read_write") == "*");
  CHECK(missing("*", "*").empty());
  CHECK(missing("", "").empty());
}

TEST_CASE("granting what is missing covers the need", "[scopes]") {
  generate::Random random(11);
  const char* const names[] = {"account", "linodes", "lke", "vpc", "x", "users"};
  const char* const levels[] = {"read_only", "read_write", "none", "view", "*"};
  const auto some = [&] {
    if (random.one_in(12)) return Scopes("*");
    std::string text;
    for (std::int64_t count = random.integer(0, 6); count > 0; --count) {
      text += std::string(names[random.index(6)]) + ':' + levels[random.index(5)] + (random.one_in(2) ? " " : ",");
    }
    return Scopes(text);
  };
  for (int round = 0; round < 20'000; ++round) {
    const Scopes needed = some();
    const Scopes held = some();
    CAPTURE(needed.str(), held.str());
    const Scopes missing = needed.missing_from(held);
    REQUIRE(held.covers(needed) == missing.str().empty());
    REQUIRE(needed.covers(missing));
    Scopes granted = held;
    if (missing.is_all()) granted = missing;
    for (const linode::Scope& scope : missing.list()) {
      REQUIRE_FALSE(held.grants(scope.name, scope.access));
      granted.grant(scope.name, scope.access);
    }
    REQUIRE(granted.covers(needed));
    REQUIRE(granted.covers(held));
    Scopes rebuilt;
    for (const linode::Scope& scope : held.list()) {
      REQUIRE(held.access(scope.name) == scope.access);
      rebuilt.grant(scope.name, scope.access);
    }
    if (!held.is_all()) REQUIRE(rebuilt == held);
  }
}

TEST_CASE("a misspelt scope is refused, and named", "[scopes]") {
  const auto message = [](const std::string& text) {
    try {
      return Scopes(text).str();
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
  };
  const std::string expected = "expected scopes such as linodes:read_only, found ";
  CHECK(message("domains:readonly") == expected + R"("domains:readonly")");
  CHECK(message("lke:view x\n y") == expected + R"("x")");
  CHECK(message("* linodes") == expected + R"("linodes")");
  CHECK(message("a\x1b\"\xff") == expected + R"("a\u{1b}\"\x{ff}")");
  CHECK(message(std::string(60, 'a')) == expected + '"' + std::string(60, 'a') + '"');
  CHECK(message(std::string(61, 'a')) == expected + '"' + std::string(60, 'a') + "…\"");
  CHECK(message(std::string(59, 'a') + "é") == expected + '"' + std::string(59, 'a') + "…\"");
}

TEST_CASE("unset scopes grant nothing", "[scopes]") {
  linode::PersonalAccessToken token;
  CHECK(linode::granted_scopes(token) == Scopes());
  token.scopes = "domains:view, linodes:update";
  CHECK(linode::granted_scopes(token) == Scopes("domains:read_only"));
  token.scopes = "*";
  CHECK(linode::granted_scopes(token).is_all());
}

TEST_CASE("the list of temporary scopes outlives them", "[scopes]") {
  std::string names;
  for (const linode::Scope& scope : Scopes("linodes:read_only domains:read_write").list()) names += scope.name + ' ';
  CHECK(names == "domains linodes ");
  static_assert(std::is_same_v<decltype(Scopes().list()), std::vector<linode::Scope>>);
  static_assert(std::is_same_v<decltype(std::declval<const Scopes>().list()), std::vector<linode::Scope>>);
  static_assert(std::is_same_v<decltype(std::declval<Scopes&>().list()), const std::vector<linode::Scope>&>);
  static_assert(std::is_same_v<decltype(std::declval<const Scopes&>().list()), const std::vector<linode::Scope>&>);
}

TEST_CASE("unrecognized parts are listed as written", "[scopes]") {
  using Parts = std::vector<std::string>;
  struct Row {
    int line;
    const char* text;
    Parts unrecognized;
  };
  const Row rows[] = {
      {__LINE__, "", {}},
      {__LINE__, " , ,", {}},
      {__LINE__, "*", {}},
      {__LINE__, "linodes:read_only,domains:read_write lke:none a:view b:modify c:create d:delete e:*", {}},
      {__LINE__, "linodes:update", {"linodes:update"}},
      {__LINE__, "linodes", {"linodes"}},
      {__LINE__, "linodes:read,linodes:readonly", {"linodes:read", "linodes:readonly"}},
      {__LINE__, "volumes: read_write", {"volumes:", "read_write"}},
      {__LINE__, "a:view;b:view c:view", {"a:view;b:view"}},
      {__LINE__, "a;b", {"a;b"}},
      {__LINE__, ":read_only *:read_only", {":read_only", "*:read_only"}},
      {__LINE__, "* linodes", {"linodes"}},
      {__LINE__, "linodes:READ_ONLY a:read_only:x", {"linodes:READ_ONLY", "a:read_only:x"}},
      {__LINE__, "x\tx\r\nx", {"x", "x", "x"}},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    CHECK(linode::unrecognized_scopes(row.text) == row.unrecognized);
  }
}

TEST_CASE("an unrecognized part grants nothing", "[scopes]") {
  generate::Random random(31);
  for (int round = 0; round < 2000; ++round) {
    const std::string good = random.scopes();
    const std::string both = random.one_in(2) ? good + " x:y " : "x:y," + good;
    CAPTURE(both);
    REQUIRE(linode::unrecognized_scopes(good).empty());
    REQUIRE(linode::unrecognized_scopes(both) == std::vector<std::string>{"x:y"});
    REQUIRE_FALSE(is_strict(both));
    REQUIRE(linode::granted_scopes(both) == Scopes(good));
  }
}
