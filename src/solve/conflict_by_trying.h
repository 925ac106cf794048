// For tests: random small constraint systems, and their conflicts and concessions by trying every situation.
#pragma once
#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

#include "base/random.h"
#include "solve/conflict_sets.h"

namespace surety {

// The second way to each answer: knows no solver and no theory, only what the words of ConstraintSystem mean.
class ConflictByTrying {
 public:
  // REQUIRES few Booleans and amounts, small bounds, and at most 30 soft groups.
  explicit ConflictByTrying(const ConstraintSystem& system)
      : system_(system),
        booleans_(static_cast<std::size_t>(system.boolean_count) + 1),
        amounts_(system.amount_max.size()) {
    // Amounts without maximum are tried beyond every bound.
    for (const SumAtLeast& sum : system.sums) largest_ = std::max(largest_, sum.bound + 1);
    try_booleans(1);
    all_ = (1U << system.soft.size()) - 1;
  }

  bool hard_contradiction() const { return situations_.empty(); }

  bool consistent(unsigned groups) const {
    return std::ranges::any_of(situations_, [&](unsigned s) { return (groups & ~s) == 0; });
  }

  std::set<GroupSet> conflicts() const {
    std::set<GroupSet> result;
    for (unsigned groups = 0; groups <= all_; ++groups) {
      bool minimal = !consistent(groups);
      for (unsigned g = 0; g < system_.soft.size() && minimal; ++g) {
        if (groups >> g & 1) minimal = consistent(groups & ~(1U << g));
      }
      if (minimal) result.insert(members(groups));
    }
    return result;
  }

  std::set<GroupSet> concessions() const {
    std::set<GroupSet> result;
    for (unsigned groups = 0; groups <= all_; ++groups) {
      bool minimal = consistent(all_ & ~groups);
      for (unsigned g = 0; g < system_.soft.size() && minimal; ++g) {
        if (groups >> g & 1) minimal = !consistent(all_ & ~(groups & ~(1U << g)));
      }
      if (minimal) result.insert(members(groups));
    }
    return result;
  }

 private:
  static GroupSet members(unsigned groups) {
    GroupSet set;
    for (int g = 0; groups != 0; ++g, groups >>= 1) {
      if (groups & 1) set.push_back(g);
    }
    return set;
  }

  void try_booleans(std::size_t next) {
    if (next < booleans_.size()) {
      for (const bool value : {false, true}) {
        booleans_[next] = value;
        try_booleans(next + 1);
      }
      return;
    }
    for (const auto& options : system_.choices) {
      int true_ones = 0;
      for (const int option : options) true_ones += booleans_[static_cast<std::size_t>(option)] ? 1 : 0;
      if (true_ones != 1) return;
    }
    try_amounts(0);
  }

  void try_amounts(std::size_t next) {
    if (next < amounts_.size()) {
      for (std::int64_t x = 0; x <= system_.amount_max[next].value_or(largest_); ++x) {
        amounts_[next] = x;
        try_amounts(next + 1);
      }
      return;
    }
    for (const Clause& clause : system_.hard) {
      if (!holds(clause)) return;
    }
    unsigned situation = 0;
    for (std::size_t g = 0; g < system_.soft.size(); ++g) {
      const auto& clauses = system_.soft[g].clauses;
      if (std::ranges::all_of(clauses, [&](const Clause& c) { return holds(c); })) situation |= 1U << g;
    }
    situations_.insert(situation);
  }

  bool holds(const Clause& clause) const {
    return std::ranges::any_of(clause, [&](Literal literal) {
      const int variable = std::abs(literal);
      bool value = false;
      if (variable <= system_.boolean_count) {
        value = booleans_[static_cast<std::size_t>(variable)];
      } else {
        const SumAtLeast& sum = system_.sums[static_cast<std::size_t>(variable - system_.boolean_count - 1)];
        std::int64_t total = 0;
        for (const int x : system_.rows[static_cast<std::size_t>(sum.row)])
          total += amounts_[static_cast<std::size_t>(x)];
        value = total >= sum.bound;
      }
      return value == (literal > 0);
    });
  }

  const ConstraintSystem& system_;
  std::vector<bool> booleans_;
  std::vector<std::int64_t> amounts_;
  std::int64_t largest_ = 0;
  std::set<unsigned>
      situations_;  // of each situation that the hard clauses allow, the groups that are true in it
  unsigned all_ = 0;
};

// Everything the language has: choices, bounded and unbounded amounts, rows that overlap in any way, sums of
// both signs, disjunctions of them, hard clauses, private Booleans that stand for a sum, empty groups.
inline ConstraintSystem random_system(Random& random) {
  ConstraintSystem system;
  const auto pick = [&](int n) { return static_cast<int>(random.below(static_cast<std::uint64_t>(n))); };
  system.boolean_count = 2 + pick(4);
  if (random.chance(0.6)) system.choices.push_back({1, 2});
  if (system.boolean_count >= 5 && random.chance(0.5)) system.choices.push_back({3, 4, 5});
  const int amounts = pick(5);
  for (int x = 0; x < amounts; ++x) {
    if (random.chance(0.3))
      system.amount_max.emplace_back(std::nullopt);
    else
      system.amount_max.emplace_back(random.between(0, 3));
  }
  for (int r = 0; amounts > 0 && r < 6; ++r) {
    system.rows.emplace_back();
    for (int x = 0; x < amounts; ++x) {
      if (random.chance(0.55)) system.rows.back().push_back(x);
    }
  }
  const int sums = amounts > 0 ? 3 + pick(7) : 0;
  for (int s = 0; s < sums; ++s) system.sums.push_back({pick(6), random.between(0, 4)});
  const auto literal = [&] {
    const bool sum = sums > 0 && random.chance(0.6);
    const int variable = sum ? system.boolean_count + 1 + pick(sums) : 1 + pick(system.boolean_count);
    return random.chance(0.5) ? variable : -variable;
  };
  const auto clause = [&] {
    Clause result;
    for (int left = 1 + pick(3); left > 0; --left) result.push_back(literal());
    return result;
  };
  for (int h = pick(3); h > 0; --h) system.hard.push_back(clause());
  for (int g = 3 + pick(6); g > 0; --g) {
    SoftGroup group;
    group.weight = random.between(0, 4);
    for (int c = random.chance(0.05) ? 0 : 1 + pick(2); c > 0; --c) group.clauses.push_back(clause());
    system.soft.push_back(std::move(group));
  }
  return system;
}

// The same with a Boolean for one sum, private to one group and equal to the sum, as a translation would make
// it.
inline void add_private_boolean(ConstraintSystem& system, Random& random) {
  if (system.sums.empty()) return;
  const int own = system.boolean_count + 1;
  const auto moved = [&](Literal l) { return std::abs(l) < own ? l : l > 0 ? l + 1 : l - 1; };
  const auto move_all = [&](std::vector<Clause>& clauses) {
    for (Clause& clause : clauses) std::ranges::transform(clause, clause.begin(), moved);
  };
  move_all(system.hard);
  for (SoftGroup& group : system.soft) move_all(group.clauses);
  ++system.boolean_count;
  const int sum = own + 1 + static_cast<int>(random.below(system.sums.size()));
  SoftGroup& group = system.soft[random.below(system.soft.size())];
  group.clauses.push_back({-own, sum});
  group.clauses.push_back({own, -sum});
  group.clauses.push_back({random.chance(0.5) ? own : -own, random.chance(0.5) ? 1 : -1});
}

}  // namespace surety
