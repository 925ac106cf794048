// The charts of coverage: counting rules side by side, offers against the requirement, burden shares,
// distribution.
#pragma once
#include <vector>

#include "commands/coverage_findings.h"
#include "model/standing.h"
#include "report/chart.h"

namespace surety {

// "S58", or "S58:2" for the second requirement of one statement: what stands behind the colon of a chart's
// key.
std::string requirement_key(const Standing& standing, const Coverage& coverage, int requirement);

// "coverage:ID", a bar a counting rule, and "offers:ID", a bar an offer by the default rule: for every
// requirement that has an amount.
std::vector<Chart> coverage_charts(const Standing& standing, const Coverage& coverage, Language language);

// "distribution:ID", as far as the budget lasts and limits allow.
std::vector<Chart> distribution_charts(const Standing& standing, const Coverage& coverage, Budget& budget,
                                       Language language);

// "burden:ID".
std::vector<Chart> burden_charts(const Standing& standing, const CoverageFindings& found, Language language);

}  // namespace surety
