// SparseSum: the distribution of a sum so far as a list of its values; for few amounts on a fine grid.
#pragma once
#include <span>

#include "base/budget.h"
#include "solve/sum_atoms.h"

namespace surety {

inline constexpr std::int64_t kAtomsMax = 2'000'000;

class SparseSum {
 public:
  // Adds independent parts. False when the budget is exhausted or the list would pass kAtomsMax.
  bool add(std::span<const SumPart* const> parts, Budget& budget);

  const Atoms& atoms() const { return atoms_; }

  // P(this + other < limit).
  double mass_below(const SparseSum& other, std::int64_t limit) const;

 private:
  bool add_one(const SumPart& part, Budget& budget);

  Atoms atoms_ = {{0, 1}};
};

}  // namespace surety
