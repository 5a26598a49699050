// Inputs modelled on public reports about clients of this API (data/reports), and what each way of reading must give.
#include <linode/personal_access_token/read.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "reading.hpp"

using namespace reading;

namespace {

const std::string folder = LINODE_PAT_TEST_DATA "/reports/";

struct Report {
  std::string file;
  std::string symptom;
  std::string token;
  std::string page;
  std::string tokens;
  std::string strict_token;
};

std::vector<Report> read_table() {
  std::ifstream file(folder + "expected.tsv");
  std::vector<Report> reports;
  std::string line;
  std::getline(file, line);  // the names of the columns
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Report& report = reports.emplace_back();
    for (std::string* const cell :
         {&report.file, &report.symptom, &report.token, &report.page, &report.tokens, &report.strict_token}) {
      std::getline(cells, *cell, '\t');
    }
  }
  return reports;
}

std::string text_of(const std::string& name) {
  std::ifstream file(folder + name, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

// `ok`, or the reason and the path of the error.
template <class Read>
std::string outcome(Read&& read) {
  try {
    static_cast<void>(read());
    return "ok";
  } catch (const DecodeError& error) {
    return linode::to_string(error.reason()) + '@' + error.path();
  }
}

// Compares with the table, which gives no path for texts that are not JSON or too deep.
bool is_as_expected(const std::string& outcome, const std::string& expected) {
  return expected == "syntax@" || expected == "too_deep@" ? outcome.find(expected) == 0 : outcome == expected;
}

// Whether the text shows the problem, but a parsed document does not.
bool is_of_text_alone(const std::string& expected) {
  return expected == "syntax@" || expected == "too_deep@" || expected.find("duplicate_member@") == 0;
}

}  // namespace

TEST_CASE("inputs of public reports have known outcomes", "[reports]") {
  const std::vector<Report> reports = read_table();
  REQUIRE(reports.size() == 124);
  for (const Report& report : reports) {
    CAPTURE(report.file, report.symptom);
    const std::string text = text_of(report.file);
    CHECK(is_as_expected(outcome([&] { return linode::from_json(text); }), report.token));
    CHECK(is_as_expected(outcome([&] { return linode::page_from_json(text); }), report.page));
    CHECK(is_as_expected(outcome([&] { return linode::read_tokens(text); }), report.tokens));
    CHECK(is_as_expected(outcome([&] { return linode::from_json(text, Members::strict); }), report.strict_token));
    expect_streams_as_read_tokens(text);
  }
}

TEST_CASE("the adapter reads public reports like text", "[reports]") {
  for (const Report& report : read_table()) {
    CAPTURE(report.file);
    const std::string text = text_of(report.file);
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_discarded() || is_of_text_alone(report.token)) continue;
    CHECK(outcome([&] { return linode::from_dict(json); }) == report.token);
    CHECK(outcome([&] { return linode::page_from_dict(json); }) == report.page);
    CHECK(outcome([&] { return linode::read_tokens(json); }) == report.tokens);
    if (is_of_text_alone(report.strict_token)) continue;
    CHECK(outcome([&] { return linode::from_dict(json, Members::strict); }) == report.strict_token);
  }
}
