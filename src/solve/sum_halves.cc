// Estimates the work of several splits of a sum and takes the cheapest.
#include "solve/sum_halves.h"

#include <algorithm>

#include "solve/part_sum.h"

namespace surety {
namespace {

// One part, as far as the split is concerned.
struct Load {
  std::int64_t cells = 0;
  double passes = 1;  // work for each cell of the sum so far
  std::size_t index = 0;
  bool varying = false;
  bool left = false;
};

double passes_of(const SumPart& part) {
  constexpr double kRangeCosts = 6;  // measured, in passes of a coin
  if (!part.atoms.empty()) return static_cast<double>(part.atoms.size());
  double passes = part.ranges.empty() ? 1 : 0;
  for (const AmountSpread& range : part.ranges) {
    passes += range.shape == AmountSpread::Shape::triangle ? 2 * kRangeCosts : kRangeCosts;
  }
  return passes;
}

std::vector<Load> loads_of(const SumVariants& variants, const Grid& grid) {
  std::vector<Load> loads;
  for (std::size_t k = 0; k < variants.steady.size(); ++k) {
    const SumPart* const part = &variants.steady[k];
    loads.push_back({.cells = cells_of({&part, 1}, grid) - 1, .passes = passes_of(*part), .index = k});
  }
  for (std::size_t k = 0; k < variants.varying.size(); ++k) {
    Load load{.index = k, .varying = true};
    for (const SumPart& variant : variants.varying[k]) {
      const SumPart* const part = &variant;
      load.cells = std::max(load.cells, cells_of({&part, 1}, grid) - 1);
      load.passes = std::max(load.passes, passes_of(variant));
    }
    loads.push_back(load);
  }
  // Varying ones first, so that they meet on one side; then the large ones, so that the small ones even it
  // out.
  std::ranges::stable_sort(loads, [](const Load& a, const Load& b) {
    return a.varying != b.varying ? a.varying : a.cells > b.cells;
  });
  return loads;
}

// Gives the right side about `share` of the cells.
void split(std::vector<Load>& loads, double share) {
  double total = 0;
  for (const Load& load : loads) total += static_cast<double>(load.cells);
  double room_right = share * total, room_left = total - room_right;
  for (Load& load : loads) {
    const auto cells = static_cast<double>(load.cells);
    load.left = load.varying ? room_right < cells : room_left > room_right;
    (load.left ? room_left : room_right) -= cells;
  }
}

// Parts are added by rising size, steady ones once, varying ones for each pattern.
double work(const std::vector<Load>& loads, std::size_t patterns, std::int64_t limit) {
  double work = 0;
  for (const bool left : {false, true}) {
    double cells = 1;
    for (const bool varying : {false, true}) {
      bool some = false;
      for (std::size_t k = loads.size(); k-- > 0;) {
        if (loads[k].left != left || loads[k].varying != varying) continue;
        cells = std::min(cells + static_cast<double>(loads[k].cells), static_cast<double>(limit));
        work += cells * loads[k].passes * (varying ? static_cast<double>(patterns) : 1);
        some = true;
      }
      if (varying && some) work += cells * static_cast<double>(patterns);  // the copy to start from
    }
  }
  return work;
}

}  // namespace

SumHalves halves_of(const SumVariants& variants, const Grid& grid, std::int64_t limit) {
  std::vector<Load> loads = loads_of(variants, grid);
  double best_share = 0.5, best_work = -1;
  for (const double share : {0.5, 0.45, 0.4, 0.35, 0.3, 0.2, 0.55, 0.6}) {
    split(loads, share);
    const double needed = work(loads, variants.patterns.size(), limit);
    if (best_work < 0 || needed < best_work) {
      best_work = needed;
      best_share = share;
    }
  }
  split(loads, best_share);
  SumHalves halves;
  halves.varying_is_left.resize(variants.varying.size());
  for (const Load& load : loads) {
    (load.left ? halves.largest_left : halves.largest_right) += load.cells;
    if (load.varying) {
      halves.varying_is_left[load.index] = load.left;
    } else {
      (load.left ? halves.steady_left : halves.steady_right).push_back(&variants.steady[load.index]);
    }
  }
  return halves;
}

bool SumHalves::list_is_shorter(const SumVariants& variants, std::int64_t cells) const {
  for (const bool left : {false, true}) {
    std::vector<const SumPart*> parts = left ? steady_left : steady_right;
    for (std::size_t c = 0; c < varying_is_left.size(); ++c) {
      if (varying_is_left[c] != left) continue;
      const auto longest = std::ranges::max_element(variants.varying[c], {}, &SumPart::outcomes);
      parts.push_back(&*longest);
    }
    if (!surety::list_is_shorter(parts, cells)) return false;
  }
  return true;
}

Grid exact_grid(const SumStructure& structure) { return {.step = structure.step, .binned = false}; }

bool needs_bins(const SumStructure& structure) { return structure.largest / structure.step >= kCellsMax; }

Grid binned_grid(const SumStructure& structure) {
  constexpr std::int64_t kBins = 2'000'000;
  return {.step = structure.largest / kBins + 1, .binned = true};
}

}  // namespace surety
