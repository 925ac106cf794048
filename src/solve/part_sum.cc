// Chooses between cells and lists for a sum of parts, and adds it up.
#include "solve/part_sum.h"

#include <algorithm>

#include "solve/dense_sum.h"
#include "solve/sparse_sum.h"

namespace surety {

std::vector<const SumPart*> pointers_to(const std::vector<SumPart>& parts) {
  std::vector<const SumPart*> pointers;
  pointers.reserve(parts.size());
  for (const SumPart& part : parts) pointers.push_back(&part);
  return pointers;
}

std::int64_t cells_of(std::span<const SumPart* const> parts, const Grid& grid) {
  std::int64_t cells = 1;
  for (const SumPart* part : parts) {
    if (part->probability <= 0) continue;
    // Each spread is rounded by itself, which may add a cell.
    cells += part->largest() / grid.step;
    if (grid.binned) cells += 1 + 2 * static_cast<std::int64_t>(part->ranges.size());
  }
  return cells;
}

bool list_is_shorter(std::span<const SumPart* const> parts, std::int64_t cells) {
  constexpr std::int64_t kCostOfValue = 8;  // in cells
  std::int64_t values = 1;
  for (const SumPart* part : parts) {
    const std::int64_t each = part->probability > 0 ? part->outcomes() : 1;
    if (each > cells / kCostOfValue / values) return false;
    values *= each;
  }
  return true;
}

Result<Atoms> sum_of(const std::vector<SumPart>& parts, const Grid& grid, Budget& budget) {
  const std::vector<const SumPart*> pointers = pointers_to(parts);
  const std::int64_t cells = cells_of(pointers, grid);
  if (cells <= kCellsMax && (grid.binned || !list_is_shorter(pointers, cells))) {
    DenseSum sum(grid, cells);
    if (!sum.add(pointers, budget)) return interrupted();
    return sum.atoms();
  }
  SparseSum sum;
  if (!sum.add(pointers, budget)) {
    if (budget.exhausted()) return interrupted();
    return too_many_values();
  }
  return sum.atoms();
}

std::unexpected<Error> too_many_values() {
  return fail(ErrorCode::too_large,
              "the amounts that belong together can add up to too many different values");
}

std::unexpected<Error> interrupted() {
  return fail(ErrorCode::interrupted, "the adding of amounts was ended before it was finished");
}

}  // namespace surety
