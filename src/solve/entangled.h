// Rivals and totals that share parts: nothing there is independent, so every outcome is looked at.
#pragma once
#include <vector>

#include "base/budget.h"
#include "base/result.h"
#include "solve/sum_atoms.h"
#include "solve/sum_structure.h"

namespace surety {

// The distribution of what the component brings when the pieces named by `active` can come.
// Error too_large beyond kEntangledMax outcomes.
Result<SumPart> entangled_part(const SumStructure& structure, const std::vector<int>& active, Budget& budget);

}  // namespace surety
