// Tests of sums on a grid: shared passes against plain ones, dropped cells, bins and their error bound.
#include "solve/dense_sum.h"

#include <doctest/doctest.h>

#include <cmath>

#include "base/random.h"
#include "solve/fourier.h"
#include "solve/part_sum.h"
#include "solve/sparse_sum.h"
#include "solve/uncertain_sum.h"

using namespace surety;

namespace {

constexpr std::uint64_t kSeed = 20250823;

// Points up to `most`, here and there a range (not wide, for the plain way is slow) or a list of values.
SumPart random_part(Random& random, std::int64_t most) {
  SumPart part{.probability = random.chance(0.1) ? 1.0 : random.unit(), .point = random.between(1, most)};
  const std::uint64_t kind = random.below(10);
  if (kind >= 7) {
    const std::int64_t low = random.between(0, most);
    part.add({.low = low,
              .high = low + 2 * random.between(1, std::min<std::int64_t>(most / 2, 50)),
              .shape = kind == 9 ? AmountSpread::Shape::triangle : AmountSpread::Shape::even});
  }
  if (kind == 0) {
    part = {};
    double left = 1;
    for (std::int64_t value = random.between(0, most); left > 0.01;
         value += random.between(1, most / 4 + 1)) {
      const double mass = left * random.unit();
      part.atoms.push_back({value, mass});
      left -= mass;
    }
    part.atoms.back().mass += left;
  }
  return part;
}

// The plain way, in long double.
std::vector<long double> plain_sum(const std::vector<SumPart>& parts) {
  std::vector<long double> sum = {1};
  for (const SumPart& part : parts) {
    Atoms atoms = part.atoms;
    if (atoms.empty()) {
      atoms = {{part.point, 1}};
      for (const AmountSpread& range : part.ranges) {
        Atoms next;
        for (const Atom& x : atoms) {
          for (const Atom& y : atoms_of(range, Grid{})) next.push_back({x.value + y.value, x.mass * y.mass});
        }
        atoms = next;
      }
      for (Atom& atom : atoms) atom.mass *= part.probability;
      atoms.push_back({0, 1 - part.probability});
    }
    std::int64_t largest = 0;
    for (const Atom& atom : atoms) largest = std::max(largest, atom.value);
    std::vector<long double> next(sum.size() + static_cast<std::size_t>(largest));
    for (const Atom& atom : atoms) {
      for (std::size_t k = 0; k < sum.size(); ++k) {
        next[k + static_cast<std::size_t>(atom.value)] += sum[k] * static_cast<long double>(atom.mass);
      }
    }
    sum = std::move(next);
  }
  return sum;
}

bool close(double a, long double b) { return std::abs(a - static_cast<double>(b)) <= 1e-13; }

UncertainSum smooth_sum(int n, std::int64_t scale, Random& random) {
  UncertainSum sum;
  for (int i = 0; i < n; ++i) {
    sum.events.push_back(0.2 + 0.6 * random.unit());
    const std::int64_t low = random.between(scale / 2, scale);
    const std::int64_t d = random.between(0, scale / 10);
    sum.amounts.push_back({.event = i, .spread = {.low = low, .high = low + 2 * d}, .when = {}, .parts = {}});
    if (i % 3 == 0) sum.amounts.back().spread.shape = AmountSpread::Shape::triangle;
    if (i % 3 == 1) sum.amounts.back().spread.high = low;
  }
  return sum;
}

// The same pledges a million times as large and a little different: points and even ranges lie, matched by
// their quantiles, less than a coarse unit above the coarse ones, each of the two even ranges of a triangle
// less than one apart.
constexpr std::int64_t kFiner = 1'000'000;
UncertainSum finer(UncertainSum sum, Random& random) {
  for (UncertainAmount& amount : sum.amounts) {
    AmountSpread& spread = amount.spread;
    const bool is_point = spread.low == spread.high;
    spread.low *= kFiner;
    spread.high *= kFiner;
    if (!is_point && spread.shape == AmountSpread::Shape::even) spread.high += kFiner - 1;
    if (is_point) spread.low = spread.high += static_cast<std::int64_t>(random.below(kFiner));
  }
  return sum;
}

}  // namespace

TEST_CASE("dense sum: shared passes give what single plain ones give, wherever cells are dropped") {
  Random random(kSeed);
  INFO("seed ", kSeed);
  for (int round = 0; round < 25; ++round) {
    // From small reaches, many of which share a sweep, to some that are larger than a block.
    const std::int64_t most = std::int64_t{4} << (2 * random.below(6));
    std::vector<SumPart> parts;
    for (std::uint64_t n = random.below(most > 1000 ? 8 : 40) + 1; n > 0; --n)
      parts.push_back(random_part(random, most));
    const std::vector<long double> plain = plain_sum(parts);
    const auto largest = static_cast<std::int64_t>(plain.size()) - 1;
    const std::int64_t room = random.chance(0.5) ? largest + 1 : random.between(1, largest + 1);
    Budget budget;
    DenseSum sum(Grid{}, room);
    REQUIRE(sum.add(pointers_to(parts), budget));
    std::vector<double> mass(static_cast<std::size_t>(room));
    for (const Atom& atom : sum.atoms()) {
      REQUIRE(atom.value < room);
      mass[static_cast<std::size_t>(atom.value)] = atom.mass;
    }
    for (std::size_t x = 0; x < mass.size(); ++x) REQUIRE(close(mass[x], plain[x]));
    DenseSum other(Grid{}, room);
    REQUIRE(other.add(pointers_to({parts.front()}), budget));
    parts.push_back(parts.front());
    const std::vector<long double> both = plain_sum(parts);
    long double below = 0;
    for (std::int64_t x = 0; x < room; ++x) {
      const bool looked_at = x < 10 || x + 3 > room || x % 997 == 0;
      if (looked_at) REQUIRE(close(sum.mass_below(other, x), below));
      below += both[static_cast<std::size_t>(x)];
    }
  }
}

TEST_CASE("dense sum: lists give the same") {
  Random random(kSeed + 1);
  INFO("seed ", kSeed + 1);
  for (int round = 0; round < 100; ++round) {
    std::vector<SumPart> parts;
    for (std::uint64_t n = random.below(8) + 1; n > 0; --n) parts.push_back(random_part(random, 6));
    const std::vector<long double> plain = plain_sum(parts);
    Budget budget;
    SparseSum list;
    REQUIRE(list.add(pointers_to(parts), budget));
    for (const Atom& atom : list.atoms())
      REQUIRE(close(atom.mass, plain[static_cast<std::size_t>(atom.value)]));
    long double below = 0;
    for (std::size_t x = 0; x < plain.size(); ++x) {
      REQUIRE(close(list.mass_below(SparseSum(), static_cast<std::int64_t>(x)), below));
      below += plain[x];
    }
  }
}

TEST_CASE("dense sum: sums from the top stay exact over many cells") {
  std::vector<double> cells(1'000'003, 1e-6 / 3), sums(cells.size());
  const auto top = static_cast<std::int64_t>(cells.size()) - 1;
  sum_from_top(&cells.back(), top, &sums.back());
  for (const std::int64_t x : {std::int64_t{0}, std::int64_t{1}, top / 2, top - 300, top}) {
    const long double exact = static_cast<long double>(1e-6 / 3) * static_cast<long double>(top + 1 - x);
    CHECK(std::abs(sums[static_cast<std::size_t>(top - x)] - static_cast<double>(exact)) <= 2e-16);
  }
}

TEST_CASE("dense sum: long rows are convolved as short ones are") {
  Random random(kSeed + 3);
  INFO("seed ", kSeed + 3);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> a(random.below(300) + 1), b(random.below(300) + 1);
    for (std::vector<double>* row : {&a, &b}) {
      for (double& cell : *row) cell = random.unit() / static_cast<double>(row->size());
    }
    const auto length = static_cast<std::int64_t>(a.size() + b.size() - 1);
    const Cells fast = convolution(a, b, length);
    std::vector<long double> plain(a.size() + b.size() - 1);
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) plain[i + j] += static_cast<long double>(a[i]) * b[j];
    }
    REQUIRE(fast.size() == plain.size());
    for (std::size_t k = 0; k < plain.size(); ++k)
      REQUIRE(std::abs(fast[k] - static_cast<double>(plain[k])) <= 1e-15);
  }
}

TEST_CASE("dense sum: long lists of values, also where cells are dropped") {
  Random random(kSeed + 4);
  INFO("seed ", kSeed + 4);
  for (const std::int64_t room : {std::int64_t{12'001}, std::int64_t{5000}}) {
    std::vector<SumPart> parts(2);
    for (SumPart& part : parts) {
      for (std::int64_t value = 500; value <= 6000; ++value)
        part.atoms.push_back({value, random.unit() / 2750});
    }
    Budget budget;
    DenseSum sum(Grid{}, room);
    REQUIRE(sum.add(pointers_to(parts), budget));
    CHECK(budget.spent() < 5'000 * 100);  // by transform
    std::vector<long double> plain(12'001);
    for (const Atom& x : parts[0].atoms) {
      for (const Atom& y : parts[1].atoms) {
        plain[static_cast<std::size_t>(x.value + y.value)] += static_cast<long double>(x.mass) * y.mass;
      }
    }
    for (const Atom& atom : sum.atoms()) {
      REQUIRE(atom.value < room);
      REQUIRE(close(atom.mass, plain[static_cast<std::size_t>(atom.value)]));
      plain[static_cast<std::size_t>(atom.value)] = 0;
    }
    for (std::int64_t x = 0; x < room; ++x) REQUIRE(close(0, plain[static_cast<std::size_t>(x)]));
  }
}

TEST_CASE("dense sum: bins keep their error bound") {
  Random random(kSeed + 2);
  INFO("seed ", kSeed + 2);
  for (const bool nested : {false, true}) {
    CAPTURE(nested);
    UncertainSum coarse = smooth_sum(30, 3000, random);
    if (nested) {
      // What a total and its parts bring moves by no more than they do together.
      for (int i = 2; i < 30; i += 3) coarse.amounts[static_cast<std::size_t>(i)].parts = {i - 2, i - 1};
    }
    const UncertainSum fine = finer(coarse, random);
    Budget budget;
    const auto exact = sum_distribution(coarse, budget);
    const auto binned = sum_distribution(fine, budget);
    REQUIRE(exact);
    REQUIRE(binned);
    CHECK(exact->error_bound == 0);
    CHECK(binned->error_bound > 0);
    CHECK(binned->error_bound < 0.02);
    double total = 0;
    for (const double mass : binned->mass) total += mass;
    CHECK(std::abs(total - 1) <= 1e-12);
    // 30 amounts, 10 of them triangles.
    for (std::int64_t x = 1000; x < 90'000; x += 1997) {
      const double fine_here = binned->at_least(x * kFiner);
      CHECK(fine_here >= exact->at_least(x + 20) - binned->error_bound);
      CHECK(fine_here <= exact->at_least(x - 50) + binned->error_bound);
    }
    const auto met = met_by_outcome(fine, 40'000 * kFiner, budget);
    REQUIRE(met);
    CHECK(std::abs(met->front() - binned->at_least(40'000 * kFiner)) <= 2 * binned->error_bound);
  }
}
