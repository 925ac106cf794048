// ConstraintSystem: Booleans, choices, whole amounts and their sums, with hard clauses and groups of soft
// ones.
//
// The language in which `worlds` hands a case to the solver, and in which `solve` is tested: it knows no
// country.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace surety {

// +v or -v for variable v >= 1, as in DIMACS.
using Literal = int;
using Clause = std::vector<Literal>;

// The variable it stands for is true exactly when the amounts of `row` add up to at least `bound`.
struct SumAtLeast {
  int row = 0;
  std::int64_t bound = 0;  // 0 .. 10^18 + 1; a bound <= 0 is always true
};

// All of these clauses, or none: what one claim says. An empty list of clauses is always true.
struct SoftGroup {
  std::vector<Clause> clauses;
  std::int64_t weight = 1;  // what it costs to give it up; >= 0
};

struct ConstraintSystem {
  int boolean_count = 0;                  // variables 1 .. boolean_count
  std::vector<std::vector<int>> choices;  // of each list of Booleans exactly one is true; lists are disjoint
  std::vector<std::optional<std::int64_t>>
      amount_max;                      // one whole amount >= 0 an entry; nothing: unbounded above
  std::vector<std::vector<int>> rows;  // sums: the amounts (0-based) that a row adds up, each once
  std::vector<SumAtLeast> sums;        // variables boolean_count + 1, + 2, ...
  std::vector<Clause> hard;
  std::vector<SoftGroup> soft;

  int variable_count() const { return boolean_count + static_cast<int>(sums.size()); }
};

}  // namespace surety
