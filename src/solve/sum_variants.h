// What each component of a sum brings under each outcome of the factors.
#pragma once
#include <cstddef>
#include <map>
#include <vector>

#include "base/budget.h"
#include "base/result.h"
#include "solve/sum_atoms.h"
#include "solve/sum_structure.h"

namespace surety {

// Outcomes of the factors that leave the same pieces active are one pattern.
struct SumVariants {
  std::int64_t certain = 0;                        // what is there in any case; it is in no part
  std::vector<SumPart> steady;                     // components that do not depend on the factors
  std::vector<std::vector<SumPart>> varying;       // of each other component: what it may be
  std::vector<std::vector<std::size_t>> patterns;  // for each pattern and varying component: which variant
  std::vector<std::size_t> pattern_of;             // for each outcome

  std::vector<const SumPart*> parts_of(std::size_t pattern) const;
  // How far the sum of values on the grid may lie from the exact sum.
  std::int64_t slack(const Grid& grid) const;
};

Result<SumVariants> variants_of(const SumStructure& structure, const Grid& grid, Budget& budget);

}  // namespace surety
