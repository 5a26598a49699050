// How time and memory grow with the input, for every shape that a hostile input can take, at 1, 4 and 16 MB. Behind the
// runs stands a table: the exponent of the growth in time, and the peak of memory over the input. Names the shapes with
// an exponent above 1.15 or a peak above 3.
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

namespace {

constexpr double max_exponent = 1.15;
constexpr double max_peak = 3;

// `piece(0)`, `piece(1)` … between `before` and `after`, up to a size.
std::string repeat(std::size_t size, std::string text, const std::function<std::string(std::size_t)>& piece,
                   const std::string& after) {
  for (std::size_t index = 0; text.size() < size; ++index) text += piece(index);
  return text + after;
}

std::function<std::string(std::size_t)> always(const std::string& piece) {
  return [piece](std::size_t) { return piece; };
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

// The functions that read. An error is part of the work.
void token(const std::string& text) { benchmark::DoNotOptimize(linode::try_from_json(text)); }
void sequence(const std::string& text) { benchmark::DoNotOptimize(linode::try_read_tokens(text)); }
void all_problems(const std::string& text) { benchmark::DoNotOptimize(linode::check_json(text)); }
void scope_list(const std::string& text) { benchmark::DoNotOptimize(linode::Scopes(text)); }
void stream(const std::string& text) {
  std::istringstream input(text);
  try {
    linode::for_each_token(input, [](const linode::PersonalAccessToken& each) { benchmark::DoNotOptimize(&each); });
  } catch (const linode::DecodeError& error) {
    benchmark::DoNotOptimize(&error);
  }
}

struct Shape {
  const char* name;
  void (*read)(const std::string&);
  std::function<std::string(std::size_t size)> text;
};

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
    {"empty tokens", sequence, [](std::size_t size) { return repeat(size, "[{}", always(",{}"), "]"); }},
    {"an error at the end", sequence, [](std::size_t size) { return repeat(size, "", always(line), "x"); }},
    {"an error at the end of a stream", stream, [](std::size_t size) { return repeat(size, "", always(line), "x"); }},
    {"scopes, ascending", scope_list, [](std::size_t size) { return scopes(size, Order::ascending); }},
    {"scopes, descending", scope_list, [](std::size_t size) { return scopes(size, Order::descending); }},
    {"scopes, shuffled", scope_list, [](std::size_t size) { return scopes(size, Order::shuffled); }},
};

void grow(benchmark::State& state, const Shape& shape) {
  const std::string text = shape.text(static_cast<std::size_t>(state.range(0)) * 1'000'000);
  const allocations::Peak peak;
  shape.read(text);
  state.counters["peak"] = static_cast<double>(peak.bytes()) / static_cast<double>(text.size());
  for (auto _ : state) shape.read(text);
}

// Prints the runs as they come, and then the table.
class GrowthReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      Growth& growth = growths_[run.run_name.function_name];
      growth.times.push_back(run.GetAdjustedCPUTime());
      growth.peak = (std::max)(growth.peak, run.counters.at("peak").value);
    }
    ConsoleReporter::ReportRuns(runs);
  }

  void Finalize() override {
    std::ostream& out = GetOutputStream();
    std::ostringstream exceeded;
    out << "\nfrom 1 to 16 MB                  exponent   peak / input\n" << std::fixed << std::setprecision(2);
    for (const Shape& shape : shapes) {
      const auto found = growths_.find(shape.name);
      if (found == growths_.end()) continue;
      const Growth& growth = found->second;
      const double exponent = std::log(growth.times.back() / growth.times.front()) / std::log(16);
      out << std::left << std::setw(32) << shape.name << std::right << std::setw(9) << exponent << std::setw(15)
          << growth.peak << '\n';
      if (exponent > max_exponent) exceeded << "exponent above " << max_exponent << ": " << shape.name << '\n';
      if (growth.peak > max_peak) exceeded << "peak above " << max_peak << " times the input: " << shape.name << '\n';
    }
    out << (exceeded.str().empty() ? "no exponent and no peak above the bounds\n" : exceeded.str());
  }

 private:
  struct Growth {
    std::vector<double> times;
    double peak = 0;
  };
  std::map<std::string, Growth> growths_;
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
