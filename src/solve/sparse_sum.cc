// Adds parts to a list of values by merging shifted copies of it.
#include "solve/sparse_sum.h"

#include <algorithm>

namespace surety {
namespace {

// The values with an amount that comes with probability p: two sorted lists become one.
Atoms with_coin(const Atoms& atoms, std::int64_t amount, double p) {
  Atoms sums;
  sums.reserve(2 * atoms.size());
  std::size_t i = 0, j = 0;  // i: without the amount, j: with it
  while (j < atoms.size()) {
    const std::int64_t with = atoms[j].value + amount;
    if (i < atoms.size() && atoms[i].value <= with) {
      const bool same = atoms[i].value == with;
      sums.push_back({atoms[i].value, (1 - p) * atoms[i].mass + (same ? p * atoms[j].mass : 0)});
      j += same ? 1 : 0;
      ++i;
    } else {
      sums.push_back({with, p * atoms[j++].mass});
    }
  }
  return sums;
}

Atoms all_sums(const Atoms& a, const Atoms& b) {
  Atoms sums;
  sums.reserve(a.size() * b.size());
  for (const Atom& x : a) {
    for (const Atom& y : b) sums.push_back({x.value + y.value, x.mass * y.mass});
  }
  tidy(sums);
  return sums;
}

}  // namespace

bool SparseSum::add_one(const SumPart& part, Budget& budget) {
  const auto size = static_cast<std::int64_t>(atoms_.size());
  const auto room_for = [&](std::int64_t more) {
    return more <= 4 * kAtomsMax / size && budget.spend(size * more);
  };
  if (!part.atoms.empty()) {
    if (!room_for(static_cast<std::int64_t>(part.atoms.size()))) return false;
    atoms_ = all_sums(part.atoms, atoms_);
  } else if (part.ranges.empty()) {
    if (!room_for(2)) return false;
    if (part.probability >= 1) {
      for (Atom& atom : atoms_) atom.value += part.point;
    } else {
      atoms_ = with_coin(atoms_, part.point, part.probability);
    }
  } else {
    Atoms brought = {{part.point, 1}};
    for (const AmountSpread& range : part.ranges) {
      if (width(range) > 4 * kAtomsMax / static_cast<std::int64_t>(brought.size())) return false;
      brought = all_sums(atoms_of(range, Grid{}), brought);
    }
    if (part.probability < 1) brought = either_of(part.probability, brought, {{0, 1}});
    if (!room_for(static_cast<std::int64_t>(brought.size()))) return false;
    atoms_ = all_sums(brought, atoms_);
  }
  return static_cast<std::int64_t>(atoms_.size()) <= kAtomsMax;
}

bool SparseSum::add(std::span<const SumPart* const> parts, Budget& budget) {
  return std::ranges::all_of(parts, [&](const SumPart* part) {
    return part->probability <= 0 || part->largest() == 0 || add_one(*part, budget);
  });
}

double SparseSum::mass_below(const SparseSum& other, std::int64_t limit) const {
  CarefulSum below, total;
  std::size_t j = 0;
  for (std::size_t i = atoms_.size(); i-- > 0;) {
    for (; j < other.atoms_.size() && atoms_[i].value + other.atoms_[j].value < limit; ++j) {
      below.add(other.atoms_[j].mass);
    }
    total.add(atoms_[i].mass * below.value());
  }
  return total.value();
}

}  // namespace surety
