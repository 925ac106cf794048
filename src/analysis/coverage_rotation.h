// How large must the pool be that a force is relieved from, and what would the offers keep in place if they
// were the pool?
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "Rotation"
// Method    pool = required x ratio, rounded up; ratio = (tour + interval) / tour where months are given
// Assumes   every contributor rotates alike and nobody drops out
// Limits    requirements of money are left out, and pools beyond 10^18
// Cost      requirements x rotations
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

struct RotationPool {
  int requirement = 0;  // index into Coverage::requirements
  int rotation = 0;     // index into Case::rotations
  double ratio = 1;     // in the pool for one in place
  std::int64_t pool = 0;
  double pool_share_min = 0, pool_share_max = 0;    // counted by the default rule / pool
  std::int64_t in_place_min = 0, in_place_max = 0;  // counted / ratio, rounded down
  Because because;
};

// For every requirement with an amount above 0 that is no money. REQUIRES coverage with the default rule.
std::vector<RotationPool> coverage_rotation(const Standing& standing, const Coverage& coverage);

// In the pool for one in place.
double rotation_ratio(const Rotation& rotation);

}  // namespace surety
