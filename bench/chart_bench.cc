// What a picture costs against how much is in it.
#include <benchmark/benchmark.h>

#include <string>

#include "report/chart_svg.h"

namespace surety {
namespace {

void bars(benchmark::State& state) {
  RangeBars bars{50'000, "needed: 50,000 [S58]", {}};
  for (std::int64_t i = 0; i < state.range(0); ++i)
    bars.bars.push_back({"quantified offers without trainers " + std::to_string(i),
                         {1000.0 + static_cast<double>(i), 2000.0 + static_cast<double>(i)},
                         true,
                         "1,000–2,000",
                         ChartState::no,
                         "too little"});
  const Chart chart{"coverage:S58",
                    "ground troops – Ukraine",
                    "soldiers",
                    "as of 21 Aug 2025",
                    "counted: all",
                    "Source: a page",
                    "Bars.",
                    Language::en,
                    bars};
  for (auto _ : state) benchmark::DoNotOptimize(chart_svg(chart));
}
BENCHMARK(bars)->Arg(1)->Arg(3)->Arg(60);

void graph(benchmark::State& state) {
  ConflictGraph graph;
  const auto nodes = static_cast<int>(state.range(0));
  for (int i = 0; i < nodes; ++i)
    graph.nodes.push_back({"S" + std::to_string(i), "Something was said", i % 5 == 0});
  for (int i = 1; i < std::min(nodes, 24); ++i) graph.conflicts.push_back({i / 5, {0, i}});
  for (int i = 1; i <= 8; ++i) graph.ways.push_back({std::to_string(i), {0, 1}, {2}, i < 4});
  const Chart chart{"conflicts", "What contradicts what", "",      "as of 21 Aug 2025",
                    "",          "Source: a page",        "Rows.", Language::en,
                    graph};
  for (auto _ : state) benchmark::DoNotOptimize(chart_svg(chart));
}
BENCHMARK(graph)->Arg(16)->Arg(60);

}  // namespace
}  // namespace surety
