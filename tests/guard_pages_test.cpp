// Calls every function that reads text with texts of 0 to 80 bytes next to a page that cannot be read: a read outside
// the text ends the program with a signal. Built twice, with and without SSE2.
#include <linode/personal_access_token.hpp>

#include <linode/personal_access_token/detail/codec/decoder.hpp>
#include <linode/personal_access_token/detail/codec/document_sink.hpp>
#include <linode/personal_access_token/detail/codec/text_reader.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/scan.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <istream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "memory_stream.hpp"

using linode::DecodeError;
using linode::Members;
using namespace linode::detail;

namespace {

constexpr std::size_t max_size = 80;

// A page of memory between two that can be neither read nor written.
class GuardedPage {
 public:
  GuardedPage() {
    const bool is_mapped = pages_ != MAP_FAILED && mprotect(begin(), size_, PROT_READ | PROT_WRITE) == 0;
    if (!is_mapped) throw std::runtime_error("no guarded page");
  }
  GuardedPage(const GuardedPage&) = delete;
  GuardedPage& operator=(const GuardedPage&) = delete;
  ~GuardedPage() { munmap(pages_, 3 * size_); }

  [[nodiscard]] char* begin() const { return static_cast<char*>(pages_) + size_; }
  [[nodiscard]] char* end() const { return begin() + size_; }

  // The two places where a text of this size begins, or ends, next to an unreadable page.
  [[nodiscard]] std::array<char*, 2> places(std::size_t size) const { return {begin(), end() - size}; }

 private:
  std::size_t size_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  void* pages_ = mmap(nullptr, 3 * size_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
};

// Whether reading the byte kills the process.
bool is_fatal_to_read(const volatile char* byte) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit no_core_file{0, 0};
    setrlimit(RLIMIT_CORE, &no_core_file);
    for (const int signal : {SIGSEGV, SIGBUS}) std::signal(signal, SIG_DFL);  // no report of Catch2 or a sanitizer
    _exit(*byte);
  }
  int status = 0;
  REQUIRE(child > 0);
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) && (WTERMSIG(status) == SIGSEGV || WTERMSIG(status) == SIGBUS);
}

// Adds what the function returns or throws.
template <class Function>
void add_result(std::ostream& answers, const Function& function) {
  try {
    answers << function() << '\n';
  } catch (const std::exception& error) {
    answers << error.what() << '\n';
  }
}

void read(std::string_view text, Members members, std::ostream& answers) {
  const auto add = [&answers](const auto& value) { answers << linode::to_json(value) << '\n'; };
  DecodeError why;
  if (const auto token = linode::try_from_json(text, &why, members)) add(*token);
  if (const auto page = linode::try_page_from_json(text, &why, members)) add(*page);
  if (const auto tokens = linode::try_read_tokens(text, &why, members)) add(*tokens);
  add_result(answers, [&] { return linode::to_json(linode::from_json(text, members)); });
  add_result(answers, [&] { return linode::to_json(linode::page_from_json(text, members)); });
  add_result(answers, [&] { return linode::to_json(linode::read_tokens(text, members)); });
  constexpr std::size_t chunk_size = 64;  // it takes long to fill the default size with zeros
  MemoryStream tokens_of(text);
  if (const auto error =
          for_each_element<linode::PersonalAccessTokenPage, std::istream>(tokens_of, add, members, chunk_size))
    answers << error->what();
  MemoryStream pages_of(text);
  if (const auto error =
          for_each_page<linode::PersonalAccessTokenPage, std::istream>(pages_of, add, members, chunk_size))
    answers << error->what();
  for (const DecodeError& error : linode::check_json(text, members)) answers << error.what() << '\n';
  for (const DecodeError& error : linode::check_page_json(text, members)) answers << error.what() << '\n';
  Problem room[1];
  Decoder<TextReader> decoder(text, members, room);
  linode::PersonalAccessTokenPage page;
  while (!decoder.reader().at_end() && decoder.read_next_document(page, page.data.size())) add(page);
  answers << decoder.reader().position() << '\n';
}

void read_values(std::string_view text, std::ostream& answers) {
  for (const linode::ApiError& error : linode::read_api_errors(text)) answers << error << '\n';
  if (const auto time = linode::parse_timestamp(text)) answers << *time << '\n';
  linode::Scopes scopes = linode::granted_scopes(text);
  answers << scopes << linode::parse_scopes(text).has_value() << linode::printable(text)
          << linode::Scopes("plain:read_only 1:view").access(text) << '\n';
  for (const std::string& part : linode::unrecognized_scopes(text)) answers << part << '\n';
  add_result(answers, [&] { return scopes.grant(text, linode::Access::read_write), scopes; });
  linode::PersonalAccessToken listed;
  for (const char* const shown : {"0123456789abcdef", "0123456789abcdef01...", "0123456789abcdef0123456789abcdef"}) {
    listed.token = shown;
    answers << linode::matches_secret(listed, text);
  }
  answers << DecodeError(DecodeError::Reason::syntax, "", text).what() << '\n';
}

void scan(std::string_view text, std::ostream& answers) {
  const char* const end = text.data() + text.size();
  answers << find_special(text.data(), end) - text.data() << ' '
          << find_special_near_end(text.data(), end) - text.data() << ' '
          << end_of_space(text.data(), end) - text.data() << ' ' << count_code_points(text).value_or(max_size + 1);
  for (std::size_t less = 1; less <= 4 && less <= text.size(); ++less) answers << shortened(text, text.size() - less);
  std::string copy(text.size(), '?');
  answers << copy_plain(copy.data(), text);
  append_escaped(copy, text);
  answers << copy << linode::printable(text);
}

std::string answers_to(std::string_view text) {
  std::ostringstream answers;
  read(text, Members::tolerant, answers);
  read(text, Members::strict, answers);
  read_values(text, answers);
  scan(text, answers);
  return answers.str();
}

std::string repeated(std::string_view piece) {
  std::string text;
  while (text.size() < max_size) text += piece;
  return text;
}

// Cut at every size, and put into each frame in place of '@'.
const std::string texts[] = {
    R"({"id":12345678,"scopes":"linodes:read_only","created":"2018-01-01T00:01:01","label":"cli","expiry":null})",
    R"({"label": "a b", "expiry": "2018-01-01T00:01:01.5Z", "id": 1234567890, "token": "0123456789abcdef", "x": 1})",
    R"({"created": "2018-01-01T00:01:01", "label": "a",  "id": 12345678, "scopes": "linodes:read_only"})",
    "{\n  \"id\": 12345678,\n\t\"expiry\":\r\n  null,\n  \"created\" : \"2018-01-01T00:01:01\" ,\n  \"label\":\"a\"\n}",
    R"({"data":[{"id":12345678,"label":"cli"},{"expiry":null}],"page":1,"pages":1,"results":12345678901,"x":[]})",
    R"([{"id":12345678}, {"label":"\u00e9"}, {}, {"l\u0061bel":"a","created":null} , {"token":"0123456789abcdef"}])",
    "{\"id\":12345678}\n{\"id\":1}{}[]\n{\"data\":[{\"scopes\":\"*\"}]} {\"label\":\"a\"} [ {\"id\":2} ,{\"id\":3}]\n",
    R"({"errors":[{"reason":"Length must be 1-100","field":"label"},{"reason":"Invalid Token"},"no",{"field":"x"}]})",
    R"({"x":{"y":[true,false,null,-1.5e+10,"z",{"w":[0,-0,1E9,"\ud83d\ude00"]}]},"id":12345678,"last_used":[[[]]]})",
    R"({"last_used":1,"label":"a","scopes":"linodes:read_only","expired":2,"expiry":null,"id":12345678})",
    R"({"label":"a","expiry":      null,"id":      12345678,"scopes": "*","x":    null,   "token":   "b"})",
    repeated("plain"),
    repeated(R"(\u00e9\n\"\\\ud83d\ude00/\/)"),
    repeated("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z"),
    repeated("plain and \xC3\xA9, \xE2\x80\xA8 \x7F and \x01\xFF\xC3"),
    repeated(" "),
    repeated("\r\n\t  \n    "),
    repeated("1234567890"),
    "-12345678.12345678e+" + repeated("0"),
    "2018-01-01T00:01:01." + repeated("123456789"),
    repeated("linodes:read_only domains:read_write,x:*, tokens:view "),
    repeated("0123456789abcdef")};

}  // namespace

TEST_CASE("only a read outside a guarded page is fatal", "[guard_pages]") {
  const GuardedPage page;
  CHECK(is_fatal_to_read(page.begin() - 1));
  CHECK_FALSE(is_fatal_to_read(page.begin()));
  CHECK_FALSE(is_fatal_to_read(page.end() - 1));
  CHECK(is_fatal_to_read(page.end()));
}

TEST_CASE("no byte outside a text is read", "[guard_pages]") {
  const GuardedPage page;
  for (const std::string_view frame :
       {"@", "@+02:00", "@{\"id\":1}", "{\"id\":1}@", "{\"id\":@}", "{\"label\":\"@\"}", "{\"expiry\": \"@\"}",
        "{\"created\":\"@Z\"}", "{\"x\":[@]}", "{\"errors\":[{\"reason\":\"@\"}]}"}) {
    for (const std::string& whole : texts) {
      REQUIRE(whole.size() >= max_size);
      for (std::size_t size = 0; frame.size() - 1 + size <= max_size; ++size) {
        const std::string text = std::string(frame).replace(frame.find('@'), 1, whole, 0, size);
        const std::string expected = answers_to(text);
        for (char* const place : page.places(text.size())) {
          INFO((place == page.begin() ? "at the start: " : "at the end: ") << linode::printable(text));
          static_cast<void>(copy_plain(place, text));  // must not write outside, either
          CHECK(answers_to({place, text.size()}) == expected);
        }
      }
    }
  }
}
