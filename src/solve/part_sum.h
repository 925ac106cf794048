// Sums of independent parts: as cells or as a list of values, whichever is smaller.
#pragma once
#include <span>
#include <vector>

#include "base/budget.h"
#include "base/result.h"
#include "solve/sum_atoms.h"

namespace surety {

std::vector<const SumPart*> pointers_to(const std::vector<SumPart>& parts);

// How many cells the sum needs on this grid.
std::int64_t cells_of(std::span<const SumPart* const> parts, const Grid& grid);

// Whether a list of the values is sure to be much shorter than `cells`.
bool list_is_shorter(std::span<const SumPart* const> parts, std::int64_t cells);

// The distribution of the sum. Error too_large where neither kCellsMax cells nor kAtomsMax values suffice.
Result<Atoms> sum_of(const std::vector<SumPart>& parts, const Grid& grid, Budget& budget);

std::unexpected<Error> too_many_values();
std::unexpected<Error> interrupted();

}  // namespace surety
