// The inner loops over cells, cut so that several pledges share one pass and the pass stays in the cache.
#include "solve/convolution.h"

#include <algorithm>
#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#define SURETY_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SURETY_WIDE
#endif
#if defined(__clang__)
#define SURETY_NO_OVERLAP _Pragma("clang loop vectorize(assume_safety)")
#else
#define SURETY_NO_OVERLAP _Pragma("GCC ivdep")
#endif

namespace surety {

// `y` runs over cells of falling sum; y[i + a] is the cell of the sum that is smaller by a. Reading ahead of
// the writes is safe in any width of vector. (Not in an unnamed namespace: g++ 12 cannot clone such
// functions.)
SURETY_WIDE void scale_cells(double* y, std::int64_t n, double q) {
  for (std::int64_t i = 0; i < n; ++i) y[i] *= q;
}

SURETY_WIDE void blend_two(double* y, std::int64_t n, std::int64_t a, double q, double p) {
  SURETY_NO_OVERLAP
  for (std::int64_t i = 0; i < n; ++i) y[i] = q * y[i] + p * y[i + a];
}

SURETY_WIDE void blend_three(double* y, std::int64_t n, std::int64_t a, std::int64_t b, double none,
                             double pa, double pb) {
  SURETY_NO_OVERLAP
  for (std::int64_t i = 0; i < n; ++i) y[i] = (none * y[i] + pa * y[i + a]) + pb * y[i + b];
}

SURETY_WIDE void blend_four(double* y, std::int64_t n, std::int64_t a, std::int64_t b,
                            const std::array<double, 4>& weights) {
  const double none = weights[0], pa = weights[1], pb = weights[2], both = weights[3];
  const double* ahead = y + a;
  const double* farther = y + b;
  const double* farthest = y + a + b;
  SURETY_NO_OVERLAP
  for (std::int64_t i = 0; i < n; ++i) {
    y[i] = (none * y[i] + pa * ahead[i]) + (pb * farther[i] + both * farthest[i]);
  }
}

SURETY_WIDE void add_eight(double* __restrict y, const double* __restrict x, std::int64_t n,
                           const std::array<double, kShiftsAtOnce>& weights) {
  const auto [w0, w1, w2, w3, w4, w5, w6, w7] = weights;
  for (std::int64_t i = 0; i < n; ++i) {
    y[i] += ((w0 * x[i] + w1 * x[i + 1]) + (w2 * x[i + 2] + w3 * x[i + 3])) +
            ((w4 * x[i + 4] + w5 * x[i + 5]) + (w6 * x[i + 6] + w7 * x[i + 7]));
  }
}

SURETY_WIDE void add_to_all(double* y, std::int64_t n, double base) {
  for (std::int64_t i = 0; i < n; ++i) y[i] += base;
}

// y = q * y + p * (behind - before), where behind[i] is a sum from the top that reaches farther down.
SURETY_WIDE void blend_window(double* __restrict y, const double* __restrict behind,
                              const double* __restrict before, std::int64_t n, double q, double p) {
  for (std::int64_t i = 0; i < n; ++i) y[i] = q * y[i] + p * (behind[i] - before[i]);
}

SURETY_WIDE void blend_open_window(double* __restrict y, double all, const double* __restrict before,
                                   std::int64_t n, double q, double p) {
  for (std::int64_t i = 0; i < n; ++i) y[i] = q * y[i] + p * (all - before[i]);
}

namespace {

// One or two coins that share a pass.
struct Stage {
  std::int64_t a = 0, b = 0;  // a <= b; b == 0: one coin, of size a
  std::array<double, 4> weights{};
  std::int64_t next = 0;  // the largest sum that this stage has still to do

  std::int64_t reach() const { return a + b; }
};

// Does the sums from..to (from <= to) of a stage; the cells down to from - reach are those before this stage.
void pass(double* zero, const Stage& stage, std::int64_t from, std::int64_t to) {
  // The part of from..to that lies in low..high, as a first cell and a count.
  const auto clip = [&](std::int64_t low, std::int64_t high, auto&& loop) {
    low = std::max(low, from);
    high = std::min(high, to);
    if (low <= high) loop(zero - high, high - low + 1);
  };
  const auto& [none, pa, pb, both] = stage.weights;
  if (stage.b == 0) {
    clip(stage.a, to, [&](double* y, std::int64_t n) { blend_two(y, n, stage.a, none, pa); });
    clip(0, stage.a - 1, [&](double* y, std::int64_t n) { scale_cells(y, n, none); });
    return;
  }
  clip(stage.reach(), to,
       [&](double* y, std::int64_t n) { blend_four(y, n, stage.a, stage.b, stage.weights); });
  clip(stage.b, stage.reach() - 1,
       [&](double* y, std::int64_t n) { blend_three(y, n, stage.a, stage.b, none, pa, pb); });
  clip(stage.a, stage.b - 1, [&](double* y, std::int64_t n) { blend_two(y, n, stage.a, none, pa); });
  clip(0, stage.a - 1, [&](double* y, std::int64_t n) { scale_cells(y, n, none); });
}

// All stages over all cells, in one sweep from the top: as soon as a stage has done a block, the next one
// follows at the distance of its reach, so that all of them work on cells that are still in the cache.
void sweep(double* zero, std::span<Stage> stages) {
  constexpr std::int64_t kBlock = 4096;
  std::int64_t front = stages.front().next;
  while (front >= 0) {
    const std::int64_t block_end = std::max<std::int64_t>(front - kBlock + 1, 0);
    std::int64_t done_to = block_end;  // the stage before has done the sums down to this one
    for (std::size_t s = 0; s < stages.size(); ++s) {
      Stage& stage = stages[s];
      // Of what a stage reads, the lowest cell must be done by the stage before; at the bottom nothing is
      // below.
      const std::int64_t from = s == 0 || done_to == 0 ? done_to : done_to + stage.reach();
      if (from <= stage.next) {
        pass(zero, stage, from, stage.next);
        stage.next = from - 1;
      }
      done_to = from;
    }
    front = block_end - 1;
  }
}

}  // namespace

std::int64_t add_coins(double* zero, std::int64_t top, std::int64_t room, std::span<const Coin> coins) {
  constexpr std::int64_t kReachInCache =
      std::int64_t{48} * 1024;  // cells between the first and the last stage of a sweep
  constexpr std::size_t kStagesMax = 16;
  std::array<Stage, kStagesMax> stages;
  std::size_t done = 0;
  while (done < coins.size()) {
    std::size_t used = 0;
    std::int64_t reach = 0;
    while (used < kStagesMax && done < coins.size() && (used == 0 || reach < kReachInCache)) {
      Stage stage;
      const Coin& first = coins[done];
      if (done + 1 < coins.size()) {
        const Coin& second = coins[done + 1];
        stage = {.a = first.cells,
                 .b = second.cells,
                 .weights = {(1 - first.p) * (1 - second.p), first.p * (1 - second.p),
                             (1 - first.p) * second.p, first.p * second.p}};
        done += 2;
      } else {
        stage = {.a = first.cells, .b = 0, .weights = {1 - first.p, first.p, 0, 0}};
        done += 1;
      }
      top = std::min(top + stage.reach(), room - 1);
      stage.next = top;
      reach += stage.reach();
      stages[used++] = stage;
    }
    sweep(zero, std::span(stages.data(), used));
  }
  return top;
}

void sum_from_top(const double* zero, std::int64_t top, double* sums) {
  // Four runs side by side hide the latency of the additions; the running total over blocks is compensated.
  constexpr std::int64_t kRun = 64;
  CarefulSum total;
  const double* y = zero - top;
  double* s = sums - top;
  std::int64_t left = top + 1;
  for (; left >= 4 * kRun; left -= 4 * kRun, y += 4 * kRun, s += 4 * kRun) {
    double run0 = 0, run1 = 0, run2 = 0, run3 = 0;
    for (std::int64_t i = 0; i < kRun; ++i) {
      s[i] = run0 += y[i];
      s[i + kRun] = run1 += y[i + kRun];
      s[i + 2 * kRun] = run2 += y[i + 2 * kRun];
      s[i + 3 * kRun] = run3 += y[i + 3 * kRun];
    }
    double* start = s;
    for (const double run : {run0, run1, run2, run3}) {
      add_to_all(start, kRun, total.value());
      total.add(run);
      start += kRun;
    }
  }
  for (std::int64_t i = 0; i < left; ++i) {
    total.add(y[i]);
    s[i] = total.value();
  }
}

void add_range(double* target, std::int64_t new_top, double q, double p, const EvenRange& range,
               const double* sums) {
  const std::int64_t low = range.low, high = range.high;
  const bool plain = range.first == range.inner && range.last == range.inner;
  if (!plain) {
    const auto from = [&](std::int64_t x) { return sums[-std::max<std::int64_t>(x, 0)]; };
    for (std::int64_t x = new_top; x >= 0; --x) {
      double weight = 0;
      if (x >= low) weight = range.first * (from(x - low) - from(x - low + 1));
      if (low < high && x >= low + 1) weight += range.inner * (from(x - high + 1) - from(x - low));
      if (low < high && x >= high) weight += range.last * (from(x - high) - from(x - high + 1));
      target[-x] = q * target[-x] + p * weight;
    }
    return;
  }
  const double each = p * range.inner;
  if (new_top >= high) {
    blend_window(target - new_top, sums - (new_top - high), sums - (new_top - low + 1), new_top - high + 1, q,
                 each);
  }
  const std::int64_t open_top = std::min(new_top, high - 1);
  if (open_top >= low) {
    blend_open_window(target - open_top, sums[0], sums - (open_top - low + 1), open_top - low + 1, q, each);
  }
  const std::int64_t rest_top = std::min(new_top, low - 1);
  if (rest_top >= 0) scale_cells(target - rest_top, rest_top + 1, q);
}

void add_shifted(double* target, std::int64_t room, const double* source, std::int64_t top,
                 std::int64_t shift, const std::array<double, kShiftsAtOnce>& weights) {
  const std::int64_t last = std::min(top + shift + kShiftsAtOnce - 1, room - 1);
  if (last >= shift) add_eight(target - last, source - (last - shift), last - shift + 1, weights);
}

double mass_below(const double* zero, std::int64_t top, const double* sums_b, std::int64_t top_b,
                  std::int64_t limit) {
  // P(B < limit - x) = all - sums_b at limit - x, which is all for limit - x > top_b. Eight sums side by
  // side.
  const double all = sums_b[0];
  CarefulSum total;
  const std::int64_t last = std::min(top, limit - 1);
  const std::int64_t free_to = std::min(last, limit - top_b - 1);  // sums up to here cannot reach the limit
  for (std::int64_t x = 0; x <= free_to; ++x) total.add(zero[-x] * all);
  std::int64_t x = std::max<std::int64_t>(free_to + 1, 0);
  constexpr std::int64_t kBlock = 512;
  for (; x + kBlock <= last + 1; x += kBlock) {
    std::array<double, 8> part{};
    const double* y = zero - x;
    const double* s = sums_b - (limit - x);
    for (std::int64_t i = 0; i < kBlock; i += 8) {
      for (std::size_t k = 0; k < 8; ++k) {
        const std::int64_t at = i + static_cast<std::int64_t>(k);
        part[k] += y[-at] * (all - s[at]);
      }
    }
    for (const double each : part) total.add(each);
  }
  for (; x <= last; ++x) total.add(zero[-x] * (all - sums_b[-(limit - x)]));
  return total.value();
}

}  // namespace surety
