// How long the chance that pledges meet what is required takes, against two bounds measured in the same run.
//
// Targets   met_points/200 < 50 ms, met_third_ranges/200 < 200 ms: 200 pledges that add up to about 10^6
// units, 20 of
//           them under one factor, both outcomes of it; what_if/10 far below 1 ms
// Counters  naive_ratio   how many times faster than the plain convolution of the same pledges, row after row
//           stream_ratio  time used, as a share of what the machine needs merely to read and write the rows
//           of the
//                         plain convolution from memory; below 1: less is touched, and it stays in the cache
//           target_share  time used, as a share of the target; below 1: the target is met
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <vector>

#include "base/random.h"
#include "solve/uncertain_sum.h"

namespace {

using namespace surety;

enum class Kind { points, third_ranges };

UncertainSum pledges(int n, Kind kind, bool with_factor) {
  Random random(1);
  UncertainSum sum;
  if (with_factor) sum.factors = {0.4};
  const std::int64_t mean = 1'000'000 / n;
  for (int i = 0; i < n; ++i) {
    sum.events.push_back(0.3 + 0.6 * random.unit());
    const std::int64_t amount = random.between(mean / 2, mean + mean / 2);
    UncertainAmount pledge{.event = i, .spread = {.low = amount, .high = amount}, .when = {}, .parts = {}};
    if (kind == Kind::third_ranges && i % 3 == 0)
      pledge.spread = {.low = amount - amount / 4, .high = amount + amount / 4};
    if (with_factor && i % 10 == 0) pledge.when = {false, true};
    sum.amounts.push_back(pledge);
  }
  return sum;
}

std::int64_t most(const UncertainSum& sum) {
  std::int64_t total = 0;
  for (const UncertainAmount& amount : sum.amounts) total += amount.spread.high;
  return total;
}

// One row after the other, every cell of every row, as it is written on paper; ranges by their values.
double naive(const UncertainSum& sum, std::int64_t required, std::size_t outcome) {
  std::vector<double> row(static_cast<std::size_t>(most(sum)) + 1), next(row.size());
  row[0] = 1;
  for (const UncertainAmount& amount : sum.amounts) {
    if (!amount.when.empty() && !amount.when[outcome]) continue;
    const double p = sum.events[static_cast<std::size_t>(amount.event)];
    const auto low = static_cast<std::size_t>(amount.spread.low),
               high = static_cast<std::size_t>(amount.spread.high);
    const double each = p / static_cast<double>(high - low + 1);
    double window = 0;
    for (std::size_t x = 0; x < row.size(); ++x) {
      if (x >= low) window += row[x - low];
      if (x > high) window -= row[x - high - 1];
      next[x] = (1 - p) * row[x] + each * window;
    }
    row.swap(next);
  }
  double met = 0;
  for (auto x = static_cast<std::size_t>(required); x < row.size(); ++x) met += row[x];
  return met;
}

// Time of the processor, so that what else runs on the machine counts little.
double seconds(auto&& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double naive_seconds(const UncertainSum& sum, std::int64_t required) {
  return seconds([&] {
    for (std::size_t outcome = 0; outcome < std::size_t{1} << sum.factors.size(); ++outcome) {
      benchmark::DoNotOptimize(naive(sum, required, outcome));
    }
  });
}

// For one read and one write of each of `cells` cells, from memory that does not fit into a cache.
double stream_seconds(double cells) {
  std::vector<double> from(1 << 24, 1.0), to(from.size());
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    best = std::min(best, seconds([&] {
                      for (std::size_t i = 0; i < from.size(); ++i) to[i] = from[i] * 0.5;
                      benchmark::DoNotOptimize(to.data());
                      benchmark::ClobberMemory();
                    }));
  }
  return best * cells / static_cast<double>(from.size());
}

void measure(benchmark::State& state, Kind kind, double target_seconds) {
  const UncertainSum sum = pledges(static_cast<int>(state.range(0)), kind, true);
  const std::int64_t required = most(sum) * 6 / 10;
  const double spent = seconds([&] {
    for (auto _ : state) {
      Budget budget;
      benchmark::DoNotOptimize(met_by_outcome(sum, required, budget));
    }
  });
  const double each = spent / static_cast<double>(state.iterations());
  const double cells = static_cast<double>(most(sum)) * static_cast<double>(sum.amounts.size()) * 2;
  state.counters["naive_ratio"] = naive_seconds(sum, required) / each;
  state.counters["stream_ratio"] = each / stream_seconds(cells);
  state.counters["target_share"] = each / target_seconds;
}

void met_points(benchmark::State& state) { measure(state, Kind::points, 0.050); }
void met_third_ranges(benchmark::State& state) { measure(state, Kind::third_ranges, 0.200); }
BENCHMARK(met_points)->Arg(200)->Unit(benchmark::kMillisecond);
BENCHMARK(met_third_ranges)->Arg(200)->Unit(benchmark::kMillisecond);

// A small case asked again after a change.
void what_if(benchmark::State& state) { measure(state, Kind::points, 0.001); }
BENCHMARK(what_if)->Arg(10)->Unit(benchmark::kMicrosecond);

void whole_distribution(benchmark::State& state) {
  const UncertainSum sum = pledges(static_cast<int>(state.range(0)), Kind::third_ranges, true);
  for (auto _ : state) {
    Budget budget;
    benchmark::DoNotOptimize(sum_distribution(sum, budget));
  }
}
BENCHMARK(whole_distribution)->Arg(200)->Unit(benchmark::kMillisecond);

void common_cause(benchmark::State& state) {
  const UncertainSum sum = pledges(static_cast<int>(state.range(0)), Kind::third_ranges, true);
  for (auto _ : state) {
    Budget budget;
    benchmark::DoNotOptimize(met_comonotone(sum, most(sum) * 6 / 10, budget));
  }
}
BENCHMARK(common_cause)->Arg(200)->Unit(benchmark::kMillisecond);

void worst_case(benchmark::State& state) {
  const UncertainSum sum = pledges(static_cast<int>(state.range(0)), Kind::third_ranges, true);
  for (auto _ : state) {
    Budget budget;
    benchmark::DoNotOptimize(met_worst_case(sum, most(sum) * 4 / 10, budget));
  }
}
BENCHMARK(worst_case)->Arg(200)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
