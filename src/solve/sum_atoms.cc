// Arithmetic of Atoms: spreads as lists of values, the larger of two values, mixtures.
#include "solve/sum_atoms.h"

#include <algorithm>

#include "base/check.h"

namespace surety {
namespace {

// Multiplies without passing the limit by more than one.
std::int64_t times_up_to_limit(std::int64_t a, std::int64_t b) {
  if (a > kCellsMax || b > kCellsMax) return kCellsMax + 1;
  return std::min(a * b, kCellsMax + 1);
}

EvenRange even_range(std::int64_t low, std::int64_t high, const Grid& grid) {
  const double each = 1 / (static_cast<double>(high - low) + 1);
  EvenRange range{.low = grid.cell(low), .high = grid.cell(high), .first = each, .inner = each, .last = each};
  if (!grid.binned) return range;
  // How many of the numbers round to each cell: those from k * step - step/2 on, `step` of them.
  const std::int64_t half = grid.step / 2;
  if (range.low == range.high) {
    range.first = range.inner = range.last = 1;
    return range;
  }
  range.first = static_cast<double>(range.low * grid.step + (grid.step - half) - low) * each;
  range.inner = static_cast<double>(grid.step) * each;
  range.last = static_cast<double>(high - (range.high * grid.step - half) + 1) * each;
  return range;
}

// How much of the triangle's weight lies on its first k values, 0 <= k <= 2d+1.
double triangle_share(std::int64_t k, std::int64_t d) {
  const double whole = (static_cast<double>(d) + 1) * (static_cast<double>(d) + 1);
  const auto rising = [](std::int64_t n) {
    return static_cast<double>(n) * (static_cast<double>(n) + 1) / 2;
  };
  if (k <= d + 1) return rising(k) / whole;
  return 1 - rising(2 * d + 1 - k) / whole;
}

}  // namespace

std::int64_t width(const AmountSpread& spread) { return std::min(spread.high - spread.low, kCellsMax) + 1; }

void SumPart::add(const AmountSpread& spread) {
  if (spread.low == spread.high) {
    point += spread.low;
  } else {
    ranges.push_back(spread);
  }
}

std::int64_t SumPart::take_certain() {
  std::int64_t certain = 0;
  if (!atoms.empty()) {
    certain = atoms.front().value;
    for (Atom& atom : atoms) atom.value -= certain;
  } else if (probability >= 1) {
    certain = point;
    point = 0;
    for (AmountSpread& range : ranges) {
      certain += range.low;
      range.high -= range.low;
      range.low = 0;
    }
  }
  return certain;
}

std::int64_t SumPart::largest() const {
  if (!atoms.empty()) return atoms.back().value;
  std::int64_t sum = point;
  for (const AmountSpread& range : ranges) sum += range.high;
  return sum;
}

std::int64_t SumPart::outcomes() const {
  if (!atoms.empty()) return static_cast<std::int64_t>(atoms.size());
  std::int64_t product = 1;
  for (const AmountSpread& range : ranges) product = times_up_to_limit(product, width(range));
  return product + (probability < 1 ? 1 : 0);
}

void append_even_ranges(const AmountSpread& spread, const Grid& grid, std::vector<EvenRange>& ranges) {
  SURETY_CHECK(spread.low < spread.high);
  if (spread.shape == AmountSpread::Shape::even) {
    ranges.push_back(even_range(spread.low, spread.high, grid));
    return;
  }
  // The weight d + 1 - |x - n| counts the ways to write x - low as a sum of two numbers of 0..d.
  const std::int64_t d = (spread.high - spread.low) / 2;
  ranges.push_back(even_range(spread.low, spread.low + d, grid));
  ranges.push_back(even_range(0, d, grid));
}

Atoms atoms_of(const AmountSpread& spread, const Grid& grid) {
  Atoms atoms;
  const std::int64_t first = grid.cell(spread.low), last = grid.cell(spread.high);
  const std::int64_t half = grid.binned ? grid.step / 2 : 0;
  const std::int64_t d = (spread.high - spread.low) / 2;
  const double each = 1 / (static_cast<double>(spread.high - spread.low) + 1);
  SURETY_CHECK(last - first <= kCellsMax);
  atoms.reserve(static_cast<std::size_t>(last - first + 1));
  for (std::int64_t cell = first; cell <= last; ++cell) {
    const std::int64_t value = cell * grid.step;
    // The numbers begin..end-1 of the spread stand for this value.
    const std::int64_t begin = std::max(value - half, spread.low);
    const std::int64_t end = std::min(value - half + (grid.binned ? grid.step : 1), spread.high + 1);
    double mass = static_cast<double>(end - begin) * each;
    if (spread.shape == AmountSpread::Shape::triangle) {
      mass = triangle_share(end - spread.low, d) - triangle_share(begin - spread.low, d);
      if (end - begin == 1) {
        const double base = static_cast<double>(d) + 1;
        const std::int64_t off = begin - spread.low > d ? begin - spread.low - d : d - (begin - spread.low);
        mass = (base - static_cast<double>(off)) / (base * base);
      }
    }
    atoms.push_back({value, mass});
  }
  return atoms;
}

void tidy(Atoms& atoms) {
  std::ranges::stable_sort(atoms, {}, &Atom::value);
  std::size_t kept = 0;
  for (std::size_t k = 0; k < atoms.size(); ++k) {
    if (kept > 0 && atoms[kept - 1].value == atoms[k].value) {
      atoms[kept - 1].mass += atoms[k].mass;
    } else {
      atoms[kept++] = atoms[k];
    }
  }
  atoms.resize(kept);
}

Atoms larger_of(const Atoms& a, const Atoms& b) {
  Atoms larger;
  CarefulSum below_a, below_b;  // P(a < value), P(b < value)
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool from_a = j == b.size() || (i < a.size() && a[i].value <= b[j].value);
    const std::int64_t value = from_a ? a[i].value : b[j].value;
    const double mass_a = i < a.size() && a[i].value == value ? a[i++].mass : 0;
    const double mass_b = j < b.size() && b[j].value == value ? b[j++].mass : 0;
    const double mass = mass_a * below_b.value() + mass_b * below_a.value() + mass_a * mass_b;
    below_a.add(mass_a);
    below_b.add(mass_b);
    if (mass > 0) larger.push_back({value, mass});
  }
  return larger;
}

Atoms blend(double p, const Atoms& a, double q, const Atoms& b) {
  Atoms mixture;
  mixture.reserve(a.size() + b.size());
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool from_a = j == b.size() || (i < a.size() && a[i].value <= b[j].value);
    const std::int64_t value = from_a ? a[i].value : b[j].value;
    double mass = 0;
    if (i < a.size() && a[i].value == value) mass += p * a[i++].mass;
    if (j < b.size() && b[j].value == value) mass += q * b[j++].mass;
    if (mass > 0) mixture.push_back({value, mass});
  }
  return mixture;
}

Atoms either_of(double p, const Atoms& a, const Atoms& b) { return blend(p, a, 1 - p, b); }

}  // namespace surety
