// What-if on the shipped case inside the process: a changed amount, then coverage by every rule; beside it
// the same without the change (the bound: a re-evaluation can hardly cost less than an evaluation).
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "analysis/coverage.h"
#include "exchange/case_file.h"
#include "model/what_if.h"

namespace {

std::shared_ptr<const surety::Case> shipped_case() {
  auto read = surety::read_case(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  if (!read) std::abort();
  return std::make_shared<const surety::Case>(*std::move(read));
}

void evaluate(benchmark::State& state, const surety::WhatIf& what_if) {
  const auto c = shipped_case();
  for (auto _ : state) {
    const auto standing = surety::standing_under(c, {*c->reference_date, *c->reference_date}, what_if);
    surety::Budget budget = surety::Budget::unlimited();
    benchmark::DoNotOptimize(surety::coverage(*standing, &budget));
  }
}

void coverage_as_it_is(benchmark::State& state) { evaluate(state, {}); }
void coverage_with_an_amount_changed(benchmark::State& state) {
  surety::WhatIf what_if;
  what_if.set = {"S51.amount=20000"};
  evaluate(state, what_if);
}

}  // namespace

BENCHMARK(coverage_as_it_is)->Unit(benchmark::kMicrosecond);
BENCHMARK(coverage_with_an_amount_changed)->Unit(benchmark::kMicrosecond);
