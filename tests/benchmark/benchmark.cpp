// Times reading and writing tokens with this library and with every peer of this build, in interleaved runs.
//
// Prints each peer's time as a multiple of this library's, the fastest first, its allocations per token, and at the end
// the peers that were faster. --benchmark_out=FILE also writes Google Benchmark's JSON.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../memory_stream.hpp"
#include "peers.hpp"
#include "texts.hpp"

// Allocations are always counted, which costs no measurable time. Bytes are counted only to measure memory.
namespace {

std::size_t allocations = 0;
bool bytes_are_counted = false;
std::ptrdiff_t live_bytes = 0;
std::ptrdiff_t peak_bytes = 0;

void count_bytes(void* memory, int sign) noexcept {
  live_bytes += sign * static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
  peak_bytes = std::max(peak_bytes, live_bytes);
}

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  if (bytes_are_counted) count_bytes(memory, 1);
  return memory;
}
void operator delete(void* memory) noexcept {
  if (bytes_are_counted && memory != nullptr) count_bytes(memory, -1);
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept { operator delete(memory); }

namespace {

using peers::ours;
using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

// Times `work`, which handles this many tokens and bytes per call.
template <class Work>
void add(const std::string& task, const std::string& peer, std::size_t tokens, std::size_t bytes, Work work) {
  const auto run = [=](benchmark::State& state) {
    const std::size_t before = allocations;
    for (auto _ : state) benchmark::DoNotOptimize(work());
    const auto calls = static_cast<double>(state.iterations());
    state.counters["allocations"] = static_cast<double>(allocations - before) / calls / static_cast<double>(tokens);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  };
  benchmark::RegisterBenchmark((task + '/' + peer).c_str(), run)->MinTime(0.03)->Repetitions(9);
}

void require(bool holds, const std::string& task, const std::string& peer) {
  if (!holds) throw std::runtime_error(peer + " gives another result: " + task);
}

bool can_read(const peers::Peer& peer, texts::Layout layout) {
  switch (peer.reads) {
    case peers::Reads::compact:
      return layout != texts::Layout::spaced && layout != texts::Layout::pretty;
    case peers::Reads::one_order:
      return layout == texts::Layout::compact;
    case peers::Reads::all:
      break;
  }
  return true;
}

void add_reading_of_tokens(const std::string& task, texts::Layout layout) {
  const auto text = std::make_shared<const Text>(texts::Generator().token(layout));
  const PersonalAccessToken expected = linode::from_json(text->view());
  for (const peers::Peer& peer : peers::all()) {
    if (!can_read(peer, layout)) continue;
    require(peer.read_token(*text) == expected, task, peer.name);
    add(task, peer.name, 1, text->storage.size(), [text, read = peer.read_token] { return read(*text); });
  }
  add(task, "copying the value", 1, text->storage.size(), [expected] { return PersonalAccessToken(expected); });
}

void add_reading_of_pages(const std::string& task, texts::Layout layout, std::size_t size) {
  const auto text = std::make_shared<const Text>(texts::Generator().page(layout, size));
  const PersonalAccessTokenPage expected = linode::page_from_json(text->view());
  for (const peers::Peer& peer : peers::all()) {
    if (!can_read(peer, layout)) continue;
    require(peer.read_page(*text) == expected, task, peer.name);
    add(task, peer.name, size, text->storage.size(), [text, read = peer.read_page] { return read(*text); });
  }
  add(task, "copying the value", size, text->storage.size(), [expected] { return std::vector(expected.data); });
  add(task, "memcpy of the text", size, text->storage.size(), [text] { return std::string(text->storage); });
}

void add_writing(const std::string& task, std::size_t size) {
  const PersonalAccessTokenPage page = linode::page_from_json(texts::Generator().page(texts::Layout::compact, size));
  const std::string expected = linode::to_json(page);
  for (const peers::Peer& peer : peers::all()) {
    if (!peer.write_page) continue;
    require(peer.write_page(page) == expected, task, peer.name);
    add(task, peer.name, size, expected.size(), [page, write = peer.write_page] { return write(page); });
  }
  add(task, "memcpy of the text", size, expected.size(), [expected] { return std::string(expected); });
}

void add_writing_of_tokens(const std::string& task) {
  const PersonalAccessToken token = linode::from_json(texts::Generator().token(texts::Layout::compact));
  const std::string expected = linode::to_json(token);
  for (const peers::Peer& peer : peers::all()) {
    if (!peer.write_token) continue;
    require(peer.write_token(token) == expected, task, peer.name);
    add(task, peer.name, 1, expected.size(), [token, write = peer.write_token] { return write(token); });
  }
}

std::string token_lines(std::size_t size) {
  std::string lines;
  texts::Generator generator;
  for (std::size_t line = 0; line < size; ++line) lines += generator.token(texts::Layout::compact) + '\n';
  return lines;
}

std::int64_t sum_of_streamed_ids(const std::string& text) {
  MemoryStream stream(text);
  std::int64_t sum = 0;
  linode::for_each_token(stream, [&sum](PersonalAccessToken&& token) { sum += *token.id; });
  return sum;
}

void add_streams(const std::string& task, std::size_t size) {
  const auto text = std::make_shared<const std::string>(token_lines(size));
  add(task, ours, size, text->size(), [text] { return sum_of_streamed_ids(*text); });
  add(task, "line by line from memory", size, text->size(), [text] {
    std::int64_t sum = 0;
    for (std::string_view rest = *text; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      sum += *linode::from_json(rest.substr(0, end)).id;
      rest.remove_prefix(end + 1);
    }
    return sum;
  });
  add(task, "read_tokens", size, text->size(), [text] { return linode::read_tokens(*text); });
}

// Prints the peak of memory of for_each_token, without the text, which a program would not hold.
void print_stream_memory(std::size_t size) {
  const std::string text = token_lines(size);
  bytes_are_counted = true;
  benchmark::DoNotOptimize(sum_of_streamed_ids(text));
  bytes_are_counted = false;
  std::printf("\nfor_each_token over %zu lines: at most %.0f KB of memory\n", size,
              static_cast<double>(peak_bytes) / 1000);
}

// Prints the medians as a table: a block per task, a line per peer.
class RatioTable : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.aggregate_name != "median") continue;
      const std::string& name = run.run_name.function_name;
      const std::size_t slash = name.find('/');
      const std::string task = name.substr(0, slash);
      tasks_[task].push_back(
          {name.substr(slash + 1), 1e9 / run.counters.at("items_per_second"), run.counters.at("allocations")});
    }
  }

  void Finalize() override {
    std::string faster;
    for (auto& [task, rows] : tasks_) {
      std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.nanoseconds < b.nanoseconds; });
      const auto is_ours = [](const Row& row) { return row.name == ours; };
      const auto our_row = std::find_if(rows.begin(), rows.end(), is_ours);
      if (our_row == rows.end()) continue;
      std::printf("\n%-36s %8s %12s %18s\n", task.c_str(), "ratio", "ns a token", "allocations");
      for (const Row& row : rows) {
        const bool wins = is_peer(row.name) && row.nanoseconds < our_row->nanoseconds;
        std::printf("  %-34s %8.2f %12.1f %18.2f%s\n", row.name.c_str(), row.nanoseconds / our_row->nanoseconds,
                    row.nanoseconds, row.allocations, wins ? "  <== FASTER THAN THIS LIBRARY" : "");
        if (wins) faster += "  " + task + ": " + row.name + "\n";
      }
    }
    std::printf("\npeers faster than this library:%s%s", faster.empty() ? " none\n" : "\n", faster.c_str());
  }

 private:
  struct Row {
    std::string name;
    double nanoseconds;
    double allocations;
  };

  static bool is_peer(const std::string& name) {
    const auto& peers = peers::all();
    return std::any_of(peers.begin(), peers.end(), [&name](const peers::Peer& peer) {
      return peer.name == name && peer.reads != peers::Reads::one_order;
    });
  }

  std::map<std::string, std::vector<Row>> tasks_;
};

}  // namespace

int main(int argc, char** argv) {
  constexpr std::pair<texts::Layout, const char*> layouts[] = {
      {texts::Layout::compact, ""},          {texts::Layout::spaced, ", spaced"},
      {texts::Layout::pretty, ", pretty"},   {texts::Layout::sorted, ", sorted"},
      {texts::Layout::escapes, ", escapes"}, {texts::Layout::extended, ", unknown members"},
  };
  for (const auto& [layout, name] : layouts) add_reading_of_tokens(std::string("read one token") + name, layout);
  for (const auto& [layout, name] : layouts)
    add_reading_of_pages(std::string("read a page of 500") + name, layout, 500);
  add_reading_of_pages("read 100000 tokens", texts::Layout::compact, 100'000);
  add_writing_of_tokens("write one token");
  add_writing("write a page of 500", 500);
  add_streams("read 1000000 lines", 1'000'000);

  std::vector<char*> arguments(argv, argv + argc);
  char interleaved[] = "--benchmark_enable_random_interleaving=true";
  arguments.insert(arguments.begin() + 1, interleaved);
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  RatioTable table;
  benchmark::RunSpecifiedBenchmarks(&table);
  print_stream_memory(1'000'000);
  benchmark::Shutdown();
}
