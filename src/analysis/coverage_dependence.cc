// See coverage_dependence.h.
#include "analysis/coverage_dependence.h"

#include <algorithm>

#include "analysis/coverage_corners.h"
#include "base/check.h"

namespace surety {

Result<std::optional<CoverageDependence>> coverage_dependence(const Standing& standing,
                                                              const Coverage& coverage,
                                                              const CoverageRow& row, Budget& budget) {
  const Requirement& requirement = coverage.requirements[static_cast<std::size_t>(row.requirement)];
  SURETY_CHECK(requirement.required.has_value());
  const std::int64_t required = *requirement.required;
  const RowSum low = row_sum(standing, coverage, row, LikelihoodEnd::low);
  const RowSum high = row_sum(standing, coverage, row, LikelihoodEnd::high);
  if (!low.mixed_events.empty() || !high.mixed_events.empty()) return std::nullopt;
  CoverageDependence answer{{1, 0}, 1};
  TRY(const std::vector<UncertainSum> low_sums, sums_at_corners(standing, low));
  for (const UncertainSum& sum : low_sums) {
    TRY(const double together, met_comonotone(sum, required, budget));
    TRY(const double worst, met_worst_case(sum, required, budget));
    answer.comonotone.low = std::min(answer.comonotone.low, together);
    answer.worst_low = std::min(answer.worst_low, worst);
  }
  TRY(const std::vector<UncertainSum> high_sums, sums_at_corners(standing, high));
  for (const UncertainSum& sum : high_sums) {
    TRY(const double together, met_comonotone(sum, required, budget));
    answer.comonotone.high = std::max(answer.comonotone.high, together);
  }
  return answer;
}

}  // namespace surety
