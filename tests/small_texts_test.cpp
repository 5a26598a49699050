// Reads every small text with every function, and compares the results with a decoder of its own, `Contract`, which is
// written from the contract alone. nlohmann_json decides what is JSON, and `SyntaxModel` finds where a text is not.
// A small text has a limited number of pieces.
//
// Faults, planted in the library one at a time, and the first text that shows each:
//   a comma before a closing bracket is accepted    {}[{},]
//   null is refused for an id                       {}{"id":null}
//   an escape of three digits is accepted           {"label":"\uddd"}
//   a lone surrogate is accepted                    {"label":"\ud8dd"}
//   an overlong form is accepted                    {"label":"\"}u, the bytes E0 9F 9F, "}
//   a leading zero is accepted                      {"id":00}
//   the first of duplicates counts                  {"id":1,"\u0069d":2}
//   strict reading accepts a duplicate              {"id":1,"id":1}
//   an API error response is taken for a token      {}{"errors":[{"reason":"r"}]}
//   a page without data is accepted                 {}
//   a stream loses what ends where a chunk does     {}
#include <linode/personal_access_token/nlohmann.hpp>
#include <linode/personal_access_token/print.hpp>
#include <linode/personal_access_token/read.hpp>
#include <linode/personal_access_token/stream.hpp>
#include <linode/personal_access_token/write.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "reading.hpp"
#include "syntax_model.hpp"

using namespace reading;

namespace {

using Pieces = std::vector<std::string>;

// clang-format off
const Pieces structure{"{", "}", "[", "]", ",", ":", R"("id")", R"("label")", R"("expiry")", R"("data")", R"("x")", "7", "null",
                       R"("2018-01-01T00:01:01")", " "};
const Pieces in_string{R"("})", R"(":7})", "\\", "u", "d", "8", "0", "\xC3", "\xA9", "\xE0", "\xED", "\x9F", "\xF0", "\x1F"};
const Pieces in_number{"0", "8", "-", ".", "e", "}", " "};
const Pieces whole_members{"{", "}", "[", "]", ",", R"("id":1)", R"("\u0069d":2)", R"("id":"x")", R"("label":"a")",
                           R"("label":null)", R"("expiry":null)", R"("created":"2018-01-01T00:01:01")", R"("created":[{"id":4}])",
                           R"("x":{"id":"y","data":[]})", R"("data":[)", R"("data":null)", R"("data":{})",
                           R"("errors":[{"reason":"r"}])", R"("errors":{})", R"("page":5)"};
const Pieces in_errors{"{", "}", "]", ",", R"("reason":"r")", R"("reason":"q")", R"("reason":7)", R"("field":"f")", R"("field":null)",
                       R"("x":{"reason":"y"})", R"("x":"y")", R"("s")", "7", R"("errors":["t")", R"("errors":{})"};
// clang-format on

// All texts of a start and up to `size` pieces. A text with which no document can begin is not extended. It is read
// with each end and the missing brackets, so that a reader that wrongly accepts its last piece accepts the whole.
struct Family {
  const Pieces& pieces;
  const char* start;
  Pieces ends;
  int size;       // in every run
  int long_size;  // in the long run
};

const Family families[] = {
    {structure, "", {"", ":7"}, 6, 9},
    {structure, R"({"data":[{"id":7},)", {"", ":7"}, 5, 8},
    {in_string, R"({"label":")", {"\"", "\x9F\"", "\x9F\x9F\""}, 5, 7},
    {in_string, R"({"label":"\ud)", {"\""}, 5, 7},
    {in_string, R"({"label":"\ud8)", {"\""}, 10, 11},
    {in_string, R"({"id":7,"x":")", {"\"", "\x9F\"", "\x9F\x9F\""}, 5, 7},
    {in_string, R"({"id":7,")", {"\":7", "\x9F\":7", "\x9F\x9F\":7"}, 5, 7},
    {in_number, R"({"id":)", {""}, 7, 10},
    {in_number, R"({"id":1234567)", {""}, 6, 9},
    {in_number, R"({"id":922337203685477580)", {""}, 6, 9},
    {in_number, R"({"id":-922337203685477580)", {""}, 6, 9},
    {in_number, R"({"id":7,"x":)", {""}, 7, 10},
    {whole_members, "", {""}, 6, 9},
    {whole_members, R"({"created":"2018-01-01T00:01:01","expiry":null,"label":"","scopes":"","token":"")", {""}, 3, 6},
    {whole_members, R"({"page":1,"pages":1,"results":1,"data":[)", {""}, 3, 6},
    {in_errors, R"({"errors":[)", {""}, 6, 8},
};

enum class Kind { null, boolean, integer, large_integer, fraction, large_fraction, string, array, object };

struct Value {
  Kind kind;
  std::string name;  // in an object
  std::string string;
  std::int64_t integer;
  std::size_t begin;  // of the values inside
  std::size_t end;    // one past them
};

// The documents of a text as nlohmann_json reads them, duplicates included, in the order of the text.
class Documents : public nlohmann::json_sax<nlohmann::json> {
 public:
  void read(std::string_view text) {
    size_ = 0;
    roots.clear();
    is_overflow = false;
    for (;;) {
      roots.push_back(size_);
      open_.clear();
      name_.clear();
      is_broken = !nlohmann::json::sax_parse(text.begin(), text.end(), this);
      may_go_on = !is_broken || stopped_at_ > text.size();
      is_behind_document = is_broken && open_.empty() && size_ > roots.back();
      if (!is_behind_document || values_[roots.back()].kind < Kind::array) return;
      if (may_go_on || (text[stopped_at_ - 1] != '{' && text[stopped_at_ - 1] != '[')) break;
      text.remove_prefix(stopped_at_ - 1);
    }
    roots.push_back(size_);
  }

  // The missing closing brackets.
  [[nodiscard]] std::string closing() const {
    std::string text;
    for (const std::size_t at : open_) text.insert(0, 1, values_[at].kind == Kind::object ? '}' : ']');
    return text;
  }
  [[nodiscard]] bool is_json() const { return roots.size() == 1 && !is_broken; }
  [[nodiscard]] const Value& operator[](std::size_t index) const { return values_[index]; }

  std::vector<std::size_t> roots = {};  // where each document begins
  bool is_broken = false;               // the last document is not JSON
  bool is_behind_document = false;      // the error comes after a complete value
  bool may_go_on = false;               // a longer text may be complete
  bool is_overflow = false;             // nlohmann_json stopped at a number too large for a double

  bool null() override { return add(Kind::null); }
  bool boolean(bool /*value*/) override { return add(Kind::boolean); }
  bool number_integer(std::int64_t value) override { return add(Kind::integer, {}, value); }
  bool number_unsigned(std::uint64_t value) override {
    return add(value >> 63 == 0 ? Kind::integer : Kind::large_integer, {}, static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& text) override {
    if (text.find_first_of(".eE") == std::string::npos) return add(Kind::large_integer);
    return add(std::abs(value) < 0x1p63 ? Kind::fraction : Kind::large_fraction);
  }
  bool string(std::string& value) override { return add(Kind::string, value); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool key(std::string& name) override { return name_ = name, true; }
  bool start_object(std::size_t /*size*/) override { return open_.push_back(size_), add(Kind::object); }
  bool start_array(std::size_t /*size*/) override { return open_.push_back(size_), add(Kind::array); }
  bool end_object() override { return end_array(); }
  bool end_array() override {
    values_[open_.back()].end = size_;
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    stopped_at_ = position;
    is_overflow = error.id == 406;
    return false;
  }

 private:
  bool add(Kind kind, std::string_view string = {}, std::int64_t integer = 0) {
    if (values_.size() == size_) values_.emplace_back();
    Value& value = values_[size_++];
    value.kind = kind;
    value.name = name_;
    value.string = string;
    value.integer = integer;
    value.begin = value.end = size_;
    return true;
  }

  std::vector<Value> values_ = {};  // each before its contents; never cleared, so that strings keep their memory
  std::size_t size_ = 0;
  std::vector<std::size_t> open_ = {};
  std::string name_ = {};
  std::size_t stopped_at_ = 0;
};

struct Problem {
  std::optional<Reason> reason;  // nullopt: any
  std::string path;
  std::vector<linode::ApiError> api_errors = {};
};

bool is_same(const DecodeError& error, const Problem& problem) {
  if (problem.reason == Reason::syntax) return error.reason() == Reason::syntax;  // any path will do
  return !problem.reason ||
         (error.reason() == problem.reason && error.path() == problem.path && error.api_errors() == problem.api_errors);
}

// The values and problems of documents, by the contract. A parsed document has only the last of duplicates, and does
// not distinguish a large fraction from an integer.
class Contract {
 public:
  Contract(const Documents& documents, Members members, bool parsed)
      : is_parsed(parsed),
        values_(documents),
        is_strict_(members == Members::strict),
        is_complete_(members == Members::complete) {}

  const bool is_parsed;
  std::vector<Problem> problems = {};  // in the order of the text

  template <class Object>
  Object only() {
    if (values_.is_json()) return document<Object>(0, "");
    report(Reason::syntax, "");
    return {};
  }

  // The tokens before the first document with a problem.
  std::vector<PersonalAccessToken> sequence() {
    std::vector<PersonalAccessToken> out;
    for (std::size_t index = 0; index < values_.roots.size(); ++index) {
      const std::string path = values_.roots.size() == 1 ? "" : '/' + std::to_string(index);
      std::vector<PersonalAccessToken> tokens;
      if (values_.is_broken && index + 1 == values_.roots.size()) {
        report(values_.is_behind_document ? std::nullopt : std::optional(Reason::syntax), path);
      } else {
        tokens = listing(values_.roots[index], path);
      }
      if (!problems.empty()) break;
      out.insert(out.end(), tokens.begin(), tokens.end());
    }
    return out;
  }

 private:
  static constexpr unsigned bit(Kind kind) { return 1U << static_cast<unsigned>(kind); }

  void report(std::optional<Reason> reason, const std::string& path) { problems.push_back({reason, path}); }

  template <class Object>
  Object document(std::size_t at, const std::string& path) {
    const bool is_page = std::is_same_v<Object, PersonalAccessTokenPage>;
    Object out;
    if (has(at, "errors", bit(Kind::array))) {
      problems.push_back({Reason::api_error, path, api_errors(at)});
    } else if (is_page ? !has(at, "data", ~0U) : has(at, "data", bit(Kind::array) | bit(Kind::null))) {
      report(Reason::wrong_type, path);
    } else {
      read_members(at, path, out);
    }
    return out;
  }

  std::vector<PersonalAccessToken> listing(std::size_t at, const std::string& path) {
    std::vector<PersonalAccessToken> out;
    if (values_[at].kind == Kind::array) return read(values_[at], path, out), out;
    if (has(at, "data", bit(Kind::array) | bit(Kind::null))) return document<PersonalAccessTokenPage>(at, path).data;
    return {document<PersonalAccessToken>(at, path)};
  }

  [[nodiscard]] bool has_name_of(std::size_t member, std::size_t from, std::size_t end) const {
    while (from < end && values_[from].name != values_[member].name) from = values_[from].end;
    return from < end;
  }

  template <class Visit>
  void for_each_member(std::size_t object, Visit&& visit) const {
    const std::size_t end = values_[object].kind == Kind::object ? values_[object].end : 0;
    for (std::size_t at = values_[object].begin; at < end; at = values_[at].end) {
      if (!is_parsed || !has_name_of(at, values_[at].end, end)) visit(at);
    }
  }

  [[nodiscard]] bool has(std::size_t object, std::string_view name, unsigned kinds) const {
    bool found = false;
    for_each_member(object, [&](std::size_t at) {
      found = found || (values_[at].name == name && (kinds & bit(values_[at].kind)) != 0);
    });
    return found;
  }

  [[nodiscard]] std::vector<linode::ApiError> api_errors(std::size_t response) const {
    std::vector<linode::ApiError> out;
    for_each_member(response, [&](std::size_t errors) {
      if (values_[errors].name != "errors" || values_[errors].kind != Kind::array) return;
      for (std::size_t entry = values_[errors].begin; entry < values_[errors].end; entry = values_[entry].end) {
        std::optional<std::string> reason;
        std::optional<std::string> field;
        if (values_[entry].kind == Kind::string) reason = values_[entry].string;
        for_each_member(entry, [&](std::size_t at) {
          if (values_[at].kind != Kind::string) return;
          if (values_[at].name == "reason") reason = values_[at].string;
          if (values_[at].name == "field") field = values_[at].string;
        });
        if (reason) out.push_back({*reason, field});
      }
    });
    return out;
  }

  template <class Object>
  void read_members(std::size_t object, const std::string& path, Object& out) {
    if (values_[object].kind != Kind::object) return report(Reason::wrong_type, path);
    bool is_token = values_[object].begin == values_[object].end || is_strict_;
    for_each_member(object, [&](std::size_t at) {
      const std::string where = path + '/' + values_[at].name;
      const auto count = static_cast<std::ptrdiff_t>(problems.size());
      const bool is_known = read_member(values_[at], where, out);
      is_token = is_token || is_known;
      if (is_strict_ && !is_known) report(Reason::unknown_member, where);
      if (is_strict_ && is_known && !is_parsed && has_name_of(at, values_[object].begin, at)) {
        problems.insert(problems.begin() + count, {Reason::duplicate_member, where});
      }
    });
    if (!is_token) return report(Reason::wrong_type, path);
    if (!is_complete_) return;
    for (const std::string& name : names_of(out)) {
      Kind kind = Kind::null;  // of the last member of this name
      for_each_member(object, [&](std::size_t at) {
        if (values_[at].name == name) kind = name == "expiry" ? Kind::string : values_[at].kind;
      });
      if (kind == Kind::null) report(Reason::missing_member, path + '/' + name);
    }
  }

  static std::vector<std::string> names_of(const PersonalAccessToken& /*token*/) {
    return {"created", "expiry", "id", "label", "scopes", "token"};
  }
  static std::vector<std::string> names_of(const PersonalAccessTokenPage& /*page*/) {
    return {"data", "page", "pages", "results"};
  }

  bool read_member(const Value& value, const std::string& path, PersonalAccessToken& out) {
    const auto is = [&](std::string_view name, auto& member) {
      return value.name == name && read(value, path, member);
    };
    auto& [created, expiry, id, label, scopes, token] = out;  // does not compile with another number of members
    return is("created", created) || is("expiry", expiry) || is("id", id) || is("label", label) ||
           is("scopes", scopes) || is("token", token);
  }
  bool read_member(const Value& value, const std::string& path, PersonalAccessTokenPage& out) {
    const auto is = [&](std::string_view name, auto& member) {
      return value.name == name && read(value, path, member);
    };
    auto& [data, page, pages, results] = out;
    return is("data", data) || is("page", page) || is("pages", pages) || is("results", results);
  }

  bool read(const Value& list, const std::string& path, std::vector<PersonalAccessToken>& out) {
    out.clear();
    if (list.kind != Kind::array && list.kind != Kind::null) report(Reason::wrong_type, path);
    for (std::size_t at = list.begin; list.kind == Kind::array && at < list.end; at = values_[at].end) {
      const std::string where = path + '/' + std::to_string(out.size());
      read_members(at, where, out.emplace_back());
    }
    return true;
  }

  template <class T>
  bool read(const Value& value, const std::string& path, std::optional<T>& out) {
    constexpr bool is_integer = std::is_same_v<T, std::int64_t>;
    out.reset();
    if (value.kind == Kind::null) {
      if constexpr (std::is_same_v<T, linode::Expiry>) out = linode::Expiry::never();
    } else if (is_integer && (value.kind == Kind::large_integer || (is_parsed && value.kind == Kind::large_fraction))) {
      report(Reason::out_of_range, path);
    } else if (value.kind != (is_integer ? Kind::integer : Kind::string)) {
      report(Reason::wrong_type, path);
    } else if constexpr (is_integer) {
      out = value.integer;
    } else if constexpr (std::is_same_v<T, std::string>) {
      out = value.string;
    } else if (value.string == "2018-01-01T00:01:01") {  // the only time in any text
      out = linode::Timestamp{std::chrono::seconds{1514764861}};
    } else {
      report(Reason::invalid_timestamp, path);
    }
    return true;
  }

  const Documents& values_;
  bool is_strict_;
  bool is_complete_;
};

// Compares every function with the contract.
class Comparison {
 public:
  // Complete reading does not depend on the contents of a string or number, so two alphabets suffice.
  explicit Comparison(const Pieces& pieces)
      : modes_{Members::tolerant, Members::strict, Members::complete},
        modes_end_(modes_ + (&pieces == &structure || &pieces == &whole_members ? 3 : 2)) {}

  // Returns whether documents may begin with the text, whose last piece starts at `last`.
  bool compare(const std::string& text, std::size_t last) {
    text_ = &text;
    documents_.read(text);
    // Without its brackets, the text is refused in any case. The text with them tests more.
    const bool is_cut = !documents_.may_go_on && text.back() != '}' && text.back() != ']';
    if (documents_.is_overflow || (is_cut && !documents_.closing().empty())) return false;
    ++count;
    for (const Members* mode = modes_; mode != modes_end_; ++mode) {
      const Members members = *mode;
      const Contract contract(documents_, members, false);
      // A broken text costs each function an exception, so only check_json reads it strictly.
      if (!documents_.is_broken || members == Members::strict) {
        const auto errors = linode::check_json(text, members);
        compare_all(errors, contract, &Contract::only<PersonalAccessToken>);
        if (documents_.is_broken) {
          expect(errors.back().line() == 1 && errors.back().column() == SyntaxModel(text).place() + 1, "the place");
        }
      }
      if (documents_.is_broken && members == Members::strict) break;
      if (!documents_.is_broken) {
        compare_all(linode::check_page_json(text, members), contract, &Contract::only<PersonalAccessTokenPage>);
      }
      const auto token = linode::try_from_json(text, &why_, members);
      compare("try_from_json", token, contract, &Contract::only<PersonalAccessToken>);
      if (token) expect(linode::try_from_json(linode::to_json(*token)) == token, "to_json");
      const auto page = linode::try_page_from_json(text, &why_, members);
      compare("try_page_from_json", page, contract, &Contract::only<PersonalAccessTokenPage>);
      if (page) expect(linode::try_page_from_json(linode::to_json(*page)) == page, "to_json of a page");
      const auto tokens = linode::try_read_tokens(text, &why_, members);
      compare("try_read_tokens", tokens, contract, &Contract::sequence);
      compare_stream(documents_.may_go_on ? 3 : (std::max)(last, std::size_t{1}), members, tokens.has_value());
      if (!documents_.is_json()) continue;
      const auto json = nlohmann::json::parse(text);
      const Contract parsed(documents_, members, true);
      compare("try_from_dict", linode::try_from_dict(json, &why_, members), parsed,
              &Contract::only<PersonalAccessToken>);
      compare("try_page_from_dict", linode::try_page_from_dict(json, &why_, members), parsed,
              &Contract::only<PersonalAccessTokenPage>);
      compare("try_read_tokens of a document", linode::try_read_tokens(json, &why_, members), parsed,
              &Contract::sequence);
    }
    return documents_.may_go_on;
  }

  [[nodiscard]] std::string closing() const { return documents_.closing(); }

  std::size_t count = 0;

 private:
  template <class Read>
  void compare(const char* function, const std::optional<Read>& read, Contract contract, Read (Contract::*expected)()) {
    const Read value = (contract.*expected)();
    const auto& problems = contract.problems;
    if (read || problems.empty()) return expect(problems.empty() && read == value, function);
    // A parsed document does not show which problem is the first.
    const auto end = contract.is_parsed ? problems.end() : problems.begin() + 1;
    const auto is_error = [this](const Problem& problem) { return is_same(why_, problem); };
    expect(std::any_of(problems.begin(), end, is_error), function);
  }

  template <class Read>
  void compare_all(const std::vector<DecodeError>& errors, Contract contract, Read (Contract::*expected)()) const {
    static_cast<void>((contract.*expected)());
    const auto& problems = contract.problems;
    expect(std::equal(errors.begin(), errors.end(), problems.begin(), problems.end(), is_same), "check_json");
  }

  void compare_stream(std::size_t chunk_size, Members members, bool is_read) {
    stream_.clear();
    stream_.str(*text_);
    streamed_.clear();
    auto sink = [this](PersonalAccessToken&& token) { streamed_.push_back(std::move(token)); };
    const auto error = linode::detail::for_each_element<linode::PersonalAccessTokenPage, std::istream>(
        stream_, sink, members, chunk_size);
    expect(is_read ? !error : error && std::string_view(error->what()) == why_.what(), "for_each_token, the error");
    expect(streamed_ == Contract(documents_, members, false).sequence(), "for_each_token, the tokens");
  }

  void expect(bool is_as_expected, const char* function) const {
    if (!is_as_expected) FAIL(function << " differs from the contract: " << linode::printable(*text_));
  }

  Members modes_[3];
  const Members* modes_end_;
  const std::string* text_ = nullptr;
  Documents documents_ = {};
  DecodeError why_ = {};
  std::istringstream stream_ = {};
  std::vector<PersonalAccessToken> streamed_ = {};
};

void compare_texts(Comparison& comparison, const Family& family, std::string& text, int size) {
  const std::size_t start = text.size();
  for (const std::string& piece : family.pieces) {
    text += piece;
    if (!comparison.compare(text, start)) {
      const std::string closing = comparison.closing();
      for (const std::string& end : family.ends) {
        text.resize(start);
        comparison.compare(text.append(piece).append(end).append(closing), start);
      }
    } else if (size > 1) {
      compare_texts(comparison, family, text, size - 1);
    }
    text.resize(start);
  }
}

void compare_families(int Family::*size) {
  for (const Family& family : families) {
    Comparison comparison(family.pieces);
    std::string text = family.start;
    compare_texts(comparison, family, text, family.*size);
    std::cout << comparison.count << " texts: " << family.start << " and up to " << family.*size << " of "
              << family.pieces.size() << " pieces" << std::endl;
    CHECK(comparison.count > 500);
  }
}

}  // namespace

TEST_CASE("every small text is read as the contract says", "[small_texts]") { compare_families(&Family::size); }

TEST_CASE("longer texts are read as the contract says", "[.small_texts_long]") { compare_families(&Family::long_size); }
