// Adds parts to a sum on the grid: by moving it, by running sums, and in shared passes.
#include "solve/dense_sum.h"

#include <algorithm>

#include "base/check.h"
#include "solve/fourier.h"

namespace surety {

DenseSum::DenseSum(const Grid& grid, std::int64_t room)
    : grid_(grid), cells_(static_cast<std::size_t>(room)) {
  SURETY_CHECK(room > 0);
  cells_.back() = 1;
}

void DenseSum::shift(std::int64_t cells) {
  base_ += cells;
  const std::int64_t kept = std::max<std::int64_t>(room() - base_, 0);
  // What passes the room is dropped; a later update must find zeros there.
  for (; top_ >= kept; --top_) {
    *(zero() - top_) = 0;
    if (top_ == 0) break;
  }
}

bool DenseSum::add(std::span<const SumPart* const> parts, Budget& budget) {
  std::vector<const SumPart*> dense, ranged;
  std::vector<Coin> coins;
  for (const SumPart* part : parts) {
    if (part->probability <= 0) continue;
    if (!part->atoms.empty()) {
      dense.push_back(part);
    } else if (!part->ranges.empty()) {
      ranged.push_back(part);
    } else {
      const std::int64_t cells = grid_.cell(part->point);
      if (cells == 0) continue;
      if (part->probability >= 1) {
        shift(cells);
      } else {
        coins.push_back({cells, part->probability});
      }
    }
  }
  std::ranges::stable_sort(dense, {}, &SumPart::largest);
  std::ranges::stable_sort(ranged, {}, &SumPart::largest);
  for (const SumPart* part : dense) {
    if (!add_atoms(part->atoms, budget)) return false;
  }
  // A range costs several passes, so it goes first, while there are few cells.
  Scratch scratch;
  if (!ranged.empty()) scratch.sums.reserve(cells_.size() + 1);
  for (const SumPart* part : ranged) {
    if (!add_with_ranges(*part, scratch, budget)) return false;
  }
  return add_points(coins, budget);
}

bool DenseSum::add_points(std::vector<Coin>& coins, Budget& budget) {
  const std::int64_t limit = room() - base_;
  if (coins.empty() || limit <= 0) return !budget.exhausted();
  std::ranges::stable_sort(coins, {}, &Coin::cells);
  constexpr std::size_t kCoinsAtOnce = 32;
  for (std::size_t k = 0; k < coins.size(); k += kCoinsAtOnce) {
    const auto some = std::span(coins).subspan(k, std::min(kCoinsAtOnce, coins.size() - k));
    top_ = add_coins(zero(), top_, limit, some);
    if (!budget.spend((top_ + 1) * static_cast<std::int64_t>(some.size()))) return false;
  }
  return true;
}

bool DenseSum::add_with_ranges(const SumPart& part, Scratch& scratch, Budget& budget) {
  std::vector<EvenRange> ranges;
  std::int64_t fixed = grid_.cell(part.point);
  for (const AmountSpread& spread : part.ranges) append_even_ranges(spread, grid_, ranges);
  // The certain share of it is a mere shift.
  if (part.probability >= 1) {
    for (EvenRange& range : ranges) {
      fixed += range.low;
      range.high -= range.low;
      range.low = 0;
    }
    shift(fixed);
  } else {
    ranges.front().low += fixed;
    ranges.front().high += fixed;
  }
  const std::int64_t limit = room() - base_;
  if (limit <= 0) return !budget.exhausted();
  std::int64_t reach = 0;
  for (const EvenRange& range : ranges) reach += range.high;
  const std::int64_t top = std::min(top_ + reach, limit - 1);
  const auto last_cell = static_cast<std::size_t>(top + 1);
  Cells& sums = scratch.sums;
  Cells& moved = scratch.moved;
  sums.resize(last_cell + 1);
  if (ranges.size() > 1) moved.resize(last_cell);
  const double* source = zero();
  std::int64_t source_top = top_;
  for (std::size_t k = 0; k < ranges.size(); ++k) {
    const bool final = k + 1 == ranges.size();
    std::fill(sums.begin(), sums.end() - (source_top + 1), 0.0);
    sum_from_top(source, source_top, &sums.back());
    const std::int64_t next_top = final ? top : std::min(source_top + ranges[k].high, limit - 1);
    double* target = final ? zero() : &moved.back();
    add_range(target, next_top, final ? 1 - part.probability : 0, final ? part.probability : 1, ranges[k],
              &sums.back());
    source = target;
    source_top = next_top;
    if (!budget.spend(2 * (next_top + 1))) return false;
  }
  top_ = top;
  return true;
}

bool DenseSum::add_atoms(const Atoms& atoms, Budget& budget) {
  const std::int64_t lowest = grid_.cell(atoms.front().value);
  shift(lowest);
  const std::int64_t limit = room() - base_;
  if (limit <= 0) return !budget.exhausted();
  const std::int64_t reach = std::min(grid_.cell(atoms.back().value) - lowest, limit - 1);
  const double steps = static_cast<double>(atoms.size()) * static_cast<double>(top_ + 1);
  if (steps > steps_of_convolution(top_ + reach + 1)) return convolve(atoms, lowest, reach, budget);
  const std::int64_t before_top = top_;
  Cells before(static_cast<std::size_t>(before_top + 1 + 2 * (kShiftsAtOnce - 1)));
  const double* const source = &before.back() - (kShiftsAtOnce - 1);
  std::copy(cells_.end() - (before_top + 1), cells_.end(), before.begin() + (kShiftsAtOnce - 1));
  std::fill(cells_.end() - (before_top + 1), cells_.end(), 0.0);
  top_ = std::min(before_top + reach, limit - 1);
  for (std::size_t k = 0; k < atoms.size();) {
    const std::int64_t first = grid_.cell(atoms[k].value) - lowest;
    if (first >= limit) break;
    std::array<double, kShiftsAtOnce> weights{};
    for (; k < atoms.size(); ++k) {
      const std::int64_t ahead = grid_.cell(atoms[k].value) - lowest - first;
      if (ahead >= kShiftsAtOnce) break;
      weights[static_cast<std::size_t>(ahead)] += atoms[k].mass;
    }
    add_shifted(zero(), limit, source, before_top, first, weights);
    if (!budget.spend(before_top + kShiftsAtOnce)) return false;
  }
  return true;
}

bool DenseSum::convolve(const Atoms& atoms, std::int64_t lowest, std::int64_t reach, Budget& budget) {
  // Largest first, as in the cells; the largest of the product is then the first as well.
  std::vector<double> masses(static_cast<std::size_t>(reach + 1));
  for (const Atom& atom : atoms) {
    const std::int64_t cell = grid_.cell(atom.value) - lowest;
    if (cell <= reach) masses[static_cast<std::size_t>(reach - cell)] += atom.mass;
  }
  const std::span<const double> before(cells_.end() - (top_ + 1), cells_.end());
  const Cells sums = convolution(before, masses, top_ + reach + 1);
  top_ = std::min(top_ + reach, room() - base_ - 1);
  // Rounding may leave less than nothing where there is nothing.
  std::ranges::transform(sums.end() - (top_ + 1), sums.end(), cells_.end() - (top_ + 1),
                         [](double mass) { return std::max(mass, 0.0); });
  return budget.spend(static_cast<std::int64_t>(sums.size()));
}

Atoms DenseSum::atoms() const {
  Atoms atoms;
  if (base_ >= room()) return atoms;
  atoms.reserve(static_cast<std::size_t>(top_ + 1));
  for (std::int64_t x = 0; x <= top_; ++x) {
    const double mass = *(zero() - x);
    if (mass > 0) atoms.push_back({(base_ + x) * grid_.step, mass});
  }
  return atoms;
}

void DenseSum::add_to(Cells& mass, double weight) const {
  if (base_ >= room()) return;
  double* const first = mass.data() + base_;
  for (std::int64_t x = 0; x <= top_; ++x) first[x] += weight * *(zero() - x);
}

double DenseSum::mass_below(const DenseSum& other, std::int64_t limit) const {
  limit -= base_ + other.base_;
  if (limit <= 0) return 0;
  Cells sums(static_cast<std::size_t>(other.top_) + 2);
  sum_from_top(other.zero(), other.top_, &sums.back());
  return surety::mass_below(zero(), top_, &sums.back(), other.top_, limit);
}

}  // namespace surety
