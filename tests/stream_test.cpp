#include <linode/personal_access_token/detail/codec/stream_window.hpp>
#include <linode/personal_access_token/stream.hpp>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include "reading.hpp"

using namespace reading;

namespace {

// Gives its text, then fails like a broken connection.
class BrokenBuffer : public std::stringbuf {
 public:
  using std::stringbuf::stringbuf;

 protected:
  int_type underflow() override { throw std::runtime_error("connection lost"); }
};

}  // namespace

TEST_CASE("chunks of any size give the same result", "[stream]") {
  const std::string text = GENERATE(
      as<std::string>(),
      "{\"id\": 12, \"label\": \"a\\ud83d\\ude00\\n\"}\n\n [{\"id\": 2}, {\"x\": [true, -1.5e3]}]  {\"data\": [{}]}\n",
      "{\"label\": \"€😀\"}{\"token\": \"t\"}", "{\"id\": 1}\n{\"id\": \"x\"}", "{\"id\": \"x\"}   \n",
      "{\"id\": \"x\"}   \n {", "12", "123 {}", "{\"id\": 1} tru", "{\"id\": 1} true",
      "{\"label\": \"\\ud83d\\u0041\"} {}", "{\"label\": \"\xF0\x9F\x94\"}",
      "[{\"id\": 1},\n {\"id\": 2},\n {\"id\": 3x}]", "", "\n \n", "{\"errors\": [{\"reason\": \"Not found\"}]} {}");
  CAPTURE(text);
  expect_streams_as_read_tokens(text);
  expect_streams_as_read_tokens(text, Members::strict);
}

TEST_CASE("no value is left over for the next token", "[stream]") {
  const std::vector<std::string> members{
      R"("created": "2018-01-01T00:01:01")",  R"("expiry": null)", R"("id": 1)",
      R"("label": "a label of some length")", R"("scopes": "*")",  R"("token": "abcdefghijklmnopqrst")"};
  const auto token_without = [&members](std::size_t left_out) {
    std::string text;
    for (std::size_t index = 0; index < members.size(); ++index) {
      if (index != left_out) text += (text.empty() ? "{" : ", ") + members[index];
    }
    return text + "}";
  };
  const std::string all = token_without(members.size());
  const std::string page = R"({"page": 1, "data": [)" + all + ", " + all + R"(], "pages": 2, "results": 9})";
  for (const std::string& next :
       {std::string("{}"), std::string(R"({"id": 2})"), std::string(R"({"label": "b"})"),
        std::string(R"({"label": null})"),
        std::string(R"({"label": "c", "label": "longer than what was there before it"})"),
        std::string(R"({"token": "escaped \u00fc"})"), std::string("[]"), std::string("[{}]"),
        std::string("[{}, {}, {}]"), std::string(R"({"data": null})"), std::string(R"({"data": [{"scopes": ""}]})"),
        std::string(R"({"label": "d", "data": [{}], "page": 3})"), all, page}) {
    expect_streams_as_read_tokens(all + next + page + next + all);
  }
  for (std::size_t left_out = 0; left_out < members.size(); ++left_out) {
    expect_streams_as_read_tokens(all + token_without(left_out));
  }
}

TEST_CASE("lines and columns count over all chunks", "[stream]") {
  std::string text;
  for (int line = 1; line < 5000; ++line) text += "{\"id\": 1, \"label\": \"some text to fill chunks with\"}\n";
  text += "  {\"id\": true}";
  std::istringstream stream(text);
  try {
    linode::for_each_token(stream, [](PersonalAccessToken&&) {});
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(error.line() == 5000);
    CHECK(error.column() == 10);
    CHECK(error.path() == "/4999/id");
  }
}

TEST_CASE("an unreadable stream is not an empty one", "[stream]") {
  std::ifstream missing("no such file");
  const auto ignore = [](PersonalAccessToken&&) {};
  try {
    linode::for_each_token(missing, ignore);
    FAIL("read");
  } catch (const std::ios_base::failure& error) {
    CHECK(std::string(error.what()).find("cannot read from the stream") == 0);
  }
  CHECK_THROWS_AS(static_cast<void>(linode::try_for_each_token(missing, ignore)), std::ios_base::failure);
  std::istream without_buffer(nullptr);
  CHECK_THROWS_AS(linode::for_each_token(without_buffer, ignore), std::ios_base::failure);
  CHECK_THROWS(linode::for_each_token(std::ifstream("."), ignore));  // a directory
}

TEST_CASE("a failing stream delivers complete tokens", "[stream]") {
  std::string text;
  std::int64_t whole = 0;
  while (text.size() < 2 * linode::detail::default_chunk_size) text += "{\"id\": " + std::to_string(++whole) + "}\n";
  BrokenBuffer buffer(text + "{\"id\": ");
  std::istream stream(&buffer);
  std::int64_t last = 0;
  CHECK_THROWS_AS(linode::for_each_token(stream, [&](PersonalAccessToken&& token) { last = *token.id; }),
                  std::runtime_error);
  CHECK(last == whole);
}

TEST_CASE("exceptions of the sink propagate", "[stream]") {
  std::istringstream stream("{\"id\": 1} {\"id\": 2}");
  int calls = 0;
  CHECK_THROWS_AS(linode::for_each_token(stream,
                                         [&](PersonalAccessToken&&) {
                                           ++calls;
                                           throw std::logic_error("enough");
                                         }),
                  std::logic_error);
  CHECK(calls == 1);
}

TEST_CASE("a stream at its end is an empty text", "[stream]") {
  std::istringstream stream("x");
  stream.ignore(10);
  try {
    linode::for_each_token(stream, [](PersonalAccessToken&&) {});
    FAIL("read");
  } catch (const DecodeError& error) {
    CHECK(std::string(error.what()) == "1:1: expected a value, found the end of the text");
  }
}

TEST_CASE("a sink that returns false ends the reading", "[stream]") {
  const std::string text = R"({"id": 1} [{"id": 2}, {"id": 3}] {"id": 4} not JSON)";
  std::vector<std::int64_t> ids;
  linode::for_each_token(std::istringstream(text), [&](PersonalAccessToken&& token) {
    ids.push_back(*token.id);
    return *token.id != 2;
  });
  CHECK(ids == std::vector<std::int64_t>{1, 2});
  std::size_t pages = 0;
  linode::for_each_page(std::istringstream(text), [&](PersonalAccessTokenPage&& page) {
    ++pages;
    return page.data.size() < 2;
  });
  CHECK(pages == 2);
}

TEST_CASE("a stream is read 256 KiB at a time", "[stream]") {
  std::string text;
  while (text.size() < 1'000'000) text += "{\"id\": 1}\n";
  std::istringstream stream(text);
  linode::for_each_token(stream, [](const PersonalAccessToken&) { return false; });
  CHECK(stream.tellg() == 262'144);
}

TEST_CASE("an incomplete stream sets eofbit", "[stream]") {
  for (const char* text : {"", " ", "[", "{\"id\":1", "12"}) {
    std::istringstream stream(text);
    CHECK_FALSE(linode::try_for_each_token(stream, [](PersonalAccessToken&&) {}));
    CAPTURE(text);
    CHECK(stream.eof());
  }
}

TEST_CASE("any callable is a sink, and is not copied", "[stream]") {
  struct Counter {
    int calls = 0;
    void operator()(const PersonalAccessToken& /*token*/) { ++calls; }
  };
  Counter counter;
  linode::for_each_token(std::istringstream("{} {}"), counter);
  CHECK(counter.calls == 2);
  const auto constant = [&counter](PersonalAccessToken&&) { ++counter.calls; };
  linode::for_each_token(std::istringstream("{} {}"), constant);
  CHECK(counter.calls == 4);
  static int calls_of_function = 0;
  linode::for_each_token(
      std::istringstream("{} {}"), +[](PersonalAccessToken) { ++calls_of_function; });
  CHECK(calls_of_function == 2);
  CHECK_THROWS_AS(linode::for_each_token(std::istringstream("{}"), std::function<void(PersonalAccessToken)>()),
                  std::bad_function_call);
}

TEST_CASE("tokens and arrays come as pages of data only", "[stream]") {
  const std::string text =
      R"({"page": 1, "data": [{"id": 1}], "pages": 2, "results": 9} {"id": 2} [{"id": 3}, {}] {"data": null, "page": 2} [])";
  std::vector<PersonalAccessTokenPage> pages;
  linode::for_each_page(std::istringstream(text),
                        [&](PersonalAccessTokenPage page) { pages.push_back(std::move(page)); });
  const PersonalAccessToken second = with(&PersonalAccessToken::id, 2);
  const PersonalAccessToken third = with(&PersonalAccessToken::id, 3);
  CHECK(pages == std::vector<PersonalAccessTokenPage>{{{with(&PersonalAccessToken::id, 1)}, 1, 2, 9},
                                                      {{second}, {}, {}, {}},
                                                      {{third, {}}, {}, {}, {}},
                                                      {{}, 2, {}, {}},
                                                      {{}, {}, {}, {}}});
}

TEST_CASE("streams are read tolerantly by default", "[stream]") {
  const std::string text = R"({"id": 1, "x": 3})";
  std::istringstream token_stream(text);
  std::istringstream page_stream(text);
  std::size_t calls = 0;
  const auto count = [&](const auto& /*token or page*/) { ++calls; };
  linode::for_each_token(token_stream, count);
  linode::for_each_token(std::istringstream(text), count);
  linode::for_each_page(page_stream, count);
  linode::for_each_page(std::istringstream(text), count);
  CHECK(calls == 4);
  std::istringstream token_stream_again(text);
  std::istringstream page_stream_again(text);
  CHECK(linode::try_for_each_token(token_stream_again, count));
  CHECK(linode::try_for_each_token(std::istringstream(text), count));
  CHECK(linode::try_for_each_page(page_stream_again, count));
  CHECK(linode::try_for_each_page(std::istringstream(text), count));
  CHECK(calls == 8);
}

TEST_CASE("strict reading of a stream checks members", "[stream]") {
  try {
    linode::for_each_token(
        std::istringstream(R"({"id": 1} {"id": 2, "x": 3})"), [](PersonalAccessToken&&) {}, Members::strict);
    FAIL("accepted");
  } catch (const DecodeError& error) {
    CHECK(std::string(error.what()) == "1:21: /1/x: expected a documented member, found an unknown member");
  }
}

namespace {

// Gives its pieces one by one, like a pipe, and calls `before_each` before each of them.
class PieceBuffer : public std::streambuf {
 public:
  template <class BeforeEach>
  PieceBuffer(std::vector<std::string> pieces, BeforeEach before_each)
      : pieces_(std::move(pieces)), before_each_(std::move(before_each)) {}

 protected:
  int_type underflow() override {
    before_each_(next_);
    if (next_ == pieces_.size()) return traits_type::eof();
    std::string& piece = pieces_[next_++];
    setg(piece.data(), piece.data(), piece.data() + piece.size());
    return traits_type::to_int_type(piece.front());
  }

 private:
  std::vector<std::string> pieces_;
  std::size_t next_ = 0;
  std::function<void(std::size_t)> before_each_;
};

// Gives at most one byte per read, although more are available.
class ShortBuffer : public std::stringbuf {
 public:
  using std::stringbuf::stringbuf;

 protected:
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    if (size == 0 || gptr() == egptr() || ++calls_ % 3 == 0) return 0;
    *to = *gptr();
    gbump(1);
    return 1;
  }

 private:
  int calls_ = 0;
};

// Has no buffer, like a device: gives one byte at a time, and does not know how many follow.
class UnbufferedDevice : public std::streambuf {
 public:
  explicit UnbufferedDevice(std::string text) : text_(std::move(text)) {}

 protected:
  int_type underflow() override {
    return position_ == text_.size() ? traits_type::eof() : traits_type::to_int_type(text_[position_]);
  }
  int_type uflow() override {
    const int_type next = underflow();
    if (position_ != text_.size()) ++position_;
    return next;
  }

 private:
  std::string text_;
  std::size_t position_ = 0;
};

// A file that cannot be read from `good` on. Like std::filebuf, it has already copied a part when it throws.
class DamagedFile : public std::streambuf {
 public:
  DamagedFile(std::string text, std::size_t good) : text_(std::move(text)), good_(good) {}

 protected:
  std::streamsize showmanyc() override { return static_cast<std::streamsize>(text_.size() - position_); }
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    if (gptr() != egptr()) return std::streambuf::xsgetn(to, std::min<std::streamsize>(size, egptr() - gptr()));
    const std::size_t readable = good_ - position_;
    if (static_cast<std::size_t>(size) <= readable) {
      std::memcpy(to, text_.data() + position_, static_cast<std::size_t>(size));
      position_ += static_cast<std::size_t>(size);
      return size;
    }
    std::memcpy(to, text_.data() + position_, readable);
    position_ = text_.size();
    throw std::ios_base::failure("Input/output error");
  }
  int_type underflow() override {
    const std::size_t size = std::min<std::size_t>(good_ - position_, 100);
    if (size == 0) throw std::ios_base::failure("Input/output error");
    char* const begin = text_.data() + position_;
    position_ += size;
    setg(begin, begin, begin + size);
    return traits_type::to_int_type(*begin);
  }
  pos_type seekoff(off_type offset, std::ios_base::seekdir way, std::ios_base::openmode /*which*/) override {
    if (way != std::ios_base::cur || offset != 0) return off_type(-1);
    return off_type(static_cast<std::streamoff>(position_) - (egptr() - gptr()));
  }
  pos_type seekpos(pos_type position, std::ios_base::openmode /*which*/) override {
    position_ = static_cast<std::size_t>(std::streamoff(position));
    setg(nullptr, nullptr, nullptr);
    return position;
  }

 private:
  std::string text_;
  std::size_t good_;
  std::size_t position_ = 0;
};

std::vector<std::string> split(const std::string& text, std::size_t size) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < text.size(); at += size) pieces.push_back(text.substr(at, size));
  return pieces;
}

}  // namespace

TEST_CASE("a token is delivered before reading more", "[stream]") {
  std::vector<std::string> lines;
  for (int id = 1; id <= 50; ++id) lines.push_back("{\"id\": " + std::to_string(id) + ", \"label\": \"a } b\"}\n");
  lines.insert(lines.begin() + 10, "\n");
  std::size_t delivered = 0;
  std::size_t late = 0;
  PieceBuffer buffer(lines, [&](std::size_t given) { late += delivered != given - (given > 10 ? 1 : 0) ? 1 : 0; });
  std::istream stream(&buffer);
  linode::for_each_token(stream,
                         [&](PersonalAccessToken&& token) { CHECK(*token.id == static_cast<int>(++delivered)); });
  CHECK(delivered == 50);
  CHECK(late == 0);
}

TEST_CASE("a token is delivered at its last byte", "[stream]") {
  const std::string token = R"({"id": 7, "label": "\"}]\\", "x": [{"y": "{"}]})";
  const std::string text = token + token + " \n" + token + "[" + token + "," + token + "]" + token;
  const std::size_t size = token.size();
  const std::vector<std::size_t> ends{size, 2 * size, 3 * size + 2, 5 * size + 5, 6 * size + 5};  // of each document
  std::size_t documents = 0;
  std::size_t late = 0;
  PieceBuffer buffer(split(text, 1), [&](std::size_t given) {
    const auto whole = std::count_if(ends.begin(), ends.end(), [&](std::size_t end) { return end <= given; });
    late += documents != static_cast<std::size_t>(whole) ? 1 : 0;
  });
  std::istream stream(&buffer);
  linode::for_each_page(stream, [&](PersonalAccessTokenPage&&) { ++documents; });
  CHECK(documents == ends.size());
  CHECK(late == 0);
}

TEST_CASE("a stream is decoded where a document may end", "[stream]") {
  const auto first_window = [](const std::string& text) {
    std::vector<std::string> pieces;
    for (const char byte : text) pieces.emplace_back(1, byte);
    PieceBuffer buffer(std::move(pieces), [](std::size_t) {});
    std::istream stream(&buffer);
    return std::string(linode::detail::StreamWindow<std::istream>(stream, 256).text());
  };
  CHECK(first_window("{\"id\": 1}{") == "{\"id\": 1}");
  CHECK(first_window("{\"x\": [{}, \"}\"]} ") == "{\"x\": [{}, \"}\"]}");
  CHECK(first_window("[{\"label\": \"\\\"]}\"}]]") == "[{\"label\": \"\\\"]}\"}]");
  CHECK(first_window("[{\"label\": \"\\\\\"}] ") == "[{\"label\": \"\\\\\"}]");
  CHECK(first_window("  \n1 ") == "  \n1 ");
  CHECK(first_window("-12.5e+3 {") == "-12.5e+3 ");
  CHECK(first_window("12{") == "12{");
  CHECK(first_window("12") == "12");
  CHECK(first_window("} {}") == "}");  // also at a syntax error
  CHECK(first_window("{\"id\": 1") == "{\"id\": 1");
}

TEST_CASE("a large document is decoded at doubled sizes", "[stream]") {
  std::vector<std::string> pieces{"{\"label\": \"" + std::string(13, 'a')};
  for (int piece = 0; piece < 200; ++piece) pieces.emplace_back(100, 'a');
  PieceBuffer buffer(std::move(pieces), [](std::size_t) {});
  std::istream stream(&buffer);
  linode::detail::StreamWindow<std::istream> window(stream, 100'000);
  CHECK(window.text().size() == 1024);
  for (std::size_t size = window.text().size(); size < 10'000; size = window.text().size()) {
    window.read_more();
    CHECK(window.text().size() >= 2 * size);
    CHECK(window.text().size() < 2 * size + 100);
  }
}

TEST_CASE("a sink can stop a live stream at once", "[stream]") {
  for (const char* const first : {"{\"id\": 1}\n", "{\"\": 0, \"id\": 1}\n"}) {
    std::size_t asked = 0;
    PieceBuffer buffer({first, "{\"id\": 2}\n", "{\"id\": 3}\n"}, [&](std::size_t) { ++asked; });
    std::istream stream(&buffer);
    linode::for_each_token(stream, [](PersonalAccessToken&& token) { return *token.id != 1; });
    CHECK(asked == 1);
  }
}

TEST_CASE("a short read is not the end of a stream", "[stream]") {
  const auto count_tokens = [](auto buffer) {
    std::istream stream(&buffer);
    std::size_t tokens = 0;
    linode::for_each_token(stream, [&](PersonalAccessToken&&) { ++tokens; });
    CHECK(stream.eof());
    return tokens;
  };
  const std::string lines = "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}\n";
  CHECK(count_tokens(ShortBuffer(lines)) == 3);
  CHECK(count_tokens(UnbufferedDevice(lines)) == 3);
}

TEST_CASE("a stream may have less than it promised", "[stream]") {
  class Promising : public std::stringbuf {
   public:
    using std::stringbuf::stringbuf;

   protected:
    std::streamsize showmanyc() override { return 100; }  // like a file that was truncated after it was opened
  };
  Promising buffer(R"({"id": 1} {"id": 2})", std::ios::in);
  std::istream in(&buffer);
  std::vector<std::int64_t> ids;
  linode::for_each_token(in, [&ids](const PersonalAccessToken& token) { ids.push_back(token.id.value()); });
  CHECK(ids == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a read error without seeking is reported", "[stream]") {
  struct Lost {};
  class Failing : public std::streambuf {
    std::streamsize showmanyc() override { return 10; }
    std::streamsize xsgetn(char* /*out*/, std::streamsize /*size*/) override { throw Lost(); }
  };
  Failing buffer;
  std::istream in(&buffer);
  CHECK_THROWS_AS(linode::for_each_token(in, [](const PersonalAccessToken&) {}), Lost);
}

TEST_CASE("eofbit means that all was read", "[stream]") {
  std::istringstream stream("{\"id\": 1}");
  linode::for_each_token(stream, [](PersonalAccessToken&&) {});
  CHECK(stream.eof());
  CHECK_FALSE(stream.bad());
  std::istringstream stopped("{\"id\": 1} {\"id\": 2}");
  linode::for_each_token(stopped, [](PersonalAccessToken&&) { return false; });
  CHECK_FALSE(stopped.eof());
}

TEST_CASE("a stream may have exceptions enabled", "[stream]") {
  std::istringstream stream("{} {}");
  stream.exceptions(std::ios_base::failbit | std::ios_base::badbit);
  int tokens = 0;
  linode::for_each_token(stream, [&tokens](PersonalAccessToken&&) { ++tokens; });
  CHECK(tokens == 2);
}

TEST_CASE("a stream that goes bad is not at its end", "[stream]") {
  for (const auto state : {std::ios_base::badbit, std::ios_base::badbit | std::ios_base::eofbit}) {
    for (const std::size_t lines : {1U, 3U}) {
      const std::size_t whole = lines == 1 ? 1 : 2;  // at the end of the one line, and before the last of three
      std::istream* broken = nullptr;
      PieceBuffer buffer(std::vector<std::string>(lines, "{\"id\": 1}\n"), [&](std::size_t given) {
        if (given == whole) broken->setstate(state);
      });
      std::istream stream(&buffer);
      broken = &stream;
      std::size_t tokens = 0;
      CHECK_THROWS_AS(linode::for_each_token(stream, [&](PersonalAccessToken&&) { ++tokens; }), std::ios_base::failure);
      CHECK(tokens >= whole);  // those that were complete
    }
  }
  std::istringstream bad("{}");
  bad.setstate(std::ios_base::badbit);
  CHECK_THROWS_AS(linode::for_each_token(bad, [](PersonalAccessToken&&) {}), std::ios_base::failure);
}

TEST_CASE("documents before the damage are delivered", "[stream]") {
  std::string text;
  std::vector<std::size_t> ends;
  for (int id = 1; id <= 100; ++id) {
    text += "{\"id\": " + std::to_string(id) + "}";
    ends.push_back(text.size());
    text += "\n";
  }
  for (std::size_t good = 0; good < text.size(); good += 7) {
    CAPTURE(good);
    DamagedFile buffer(text, good);
    std::istream stream(&buffer);
    std::int64_t last = 0;
    CHECK_THROWS_AS(linode::for_each_token(stream, [&](PersonalAccessToken&& token) { last = *token.id; }),
                    std::ios_base::failure);
    CHECK(last == std::count_if(ends.begin(), ends.end(), [&](std::size_t end) { return end <= good; }));
  }
}

TEST_CASE("only the first document's error reads on", "[stream]") {
  const auto outcome = [](std::vector<std::string> pieces) {
    std::size_t asked = 0;
    PieceBuffer buffer(std::move(pieces), [&](std::size_t) { ++asked; });
    std::istream stream(&buffer);
    DecodeError why;
    CHECK_FALSE(linode::try_for_each_token(
        stream, [](PersonalAccessToken&&) {}, &why));
    return why.path() + " after " + std::to_string(asked);
  };
  CHECK(outcome({"{\"id\": \"x\"}\n", "  ", "{}", "{}"}) == "/0/id after 3");
  CHECK(outcome({"{\"id\": \"x\"}\n", "  "}) == "/id after 3");
  CHECK(outcome({"{}\n{\"id\": \"x\"}\n", "{}"}) == "/1/id after 1");
  CHECK(outcome({"{}\n{\"id\": \"x\"}", "{}"}) == "/1/id after 1");
  CHECK(outcome({"{}\n[{\"id\": \"x\"}]", "{}"}) == "/1/0/id after 1");
  CHECK(outcome({"{\"id\": 1, \"x\": tru}                    \n", "{}"}) == "/x after 1");
  // The longest piece of JSON that a chunk can cut has 11 bytes, such as \ud83d\ude0.
  CHECK(outcome({"[x234567890]", "{}"}) == "/0 after 2");
  CHECK(outcome({"[x2345678901]", "{}"}) == "/0 after 1");
}

TEST_CASE("try_for_each_token returns false on errors", "[stream]") {
  std::size_t tokens = 0;
  const auto count = [&](PersonalAccessToken&&) { ++tokens; };
  DecodeError why(Reason::too_deep, "/before", "before");
  CHECK(linode::try_for_each_token(std::istringstream("{} {}"), count, &why));
  CHECK(why.path() == "/before");
  CHECK(tokens == 2);
  CHECK_FALSE(linode::try_for_each_token(std::istringstream("{} {\"id\": \"x\"}"), count, &why));
  CHECK(why.path() == "/1/id");
  CHECK(tokens == 3);
  CHECK_FALSE(linode::try_for_each_token(std::istringstream("{"), count));
  CHECK_FALSE(linode::try_for_each_token(std::istringstream("{\"id\": 1, \"x\": 2}"), count, &why, Members::strict));
  CHECK(why.path() == "/x");
  CHECK(linode::try_for_each_page(std::istringstream("[{}, {}]"),
                                  [](PersonalAccessTokenPage&& page) { CHECK(page.data.size() == 2); }));
  std::istringstream named("[1]");
  CHECK_FALSE(linode::try_for_each_page(
      named, [](PersonalAccessTokenPage&&) {}, &why));
  CHECK(why.path() == "/0");
}

TEST_CASE("a DecodeError of the sink propagates", "[stream]") {
  const auto sink = [](PersonalAccessToken&&) { static_cast<void>(linode::from_json("{")); };
  DecodeError why(Reason::too_deep, "/before", "before");
  CHECK_THROWS_AS(static_cast<void>(linode::try_for_each_token(std::istringstream("{}"), sink, &why)), DecodeError);
  CHECK(why.path() == "/before");
}

TEST_CASE("a moved-away page has no spare room", "[stream]") {
  std::string text;
  for (int page = 0; page < 500; ++page)
    text += page % 2 == 0 ? "[{\"id\": 1}]\n" : "[{},{},{},{},{},{},{},{},{},{}]\n";
  std::vector<PersonalAccessTokenPage> pages;
  linode::for_each_page(std::istringstream(text),
                        [&](PersonalAccessTokenPage&& page) { pages.push_back(std::move(page)); });
  REQUIRE(pages.size() == 500);
  for (const PersonalAccessTokenPage& page : pages) CHECK(page.data.capacity() <= 2 * page.data.size());
}
