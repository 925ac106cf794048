// The probability that an uncertain sum meets what is required, from the distributions of two halves of it.
#include "solve/uncertain_sum.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "solve/dense_sum.h"
#include "solve/part_sum.h"
#include "solve/sparse_sum.h"
#include "solve/sum_halves.h"
#include "solve/sum_structure.h"
#include "solve/sum_variants.h"

namespace surety {
namespace {

double clipped(double p) { return std::clamp(p, 0.0, 1.0); }

// One half of the sum: the steady parts, and a copy that each pattern goes on with.
template <class Sum>
class Half {
 public:
  explicit Half(Sum nothing) : steady_(std::move(nothing)) {}

  bool add_steady(const std::vector<const SumPart*>& parts, Budget& budget) {
    return steady_.add(parts, budget);
  }

  // Nothing on failure. The last pattern needs no copy.
  const Sum* with(const std::vector<const SumPart*>& parts, bool last, Budget& budget) {
    if (parts.empty()) return &steady_;
    if (last) return steady_.add(parts, budget) ? &steady_ : nullptr;
    copy_ = steady_;
    return copy_->add(parts, budget) ? &*copy_ : nullptr;
  }

 private:
  Sum steady_;
  std::optional<Sum> copy_;
};

// P(sum >= limit) for each pattern.
template <class Sum>
Result<std::vector<double>> met_with(const SumVariants& variants, const SumHalves& halves, Half<Sum> left,
                                     Half<Sum> right, std::int64_t limit, Budget& budget) {
  const auto failed = [&] { return budget.exhausted() ? interrupted() : too_many_values(); };
  if (!left.add_steady(halves.steady_left, budget) || !right.add_steady(halves.steady_right, budget))
    return failed();
  std::vector<double> met;
  for (std::size_t pattern = 0; pattern < variants.patterns.size(); ++pattern) {
    std::vector<const SumPart*> more_left, more_right;
    const std::vector<const SumPart*> parts = variants.parts_of(pattern);
    for (std::size_t c = 0; c < parts.size(); ++c) {
      (halves.varying_is_left[c] ? more_left : more_right).push_back(parts[c]);
    }
    const bool last = pattern + 1 == variants.patterns.size();
    const Sum* a = left.with(more_left, last, budget);
    const Sum* b = right.with(more_right, last, budget);
    if (a == nullptr || b == nullptr) return failed();
    met.push_back(clipped(1 - a->mass_below(*b, limit)));
  }
  return met;
}

Result<std::vector<double>> met_on(const SumStructure& structure, const Grid& grid, std::int64_t required,
                                   Budget& budget) {
  TRY(const SumVariants variants, variants_of(structure, grid, budget));
  required -= variants.certain;
  if (required <= 0) return std::vector<double>(structure.outcomes, 1.0);
  // Sums on the grid are at least `required` exactly when they reach the next multiple of the step.
  const std::int64_t limit = required / grid.step + (required % grid.step != 0 ? 1 : 0);
  const SumHalves halves = halves_of(variants, grid, limit);
  std::vector<double> of_pattern;
  const std::int64_t room_left = room_for(halves.largest_left, limit),
                     room_right = room_for(halves.largest_right, limit);
  const std::int64_t cells = std::max(room_left, room_right);
  if (cells <= kCellsMax && (grid.binned || !halves.list_is_shorter(variants, cells))) {
    TRY(of_pattern, met_with(variants, halves, Half(DenseSum(grid, room_left)),
                             Half(DenseSum(grid, room_right)), limit, budget));
  } else {
    TRY(of_pattern, met_with(variants, halves, Half(SparseSum()), Half(SparseSum()), required, budget));
  }
  std::vector<double> met;
  for (const std::size_t pattern : variants.pattern_of) met.push_back(of_pattern[pattern]);
  return met;
}

}  // namespace

Result<std::vector<double>> met_by_outcome(const UncertainSum& sum, std::int64_t required, Budget& budget) {
  TRY(const SumStructure structure, structure_of(sum));
  if (required <= 0) return std::vector<double>(structure.outcomes, 1.0);
  if (required > structure.largest) return std::vector<double>(structure.outcomes, 0.0);
  Result<std::vector<double>> exact = met_on(structure, exact_grid(structure), required, budget);
  if (exact || exact.error().code != ErrorCode::too_large || !needs_bins(structure)) return exact;
  return met_on(structure, binned_grid(structure), required, budget);
}

double mixed(const std::vector<double>& by_outcome, const std::vector<double>& factors) {
  SURETY_CHECK(by_outcome.size() == std::size_t{1} << factors.size());
  std::vector<double> left = by_outcome;
  for (std::size_t f = factors.size(); f-- > 0;) {
    const std::size_t half = std::size_t{1} << f;
    for (std::size_t k = 0; k < half; ++k) left[k] = (1 - factors[f]) * left[k] + factors[f] * left[k + half];
  }
  return clipped(left.front());
}

Extremes mixed_extremes(const std::vector<double>& by_outcome, const std::vector<double>& low,
                        const std::vector<double>& high) {
  SURETY_CHECK(low.size() == high.size() && by_outcome.size() == std::size_t{1} << low.size());
  // Fixing the last factor at either end doubles the tables and halves each, so that all corners cost 2^n *
  // n.
  std::vector<double> tables = by_outcome;
  for (std::size_t f = low.size(); f-- > 0;) {
    const std::size_t half = std::size_t{1} << f;
    std::vector<double> next;
    for (std::size_t table = 0; table < tables.size(); table += 2 * half) {
      for (const double p : {low[f], high[f]}) {
        for (std::size_t k = 0; k < half; ++k) {
          next.push_back((1 - p) * tables[table + k] + p * tables[table + half + k]);
        }
      }
    }
    tables = std::move(next);
  }
  const auto [smallest, largest] = std::ranges::minmax(tables);
  return {.smallest = clipped(smallest), .largest = clipped(largest)};
}

}  // namespace surety
