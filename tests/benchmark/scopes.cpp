// How the time to read scopes grows with their number: 20,000, 40,000 and 80,000 names, in three orders. Behind each
// order stands how far n log n is from what was measured (RMS).
#include <linode/personal_access_token/scopes.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace {

enum Order { ascending, descending, shuffled };

std::string scopes_text(std::size_t count, Order order) {
  std::vector<std::string> names;
  for (std::size_t index = 0; index < count; ++index) names.push_back("name" + std::to_string(10'000'000 + index));
  if (order == descending) std::reverse(names.begin(), names.end());
  if (order == shuffled) std::shuffle(names.begin(), names.end(), std::mt19937(7));
  std::string text;
  for (const std::string& name : names) text += name + ":read_only ";
  return text;
}

void read_scopes(benchmark::State& state, Order order) {
  const std::string text = scopes_text(static_cast<std::size_t>(state.range(0)), order);
  for (auto _ : state) benchmark::DoNotOptimize(linode::Scopes(text));
  state.SetComplexityN(state.range(0));
}

void three_sizes(benchmark::internal::Benchmark* sizes) {
  sizes->Arg(20'000)->Arg(40'000)->Arg(80'000)->Complexity(benchmark::oNLogN);
}
BENCHMARK_CAPTURE(read_scopes, ascending, ascending)->Apply(three_sizes);
BENCHMARK_CAPTURE(read_scopes, descending, descending)->Apply(three_sizes);
BENCHMARK_CAPTURE(read_scopes, shuffled, shuffled)->Apply(three_sizes);

}  // namespace

BENCHMARK_MAIN();
