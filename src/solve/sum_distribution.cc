// The whole distribution of an uncertain sum, mixed over the outcomes of the factors.
#include <algorithm>

#include "solve/dense_sum.h"
#include "solve/part_sum.h"
#include "solve/sparse_sum.h"
#include "solve/sum_halves.h"
#include "solve/sum_structure.h"
#include "solve/sum_variants.h"
#include "solve/uncertain_sum.h"

namespace surety {
namespace {

std::vector<double> weights_of(const SumVariants& variants, const std::vector<double>& factors) {
  std::vector<double> weights(variants.patterns.size());
  for (std::size_t outcome = 0; outcome < variants.pattern_of.size(); ++outcome) {
    double weight = 1;
    for (std::size_t f = 0; f < factors.size(); ++f)
      weight *= (outcome >> f & 1) != 0 ? factors[f] : 1 - factors[f];
    weights[variants.pattern_of[outcome]] += weight;
  }
  return weights;
}

// Hands the sum for each pattern that may be to `take`, with the pattern's weight.
template <class Sum>
Result<bool> for_each_pattern(const SumVariants& variants, const std::vector<double>& weights, Sum sum,
                              Budget& budget, auto&& take) {
  const auto failed = [&] { return budget.exhausted() ? interrupted() : too_many_values(); };
  if (!sum.add(pointers_to(variants.steady), budget)) return failed();
  for (std::size_t pattern = 0; pattern < weights.size(); ++pattern) {
    if (weights[pattern] <= 0) continue;
    const std::vector<const SumPart*> more = variants.parts_of(pattern);
    if (more.empty()) {
      take(sum, weights[pattern]);
      continue;
    }
    Sum full = sum;
    if (!full.add(more, budget)) return failed();
    take(full, weights[pattern]);
  }
  return true;
}

SumDistribution in_cells(Cells mass, std::int64_t step) {
  // Rounding may leave less than nothing where there is nothing.
  for (double& each : mass) each = std::max(each, 0.0);
  const auto is_some = [](double each) { return each > 0; };
  mass.erase(std::ranges::find_if(mass.rbegin(), mass.rend(), is_some).base(), mass.end());
  const auto first = std::ranges::find_if(mass, is_some);
  SumDistribution answer{.first = (first - mass.begin()) * step, .step = step};
  answer.mass.assign(first, mass.end());
  return answer;
}

// Values that are too few for a grid stand by themselves.
SumDistribution in_a_list(const Atoms& atoms, std::int64_t step) {
  const std::int64_t first = atoms.front().value;
  const std::int64_t cells = (atoms.back().value - first) / step + 1;
  SumDistribution answer{.first = first, .step = step};
  if (cells <= kCellsMax) {
    answer.mass.resize(static_cast<std::size_t>(cells));
    for (const Atom& atom : atoms)
      answer.mass[static_cast<std::size_t>((atom.value - first) / step)] = atom.mass;
    return answer;
  }
  for (const Atom& atom : atoms) {
    answer.values.push_back(atom.value);
    answer.mass.push_back(atom.mass);
  }
  return answer;
}

Result<SumDistribution> mixture_on(const SumVariants& variants, const std::vector<double>& weights,
                                   const Grid& grid, Budget& budget) {
  std::vector<const SumPart*> parts = pointers_to(variants.steady);
  for (const std::vector<SumPart>& each : variants.varying) {
    parts.push_back(&*std::ranges::max_element(each, {}, &SumPart::largest));
  }
  // Another variant of a part may have more ranges, each of which may add a cell when rounded.
  const std::int64_t cells = cells_of(parts, grid) + (grid.binned ? variants.slack(grid) / grid.step : 0);
  if (cells <= kCellsMax && (grid.binned || !list_is_shorter(parts, cells))) {
    Cells mass(static_cast<std::size_t>(cells));
    const auto take = [&](const DenseSum& sum, double weight) { sum.add_to(mass, weight); };
    TRY([[maybe_unused]] const bool done,
        for_each_pattern(variants, weights, DenseSum(grid, cells), budget, take));
    return in_cells(std::move(mass), grid.step);
  }
  Atoms mixture;
  const auto take = [&](const SparseSum& sum, double weight) {
    mixture = blend(1, mixture, weight, sum.atoms());
  };
  TRY([[maybe_unused]] const bool done, for_each_pattern(variants, weights, SparseSum(), budget, take));
  return in_a_list(mixture, grid.step);
}

// In each world the exact sum and the one on the grid are at most `slack` apart. So for every x
//   P(grid >= x + slack) <= P(exact >= x) <= P(grid >= x - slack),
// and P(exact >= x) differs from P(grid >= x) by no more than the grid's mass on x .. x + slack - 1 or on
// x - slack .. x - 1: at most that of some ceil(slack / step) neighbouring cells. Rounding of numbers comes
// on top.
double bound_of(const SumDistribution& binned, std::int64_t slack) {
  constexpr double kRounding = 1e-12;
  const auto span = static_cast<std::size_t>((slack + binned.step - 1) / binned.step);
  double window = 0, most = 0;
  for (std::size_t k = 0; k < binned.mass.size(); ++k) {
    window += binned.mass[k];
    if (k >= span) window -= binned.mass[k - span];
    most = std::max(most, window);
  }
  return std::min(most + kRounding, 1.0);
}

Result<SumDistribution> distribution_on(const SumStructure& structure, const UncertainSum& sum,
                                        const Grid& grid, Budget& budget) {
  TRY(const SumVariants variants, variants_of(structure, grid, budget));
  TRY(SumDistribution answer, mixture_on(variants, weights_of(variants, sum.factors), grid, budget));
  answer.first += variants.certain;
  for (std::int64_t& value : answer.values) value += variants.certain;
  if (grid.binned) answer.error_bound = bound_of(answer, variants.slack(grid));
  return answer;
}

}  // namespace

Result<SumDistribution> sum_distribution(const UncertainSum& sum, Budget& budget) {
  TRY(const SumStructure structure, structure_of(sum));
  Result<SumDistribution> exact = distribution_on(structure, sum, exact_grid(structure), budget);
  if (exact || exact.error().code != ErrorCode::too_large || !needs_bins(structure)) return exact;
  return distribution_on(structure, sum, binned_grid(structure), budget);
}

double SumDistribution::at_least(std::int64_t x) const {
  CarefulSum sum;
  for (std::size_t k = mass.size(); k-- > 0 && value(k) >= x;) sum.add(mass[k]);
  return std::clamp(sum.value(), 0.0, 1.0);
}

double SumDistribution::mean() const {
  CarefulSum sum;
  for (std::size_t k = 0; k < mass.size(); ++k) sum.add(static_cast<double>(value(k)) * mass[k]);
  return sum.value();
}

std::int64_t SumDistribution::reached_with(double level) const {
  // A level that is met but for rounding counts as met.
  constexpr double kRounding = 1e-12;
  CarefulSum sum;
  for (std::size_t k = mass.size(); k-- > 0;) {
    sum.add(mass[k]);
    if (mass[k] > 0 && sum.value() >= level - kRounding) return value(k);
  }
  return value(0);
}

}  // namespace surety
