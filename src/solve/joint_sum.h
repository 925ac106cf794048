// JointSum: the joint distribution of the counted amounts and of all amounts, for totals that mix both.
#pragma once
#include <cstdint>
#include <vector>

#include "base/budget.h"
#include "solve/sum_atoms.h"

namespace surety {

class JointSum {
 public:
  // Each returns false when the budget is exhausted or the list would pass kEntangledMax.
  bool add(const Atoms& atoms, bool counted, Budget& budget);
  bool add(const JointSum& other, Budget& budget);
  // With probability p comes a total of these values that contains all added so far.
  bool add_total(const Atoms& total, double p, bool counted, Budget& budget);

  // The distribution of the counted amounts.
  Atoms counted() const;

 private:
  struct Pair {
    std::int64_t counted = 0;
    std::int64_t all = 0;
    double mass = 0;
  };
  bool replace(std::vector<Pair> pairs);

  std::vector<Pair> pairs_ = {{0, 0, 1}};  // by rising (counted, all), each once
};

}  // namespace surety
