// The inner loops over cells of probability: every pledge's pass over the distribution of the sum so far.
//
// Cells stand in memory with the largest sum first, so that an update in place, which reads smaller sums than
// it writes, runs forward. `zero` points to the cell of sum 0; the cell of sum x is zero[-x]. Each loop is
// built twice, with and without AVX2; both give the same bytes, since AVX2 alone has no fused multiply-add
// and no loop reorders its additions.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "solve/sum_atoms.h"

namespace surety {

// With probability p an amount of `cells` comes.
struct Coin {
  std::int64_t cells = 0;
  double p = 0;
};

// Adds coins to the sums 0..top; sums of `room` and more are dropped. Returns the new top. The cells above
// the old top must be 0. REQUIRES coins by rising size, each of at least one cell.
std::int64_t add_coins(double* zero, std::int64_t top, std::int64_t room, std::span<const Coin> coins);

// sums[-x] becomes the mass of the sums x..top, for x in 0..top. Exact to about 1e-16 however many cells.
void sum_from_top(const double* zero, std::int64_t top, double* sums);

// target[-x] = q * target[-x] + p * (what the sums x - range weigh), for x in 0..new_top, where `sums` is
// from sum_from_top over 0..top and has zeros down to x = new_top + 1.
void add_range(double* target, std::int64_t new_top, double q, double p, const EvenRange& range,
               const double* sums);

inline constexpr std::int64_t kShiftsAtOnce = 8;

// target[-(x + shift + k)] += weights[k] * source[-x] for each k and each x in 0..top, below the room.
// REQUIRES kShiftsAtOnce - 1 zeros on both sides of source[-top..0].
void add_shifted(double* target, std::int64_t room, const double* source, std::int64_t top,
                 std::int64_t shift, const std::array<double, kShiftsAtOnce>& weights);

// P(A + B < limit) from the cells of A (0..top) and the sums from the top of B (0..top_b).
// REQUIRES limit > 0.
double mass_below(const double* zero, std::int64_t top, const double* sums_b, std::int64_t top_b,
                  std::int64_t limit);

}  // namespace surety
