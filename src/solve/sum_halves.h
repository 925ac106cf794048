// Two halves of a sum, so that each needs half the cells; the probability is then one pass over both.
//
// Splitting further saves nothing: two quarters would have to be convolved in full before the last pass.
#pragma once
#include <cstdint>
#include <vector>

#include "solve/sum_atoms.h"
#include "solve/sum_structure.h"
#include "solve/sum_variants.h"

namespace surety {

struct SumHalves {
  std::vector<const SumPart*> steady_left;
  std::vector<const SumPart*> steady_right;
  std::vector<bool> varying_is_left;  // for each varying component
  std::int64_t largest_left = 0;      // in cells
  std::int64_t largest_right = 0;

  bool list_is_shorter(const SumVariants& variants, std::int64_t cells) const;
};

// Chooses what belongs to which half so that the expected work is least. The answer points into `variants`.
SumHalves halves_of(const SumVariants& variants, const Grid& grid, std::int64_t limit);

Grid exact_grid(const SumStructure& structure);
// Whether the exact grid has more than kCellsMax cells.
bool needs_bins(const SumStructure& structure);
Grid binned_grid(const SumStructure& structure);

}  // namespace surety
