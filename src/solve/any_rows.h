// Do whole amounts fit rows that overlap in any way?
//
// Method    simplex on exact fractions, then branch and bound. If whole amounts fit at all, some lie within
//           columns x (largest subdeterminant) of any fitting fractions (Cook, Gerards, Schrijver, Tardos,
//           "Sensitivity theorems in integer linear programming", Mathematical Programming 34, 1986): the
//           search stays in that box, and ends even where bounds are 10^18
// Limits    none; `budget` may end the search
// Cost      a simplex a node; the number of nodes is exponential in the worst case
#pragma once
#include "base/budget.h"
#include "solve/row_system.h"

namespace surety {

// `amounts`: of each column, when they fit. `why`: when they do not.
Fit fit_any_rows(const RowSystem& system, std::vector<Wide>& amounts, Refutation& why, Budget& budget);

}  // namespace surety
