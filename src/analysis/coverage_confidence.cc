// See coverage_confidence.h.
#include "analysis/coverage_confidence.h"

#include <algorithm>

#include "analysis/coverage_corners.h"
#include "base/check.h"

namespace surety {
namespace {

constexpr std::array<double, 3> kLevels = {.50, .80, .95};
constexpr std::array<double, 3> kQuantiles = {.95, .50,
                                              .05};  // the sum is at least its 5 % quantile with 95 %

// Takes the smallest (low end) or largest (high end) value of all corners.
class Corners {
 public:
  explicit Corners(CoverageConfidence& answer) : answer_(answer) {}

  void take(const SumDistribution& distribution, LikelihoodEnd end, bool first) {
    const double mean = distribution.mean();
    if (end == LikelihoodEnd::low)
      answer_.expected.low = first ? mean : std::min(answer_.expected.low, mean);
    else
      answer_.expected.high = first ? mean : std::max(answer_.expected.high, mean);
    for (ReachedWith& level : answer_.levels)
      take_level(level, distribution.reached_with(level.level), end, first);
    for (ReachedWith& level : answer_.quantiles)
      take_level(level, distribution.reached_with(level.level), end, first);
    answer_.error_bound = std::max(answer_.error_bound, distribution.error_bound);
  }

 private:
  static void take_level(ReachedWith& level, std::int64_t reached, LikelihoodEnd end, bool first) {
    if (end == LikelihoodEnd::low)
      level.reached_low = first ? reached : std::min(level.reached_low, reached);
    else
      level.reached_high = first ? reached : std::max(level.reached_high, reached);
  }

  CoverageConfidence& answer_;
};

}  // namespace

Result<CoverageConfidence> coverage_confidence(const Standing& standing, const Coverage& coverage,
                                               const CoverageRow& row, Budget& budget) {
  const Requirement& requirement = coverage.requirements[static_cast<std::size_t>(row.requirement)];
  SURETY_CHECK(requirement.required.has_value());
  CoverageConfidence answer;
  for (std::size_t i = 0; i < kLevels.size(); ++i) answer.levels[i].level = kLevels[i];
  for (std::size_t i = 0; i < kQuantiles.size(); ++i) answer.quantiles[i].level = kQuantiles[i];
  Corners corners(answer);
  for (const LikelihoodEnd end : {LikelihoodEnd::low, LikelihoodEnd::high}) {
    TRY(const std::vector<UncertainSum> sums,
        sums_at_corners(standing, row_sum(standing, coverage, row, end)));
    for (std::size_t i = 0; i < sums.size(); ++i) {
      TRY(const SumDistribution distribution, sum_distribution(sums[i], budget));
      corners.take(distribution, end, i == 0);
    }
  }
  for (auto* list : {&answer.levels, &answer.quantiles})
    for (ReachedWith& level : *list) {
      level.additional_low = std::max<std::int64_t>(0, *requirement.required - level.reached_high);
      level.additional_high = std::max<std::int64_t>(0, *requirement.required - level.reached_low);
    }
  return answer;
}

}  // namespace surety
