// One common cause behind all events: with U even on [0,1], event i happens when U < events[i].
#include <algorithm>
#include <vector>

#include "solve/part_sum.h"
#include "solve/uncertain_sum.h"

namespace surety {

// Between two neighbouring probabilities of events it is certain what happens; there, only spreads and
// factors are left, and these are independent.
Result<double> met_comonotone(const UncertainSum& sum, std::int64_t required, Budget& budget) {
  std::vector<double> ends = {0, 1};
  for (const UncertainAmount& amount : sum.amounts) {
    if (amount.event < 0 || static_cast<std::size_t>(amount.event) >= sum.events.size()) {
      return fail(ErrorCode::invalid_input, "an amount of a sum hangs on an event that does not exist");
    }
    const double p = sum.events[static_cast<std::size_t>(amount.event)];
    if (!(p >= 0 && p <= 1))
      return fail(ErrorCode::invalid_input, "the probability of an event lies between 0 and 1");
    ends.push_back(p);
  }
  std::ranges::sort(ends);
  const auto repeats = std::ranges::unique(ends);
  ends.erase(repeats.begin(), repeats.end());
  UncertainSum settled = sum;
  double met = 0;
  for (std::size_t k = 1; k < ends.size(); ++k) {
    for (std::size_t i = 0; i < sum.events.size(); ++i) settled.events[i] = sum.events[i] >= ends[k] ? 1 : 0;
    if (!budget.spend(static_cast<std::int64_t>(sum.amounts.size()))) return interrupted();
    TRY(const std::vector<double> by_outcome, met_by_outcome(settled, required, budget));
    met += (ends[k] - ends[k - 1]) * mixed(by_outcome, sum.factors);
  }
  return std::clamp(met, 0.0, 1.0);
}

}  // namespace surety
