// Who would carry how much if the burden were shared by a key (population, military personnel ...), against
// what is offered.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "Burden"
// Method    shares of the key among the actors that the requirement speaks of, scaled to 1; whole units by
// the largest
//           remainder (Hamilton), so that the parts add up to what is required
// Limits    none; a key without an actor of the requirement gives no rows
// Cost      requirements x keys x actors x counted lines
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

struct BurdenShare {
  int requirement = 0;  // index into Coverage::requirements
  int key = 0;          // index into Case::burden_keys
  std::string actor;
  double share = 0;         // of the requirement, 0..1
  std::int64_t amount = 0;  // of the requirement, in its unit
  bool offered = false;     // whether a number of its own counts under the default rule
  std::int64_t offered_min = 0, offered_max = 0;
  Because because;
};

// For every requirement with an amount above 0. REQUIRES coverage of this standing with its default rule.
std::vector<BurdenShare> coverage_burden(const Standing& standing, const Coverage& coverage);

}  // namespace surety
