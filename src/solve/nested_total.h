// Totals that contain parts, one inside the other: what such a tree brings.
#pragma once
#include <vector>

#include "base/budget.h"
#include "base/result.h"
#include "solve/sum_atoms.h"
#include "solve/sum_structure.h"

namespace surety {

// The distribution of what a nested component brings when the pieces named by `active` can come.
// Error too_large where a total with counted and uncounted parts, or events shared by several totals, have
// more than kEntangledMax outcomes, or where the grid is too fine for the amounts (then a binned grid may
// do).
Result<SumPart> nested_part(const SumStructure& structure, const std::vector<int>& active, const Grid& grid,
                            Budget& budget);

}  // namespace surety
