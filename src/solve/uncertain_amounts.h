// What an uncertain sum is made of: amounts, events, factors, rivals; and the distribution that comes of it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

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
  // An entry for each outcome of the factors (bit i of its number: factor i happens); empty: always.
  std::vector<bool> when;
  bool counted = true;  // false: it is there as a part of totals, but is not added up
  // Indices of all amounts that this one contains, parts of parts included; no circle.
  std::vector<int> parts;
};

// If a total comes it brings what its parts do not: its remainder max(0, total - what its parts bring). The
// sum is that of the remainders of the counted amounts. Rivals are amounts that overlap without one
// containing the other: counted ones bring either the largest sum of mutually non-rival ones (rivals_add
// false), or all (true), in the sum as in a total that contains them.
struct UncertainSum {
  std::vector<double> events;   // probability of each event
  std::vector<double> factors;  // probability of each factor
  std::vector<UncertainAmount> amounts;
  std::vector<std::pair<int, int>> rivals;  // pairs of amounts
  bool rivals_add = false;
};

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

}  // namespace surety
