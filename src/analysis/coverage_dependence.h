// What if the pledges do not hold independently? P(met) under one common cause, and the least it can be at
// all.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "Other dependence"
// Method    comonotone: one common cause, the firmer pledge holds whenever the weaker one does
// (solve/uncertain_sum.h);
//           worst case: a lower bound over every joint law with the same likelihoods (Fréchet)
// Assumes   factors stay independent of the pledges and of each other
// Limits    those of coverage_corners.h; nothing where a pledge may both raise and lower the sum, for then
// the ends of
//           its likelihood are not the ends of the answer
// Cost      a distribution for each likelihood and corner
#pragma once
#include <optional>

#include "analysis/coverage.h"

namespace surety {

struct CoverageDependence {
  Ends comonotone;
  double worst_low = 0;
};

// REQUIRES a row whose requirement has an amount.
Result<std::optional<CoverageDependence>> coverage_dependence(const Standing& standing,
                                                              const Coverage& coverage,
                                                              const CoverageRow& row, Budget& budget);

}  // namespace surety
