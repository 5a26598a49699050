// Measures how time and memory grow with the input, for many shapes of hostile input, from 1 to 16 MB. Prints the runs,
// then a table with the exponent of the growth in time, and the peak of memory per byte of input. Names the shapes with
// an exponent above 1.15, or a peak above the one in .github/SECURITY.md.
#include <linode/personal_access_token.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iomanip>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "../allocations.hpp"
#include "../memory_stream.hpp"

namespace {

constexpr double max_exponent = 1.15;

// Appends `piece(0)`, `piece(1)` … to `text` up to this size, then `after`.
std::string repeat(std::size_t size, std::string text, const std::function<std::string(std::size_t)>& piece,
                   const std::string& after) {
  for (std::size_t index = 0; text.size() < size; ++index) text += piece(index);
  return text + after;
}

std::function<std::string(std::size_t)> always(const std::string& piece) {
  return [piece](std::size_t) { return piece; };
}

// Tokens one after another, and tokens on a page.
std::function<std::string(std::size_t)> sequence_of(const std::string& token) {
  return [token](std::size_t size) { return repeat(size, "", always(token), ""); };
}
std::function<std::string(std::size_t)> page_of(const std::string& token) {
  return [token](std::size_t size) { return repeat(size, "{\"data\":[" + token, always("," + token), "]}"); };
}

enum class Order { ascending, descending, shuffled };

std::string scopes(std::size_t size, Order order) {
  constexpr std::size_t size_of_one = 22;
  std::vector<std::string> names;
  for (std::size_t index = 0; index < size / size_of_one; ++index) {
    names.push_back("name" + std::to_string(10'000'000 + index) + ":read_only ");
  }
  if (order == Order::descending) std::reverse(names.begin(), names.end());
  if (order == Order::shuffled) std::shuffle(names.begin(), names.end(), std::mt19937(7));
  std::string text;
  for (const std::string& name : names) text += name;
  return text;
}

// The functions that are measured. Errors are part of the work.
void token(const std::string& text) { benchmark::DoNotOptimize(linode::try_from_json(text)); }
void page(const std::string& text) { benchmark::DoNotOptimize(linode::try_page_from_json(text)); }
void sequence(const std::string& text) { benchmark::DoNotOptimize(linode::try_read_tokens(text)); }
void all_problems(const std::string& text) { benchmark::DoNotOptimize(linode::check_json(text)); }
void scope_list(const std::string& text) { benchmark::DoNotOptimize(linode::granted_scopes(text)); }
void unrecognized(const std::string& text) { benchmark::DoNotOptimize(linode::unrecognized_scopes(text)); }
void print(const std::string& text) { benchmark::DoNotOptimize(linode::printable(text)); }

void stream(const std::string& text) {
  MemoryStream input(text);
  benchmark::DoNotOptimize(linode::try_for_each_token(
      input, [](const linode::PersonalAccessToken& each) { benchmark::DoNotOptimize(&each); }));
}

struct Shape {
  const char* name;
  void (*read)(const std::string&);
  std::function<std::string(std::size_t size)> text;
  double max_peak = 4;  // per byte of input, as in .github/SECURITY.md
};

// A token as servers write it.
const std::string ordinary =
    R"({"id":12345678,"scopes":"linodes:read_only domains:read_write","created":"2018-01-01T00:01:01",)"
    R"("label":"a label as long as most","token":"0123456789abcdef","expiry":"2018-07-01T00:01:01"})";

const std::string line = R"({"id": 12345678, "label": "a label as long as most", "scopes": "*", "expiry": null})"
                         "\n";

const std::vector<Shape> shapes = {
    {"unknown names", token,
     [](std::size_t size) {
       return repeat(
           size, "{\"\":0", [](std::size_t index) { return ",\"name" + std::to_string(index) + "\":1"; }, "}");
     }},
    {"one long name, and an error", token,
     [](std::size_t size) { return repeat(size, "{\"", always("name"), "\":x}"); }},
    {"one long escaped name, and an error", token,
     [](std::size_t size) { return repeat(size, "{\"", always("\\n"), "\":x}"); }},
    {"duplicates", token, [](std::size_t size) { return repeat(size, "{\"id\":0", always(",\"label\":\"a\""), "}"); }},
    {"nesting, too deep", token, [](std::size_t size) { return std::string(size, '['); }},
    {"nesting, 500 levels each", token,
     [](std::size_t size) {
       return repeat(size, "{\"x\":[0", always("," + std::string(500, '[') + std::string(500, ']')), "]}");
     }},
    {"white space", sequence, [](std::size_t size) { return "{}" + std::string(size, ' ') + "{}"; }},
    {"white space in a stream", stream, [](std::size_t size) { return "{}" + std::string(size, '\n') + "{}"; }},
    {"escape sequences", token,
     [](std::size_t size) { return repeat(size, "{\"label\":\"", always("\\u00e9\\n"), "\"}"); }},
    {"characters beyond ASCII", token,
     [](std::size_t size) { return repeat(size, "{\"label\":\"", always("\xC3\xA9"), "\"}"); }},
    {"digits", token, [](std::size_t size) { return "{\"id\":" + std::string(size, '9') + "}"; }},
    {"reasons", token,
     [](std::size_t size) {
       return repeat(size, "{\"errors\":[{\"reason\":\"no\"}", always(",{\"reason\":\"no\"}"), "]}");
     }},
    {"one long reason", token,
     [](std::size_t size) { return repeat(size, "{\"errors\":[{\"reason\":\"", always("no "), "\"}]}"); }},
    {"problems, all listed", all_problems,
     [](std::size_t size) { return repeat(size, "{\"id\":0", always(",\"id\":\"x\""), "}"); }},
    {"ordinary tokens", sequence, sequence_of(ordinary), 2},
    {"ordinary tokens on a page in a stream", stream, page_of(ordinary), 5},
    {"empty tokens", sequence, sequence_of("{}"), 202},
    {"empty tokens on a page", page, page_of("{}"), 102},
    {"empty tokens on a page in a stream", stream, page_of("{}"), 170},
    {"tokens with an id", sequence, sequence_of("{\"id\":1}"), 51},
    {"tokens with an id on a page", page, page_of("{\"id\":1}"), 51},
    {"tokens with an id on a page in a stream", stream, page_of("{\"id\":1}"), 58},
    {"tokens with a label of 17 bytes", sequence, sequence_of(R"({"label":"12345678901234567"})"), 14},
    {"a long label in a stream", stream,
     [](std::size_t size) { return repeat(size, "{\"label\":\"", always("\\n"), "\"}"); }},
    {"an error at the end", sequence, [](std::size_t size) { return repeat(size, "", always(line), "x"); }},
    {"an error at the end of a stream", stream, [](std::size_t size) { return repeat(size, "", always(line), "x"); }},
    {"scopes, ascending", scope_list, [](std::size_t size) { return scopes(size, Order::ascending); }, 6},
    {"scopes, descending", scope_list, [](std::size_t size) { return scopes(size, Order::descending); }, 6},
    {"scopes, shuffled", scope_list, [](std::size_t size) { return scopes(size, Order::shuffled); }, 6},
    {"scopes of one letter", scope_list,
     [](std::size_t size) {
       const std::string names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
       return repeat(
           size, "", [&](std::size_t index) { return names[index % names.size()] + std::string(":* "); }, "");
     },
     30},
    {"scopes, unrecognized", unrecognized, [](std::size_t size) { return repeat(size, "", always("a "), ""); }, 48},
    {"characters that are escaped, printed", print, [](std::size_t size) { return std::string(size, '\x7F'); }, 18},
};

void grow(benchmark::State& state, const Shape& shape) {
  const std::string text = shape.text(static_cast<std::size_t>(state.range(0)) * 1'000'000);
  shape.read(text);  // fills the allocator's cache
  for (auto _ : state) shape.read(text);
}

// The peak of memory per byte of input, for the worst size from 1 to 2 MB: the peak of a list that doubles depends on
// how far the size is above a power of two.
double worst_peak(const Shape& shape) {
  double worst = 0;
  for (std::size_t size = 1'000'000; size < 2'000'000; size += 62'500) {
    const std::string text = shape.text(size);
    const allocations::Peak peak;
    shape.read(text);
    worst = (std::max)(worst, static_cast<double>(peak.bytes()) / static_cast<double>(text.size()));
  }
  return worst;
}

// Prints each run, and at the end the table.
class GrowthReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) times_[run.run_name.function_name].push_back(run.GetAdjustedCPUTime());
    ConsoleReporter::ReportRuns(runs);
  }

  void Finalize() override {
    std::ostream& out = GetOutputStream();
    std::ostringstream exceeded;
    out << "\nfrom 1 to 16 MB                          exponent   peak / input\n" << std::fixed << std::setprecision(2);
    for (const Shape& shape : shapes) {
      const auto times = times_.find(shape.name);
      if (times == times_.end()) continue;
      const double exponent = std::log(times->second.back() / times->second.front()) / std::log(16);
      const double peak = worst_peak(shape);
      out << std::left << std::setw(40) << shape.name << std::right << std::setw(9) << exponent << std::setw(15) << peak
          << '\n';
      if (exponent > max_exponent) exceeded << "exponent above " << max_exponent << ": " << shape.name << '\n';
      if (peak > shape.max_peak) {
        exceeded << "peak above " << shape.max_peak << " times the input: " << shape.name << '\n';
      }
    }
    out << (exceeded.str().empty() ? "no exponent and no peak above the bounds\n" : exceeded.str());
  }

 private:
  std::map<std::string, std::vector<double>> times_;
};

}  // namespace

int main(int argc, char** argv) {
  for (const Shape& shape : shapes) {
    benchmark::RegisterBenchmark(shape.name, grow, shape)
        ->Arg(1)
        ->Arg(4)
        ->Arg(16)
        ->MinTime(0.05)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::Initialize(&argc, argv);
  GrowthReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
