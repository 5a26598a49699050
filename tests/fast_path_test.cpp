#include <linode/personal_access_token/detail/codec/fast_members.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catch.hpp"

namespace {

// Names that begin alike, one that begins as another ends, and a member of each other type.
struct Alike {
  std::optional<std::string> label = {};
  std::optional<std::string> last_used = {};
  std::optional<std::int64_t> l = {};
  std::optional<linode::Timestamp> made = {};
  std::optional<linode::Expiry> ends = {};
};

}  // namespace

template <>
struct linode::detail::Fields<Alike> {
  static constexpr FieldTable table{Field{"label", &Alike::label}, Field{"last_used", &Alike::last_used},
                                    Field{"l", &Alike::l}, Field{"made", &Alike::made}, Field{"ends", &Alike::ends}};
};

namespace {

using linode::detail::FastReader;

// How many bytes of a text the fast path takes as one member; 0 if it declines. Adds the member to `seen`.
std::size_t taken(std::string_view text, Alike& out, linode::detail::FieldBits& seen) {
  FastReader reader(linode::detail::Cursor{text.data(), text.data(), text.data() + text.size()});
  const linode::detail::FieldBits seen_before = seen;
  const bool is_read = linode::detail::try_fast_member(reader, out, seen);
  const auto size = static_cast<std::size_t>(reader.pos() - text.data());
  CHECK(is_read == (size != 0));
  if (!is_read) CHECK(seen == seen_before);
  return size;
}

std::size_t taken(std::string_view text, Alike& out) {
  linode::detail::FieldBits seen = 0;
  return taken(text, out, seen);
}

}  // namespace

TEST_CASE("fields whose names begin alike are all on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("label":"a",)", out) == 11);
  CHECK(taken(R"("last_used": "b",)", out) == 16);
  CHECK(taken(R"("l":12345678901)", out) == 0);  // nothing behind the number to tell that it ends
  CHECK(taken(R"("l":1234567890})", out) == 14);
  CHECK(out.label == "a");
  CHECK(out.last_used == "b");
  CHECK(out.l == 1234567890);
}

TEST_CASE("servers' times and a null expiry are on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("made":"2018-01-01T00:01:01",)", out) == 28);
  CHECK(taken(R"("ends":"2018-01-01T00:01:01",)", out) == 28);
  CHECK(out.made == linode::parse_timestamp("2018-01-01T00:01:01"));
  CHECK(out.ends == linode::Expiry(*out.made));
  CHECK(taken(R"("ends":null,)", out) == 11);
  CHECK(out.ends == linode::Expiry::never());
}

TEST_CASE("a member is taken as soon as all of it is there", "[fast_path]") {
  struct Row {
    int line;
    std::string_view text;
    std::size_t needed;  // bytes of it
    std::size_t taken;
  };
  const Row rows[] = {
      {__LINE__, R"("label":"a",)", 11, 11},
      {__LINE__, R"("label": "\u00fc",)", 17, 17},
      {__LINE__, R"("l":12345678,"label")", 15, 12},  // as many bytes as an integer of 10 digits has
      {__LINE__, R"("l":123456789, "label")", 15, 13},
      {__LINE__, R"("l":1234567890})", 15, 14},
      {__LINE__, R"("made":"2018-01-01T00:01:01",)", 28, 28},
      {__LINE__, R"("ends": "2018-01-01T00:01:01",)", 29, 29},
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

TEST_CASE("integers of 8 to 10 digits are on the fast path", "[fast_path]") {
  Alike out;
  for (const char* text :
       {R"("l":1234567,"label":"a",)", R"("l":12345678901,"label")", R"("l":01234567,"label")",
        R"("l":1234567/,"label")", R"("l":1234567:,"label")", R"("l":12345678 ,"label")", R"("l":123456789.0,"label")",
        R"("l":-1234567,"label")", R"("l":12345678],"label")", R"("l":123456789012})"}) {
    CAPTURE(text);
    CHECK(taken(text, out) == 0);
  }
  CHECK(taken(R"("l":98765432,"label")", out) == 12);
  CHECK(out.l == 98765432);
  CHECK(taken(R"("l":987654321}     ,)", out) == 13);
  CHECK(out.l == 987654321);
}

TEST_CASE("a member that the fast path takes counts as seen", "[fast_path]") {
  Alike out;
  linode::detail::FieldBits seen = 0;
  taken(R"("label":"a",)", out, seen);
  CHECK(seen == 0b001);
  taken(R"("l":1,)", out, seen);  // declined
  CHECK(seen == 0b001);
  taken(R"("l":1234567890})", out, seen);
  CHECK(seen == 0b101);
}

TEST_CASE("strings with escape sequences and beyond ASCII are on the fast path", "[fast_path]") {
  Alike out;
  CHECK(taken(R"("label":"\u00fcber\n",)", out) == 21);
  CHECK(out.label ==
        "\xC3\xBC"
        "ber\n");
  CHECK(taken("\"label\":\"a\xF0\x9F\x98\x80\",", out) == 15);
  CHECK(out.label == "a\xF0\x9F\x98\x80");
}

TEST_CASE("what no reader would accept as a string is reported by the fast path, too", "[fast_path]") {
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
  CHECK(name_in("\"\":1") == std::pair(std::string_view(), std::ptrdiff_t{3}));
  CHECK(name_in("\"a name of more than sixteen bytes\": 1") ==
        std::pair(std::string_view("a name of more than sixteen bytes"), std::ptrdiff_t{37}));
  for (const char* text :
       {"", "\"", "\"a", "\"a\"", "\"a\":", "\"a\" :1", "a\":1", "\"\\u0061\":1", "\"\xC3\xBC\":1"}) {
    CAPTURE(text);
    CHECK_FALSE(name_in(text).has_value());
  }
}

TEST_CASE("null and commas are on the fast path", "[fast_path]") {
  const auto reader_of = [](std::string_view text) {
    return FastReader(linode::detail::Cursor{text.data(), text.data(), text.data() + text.size()});
  };
  CHECK(reader_of("null").try_null());
  CHECK_FALSE(reader_of("nul").try_null());
  CHECK_FALSE(reader_of("nulL").try_null());
  CHECK(reader_of(",x").try_comma());
  CHECK_FALSE(reader_of(",").try_comma());
  CHECK_FALSE(reader_of(";x").try_comma());
}

TEST_CASE("where the fast path declines, the cursor and the value are unchanged", "[fast_path]") {
  Alike out;
  for (const char* text :
       {"", "\"", "\"l", "\"label\"", "\"label\":", "\"label\": ", R"("label":5,)", R"("label":null,)",
        R"("lab\u0065l":"a",)", R"("other":"a",)", R"("l":1234567,)", R"("l":"x",)", R"( "label":"a",)"}) {
    CAPTURE(text);
    CHECK(taken(text, out) == 0);
    CHECK_FALSE(out.label.has_value());
    CHECK_FALSE(out.last_used.has_value());
    CHECK_FALSE(out.l.has_value());
  }
}
