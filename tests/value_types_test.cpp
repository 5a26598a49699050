// What new objects and new types of members need: a table, and a specialisation of ValueType.
#include <linode/personal_access_token/detail/codec/value_types.hpp>

#include <linode/personal_access_token/detail/codec/document_sink.hpp>
#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/codec/read_documents.hpp>
#include <linode/personal_access_token/detail/codec/text_reader.hpp>
#include <linode/personal_access_token/members.hpp>
#include <linode/personal_access_token/stream.hpp>

#include <cstdint>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "other_objects.hpp"

namespace {

using linode::Members;
using linode::Timestamp;
using linode::detail::encode_text;
using linode::detail::for_each_page;
using linode::detail::read_single;
using linode::detail::TextReader;
using linode::detail::ValueType;
using namespace other_objects;

// Brackets, and a comma and a bracket after them; names with quotation marks, colons and commas; an id and a time.
static_assert(ValueType<SshKey>::max_own_size == 4 + (21 + 4 * 4) + 20 + 28);

// Returns the text of the object that was read, or the first error.
template <class Object>
std::string read(std::string_view text, Members members = Members::tolerant) {
  Object object;
  const auto error = read_single<TextReader>(text, members, object);
  return error ? error->what() : encode_text(object);
}

// Reads documents from a stream into one reused page. Returns the text of each, a line each, or the error.
template <class Page>
std::string read_in_turn(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::string all;
  const auto sink = [&all](const Page& page) { all += encode_text(page) + '\n'; };
  const auto error = for_each_page<Page>(stream, sink, Members::tolerant);
  return error ? error->what() : all;
}

template <class Value>
std::string printed(const Value& value) {
  std::string out;
  ValueType<Value>::print(out, value);
  return out;
}

}  // namespace

TEST_CASE("a second object and its page need only tables", "[value_types]") {
  const std::string key =
      R"({"created":"2018-01-01T00:01:01","id":12345678,"label":"laptop","ssh_key":"ssh-rsa AAAA"})";
  CHECK(read<SshKey>(key) == key);
  CHECK(read<SshKey>(R"({"id": "x"})") == "1:8: /id: expected an integer, found a string");
  CHECK(read<SshKey>(R"({"data": []})") == "1:1: expected an SSH key, found a page (an object with `data`)");
  const std::string page = R"({"data":[)" + key + R"(,{"label":"b"}],"page":1})";
  CHECK(read<SshKeyPage>(page) == page);
  CHECK(read<SshKeyPage>(R"({"data": [{}, {"label": 1}]})") ==
        "1:25: /data/1/label: expected a string, found a number");
  CHECK(read_in_turn<SshKeyPage>(key + page + "[]" + key) ==
        R"({"data":[)" + key + "]}\n" + page + "\n{\"data\":[]}\n" + R"({"data":[)" + key + "]}\n");
  CHECK(printed(SshKey{{}, 1, "a", {}}) == R"(SshKey{id=1, label="a"})");
}

TEST_CASE("a missing member's place is its object's end", "[value_types]") {
  const std::string key = R"({"created":"2018-01-01T00:01:01","id":1,"label":"","ssh_key":"a"})";
  const auto error = [](const std::string& text) { return read<SshKeyPage>(text, Members::complete); };
  CHECK(error(R"({"data":[)" + key + R"(],"page":1})") == R"({"data":[)" + key + R"(],"page":1})");
  CHECK(error(R"({"data":[)" + key + ",\n {\"id\":12345678 }], \"page\":null}") ==
        "2:17: /data/1/created: expected this member, found none");
  CHECK(error(R"({"data":[)" + key + "],\n\"page\":null}") == "2:12: /page: expected a value, found null");
  CHECK(error(R"({"data":null,"page":1})") == "1:22: /data: expected a value, found null");
  CHECK(error(R"({"data":[{}],"page":1})") == "1:11: /data/0/created: expected this member, found none");
  CHECK(error(R"({"data":[{"x":1}],"page":1})") ==
        "1:10: /data/0: expected an SSH key, found an object without a documented member");
  CHECK(error(R"({"data":[{"id":"x"}],"page":1})") == "1:16: /data/0/id: expected an integer, found a string");
  CHECK(error(R"({"page":1})") == "1:1: expected a page, found an object without `data`");
  CHECK(error(R"({"errors":[{"reason":"x"}]})") == "the API returned an error: x");
  CHECK(read<Entry>(R"({"id":1,"restricted":true,"sizes":[],"tags":[],"user":{"uid":1}})", Members::complete) ==
        "1:63: /user/username: expected this member, found none");
}

TEST_CASE("a type of member needs one specialisation", "[value_types]") {
  CHECK(read<Entry>(R"({"id": 1, "restricted": true})") == R"({"id":1,"restricted":true,"sizes":[],"tags":[]})");
  CHECK(read<Entry>(R"({"restricted": false})") == R"({"restricted":false,"sizes":[],"tags":[]})");
  CHECK(read<Entry>(R"({"restricted": null})") == R"({"sizes":[],"tags":[]})");
  CHECK(read<Entry>(R"({"restricted": 1})") == "1:16: /restricted: expected a boolean, found a number");
  Entry entry;
  entry.restricted = true;
  CHECK(printed(entry) == "Entry{restricted=true, sizes=[], tags=[]}");
}

TEST_CASE("a list of other values needs one line", "[value_types]") {
  const std::string lists =
      R"({"sizes":[1,-2,9223372036854775807],"tags":["a","\"","",")" + std::string(300, 'x') + R"("]})";
  CHECK(read<Entry>(lists) == lists);
  CHECK(read<Entry>(R"({"tags": null, "sizes": []})") == R"({"sizes":[],"tags":[]})");
  CHECK(read<Entry>(R"({"tags": "a"})") == "1:10: /tags: expected an array, found a string");
  CHECK(read<Entry>(R"({"tags": ["a", 1]})") == "1:16: /tags/1: expected a string, found a number");
  CHECK(read<Entry>(R"({"tags": ["a", null]})") == "1:16: /tags/1: expected a string, found null");
  CHECK(read<Entry>(R"({"sizes": [1, 2.5]})") ==
        "1:15: /sizes/1: expected an integer, found a number with a fraction or an exponent");
  CHECK(read<EntryPage>(R"({"data": [{"tags": ["a", {}]}]})") ==
        "1:26: /data/0/tags/1: expected a string, found an object");
  Entry entry;
  entry.sizes = std::vector<std::int64_t>(100, INT64_MIN);
  entry.tags = {"a\n", "b"};
  CHECK(read<Entry>(encode_text(entry)) == encode_text(entry));
  entry.sizes = {1, 2};
  CHECK(printed(entry) == R"(Entry{sizes=[1, 2], tags=["a\n", "b"]})");
}

TEST_CASE("a nested object needs a table", "[value_types]") {
  const std::string nested = R"({"id":1,"sizes":[],"tags":[],"user":{"uid":5,"username":"ford"}})";
  CHECK(read<Entry>(nested) == nested);
  CHECK(read<Entry>(R"({"user": null})") == R"({"sizes":[],"tags":[]})");
  CHECK(read<Entry>(R"({"user": {}})") == R"({"sizes":[],"tags":[],"user":{}})");
  CHECK(read<Entry>(R"({"user": {"x": 1}})") == R"({"sizes":[],"tags":[],"user":{}})");
  CHECK(read<Entry>(R"({"user": []})") == "1:10: /user: expected an object, found an array");
  CHECK(read<Entry>(R"({"user": {"username": 7}})") == "1:23: /user/username: expected a string, found a number");
  CHECK(read<Entry>(R"({"user": {"x": 7}})", Members::strict) ==
        "1:11: /user/x: expected a documented member, found an unknown member");
  Entry entry;
  entry.user = User{"ford", {}};
  CHECK(printed(entry) == R"(Entry{sizes=[], tags=[], user=User{username="ford"}})");
}

TEST_CASE("no value is left over for the next object", "[value_types]") {
  const std::string full =
      R"({"id":1,"restricted":true,"sizes":[1,2],"tags":["a","b"],"user":{"uid":5,"username":"ford"}})";
  const std::string page = R"({"data":[)" + full + "]}\n";
  CHECK(read_in_turn<EntryPage>(full + "{}" + full) == page + "{\"data\":[{\"sizes\":[],\"tags\":[]}]}\n" + page);
  CHECK(read_in_turn<EntryPage>(full + R"({"tags": ["c"], "sizes": [3], "user": {"uid": 6}})") ==
        page + "{\"data\":[{\"sizes\":[3],\"tags\":[\"c\"],\"user\":{\"uid\":6}}]}\n");
  CHECK(read_in_turn<EntryPage>(full + R"({"tags": null, "user": null})") ==
        page + "{\"data\":[{\"sizes\":[],\"tags\":[]}]}\n");
}

TEST_CASE("an unencodable value is named by its path", "[value_types]") {
  const auto message = [](const auto& object) {
    try {
      return encode_text(object);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
  };
  EntryPage page;
  page.data.resize(2);
  page.data[1].tags = {"a", "\xff"};
  CHECK(message(page) == "/data/1/tags/1: not valid UTF-8");
  page.data[1].tags = {};
  page.data[1].user = User{"\xff", {}};
  CHECK(message(page) == "/data/1/user/username: not valid UTF-8");
  SshKeyPage keys;
  keys.data.resize(1);
  keys.data[0].created = (Timestamp::max)();
  CHECK(message(keys) == "/data/0/created: outside the years 0000 to 9999");
}

TEST_CASE("an object's estimate fits its text", "[value_types]") {
  Entry entry;
  entry.id = INT64_MIN;
  entry.restricted = false;
  entry.sizes = std::vector<std::int64_t>(3, INT64_MIN);
  entry.tags = {"a", "b"};
  entry.user = User{"ford", INT64_MIN};
  CHECK(ValueType<Entry>::estimated_size(entry) >= encode_text(entry).size());
}
