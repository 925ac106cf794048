// ConflictOracle: do these groups fit together? One solver for all questions about one system.
//
// Method    each group has a selector that is assumed; the solver's models are tested by SumTheory, and what
// it
//           finds becomes clauses, until a model fits or the selectors contradict each other
// Cost      tens of microseconds a question on systems of a thousand groups
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "solve/group_bits.h"
#include "solve/group_truth.h"
#include "solve/sum_theory.h"

namespace surety {

class ConflictOracle {
 public:
  explicit ConflictOracle(const ConstraintSystem& system);

  int group_count() const { return static_cast<int>(selectors_.size()); }

  // One step of `budget`. refuted: core() has groups that contradict each other, rising.
  Fit check(std::span<const int> groups, Budget& budget);
  const GroupSet& core() const { return core_; }
  // The same for literals of sat(); refuted: sat().failed() says which.
  Fit check_literals(std::span<const Literal> literals, Budget& budget);

  // After `fits`: the groups that are true in a situation found, with small or with large amounts.
  const GroupBits& truth(SumTheory::Lean lean = SumTheory::Lean::small);

  // A minimal part of `core`, which contradicts itself; nothing when the budget ended first.
  std::optional<GroupSet> shrink(GroupSet core, Budget& budget);

  // Groups that cannot stand beside `group`, as far as unit propagation shows it; false when `group` cannot
  // stand alone.
  bool foes_by_propagation(int group, GroupSet& foes);

  // The groups extended until no other fits; the groups must fit. Nothing when the budget ended first.
  std::optional<GroupSet> grow(const GroupSet& groups, Budget& budget);

  std::int64_t questions() const { return questions_; }
  const Witnesses& witnesses() const { return witnesses_; }
  Sat& sat() { return sat_; }
  Literal selector(int group) const { return selectors_[static_cast<std::size_t>(group)]; }
  // The group whose selector it is, or -1.
  int group_of(Literal literal) const;

 private:
  Literal translate(Literal literal) const;
  Literal stand_in(Literal sum_literal);
  void add_clause(const Clause& clause, Literal selector);

  const ConstraintSystem& system_;
  Sat sat_;
  std::vector<Literal> booleans_;  // of each Boolean of the system
  SumTheory theory_;
  std::vector<Literal> selectors_;
  std::vector<int> group_of_;                           // by variable of sat_
  std::vector<std::pair<Literal, Literal>> stand_ins_;  // sum literal, its stand-in; sorted
  std::int64_t questions_ = 0;
  GroupSet core_;
  GroupTruth situation_;  // the last that was found
  GroupBits truth_, needed_;
  Witnesses witnesses_;
  std::vector<Literal> assumed_, implied_;
};

}  // namespace surety
