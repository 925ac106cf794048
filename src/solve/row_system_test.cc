// Tests of the three ways to fit amounts into rows, against trying all amounts and against each other.
#include "solve/row_system.h"

#include <doctest/doctest.h>
#include <algorithm>

#include "base/random.h"
#include "solve/any_rows.h"
#include "solve/crossing_rows.h"
#include "solve/nested_rows.h"

namespace surety {

namespace {

constexpr std::int64_t kLargest = 4;

bool within(Wide value, RowSystem::Interval bounds) { return bounds.low <= value && value <= bounds.high; }

bool is_solution(const RowSystem& system, const std::vector<Wide>& amounts) {
  std::vector<Wide> sums(system.rows.size(), 0);
  for (std::size_t c = 0; c < amounts.size(); ++c) {
    if (!within(amounts[c], system.columns[c])) return false;
    for (const int r : system.rows_of[c]) sums[static_cast<std::size_t>(r)] += amounts[c];
  }
  for (std::size_t r = 0; r < sums.size(); ++r) {
    if (!within(sums[r], system.rows[r])) return false;
  }
  return true;
}

// NOLINTNEXTLINE(misc-no-recursion): a level for each of a few columns.
bool fits_by_trying(const RowSystem& system, std::vector<Wide>& amounts) {
  if (amounts.size() == system.columns.size()) return is_solution(system, amounts);
  const RowSystem::Interval bounds = system.columns[amounts.size()];
  for (Wide x = bounds.low; x <= bounds.high; ++x) {
    amounts.push_back(x);
    const bool fits = fits_by_trying(system, amounts);
    amounts.pop_back();
    if (fits) return true;
  }
  return false;
}

// The system with only the bounds that a refutation names, weakened in turn by what it can spare.
RowSystem named_bounds(const RowSystem& system, const Refutation& why) {
  RowSystem named = system;
  for (auto& column : named.columns) column = {0, kLargest};
  for (auto& row : named.rows) row = {0, Wide{kLargest} * static_cast<std::int64_t>(system.columns.size())};
  Wide slack = why.lacking - 1;
  for (const BoundUse& use : why.uses) {
    const auto index = static_cast<std::size_t>(use.index);
    const RowSystem::Interval& from = use.of_row ? system.rows[index] : system.columns[index];
    RowSystem::Interval& to = use.of_row ? named.rows[index] : named.columns[index];
    const Wide spared = slack / use.times;
    slack -= spared * use.times;
    if (use.lower)
      to.low = std::max(to.low, from.low - spared);
    else
      to.high = std::min(to.high, from.high + spared);
  }
  return named;
}

void check_answer(const RowSystem& system, Fit fit, const std::vector<Wide>& amounts, const Refutation& why) {
  std::vector<Wide> start;
  REQUIRE((fit == Fit::fits) == fits_by_trying(system, start));
  if (fit == Fit::fits) {
    REQUIRE(is_solution(system, amounts));
  } else {
    REQUIRE(why.lacking >= 1);
    REQUIRE_FALSE(fits_by_trying(named_bounds(system, why), start));
  }
}

RowSystem::Interval random_interval(Random& random, std::int64_t high) {
  const std::int64_t a = random.between(0, high), b = random.between(0, high);
  return {std::min(a, b), std::max(a, b)};
}

}  // namespace

TEST_CASE("rows that overlap in any way, against trying all amounts") {
  constexpr std::uint64_t kSeed = 99;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  Budget budget = Budget::unlimited();
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    RowSystem system;
    const int columns = static_cast<int>(random.between(1, 5)), rows = static_cast<int>(random.between(1, 6));
    const bool tight = random.chance(0.5);
    for (int c = 0; c < columns; ++c) {
      system.columns.push_back(tight ? RowSystem::Interval{0, kLargest} : random_interval(random, kLargest));
      system.rows_of.emplace_back();
      for (int r = 0; r < rows; ++r) {
        if (random.chance(0.5)) system.rows_of.back().push_back(r);
      }
    }
    for (int r = 0; r < rows; ++r) {
      system.rows.push_back(random_interval(random, 8));
      if (tight) system.rows.back().high = system.rows.back().low;
    }
    std::vector<Wide> amounts;
    Refutation why;
    const Fit fit = fit_any_rows(system, amounts, why, budget);
    check_answer(system, fit, amounts, why);
  }
}

TEST_CASE("nested and crossing rows, against trying all amounts and against the simplex") {
  constexpr std::uint64_t kSeed = 100;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  Budget budget = Budget::unlimited();
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    // Columns stand in a table; rows 0 1 are its lines, 2 both lines, 3 4 its halves by columns.
    const int columns = static_cast<int>(random.between(1, 6));
    RowSystem system;
    RowSystem::Forest lines{{2, 2, -1, -1, -1}, {}, {0, 1, 2}}, halves{{-1, -1, -1, -1, -1}, {}, {3, 4}};
    for (int c = 0; c < columns; ++c) {
      system.columns.push_back(random_interval(random, kLargest));
      const int line = static_cast<int>(random.below(2)), half = static_cast<int>(random.below(3));
      system.rows_of.push_back({line, 2});
      if (half < 2) system.rows_of.back().push_back(3 + half);
      lines.leaf.push_back(line);
      halves.leaf.push_back(half < 2 ? 3 + half : -1);
    }
    for (int r = 0; r < 5; ++r) system.rows.push_back(random_interval(random, r == 2 ? 12 : 7));
    std::vector<Wide> amounts, any_amounts;
    Refutation why, any_why;
    const Fit fit = fit_crossing_rows(system, lines, halves, amounts, why);
    check_answer(system, fit, amounts, why);
    REQUIRE(fit_any_rows(system, any_amounts, any_why, budget) == fit);
    RowSystem nested = system;
    nested.rows.resize(3);
    for (auto& rows : nested.rows_of) rows.resize(2);
    Refutation nested_why;
    const Fit nested_fit = fit_nested_rows(nested, lines, amounts, nested_why);
    check_answer(nested, nested_fit, amounts, nested_why);
  }
}

}  // namespace surety
