// How much will be there when each of many amounts comes with a probability: the distribution of their sum.
//
// Method    convolution on the grid of the amounts' greatest common divisor, apart for each outcome of the
//           factors (Hong, "On computing the distribution function for the Poisson binomial distribution",
//           CSDA 59, 2013, here with sizes and spreads); totals that contain parts by recursion over their
//           nesting; what is entangled (rival totals, totals that share parts) by enumeration
// Assumes   events and factors are independent of each other; spreads are independent given the events
// Limits    kCellsMax cells of the grid (beyond: a list of single values, or bins with `error_bound`);
//           kEntangledMax outcomes of one entangled part and kFactorsMax factors, beyond which the answer is
//           an Error too_large, as it is when all amounts together pass kSumMax
// Cost      amounts x cells x outcomes of the factors
// Exact     within 1e-12, and the same bytes on every machine
#pragma once
#include <cstdint>
#include <vector>

#include "base/budget.h"
#include "base/result.h"
#include "solve/uncertain_amounts.h"

namespace surety {

// P(sum >= required), one entry an outcome of the factors (see UncertainAmount::when; one entry without
// factors). Where the grid has too many cells, an entry may be off by the error_bound that sum_distribution
// gives for that outcome.
Result<std::vector<double>> met_by_outcome(const UncertainSum& sum, std::int64_t required, Budget& budget);

// What met_by_outcome comes to when factor i happens with probability factors[i].
double mixed(const std::vector<double>& by_outcome, const std::vector<double>& factors);

// The smallest and the largest value of mixed() while factor i ranges over low[i]..high[i]; it is
// multilinear, so corners suffice.
struct Extremes {
  double smallest = 0;
  double largest = 0;
};
Extremes mixed_extremes(const std::vector<double>& by_outcome, const std::vector<double>& low,
                        const std::vector<double>& high);

Result<SumDistribution> sum_distribution(const UncertainSum& sum, Budget& budget);

// Other dependence between the events than independence; spreads stay independent given the events, and the
// factors stay independent of each other and of the events.
// comonotone  one common cause: with U even on [0,1], event i happens exactly when U < events[i]
// worst_case  a lower bound of P(sum >= required) over every joint distribution with these marginals
//             (Fréchet; by the fractional relaxation of the failing knapsack: it may be below the minimum)
Result<double> met_comonotone(const UncertainSum& sum, std::int64_t required, Budget& budget);
Result<double> met_worst_case(const UncertainSum& sum, std::int64_t required, Budget& budget);

}  // namespace surety
