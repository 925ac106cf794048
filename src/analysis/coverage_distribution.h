// With which probability is at least so much there? The distribution of what counts, as a curve.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "How sure"
// Method    the exact distribution of the sum (solve/uncertain_sum.h) at both ends of the likelihoods, read
// off at
//           its values or, where they are many, at evenly spaced amounts
// Assumes   what coverage.h assumes: independence given the requirement
// Limits    those of coverage_corners.h and of solve/uncertain_sum.h; kCurvePointsMax points
// Cost      a distribution a corner, and its cells once
#pragma once
#include <cstdint>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

inline constexpr std::size_t kCurvePointsMax = 160;

struct AtLeast {
  std::int64_t amount = 0;   // whole units, or hundredths of the requirement's currency
  double low = 0, high = 0;  // P(sum >= amount)
};

// Rising amounts; the last one is the largest that may be there. REQUIRES a row whose requirement has an
// amount.
Result<std::vector<AtLeast>> coverage_distribution(const Standing& standing, const Coverage& coverage,
                                                   const CoverageRow& row, Budget& budget);

}  // namespace surety
