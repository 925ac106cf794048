// How much will be there when each of many amounts comes with a probability: the exact distribution of their
// sum.
//
// Method    convolution on the grid of the amounts' greatest common divisor, apart for each outcome of the
// factors
//           (Hong, "On computing the distribution function for the Poisson binomial distribution", CSDA 59,
//           2013, here with sizes and spreads); totals that contain parts by recursion over their nesting;
//           what is entangled (rival totals, totals that share parts) by enumeration
// Assumes   events and factors are independent of each other; spreads are independent given the events
// Limits    kCellsMax cells of the grid (beyond: a list of single values, or bins with `error_bound`);
//           kEntangledMax outcomes of one entangled part and kFactorsMax factors, beyond which the answer is
//           an Error too_large, as it is when all amounts together pass kSumMax
// Cost      amounts x cells x outcomes of the factors
// Exactness within 1e-12 of the exact value; the same bytes on every machine
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/budget.h"
#include "base/result.h"

namespace surety {

inline constexpr std::int64_t kCellsMax = 10'000'000;
inline constexpr std::int64_t kEntangledMax = 2'000'000;
inline constexpr int kFactorsMax = 16;
inline constexpr std::int64_t kSumMax = 4'000'000'000'000'000'000;

// Spread of one amount over whole numbers, given that it comes.
struct AmountSpread {
  enum class Shape {
    even,     // each of low..high alike
    triangle  // the integer triangle over low..high with its peak in the middle; high - low is even
  };
  std::int64_t low = 0;   // >= 0
  std::int64_t high = 0;  // >= low; low == high is a point
  Shape shape = Shape::even;
};

// An amount that comes when its event happens and the outcome of the factors is one of `when`.
struct UncertainAmount {
  int event = 0;  // index into UncertainSum::events; amounts of one event come together
  AmountSpread spread;
  std::vector<bool>
      when;  // an entry per outcome of the factors (bit i of its number: factor i happens); empty: always
  bool counted = true;  // false: it is there as a part of totals, but is not added up
  std::vector<int>
      parts;  // indices of all amounts that this one contains, parts of parts included; no circle
};

// If a total comes it brings what its parts do not: its remainder max(0, total - the remainders of all its
// parts). The sum is that of the remainders of the counted amounts. Rivals are totals that overlap without
// one containing the other: of a set of rivals, either the largest sum of mutually non-rival ones is counted
// (rivals_add false), or all (true).
struct UncertainSum {
  std::vector<double> events;   // probability of each event
  std::vector<double> factors;  // probability of each factor
  std::vector<UncertainAmount> amounts;
  std::vector<std::pair<int, int>> rivals;  // pairs of amounts
  bool rivals_add = false;
};

// P(sum >= required), one entry an outcome of the factors (see UncertainAmount::when; one entry without
// factors). Where the grid has too many cells each entry lies within the error_bound of sum_distribution for
// that outcome.
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

// P(sum = value(k)) is mass[k]; the values are first + k * step, or those listed where the grid would be too
// large. `error_bound` bounds |P(sum >= x) here - exact| for every x; 0 unless binned.
struct SumDistribution {
  std::int64_t first = 0;
  std::int64_t step = 1;
  std::vector<double> mass = {};
  std::vector<std::int64_t> values = {};  // ascending; empty: the grid
  double error_bound = 0;

  std::int64_t value(std::size_t k) const {
    return values.empty() ? first + static_cast<std::int64_t>(k) * step : values[k];
  }
  double at_least(std::int64_t x) const;
  double mean() const;
  // The largest x among the values with P(sum >= x) >= level; level in (0,1].
  std::int64_t reached_with(double level) const;
};
Result<SumDistribution> sum_distribution(const UncertainSum& sum, Budget& budget);

// Other dependence between the events than independence; spreads stay independent given the events, and the
// factors stay independent of each other and of the events. comonotone  one common cause: with U even on
// [0,1], event i happens exactly when U < events[i] worst_case  a lower bound of P(sum >= required) over
// every joint distribution with these marginals
//             (Fréchet; by the fractional relaxation of the failing knapsack, so it may be below the true
//             minimum)
Result<double> met_comonotone(const UncertainSum& sum, std::int64_t required, Budget& budget);
Result<double> met_worst_case(const UncertainSum& sum, std::int64_t required, Budget& budget);

}  // namespace surety
