// See coverage_corners.h.
#include "analysis/coverage_corners.h"

#include "model/likelihood.h"

namespace surety {
namespace {

// A probability of the sum that may stand at either end of a range.
struct Turning {
  bool factor = false;
  std::size_t index = 0;
  ProbabilityRange range = ProbabilityRange::exactly(0, 1);
};

std::vector<Turning> turning_of(const Standing& standing, const RowSum& at) {
  std::vector<Turning> turning;
  for (std::size_t i = 0; i < at.factors.size(); ++i)
    turning.push_back({true, i, standing.c().factors[static_cast<std::size_t>(at.factors[i])].likelihood});
  for (const int event : at.mixed_events) {
    const auto index = static_cast<std::size_t>(event);
    turning.push_back(
        {false, index, likelihood_of(standing.c(), standing.statement(at.statement_of_event[index]))});
  }
  std::erase_if(turning, [](const Turning& one) { return one.range.low() == one.range.high(); });
  return turning;
}

}  // namespace

Result<std::vector<UncertainSum>> sums_at_corners(const Standing& standing, const RowSum& at) {
  const std::vector<Turning> turning = turning_of(standing, at);
  if (turning.size() > static_cast<std::size_t>(kCornerBits))
    return fail(ErrorCode::too_large, "more than " + std::to_string(kCornerBits) +
                                          " factors and totals with parts pull a sum both ways");
  std::vector<UncertainSum> corners;
  for (std::size_t corner = 0; corner < (std::size_t{1} << turning.size()); ++corner) {
    UncertainSum sum = at.sum;
    for (std::size_t i = 0; i < turning.size(); ++i) {
      const Turning& one = turning[i];
      (one.factor ? sum.factors : sum.events)[one.index] =
          (corner >> i & 1U) != 0 ? one.range.high() : one.range.low();
    }
    corners.push_back(std::move(sum));
  }
  return corners;
}

}  // namespace surety
