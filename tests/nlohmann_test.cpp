#include <linode/personal_access_token/nlohmann.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generate.hpp"
#include "other_objects.hpp"
#include "reading.hpp"

using namespace reading;
using linode::from_dict;
using linode::PersonalAccessTokenPage;
using linode::to_dict;
using nlohmann::json;
using T = PersonalAccessToken;

namespace {

// With narrow numbers: nothing may depend on the default ones.
using narrow_json = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int32_t, std::uint32_t, float>;

template <class J>
Reason reason_for(const J& value) {
  try {
    static_cast<void>(from_dict(value));
  } catch (const DecodeError& error) {
    CHECK(error.path() == "/id");
    return error.reason();
  }
  FAIL("accepted");
  return {};
}

}  // namespace

TEST_CASE("nlohmann_json finds the hooks", "[nlohmann]") {
  const T token{time("2018-01-01T00:01:01"), linode::Expiry::never(), 1, "x", "*", "t"};
  const json j = token;
  CHECK(j.dump() == R"({"created":"2018-01-01T00:01:01","expiry":null,"id":1,"label":"x","scopes":"*","token":"t"})");
  CHECK(j.get<T>() == token);
  T target;
  j.get_to(target);
  CHECK(target == token);
  const nlohmann::ordered_json ordered = token;
  CHECK(ordered.dump() == j.dump());
  CHECK(json(std::vector<T>{token, T{}}).get<std::vector<T>>() == std::vector<T>{token, T{}});
  CHECK(json(std::map<std::string, T>{{"a", token}}).at("a").get<T>() == token);
}

TEST_CASE("from_dict reads what to_dict gives", "[nlohmann]") {
  generate::Random random(5);
  for (unsigned members = 0; members <= generate::all_members; ++members) {
    const T token = random.token(members);
    CHECK(from_dict(to_dict(token)) == token);
    CHECK(from_dict(to_dict<nlohmann::ordered_json>(token)) == token);
    CHECK(from_dict(to_dict<narrow_json>(generate::subset(token, members & ~generate::id))) ==
          generate::subset(token, members & ~generate::id));
  }
  CHECK(to_dict(T{}).is_object());
}

TEST_CASE("the hooks also convert a page", "[nlohmann]") {
  generate::Random random(6);
  const PersonalAccessTokenPage page = random.page();
  CHECK(json(page).get<PersonalAccessTokenPage>() == page);
  CHECK(nlohmann::ordered_json(page).dump() == linode::to_json(page));
  CHECK(narrow_json(PersonalAccessTokenPage{{}, 1, 1, 0}).get<PersonalAccessTokenPage>().pages == 1);
}

TEST_CASE("numbers are never cut to fit", "[nlohmann]") {
  CHECK(reason_for(json{{"id", 1.9}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", -0.0}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", UINT64_MAX}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", 1e300}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", -1e300}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", 9223372036854775808.0}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", -9223372036854775808.0}}) == Reason::out_of_range);
  CHECK(reason_for(json{{"id", 9223372036854774784.0}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", -9223372036854774784.0}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", std::numeric_limits<double>::quiet_NaN()}}) == Reason::wrong_type);
  CHECK(reason_for(narrow_json{{"id", 2.5F}}) == Reason::wrong_type);
  CHECK(from_dict(json{{"id", std::uint64_t{INT64_MAX}}}).id == INT64_MAX);
  CHECK(from_dict(narrow_json{{"id", -7}}).id == -7);
}

TEST_CASE("a non-JSON value has the wrong type", "[nlohmann]") {
  CHECK(reason_for(json{{"id", json::binary({1, 2})}}) == Reason::wrong_type);
  CHECK(reason_for(json{{"id", json(json::value_t::discarded)}}) == Reason::wrong_type);
  CHECK_THROWS_AS(from_dict(json(json::value_t::discarded)), DecodeError);
  CHECK_THROWS_AS(linode::read_tokens(json(json::value_t::discarded)), DecodeError);
  DecodeError why;
  CHECK_FALSE(linode::try_from_dict(json{{"label", json::binary({1, 2})}}, &why));
  CHECK(std::string(why.what()) == "/label: expected a string, found a non-JSON value");
}

TEST_CASE("from_json does not parse a string value", "[nlohmann]") {
  CHECK(linode::from_json(json::parse(R"({"id": 1})")) == with(&T::id, 1));
  CHECK_THROWS_AS(linode::from_json(json(R"({"id": 1})")), DecodeError);  // a string value that holds JSON
  CHECK(linode::from_json(R"({"id": 1})") == with(&T::id, 1));
  CHECK(linode::from_json(std::string(R"({"id": 1})")) == with(&T::id, 1));
}

#if !defined(JSON_USE_IMPLICIT_CONVERSIONS) || JSON_USE_IMPLICIT_CONVERSIONS
TEST_CASE("a document converts to scopes and to a token", "[nlohmann]") {
  const json j = json::parse(R"({"scopes": "linodes:read_only", "id": 1, "expiry": null})");
  CHECK(linode::Scopes(j["scopes"]) == linode::Scopes("linodes:read_only"));
  CHECK_THROWS_AS(linode::Scopes(j["id"]), DecodeError);
  const T token = j;
  CHECK(linode::create_request(token) == R"({"expiry":null,"scopes":"linodes:read_only"})");
}
#endif

TEST_CASE("an API error equals that of its text", "[nlohmann]") {
  const std::string text = R"({"errors": [{"reason": "Invalid\nToken", "field": null}, 1, "forbidden", {"reason": null},
                                          {"reason": "Too long", "field": "label"}, {"reason": "Not found"}]})";
  try {
    static_cast<void>(from_dict(json::parse(text)));
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(std::string(error.what()) == text_error(text).what());
    CHECK(error.api_errors() == text_error(text).api_errors());
    CHECK(error.api_errors().size() == 4);
  }
}

TEST_CASE("a failed conversion keeps its target", "[nlohmann]") {
  json j = 5;
  CHECK_THROWS_AS(linode::to_json(j, with(&T::label, "\xff")), std::invalid_argument);
  CHECK_THROWS_AS(linode::to_json(j, with(&T::created, linode::Timestamp::max())), std::invalid_argument);
  CHECK(j == 5);
  PersonalAccessTokenPage page{{T{}}, 1, 1, 1};
  const PersonalAccessTokenPage before = page;
  CHECK_THROWS_AS(json::parse(R"({"page": 5, "data": [{"id": 1}, {"id": null, "label": 0}]})").get_to(page),
                  DecodeError);
  CHECK(page == before);
}

TEST_CASE("only an object with data is a page", "[nlohmann]") {
  CHECK(json::parse(R"({"data": null})").get<PersonalAccessTokenPage>() == linode::page_from_json(R"({"data": null})"));
  CHECK_THROWS_AS(json::parse(R"({"pages": 1})").get<PersonalAccessTokenPage>(), DecodeError);
}

TEST_CASE("an integer must fit the basic_json", "[nlohmann]") {
  const auto error_of = [](auto&& write) {
    try {
      write();
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  const std::string out_of_range = ": out of range for the integers of this basic_json";
  for (const std::int64_t id :
       {(std::int64_t{1} << 40) + 7, std::int64_t{INT32_MAX} + 1, std::int64_t{INT32_MIN} - 1, INT64_MIN}) {
    CHECK(error_of([&] { static_cast<void>(to_dict<narrow_json>(with(&T::id, id))); }) == "/id" + out_of_range);
    const PersonalAccessTokenPage page{{T{}, with(&T::id, id)}, {}, {}, {}};
    CHECK(error_of([&] { static_cast<void>(to_dict<narrow_json>(page)); }) == "/data/1/id" + out_of_range);
    CHECK(to_dict(with(&T::id, id))["id"] == id);
  }
  CHECK(to_dict<narrow_json>(with(&T::id, INT32_MIN))["id"] == INT32_MIN);
  CHECK(to_dict<narrow_json>(with(&T::id, INT32_MAX))["id"] == INT32_MAX);
  narrow_json target = 5;
  CHECK(error_of([&] { linode::to_json(target, with(&T::id, std::int64_t{1} << 40)); }) == "/id" + out_of_range);
  CHECK(target == 5);
}

TEST_CASE("try_from_dict gives the token or the error", "[nlohmann]") {
  DecodeError why(Reason::too_deep, "/before", "before");
  CHECK(linode::try_from_dict(json{{"id", 1}}, &why) == with(&T::id, 1));
  CHECK(why.path() == "/before");
  CHECK_FALSE(linode::try_from_dict(json{{"id", "1"}}, &why).has_value());
  CHECK(std::string(why.what()) == "/id: expected an integer, found a string");
  CHECK_FALSE(linode::try_from_dict(json{{"id", "1"}}).has_value());
  CHECK_FALSE(linode::try_from_dict(json{{"id", 1}, {"x", 1}}, &why, Members::strict).has_value());
  CHECK(why.reason() == Reason::unknown_member);
  CHECK_THROWS_AS(from_dict(json{{"id", 1}, {"x", 1}}, Members::strict), DecodeError);
  CHECK(from_dict(json{{"id", 1}}, Members::strict) == with(&T::id, 1));
}

namespace {

// Has members of a basic_json, but is not one.
struct Lookalike {
  enum class value_t { null };
  using object_t = std::map<std::string, int>;
  [[nodiscard]] bool is_discarded() const { return false; }
};

template <class J, class = void>
constexpr bool is_adapted = false;
template <class J>
constexpr bool is_adapted<J, std::void_t<decltype(from_json(std::declval<const J&>(), std::declval<T&>())),
                                         decltype(to_json(std::declval<J&>(), std::declval<const T&>()))>> = true;

static_assert(is_adapted<json> && is_adapted<nlohmann::ordered_json> && is_adapted<narrow_json>);
static_assert(!is_adapted<Lookalike> && !is_adapted<std::string> && !is_adapted<int>);

}  // namespace

TEST_CASE("a parsed page is read like its text", "[nlohmann]") {
  const json page = json::parse(R"({"data": [{"id": 1}, {"id": 2}], "page": 1})");
  CHECK(linode::page_from_dict(page) == linode::page_from_json(page.dump()));
  CHECK(linode::try_page_from_dict(page) == linode::page_from_json(page.dump()));
  DecodeError why;
  CHECK_FALSE(linode::try_page_from_dict(json::parse(R"({"data": [{}, {"id": "x"}]})"), &why).has_value());
  CHECK(why.path() == "/data/1/id");
  CHECK_THROWS_AS(linode::page_from_dict(json::object()), DecodeError);
  CHECK_THROWS_AS(linode::page_from_dict(json{{"data", json::array()}, {"x", 1}}, Members::strict), DecodeError);
  CHECK_THROWS_AS(linode::from_json(json{{"id", 1}, {"x", 1}}, Members::strict), DecodeError);
}

TEST_CASE("unknown members of a document are ignored", "[nlohmann]") {
  const json token{{"x", 1}, {"id", 1}};
  const json page{{"x", 1}, {"data", json::array()}};
  CHECK(linode::from_dict(token).id == 1);
  CHECK(linode::try_from_dict(token).has_value());
  CHECK(linode::from_json(token).id == 1);
  CHECK(linode::page_from_dict(page).data.empty());
  CHECK(linode::try_page_from_dict(page).has_value());
  CHECK(linode::read_tokens(token).size() == 1);
  CHECK(linode::try_read_tokens(token).has_value());
  CHECK(token.get<PersonalAccessToken>().id == 1);
  CHECK(page.get<PersonalAccessTokenPage>().data.empty());
}

TEST_CASE("a document of any shape gives its tokens", "[nlohmann]") {
  for (const char* text :
       {R"({"id": 1})", "{}", R"({"data": [{"id": 1}, {"id": 2}], "page": 1})", R"({"data": null})", "[]",
        R"([{"id": 1}, {}])", R"([{"id": 1}, {"id": "x"}])", R"([{"message": "x"}])", R"([1])", "5", "null", "\"x\"",
        R"({"message": "x"})", R"({"errors": ["x"]})", R"({"data": [{"id": 1}, {"label": 5}]})",
        R"({"data": {"id": 1}})", R"({"id": 1, "data": {}})", R"([[{"id": 1}]])"}) {
    for (const Members members : {Members::tolerant, Members::strict}) {
      CAPTURE(text);
      DecodeError of_text;
      DecodeError why;
      const auto expected = linode::try_read_tokens(text, &of_text, members);
      const auto tokens = linode::try_read_tokens(json::parse(text), &why, members);
      REQUIRE(tokens == expected);
      if (!expected) expect_equal_but_for_position(why, of_text);
      if (expected) {
        CHECK(linode::read_tokens(json::parse(text), members) == *expected);
      } else {
        CHECK_THROWS_AS(linode::read_tokens(json::parse(text), members), DecodeError);
      }
    }
  }
}

TEST_CASE("an error after deeply nested values is found", "[nlohmann]") {
  for (const std::size_t depth : std::vector<std::size_t>{1, 3, 4, 5, 511, 512, 600}) {
    const std::string nested = std::string(depth, '[') + '0' + std::string(depth, ']');
    const auto document =
        nlohmann::ordered_json::parse(R"([{"x":)" + nested + R"(,"id":1},{"x":)" + nested + R"(,"id":"y"}])");
    DecodeError why;
    CAPTURE(depth);
    CHECK_FALSE(linode::try_read_tokens(document, &why));
    CHECK(std::string(why.what()) == "/1/id: expected an integer, found a string");
  }
}

TEST_CASE("get<std::vector> gives a path in the element", "[nlohmann]") {
  const json j = json::parse(R"([{"id": 1}, {"id": "x"}])");
  const auto path_of = [](auto&& read) {
    try {
      static_cast<void>(read());
    } catch (const DecodeError& error) {
      return error.path();
    }
    return std::string("none");
  };
  CHECK(path_of([&] { return j.get<std::vector<T>>(); }) == "/id");
  CHECK(path_of([&] { return linode::read_tokens(j); }) == "/1/id");
}

namespace {

struct Record {
  linode::Timestamp seen = {};
  linode::Expiry until = linode::Expiry::never();
  linode::Scopes scopes = {};
};

void to_json(json& document, const Record& record) {
  document = json{{"seen", record.seen}, {"until", record.until}, {"scopes", record.scopes}};
}
void from_json(const json& document, Record& record) {
  document.at("seen").get_to(record.seen);
  document.at("until").get_to(record.until);
  document.at("scopes").get_to(record.scopes);
}

}  // namespace

TEST_CASE("a user's struct may hold times and scopes", "[nlohmann]") {
  const char* const text =
      R"({"scopes":"linodes:read_only","seen":"2018-01-01T00:01:01","until":"2019-01-01T00:00:00.5"})";
  CHECK(json(json::parse(text).get<Record>()).dump() == text);
  const char* const never = R"({"scopes":"*","seen":"2018-01-01T00:01:01","until":null})";
  CHECK(json(json::parse(never).get<Record>()).dump() == never);
  CHECK(json::parse(never).get<Record>().until.is_never());
  json target = 5;
  CHECK_THROWS_AS(target = linode::Timestamp::max(), std::invalid_argument);
  try {
    target = linode::Expiry(linode::Timestamp::min());
    FAIL("written");
  } catch (const std::invalid_argument& error) {
    CHECK(std::string(error.what()) == "outside the years 0000 to 9999");
  }
  CHECK_THROWS_AS(target = linode::Scopes("a\xff:read_only"), std::invalid_argument);
  CHECK(target == 5);
}

TEST_CASE("an expiry is read by value", "[nlohmann]") {
  const linode::Expiry end = time("2018-01-01T00:01:01");
  const json j = json::parse(R"([null, "2018-01-01T00:01:01"])");
  CHECK(j[0].get<linode::Expiry>() == linode::Expiry::never());
  CHECK(j.get<std::vector<linode::Expiry>>() == std::vector<linode::Expiry>{linode::Expiry::never(), end});
  CHECK(j.get<std::pair<linode::Expiry, linode::Expiry>>().second == end);
  const nlohmann::ordered_json object = {{"end", end}};
  CHECK(object.dump() == R"({"end":"2018-01-01T00:01:01"})");
  CHECK(object.get<std::map<std::string, linode::Expiry>>().at("end") == end);
  CHECK(object.value("end", linode::Expiry::never()) == end);
  CHECK(object.value("no such member", linode::Expiry::never()).is_never());
  linode::Expiry target = end;
  CHECK_THROWS_AS(json(3).get_to(target), DecodeError);
  CHECK(target == end);
}

TEST_CASE("an access level is a string", "[nlohmann]") {
  for (const linode::Access access : {linode::Access::none, linode::Access::read_only, linode::Access::read_write}) {
    const json j = access;
    CHECK(j == linode::to_string(access));
    CHECK(j.get<linode::Access>() == access);
  }
}

TEST_CASE("a hook's error names what was expected", "[nlohmann]") {
  using Hook = void (*)(const json&);
  struct Row {
    int line;
    Hook read;
    json value;
    Reason reason;
    const char* what;
  };
  const Hook expiry = [](const json& j) { static_cast<void>(j.get<linode::Expiry>()); };
  const Hook created = [](const json& j) { static_cast<void>(j.get<linode::Timestamp>()); };
  const Hook scopes = [](const json& j) { static_cast<void>(j.get<linode::Scopes>()); };
  const Hook access = [](const json& j) { static_cast<void>(j.get<linode::Access>()); };
  const Hook record = [](const json& j) { static_cast<void>(j.get<Record>()); };
  const Row rows[] = {
      {__LINE__, expiry, 3, Reason::wrong_type, "expected an expiry, a time or null, found a number"},
      {__LINE__, expiry, "soon", Reason::invalid_timestamp,
       "expected an expiry, a time or null, found a string that is not a timestamp"},
      {__LINE__, created, nullptr, Reason::wrong_type, "expected a timestamp such as 2018-01-01T00:01:01, found null"},
      {__LINE__, created, "soon", Reason::invalid_timestamp,
       "expected a timestamp such as 2018-01-01T00:01:01, found a string that is not a timestamp"},
      {__LINE__, scopes, 3, Reason::wrong_type, "expected scopes such as linodes:read_only, found a number"},
      {__LINE__, scopes, "linodes:readonly", Reason::invalid_scopes,
       "expected scopes such as linodes:read_only, found a part in another form"},
      {__LINE__, access, 1, Reason::wrong_type, "expected none, read_only or read_write, found a number"},
      {__LINE__, access, "view", Reason::invalid_scopes,
       "expected none, read_only or read_write, found another string"},
      {__LINE__, record, json{{"seen", nullptr}}, Reason::wrong_type,
       "expected a timestamp such as 2018-01-01T00:01:01, found null"},
      {__LINE__, record, json{{"seen", linode::Timestamp()}, {"until", 5}}, Reason::wrong_type,
       "expected an expiry, a time or null, found a number"},
  };
  for (const Row& row : rows) {
    IN_ROW(row);
    try {
      row.read(row.value);
      FAIL("accepted");
    } catch (const DecodeError& error) {
      CHECK(error.reason() == row.reason);
      CHECK(std::string(error.what()) == row.what);
    }
  }
}

TEST_CASE("another object is converted by its table", "[nlohmann]") {
  using other_objects::Entry;
  const auto read = [](const char* text) {
    try {
      return linode::detail::to_document<json>(linode::detail::from_document<Entry>(json::parse(text))).dump();
    } catch (const DecodeError& error) {
      return std::string(error.what());
    }
  };
  const char* const full =
      R"({"id":1,"restricted":true,"sizes":[1,2],"tags":["a","b"],"user":{"uid":5,"username":"x"}})";
  CHECK(read(full) == full);
  CHECK(read(R"({"tags": null, "restricted": false})") == R"({"restricted":false,"sizes":[],"tags":[]})");
  CHECK(read(R"({"id": 1, "tags": ["a", 1]})") == "/tags/1: expected a string, found a number");
  CHECK(read(R"({"id": 1, "user": {"uid": "x"}})") == "/user/uid: expected an integer, found a string");
  CHECK(read(R"({"id": 1, "user": {"x": 1}})") == R"({"id":1,"sizes":[],"tags":[],"user":{}})");
  CHECK(read(R"({"restricted": "no"})") == "/restricted: expected a boolean, found a string");
  const json page = json::parse(R"({"data":[{"id":1},{"ssh_key":"ssh-rsa AAAA"}],"page":1})");
  CHECK(linode::detail::to_document<json>(linode::detail::from_document<other_objects::SshKeyPage>(page)) == page);
}
