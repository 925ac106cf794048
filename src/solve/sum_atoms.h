// Atoms, distributions as lists of values; Grid, what values are rounded to; SumPart, one summand.
#pragma once
#include <cstdint>
#include <vector>

#include "solve/uncertain_amounts.h"

namespace surety {

struct Atom {
  std::int64_t value = 0;
  double mass = 0;
};

// By rising value, each value once.
using Atoms = std::vector<Atom>;

// All values are multiples of `step`, or, if `binned`, are rounded to the nearest one.
struct Grid {
  std::int64_t step = 1;
  bool binned = false;

  std::int64_t cell(std::int64_t value) const { return binned ? (value + step / 2) / step : value / step; }
  // The farthest that rounding moves a value.
  std::int64_t slack() const { return binned ? (step + 1) / 2 : 0; }
};

// With `probability` it brings `point` and each of `ranges`, otherwise nothing; or, if `atoms` is not empty,
// it brings a value of these.
struct SumPart {
  double probability = 1;
  std::int64_t point = 0;
  std::vector<AmountSpread> ranges = {};  // low < high each
  Atoms atoms = {};
  std::int64_t slack = 0;  // how far the values of `atoms` may lie from the exact ones

  void add(const AmountSpread& spread);
  // Takes away what is brought in any case, and returns it.
  std::int64_t take_certain();
  std::int64_t largest() const;
  // How many different values it may have, at most; never more than kCellsMax + 1.
  std::int64_t outcomes() const;
};

// Adds numbers so that the rounding errors do not add up (Neumaier 1974).
class CarefulSum {
 public:
  void add(double x) {
    const double next = sum_ + x;
    const bool larger = (sum_ < 0 ? -sum_ : sum_) >= (x < 0 ? -x : x);
    carry_ += larger ? (sum_ - next) + x : (x - next) + sum_;
    sum_ = next;
  }
  double value() const { return sum_ + carry_; }

 private:
  double sum_ = 0;
  double carry_ = 0;
};

// How many whole numbers a spread ranges over; never more than kCellsMax + 1.
std::int64_t width(const AmountSpread& spread);

// An even range on the grid: cells low..high; those inside weigh `inner`, the ends may weigh less if binned.
struct EvenRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
  double first = 0, inner = 0, last = 0;
};

// Appends the spread as a sum of independent even ranges (a triangle is the sum of two). REQUIRES low < high.
void append_even_ranges(const AmountSpread& spread, const Grid& grid, std::vector<EvenRange>& ranges);

// The values of a spread, on the grid. REQUIRES width(spread) <= kCellsMax or a binned grid.
Atoms atoms_of(const AmountSpread& spread, const Grid& grid);

// Sorts, and adds up the masses of equal values.
void tidy(Atoms& atoms);

// The larger of two independent values.
Atoms larger_of(const Atoms& a, const Atoms& b);

// p * a + q * b, value by value.
Atoms blend(double p, const Atoms& a, double q, const Atoms& b);

// `a` with probability p, otherwise `b`.
Atoms either_of(double p, const Atoms& a, const Atoms& b);

}  // namespace surety
