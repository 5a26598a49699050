#include <linode/personal_access_token/detail/codec/fast_members.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "catch.hpp"

namespace {

// Names that begin alike, and a member of each other type.
struct Alike {
  std::optional<std::string> label = {};
  std::optional<std::string> last = {};
  std::optional<std::int64_t> l = {};
  std::optional<linode::Timestamp> since = {};
  std::optional<linode::Expiry> ends = {};
};

}  // namespace

template <>
struct linode::detail::Fields<Alike> {
  static constexpr std::tuple table{Field{"label", &Alike::label}, Field{"last", &Alike::last}, Field{"l", &Alike::l},
                                    Field{"since", &Alike::since}, Field{"ends", &Alike::ends}};
};

namespace {

using linode::detail::FastMembers;
using linode::detail::FastReader;

// How many bytes of a text the fast path takes. Adds the members to `seen`.
std::size_t taken(std::string_view text, Alike& out, linode::detail::FieldBits& seen) {
  FastMembers<Alike> members({text.data(), text.data(), text.data() + text.size()}, out, seen);
  const linode::detail::FieldBits seen_before = seen;
  const bool is_read = members.read([](FastReader& /*reader*/) { return false; });
  const auto size = static_cast<std::size_t>(members.pos() - text.data());
  if (is_read) CHECK(size != 0);
  if (size == 0) CHECK(seen == seen_before);
  return size;
}

linode::detail::FieldBits bit_of(std::string_view name) {
  return linode::detail::field_bit(linode::detail::index_of_field<Alike>(name));
}

std::size_t taken(std::string_view text, Alike& out) {
  linode::detail::FieldBits seen = 0;
  return taken(text, out, seen);
}

}  // namespace

TEST_CASE("names that begin alike are on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("label":"a",)", out) == 11);
  CHECK(taken(R"("last": "b",)", out) == 11);
  CHECK(taken(R"("l":12345678901)", out) == 0);  // no byte follows that ends the number
  CHECK(taken(R"("l":1234567890})", out) == 14);
  CHECK(out.label == "a");
  CHECK(out.last == "b");
  CHECK(out.l == 1234567890);
}

TEST_CASE("times and a null expiry are on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("since":"2018-01-01T00:01:01",)", out) == 29);
  CHECK(taken(R"("ends":"2018-01-01T00:01:01",)", out) == 28);
  CHECK(out.since == linode::parse_timestamp("2018-01-01T00:01:01"));
  CHECK(out.ends == linode::Expiry(*out.since));
  CHECK(taken(R"("ends":null,)", out) == 11);
  CHECK(out.ends == linode::Expiry::never());
}

TEST_CASE("a member is taken as soon as it is complete", "[fast_path]") {
  struct Row {
    int line;
    std::string_view text;
    std::size_t needed;  // bytes of the text
    std::size_t taken;
  };
  const Row rows[] = {
      {__LINE__, R"("label":"a",)", 11, 11},
      {__LINE__, R"("label": "\u00fc",)", 17, 17},
      {__LINE__, R"("l":12345678,"label")", 15, 12},  // the room of an integer of 10 digits
      {__LINE__, R"("l":123456789,")", 15, 13},
      {__LINE__, R"("l":1234567890})", 15, 14},
      {__LINE__, R"("since":"2018-01-01T00:01:01",)", 30, 29},  // a time, and a byte before or after it
      {__LINE__, R"("since": "2018-01-01T00:01:01",)", 30, 30},
      {__LINE__, R"("ends": "2018-01-01T00:01:01",)", 30, 29},
      {__LINE__, R"("ends":null,)", 11, 11},
  };
  for (const Row& row : rows) {
    for (std::size_t size = 0; size <= row.text.size(); ++size) {
      for (const char behind : {row.text.back(), '"', '0', ',', '\\'}) {
        const std::string room = std::string(row.text.substr(0, size)) + std::string(32, behind);
        INFO("the row in line " << row.line << ", " << size << " bytes and " << behind);
        Alike out;
        std::size_t actual = 0;
        try {
          actual = taken(std::string_view(room).substr(0, size), out);
        } catch (const linode::detail::Problem&) {  // a string without an end
        }
        CHECK(actual == (size < row.needed ? 0 : row.taken));
      }
      Alike out;
      if (size >= row.needed) CHECK(taken(row.text.substr(0, size), out) == row.taken);
    }
  }
}

TEST_CASE("integers of 8 to 10 digits are fast", "[fast_path]") {
  Alike out;
  for (const char* text :
       {R"("l":1234567,"label":"a",)", R"("l":12345678901,"label")", R"("l":01234567,"label")",
        R"("l":1234567/,"label")", R"("l":1234567:,"label")", R"("l":12345678 ,"label")", R"("l":123456789.0,"label")",
        R"("l":-1234567,"label")", R"("l":12345678],"label")", R"("l":123456789012})"}) {
    CAPTURE(text);
    CHECK(taken(text, out) == 0);
  }
  CHECK(taken(R"("l":98765432,"label":123)", out) == 13);
  CHECK(out.l == 98765432);
  CHECK(taken(R"("l":123456789, "label":123)", out) == 15);
  CHECK(out.l == 123456789);
  CHECK(taken(R"("l":987654321}     ,)", out) == 13);
  CHECK(out.l == 987654321);
}

TEST_CASE("a member on the fast path counts as seen", "[fast_path]") {
  Alike out;
  linode::detail::FieldBits seen = 0;
  taken(R"("label":"a",)", out, seen);
  CHECK(seen == bit_of("label"));
  taken(R"("l":1,)", out, seen);  // declined
  CHECK(seen == bit_of("label"));
  taken(R"("l":1234567890})", out, seen);
  CHECK(seen == (bit_of("label") | bit_of("l")));
}

TEST_CASE("the fast path takes members in any order", "[fast_path]") {
  const std::string label = R"("label":"a",)";  // 12 bytes
  const std::string last = R"("last":"b",)";    // 11 bytes
  const std::string l = R"("l":1234567890,)";   // 15 bytes
  const std::string declined = R"("l":1,)";
  const linode::detail::FieldBits all = bit_of("label") | bit_of("last") | bit_of("l");
  struct Row {
    int line;
    std::string text;
    std::size_t taken;
    linode::detail::FieldBits seen;
  };
  const Row rows[] = {
      {__LINE__, label + last + l, 37, all},
      {__LINE__, l + last + label, 37, all},
      {__LINE__, last + label + l, 37, all},
      {__LINE__, label + label + l, 38, bit_of("label") | bit_of("l")},
      {__LINE__, label + l + declined + last, 27, bit_of("label") | bit_of("l")},
      {__LINE__, l + declined + label, 15, bit_of("l")},
      {__LINE__, last + declined + label, 11, bit_of("last")},
      {__LINE__, label + R"("other":1,)" + l, 12, bit_of("label")},
  };
  for (const Row& row : rows) {
    INFO("the row in line " << row.line);
    Alike out;
    linode::detail::FieldBits seen = 0;
    CHECK(taken(row.text, out, seen) == row.taken);
    CHECK(seen == row.seen);
  }
}

TEST_CASE("reading resumes after a skipped member", "[fast_path]") {
  const std::string_view text = R"("l":1234567890,"label":"a","other":2,"last":"b"})";
  Alike out;
  linode::detail::FieldBits seen = 0;
  FastMembers<Alike> members({text.data(), text.data(), text.data() + text.size()}, out, seen);
  CHECK(members.read([](FastReader& reader) {
    reader.resume_at(reader.pos() + std::string_view(R"("other":2)").size());
    return true;
  }));
  CHECK(members.pos() == text.data() + text.find(R"(,"last")"));
  CHECK(seen == (bit_of("label") | bit_of("l")));
}

TEST_CASE("at most one space precedes a fast value", "[fast_path]") {
  const std::pair<std::string, const char*> members[] = {{"label", R"("a")"},
                                                         {"label", R"("a\n")"},
                                                         {"l", "12345678"},
                                                         {"ends", "null"},
                                                         {"since", R"("2018-01-01T00:01:01")"}};
  for (const auto& [name, value] : members) {
    for (const char* before : {"", " ", "  ", "\t", "\n", " \n", "\n ", "\1"}) {
      const std::string member = '"' + name + "\":" + before + value;
      CAPTURE(member);
      Alike out;
      const bool is_taken = before[0] == '\0' || before == std::string_view(" ");
      CHECK(taken(member + "}   ", out) == (is_taken ? member.size() : 0));
    }
  }
}

TEST_CASE("escapes and UTF-8 are on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("label":"\u00fcber\n",)", out) == 21);
  CHECK(out.label ==
        "\xC3\xBC"
        "ber\n");
  CHECK(taken("\"label\":\"a\xF0\x9F\x98\x80\",", out) == 15);
  CHECK(out.label == "a\xF0\x9F\x98\x80");
}

TEST_CASE("the fast path reports invalid strings", "[fast_path]") {
  for (const char* text :
       {R"("label":"a)", R"("label":"\q",)", R"("label":"\ud800",)", "\"label\":\"\xC3\",", "\"label\":\"\n\","}) {
    CAPTURE(text);
    Alike out;
    CHECK_THROWS_AS(taken(text, out), linode::detail::Problem);
  }
}

TEST_CASE("an unknown name in ASCII is on the fast path", "[fast_path]") {
  const auto name_in = [](std::string_view text) {
    FastReader reader(linode::detail::Cursor{text.data(), text.data(), text.data() + text.size()});
    std::string_view name;
    return reader.try_any_name(name) ? std::optional(std::pair(name, reader.pos() - text.data())) : std::nullopt;
  };
  CHECK(name_in("\"\":1,") == std::pair(std::string_view(), std::ptrdiff_t{3}));
  CHECK(name_in("\"a name of more than sixteen bytes\": 1") ==
        std::pair(std::string_view("a name of more than sixteen bytes"), std::ptrdiff_t{37}));
  for (const char* text : {"", "\"", "\"a", "\"a\"", "\"a\":", "\"a\":1", "\"a\" :1,", "\"a\":  1,", "\"a\":\t1,",
                           "a\":1,", "\"\\u0061\":1,", "\"\xC3\xBC\":1,"}) {
    CAPTURE(text);
    CHECK_FALSE(name_in(text).has_value());
  }
}

FastReader reader_of(std::string_view text) {
  return FastReader(linode::detail::Cursor{text.data(), text.data(), text.data() + text.size()});
}

TEST_CASE("null is on the fast path", "[fast_path]") {
  CHECK(reader_of("null").try_null());
  CHECK_FALSE(reader_of("nul").try_null());
  CHECK_FALSE(reader_of("nulL").try_null());
}

TEST_CASE("a comma is taken with following white space", "[fast_path]") {
  struct Row {
    int line;
    std::string_view text;
    std::ptrdiff_t taken;
  };
  const Row rows[] = {
      {__LINE__, R"(,"a":12})", 1},
      {__LINE__, R"(,"a":1})", 0},  // no room for a space
      {__LINE__, R"(, "a":1})", 2},
      {__LINE__, R"(, "a":1)", 0},
      {__LINE__, ",\t\"a\":1}", 2},
      {__LINE__, ",\t\"a\":1", 0},
      {__LINE__, R"(,   "a":1})", 4},
      {__LINE__, R"(,   "a":1)", 0},  // room for a space, but not for three
      {__LINE__, ",\r\n   \"a\":1}", 6},
      {__LINE__, ",             ", 0},
      {__LINE__, ",", 0},
      {__LINE__, "", 0},
      {__LINE__, R"(;"a":12})", 0},
      {__LINE__, R"( ,"a":12})", 0},
  };
  for (const Row& row : rows) {
    INFO("the row in line " << row.line);
    FastReader reader = reader_of(row.text);
    char initial = '\0';
    const bool is_taken = reader.try_next(4, initial);
    CHECK(is_taken == (row.taken != 0));
    CHECK(reader.pos() - row.text.data() == row.taken);
    CHECK(initial == (is_taken ? 'a' : '\0'));
  }
}

TEST_CASE("declining leaves cursor and value unchanged", "[fast_path]") {
  Alike out;
  for (const char* text :
       {"", "\"", "\"l", "\"label\"", "\"label\":", "\"label\": ", R"("label":5,)", R"("label":null,)",
        R"("lab\u0065l":"a",)", R"("other":"a",)", R"("l":1234567,)", R"("l":"x",)", R"( "label":"a",)"}) {
    CAPTURE(text);
    CHECK(taken(text, out) == 0);
    CHECK_FALSE(out.label.has_value());
    CHECK_FALSE(out.last.has_value());
    CHECK_FALSE(out.l.has_value());
  }
}
