// What would the members of a group that name no number have to bring, on average, to close the gap?
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "The others"
// Method    gap under the default rule / members of the group that offer without a number and whose numbers,
// if they have
//           any, do not count; rounded up to whole units, so that the members together close the gap
// Limits    groups that a pledge without a number names
// Cost      requirements x unquantified offers x members
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

struct RemainingShare {
  int requirement = 0;  // index into Coverage::requirements
  std::string group;
  std::vector<std::string> members;  // ids, the unnamed ones as "ten#1"
  std::int64_t average_min = 0, average_max = 0;
  Because because;
};

// For every requirement with an amount and a gap. REQUIRES coverage with the default rule.
std::vector<RemainingShare> coverage_remaining(const Standing& standing, const Coverage& coverage);

}  // namespace surety
