// See coverage_rotation.h.
#include "analysis/coverage_rotation.h"

#include <cmath>

namespace surety {
namespace {

constexpr long double kRounding = 1e-9L;  // 50,000 x 4.2 is a whole number although 4.2 is none of a double

}  // namespace

double rotation_ratio(const Rotation& rotation) {
  if (rotation.ratio) return *rotation.ratio;
  if (!rotation.tour_months || !rotation.interval_months) return 1;
  return (*rotation.tour_months + *rotation.interval_months) / *rotation.tour_months;
}

std::vector<RotationPool> coverage_rotation(const Standing& standing, const Coverage& coverage) {
  std::vector<RotationPool> all;
  for (std::size_t r = 0; r < coverage.requirements.size(); ++r) {
    const Requirement& requirement = coverage.requirements[r];
    if (requirement.required.value_or(0) <= 0 || requirement.money) continue;
    const Counted& counted = coverage.headline(static_cast<int>(r)).counted;
    for (std::size_t i = 0; i < standing.c().rotations.size(); ++i) {
      const double ratio = rotation_ratio(standing.c().rotations[i]);
      const long double pool = std::ceil(
          static_cast<long double>(*requirement.required) * static_cast<long double>(ratio) - kRounding);
      if (!(ratio > 0) || !(pool >= 1) || pool > static_cast<long double>(kAmountSumMax)) continue;
      RotationPool one{
          static_cast<int>(r), static_cast<int>(i), ratio, static_cast<std::int64_t>(pool), 0, 0, 0, 0,
          counted.because};
      const auto in_place = [&](std::int64_t amount) {
        const long double whole =
            std::floor(static_cast<long double>(amount) / static_cast<long double>(ratio) + kRounding);
        return static_cast<std::int64_t>(std::min(whole, static_cast<long double>(kAmountSumMax)));
      };
      one.pool_share_min = static_cast<double>(counted.counted_min) / static_cast<double>(one.pool);
      one.pool_share_max = static_cast<double>(counted.counted_max) / static_cast<double>(one.pool);
      one.in_place_min = in_place(counted.counted_min);
      one.in_place_max = in_place(counted.counted_max);
      all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace surety
