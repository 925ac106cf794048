// Do whole amounts fit rows of which any two are nested or have nothing in common?
//
// Method    the smallest and the largest sum that each row can have, from the inside to the outside; exact,
// since
//           the sums of whole intervals are all whole numbers between their ends
// Cost      rows + columns
#pragma once
#include "solve/row_system.h"

namespace surety {

// `amounts`: of each column, when they fit. `why`: when they do not.
Fit fit_nested_rows(const RowSystem& system, const RowSystem::Forest& forest, std::vector<Wide>& amounts,
                    Refutation& why);

}  // namespace surety
