// Lists of (counted, all) with their probabilities; what is simpler is solved elsewhere.
#include "solve/joint_sum.h"

#include <algorithm>
#include <tuple>

namespace surety {
namespace {

// Products beyond this are not even tried, though many of their values might coincide.
bool fits(std::size_t a, std::size_t b, Budget& budget) {
  const auto x = static_cast<std::int64_t>(a), y = static_cast<std::int64_t>(b);
  return (x == 0 || y <= 4 * kEntangledMax / x) && budget.spend(x * y);
}

}  // namespace

bool JointSum::replace(std::vector<Pair> pairs) {
  std::ranges::stable_sort(pairs, {}, [](const Pair& pair) { return std::pair(pair.counted, pair.all); });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (kept > 0 && pairs[kept - 1].counted == pairs[k].counted && pairs[kept - 1].all == pairs[k].all) {
      pairs[kept - 1].mass += pairs[k].mass;
    } else {
      pairs[kept++] = pairs[k];
    }
  }
  pairs.resize(kept);
  pairs_ = std::move(pairs);
  return static_cast<std::int64_t>(kept) <= kEntangledMax;
}

bool JointSum::add(const Atoms& atoms, bool counted, Budget& budget) {
  if (!fits(pairs_.size(), atoms.size(), budget)) return false;
  std::vector<Pair> pairs;
  for (const Pair& pair : pairs_) {
    for (const Atom& atom : atoms) {
      pairs.push_back(
          {pair.counted + (counted ? atom.value : 0), pair.all + atom.value, pair.mass * atom.mass});
    }
  }
  return replace(std::move(pairs));
}

bool JointSum::add(const JointSum& other, Budget& budget) {
  if (!fits(pairs_.size(), other.pairs_.size(), budget)) return false;
  std::vector<Pair> pairs;
  for (const Pair& a : pairs_) {
    for (const Pair& b : other.pairs_)
      pairs.push_back({a.counted + b.counted, a.all + b.all, a.mass * b.mass});
  }
  return replace(std::move(pairs));
}

bool JointSum::add_total(const Atoms& total, double p, bool counted, Budget& budget) {
  if (!fits(pairs_.size(), total.size() + 1, budget)) return false;
  std::vector<Pair> pairs;
  for (const Pair& pair : pairs_) {
    if (p < 1) pairs.push_back({pair.counted, pair.all, (1 - p) * pair.mass});
    for (const Atom& atom : total) {
      const std::int64_t rest = std::max<std::int64_t>(atom.value - pair.all, 0);
      pairs.push_back({pair.counted + (counted ? rest : 0), pair.all + rest, p * atom.mass * pair.mass});
    }
  }
  return replace(std::move(pairs));
}

Atoms JointSum::counted() const {
  Atoms atoms;
  for (const Pair& pair : pairs_) atoms.push_back({pair.counted, pair.mass});
  tidy(atoms);
  return atoms;
}

}  // namespace surety
