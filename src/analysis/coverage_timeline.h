// What counted when? The pledges as they stood month by month, against the requirement of today.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "Timeline"
// Method    the sums of coverage.h on the last day of each month (on V itself for the last one), from the
// month of the first
//           dated statement on; a requirement is taken as it stands on V, so that one measure holds for all
//           months
// Limits    the last kMonthsMax months
// Cost      sums for each month, requirement and rule
#pragma once
#include <string>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

inline constexpr int kMonthsMax = 60;

struct TimelinePoint {
  int requirement = 0;  // index into Coverage::requirements
  int rule = 0;         // index into Coverage::rules
  std::string month;    // "2025-08"
  std::int64_t counted_min = 0, counted_max = 0;
  Because because;
};

// Requirement by requirement, rule by rule, months rising; requirements without an amount are left out.
Result<std::vector<TimelinePoint>> coverage_timeline(const Standing& standing, const Coverage& coverage);

}  // namespace surety
