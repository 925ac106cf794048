// How sure is it? What is reached with which probability, what more would make it sure, and what is to be
// expected.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "How sure"
// Method    the exact distribution of the sum (solve/uncertain_sum.h) at the low and the high end of the
// likelihoods Assumes   what coverage.h assumes: independence given the requirement Limits    those of
// coverage_corners.h and of solve/uncertain_sum.h; beyond them an Error too_large or interrupted Cost      a
// distribution a corner, twice
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

// What is reached: the largest x with P(sum >= x) >= level. Amounts are in whole units, or hundredths of the
// requirement's currency; `low` and `high` belong to the ends of the likelihoods.
struct ReachedWith {
  double level = 0;
  std::int64_t reached_low = 0, reached_high = 0;
  // The smallest pledge that is certain to come and lifts P(met) to the level: max(0, required - reached).
  std::int64_t additional_low = 0, additional_high = 0;
};

struct CoverageConfidence {
  std::array<ReachedWith, 3> levels;  // with 50, 80, 95 %
  Ends expected;                      // the mean
  // Quantiles of 5, 50 and 95 %: x such that the sum is at least x with 95, 50 and 5 %.
  std::array<ReachedWith, 3> quantiles;
  double error_bound = 0;  // of each probability, where the amounts were too many for exact cells; else 0
};

// REQUIRES a row whose requirement has an amount.
Result<CoverageConfidence> coverage_confidence(const Standing& standing, const Coverage& coverage,
                                               const CoverageRow& row, Budget& budget);

}  // namespace surety
