// The oracle of the tests of uncertain sums: every world looked at one by one, and small random sums.
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "base/random.h"
#include "solve/uncertain_sum.h"

namespace surety::oracle {

// The chance of each sum, exact but for the rounding of long double.
using Chances = std::map<std::int64_t, long double>;

inline long double at_least(const Chances& chances, std::int64_t x) {
  long double sum = 0;
  for (auto it = chances.lower_bound(x); it != chances.end(); ++it) sum += it->second;
  return sum;
}

inline long double weight_in(const AmountSpread& spread, std::int64_t x) {
  const auto width = static_cast<long double>(spread.high - spread.low + 1);
  if (spread.shape == AmountSpread::Shape::even) return 1 / width;
  const std::int64_t d = (spread.high - spread.low) / 2, n = spread.low + d;
  const auto base = static_cast<long double>(d + 1);
  return static_cast<long double>(d + 1 - (x > n ? x - n : n - x)) / (base * base);
}

// What these amounts bring of their remainders: all together or, where rivals do not add up, the largest sum
// without two rivals.
inline std::int64_t brought(const UncertainSum& sum, const std::vector<int>& amounts,
                            const std::vector<std::int64_t>& remainder) {
  const auto are_rivals = [&](int a, int b) {
    return !sum.rivals_add && (std::ranges::count(sum.rivals, std::pair(a, b)) > 0 ||
                               std::ranges::count(sum.rivals, std::pair(b, a)) > 0);
  };
  const bool plain = sum.rivals_add || sum.rivals.empty();
  std::int64_t best = 0;
  for (std::size_t chosen = plain ? (std::size_t{1} << amounts.size()) - 1 : 0;
       chosen < std::size_t{1} << amounts.size(); ++chosen) {
    std::int64_t total = 0;
    bool apart = true;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if ((chosen >> i & 1) == 0) continue;
      total += remainder[static_cast<std::size_t>(amounts[i])];
      for (std::size_t j = 0; j < i; ++j)
        apart = apart && ((chosen >> j & 1) == 0 || !are_rivals(amounts[i], amounts[j]));
    }
    if (apart) best = std::max(best, total);
  }
  return best;
}

// The sum in one world; amounts that do not come have the value 0.
inline std::int64_t sum_of_world(const UncertainSum& sum, const std::vector<std::int64_t>& values) {
  const std::size_t n = sum.amounts.size();
  std::vector<std::int64_t> remainder(n);
  std::vector<std::size_t> order(n);
  std::vector<int> counted;
  for (std::size_t i = 0; i < n; ++i) {
    order[i] = i;
    if (sum.amounts[i].counted) counted.push_back(static_cast<int>(i));
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sum.amounts[i].parts.size(); });
  for (const std::size_t i : order) {
    std::int64_t left = values[i];
    std::vector<int> counted_parts;
    for (const int part : sum.amounts[i].parts) {
      if (sum.amounts[static_cast<std::size_t>(part)].counted)
        counted_parts.push_back(part);
      else
        left -= remainder[static_cast<std::size_t>(part)];
    }
    remainder[i] = std::max<std::int64_t>(0, left - brought(sum, counted_parts, remainder));
  }
  return brought(sum, counted, remainder);
}

// All values of all spreads, given which amounts come.
inline void add_values(const UncertainSum& sum, const std::vector<bool>& comes, long double chance,
                       Chances& chances) {
  std::vector<std::int64_t> values(sum.amounts.size());
  const std::function<void(std::size_t, long double)> next = [&](std::size_t i, long double so_far) {
    if (i == values.size()) {
      chances[sum_of_world(sum, values)] += so_far;
      return;
    }
    values[i] = 0;
    if (!comes[i]) return next(i + 1, so_far);
    const AmountSpread& spread = sum.amounts[i].spread;
    for (std::int64_t x = spread.low; x <= spread.high; ++x) {
      values[i] = x;
      next(i + 1, so_far * weight_in(spread, x));
    }
  };
  next(0, chance);
}

// The chances of the sums under one outcome of the factors, for a given joint law of the events: the chance
// of each set of events that happen (bit e of its number: event e).
inline Chances chances_given(const UncertainSum& sum, std::size_t outcome,
                             const std::vector<long double>& law) {
  Chances chances;
  for (std::size_t events = 0; events < law.size(); ++events) {
    if (law[events] <= 0) continue;
    std::vector<bool> comes;
    for (const UncertainAmount& amount : sum.amounts) {
      const bool in_case = amount.when.empty() || amount.when[outcome];
      comes.push_back(in_case && (events >> amount.event & 1) != 0);
    }
    add_values(sum, comes, law[events], chances);
  }
  return chances;
}

inline std::vector<long double> independent(const std::vector<double>& events) {
  std::vector<long double> law(std::size_t{1} << events.size(), 1);
  for (std::size_t set = 0; set < law.size(); ++set) {
    for (std::size_t e = 0; e < events.size(); ++e) {
      const long double p = events[e];
      law[set] *= (set >> e & 1) != 0 ? p : 1 - p;
    }
  }
  return law;
}

inline long double weight_of_outcome(const std::vector<double>& factors, std::size_t outcome) {
  return independent(factors)[outcome];
}

// What a random sum may have.
struct Shape {
  bool nested = false;       // totals, one inside the other
  bool overlapping = false;  // totals that share parts
  bool uncounted = false;
  bool shared_events = false;
  bool rivals = false;
  bool factors = false;
  bool ranges = false;
  std::int64_t amount_max = 12;
};

inline double random_chance(Random& random) {
  switch (random.below(8)) {
    case 0:
      return 0;
    case 1:
      return 1;
    case 2:
      return 0.5;
    default:
      return random.unit();
  }
}

inline AmountSpread random_spread(Random& random, const Shape& shape) {
  AmountSpread spread;
  spread.low = random.between(0, shape.amount_max);
  spread.high = spread.low;
  if (!shape.ranges || !random.chance(0.4)) return spread;
  if (random.chance(0.5)) {
    spread.high += random.between(0, 3);
  } else {
    spread.high += 2 * random.between(0, 2);
    spread.shape = AmountSpread::Shape::triangle;
  }
  return spread;
}

// Parts of amount i among those before it, closed: either disjoint trees, or anything.
inline void add_random_parts(UncertainSum& sum, Random& random, const Shape& shape) {
  const int n = static_cast<int>(sum.amounts.size());
  std::vector<bool> inside(sum.amounts.size());
  for (int i = 1; i < n; ++i) {
    std::vector<bool> is_part(sum.amounts.size());
    if (!random.chance(0.6)) continue;
    for (int j = i - 1; j >= 0; --j) {
      const auto at = static_cast<std::size_t>(j);
      if (!shape.overlapping && inside[at]) continue;
      if (!random.chance(0.5)) continue;
      is_part[at] = inside[at] = true;
      for (const int part : sum.amounts[at].parts) is_part[static_cast<std::size_t>(part)] = true;
    }
    for (int j = 0; j < i; ++j) {
      if (is_part[static_cast<std::size_t>(j)]) sum.amounts[static_cast<std::size_t>(i)].parts.push_back(j);
    }
  }
}

// Renumbers the amounts so that parts need not stand before totals.
inline UncertainSum shuffled(const UncertainSum& sum, Random& random) {
  const std::size_t n = sum.amounts.size();
  std::vector<int> place(n);
  for (std::size_t i = 0; i < n; ++i) place[i] = static_cast<int>(i);
  for (std::size_t i = n; i-- > 1;) std::swap(place[i], place[random.below(i + 1)]);
  UncertainSum answer = sum;
  for (std::size_t i = 0; i < n; ++i) {
    UncertainAmount& moved = answer.amounts[static_cast<std::size_t>(place[i])];
    moved = sum.amounts[i];
    for (int& part : moved.parts) part = place[static_cast<std::size_t>(part)];
  }
  for (auto& [a, b] : answer.rivals) {
    a = place[static_cast<std::size_t>(a)];
    b = place[static_cast<std::size_t>(b)];
  }
  return answer;
}

inline UncertainSum random_sum(Random& random, const Shape& shape) {
  UncertainSum sum;
  const int n = static_cast<int>(random.between(1, 6));
  const int events = shape.shared_events ? static_cast<int>(random.between(1, 4)) : n;
  for (int e = 0; e < events; ++e) sum.events.push_back(random_chance(random));
  const std::uint64_t factors = shape.factors ? random.below(3) : 0;
  for (std::uint64_t f = 0; f < factors; ++f) sum.factors.push_back(random_chance(random));
  for (int i = 0; i < n; ++i) {
    UncertainAmount amount{.spread = random_spread(random, shape), .when = {}, .parts = {}};
    amount.event =
        shape.shared_events ? static_cast<int>(random.below(static_cast<std::uint64_t>(events))) : i;
    amount.counted = !shape.uncounted || random.chance(0.6);
    if (factors > 0 && random.chance(0.6)) {
      for (std::size_t o = 0; o < std::size_t{1} << factors; ++o) amount.when.push_back(random.chance(0.6));
    }
    sum.amounts.push_back(amount);
  }
  if (shape.nested || shape.overlapping) add_random_parts(sum, random, shape);
  if (shape.rivals) {
    for (int a = 0; a < n; ++a) {
      for (int b = 0; b < a; ++b) {
        if (random.chance(0.3)) sum.rivals.emplace_back(a, b);
      }
    }
    sum.rivals_add = random.chance(0.3);
  }
  return shuffled(sum, random);
}

// The shapes that the tests run through.
inline std::vector<Shape> shapes() {
  std::vector<Shape> all;
  for (unsigned bits = 0; bits < 128; ++bits) {
    const auto bit = [&](unsigned k) { return (bits >> k & 1U) != 0; };
    all.push_back({.nested = bit(0),
                   .overlapping = bit(1),
                   .uncounted = bit(2),
                   .shared_events = bit(3),
                   .rivals = bit(4),
                   .factors = bit(5),
                   .ranges = bit(6)});
  }
  return all;
}

}  // namespace surety::oracle
