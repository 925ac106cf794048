// Simplex: do amounts, fractions allowed, fit bounds on them and on sums of them; bounds may come and go.
//
// Method    the general simplex of Dutertre and de Moura ("A fast linear-arithmetic solver for DPLL(T)", CAV
// 2006),
//           exact fractions, Bland's rule; Farkas' lemma tells which bounds contradict each other
// Limits    none; meant for some dozens of rows
// Cost      exponential in the worst case, a few pivots as a rule; a pivot is rows x columns operations on
// fractions
#pragma once
#include <vector>

#include "base/budget.h"
#include "solve/rational.h"
#include "solve/row_system.h"

namespace surety {

class Simplex {
 public:
  // A variable is a column (its index) or a row (columns + its index).
  // `source` is the caller's mark: where the bound comes from. Starts from the system's bounds, with source
  // 0.
  explicit Simplex(const RowSystem& system);

  struct Bound {
    Wide value = 0;
    int source = 0;
  };
  Bound bound(int variable, bool lower) const { return bounds_[at(variable)][lower ? 0 : 1]; }
  void set_bound(int variable, bool lower, Bound bound) { bounds_[at(variable)][lower ? 0 : 1] = bound; }

  // Spends no step of `budget`.
  Fit solve(Budget& budget);

  const Rational& value(int variable) const { return values_[at(variable)]; }

  // After `refuted`: the bounds that contradict each other, with their Farkas multipliers (> 0).
  struct Use {
    int variable;
    bool lower;
    Rational times;
  };
  const std::vector<Use>& conflict() const { return conflict_; }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  bool below(int variable) const { return values_[at(variable)] < Rational(bound(variable, true).value); }
  bool above(int variable) const { return Rational(bound(variable, false).value) < values_[at(variable)]; }
  void rest_on_bounds();
  void move(int column, const Rational& to);
  int entering(int row, bool raise) const;
  void pivot(int row, int column);
  void explain(int row, bool raise);

  int columns_;
  std::vector<std::vector<Rational>>
      tableau_;  // basic variable of a row = sum of entry * nonbasic of the column
  std::vector<int> basic_, nonbasic_;
  std::vector<std::vector<Bound>> bounds_;  // of each variable: lower, upper
  std::vector<Rational> values_;
  std::vector<Use> conflict_;
};

}  // namespace surety
