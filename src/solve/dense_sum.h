// DenseSum: the distribution of a sum so far, one cell of probability for each multiple of the grid's step.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/budget.h"
#include "solve/cell_memory.h"
#include "solve/convolution.h"
#include "solve/sum_atoms.h"

namespace surety {

class DenseSum {
 public:
  // The sum of nothing. Sums of `room` cells and more will be dropped.
  DenseSum(const Grid& grid, std::int64_t room);

  // Adds independent parts, in the order that costs least. False when the budget is exhausted.
  bool add(std::span<const SumPart* const> parts, Budget& budget);

  // What is left of the mass, as values.
  Atoms atoms() const;

  // Adds `weight` times the mass to mass[x] for each sum of x cells. REQUIRES mass.size() >= the room.
  void add_to(Cells& mass, double weight) const;

  // P(this + other < limit), in cells. REQUIRES limit <= the room of both.
  double mass_below(const DenseSum& other, std::int64_t limit) const;

 private:
  // Memory that is kept from one range to the next.
  struct Scratch {
    Cells sums;
    Cells moved;
  };

  bool add_atoms(const Atoms& atoms, Budget& budget);
  bool convolve(const Atoms& atoms, std::int64_t lowest, std::int64_t reach, Budget& budget);
  bool add_with_ranges(const SumPart& part, Scratch& scratch, Budget& budget);
  bool add_points(std::vector<Coin>& coins, Budget& budget);
  void shift(std::int64_t cells);
  std::int64_t room() const { return static_cast<std::int64_t>(cells_.size()); }
  double* zero() { return cells_.data() + (cells_.size() - 1); }
  const double* zero() const { return cells_.data() + (cells_.size() - 1); }

  Grid grid_;
  Cells cells_;            // the largest sum first (convolution.h); cell x means the sum base_ + x
  std::int64_t base_ = 0;  // what is certain; may exceed the room, and then nothing is left
  std::int64_t top_ = 0;   // the largest x whose cell may be above 0
};

// Memory that a DenseSum needs, in cells.
inline std::int64_t room_for(std::int64_t largest, std::int64_t limit) {
  return largest < limit ? largest + 1 : limit;
}

}  // namespace surety
