// The corners of one end of the likelihoods: where a quantity that is multilinear in them has its extremes.
//
// Method    a pledge that only raises (or only lowers) the sum stands at its end already; factors, and
// pledges that pull
//           both ways, are tried at both of theirs
// Limits    kCornerBits of them, else Error too_large
// Cost      a copy of the sum a corner
#pragma once
#include <vector>

#include "analysis/coverage.h"

namespace surety {

inline constexpr int kCornerBits = 8;

Result<std::vector<UncertainSum>> sums_at_corners(const Standing& standing, const RowSum& at);

}  // namespace surety
