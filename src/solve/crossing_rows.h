// Do whole amounts fit rows that form two families, each nested or disjoint in itself (capabilities and
// countries)?
//
// Method    a circulation with lower bounds in a network, each row and column one arc (Hoffman 1960); a
// largest flow
//           by Dinic's algorithm (1970), whole because the bounds are; a cut tells which bounds contradict
//           each other
// Cost      at worst (rows + 4)^2 x (rows + columns); far less as a rule
#pragma once
#include "solve/row_system.h"

namespace surety {

// Every row is a member of exactly one of the forests. `amounts`: of each column, when they fit. `why`: when
// not.
Fit fit_crossing_rows(const RowSystem& system, const RowSystem::Forest& first,
                      const RowSystem::Forest& second, std::vector<Wide>& amounts, Refutation& why);

}  // namespace surety
