// See coverage_distribution.h.
#include "analysis/coverage_distribution.h"

#include <algorithm>

#include "analysis/coverage_corners.h"

namespace surety {
namespace {

// P(sum >= x) for each of the rising amounts: one pass over the masses, from the largest value down.
std::vector<double> at_least(const SumDistribution& distribution, const std::vector<std::int64_t>& amounts) {
  std::vector<double> p(amounts.size());
  double above = 0;
  std::size_t k = distribution.mass.size();
  for (std::size_t i = amounts.size(); i-- > 0;) {
    while (k > 0 && distribution.value(k - 1) >= amounts[i]) above += distribution.mass[--k];
    p[i] = std::clamp(above, 0.0, 1.0);
  }
  return p;
}

// The values that have mass, if they are few; else evenly spaced ones over the whole stretch.
std::vector<std::int64_t> amounts_of(const std::vector<SumDistribution>& distributions) {
  std::vector<std::int64_t> values;
  std::int64_t largest = 0;
  for (const SumDistribution& distribution : distributions) {
    if (distribution.mass.empty()) continue;
    largest = std::max(largest, distribution.value(distribution.mass.size() - 1));
    for (std::size_t k = 0; k < distribution.mass.size() && values.size() <= 4 * kCurvePointsMax; ++k)
      if (distribution.mass[k] > 0) values.push_back(distribution.value(k));
  }
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
  if (values.size() <= kCurvePointsMax && (values.empty() || values.back() == largest)) return values;
  values.clear();
  const auto steps = static_cast<std::int64_t>(kCurvePointsMax) - 1;
  for (std::int64_t i = 0; i <= steps; ++i)
    values.push_back(largest / steps * i + largest % steps * i / steps);
  values.erase(std::ranges::unique(values).begin(), values.end());
  return values;
}

}  // namespace

Result<std::vector<AtLeast>> coverage_distribution(const Standing& standing, const Coverage& coverage,
                                                   const CoverageRow& row, Budget& budget) {
  std::vector<SumDistribution> all;
  std::size_t low_count = 0;
  for (const LikelihoodEnd end : {LikelihoodEnd::low, LikelihoodEnd::high}) {
    TRY(const std::vector<UncertainSum> sums,
        sums_at_corners(standing, row_sum(standing, coverage, row, end)));
    for (const UncertainSum& sum : sums) {
      TRY(SumDistribution distribution, sum_distribution(sum, budget));
      all.push_back(std::move(distribution));
    }
    if (end == LikelihoodEnd::low) low_count = all.size();
  }
  const std::vector<std::int64_t> amounts = amounts_of(all);
  std::vector<AtLeast> curve;
  for (const std::int64_t amount : amounts) curve.push_back({amount, 1, 0});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<double> p = at_least(all[i], amounts);
    for (std::size_t k = 0; k < curve.size(); ++k) {
      if (i < low_count)
        curve[k].low = std::min(curve[k].low, p[k]);
      else
        curve[k].high = std::max(curve[k].high, p[k]);
    }
  }
  return curve;
}

}  // namespace surety
