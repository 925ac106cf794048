// ConflictSearch: the minimal conflicts and concessions of one undivided system.
//
// Method    single groups first; then what unit propagation shows of pairs; then MARCO: a map of what is not
// yet
//           known proposes a largest set of groups, which either fits (its complement is a concession) or is
//           shrunk to conflicts, several from one proposal. When only concessions come any more, the
//           conflicts known are dualized: if the complement of each of their minimal hitting sets fits, they
//           are all there are
// Cost      each set found takes a few questions
#pragma once
#include <functional>
#include <limits>
#include <set>
#include <vector>

#include "solve/conflict_oracle.h"

namespace surety {

class ConflictSearch {
 public:
  // `system` must outlive the search. `listener` gets numbers of groups of `system`.
  ConflictSearch(const ConstraintSystem& system, std::int64_t sets_max, Budget& budget,
                 ConflictListener listener);

  // stopped           the budget ended, or one of the lists is full
  // conflicting       the hard clauses alone cannot hold
  // only_concessions  not finished; for a long time nothing but concessions came, or proving would take too
  // long
  enum class State { complete, stopped, conflicting, only_concessions };
  State begin();    // one conflict, singles and pairs
  State explore();  // MARCO; more patient each time
  State prove();    // dualizing, where it is not hopeless

  // From begin to the end, unless stopped.
  State run();

  // The search stops after so many questions, or when `accept` refuses a conflict.
  void limit_questions(std::int64_t questions) { questions_max_ = questions; }
  void accept_by(std::function<bool(const GroupSet&)> accept) { accept_ = std::move(accept); }

  // Takes in a conflict that was found elsewhere, as if found here; false when the list is full.
  bool record_conflict(const GroupSet& conflict);
  bool knows(const GroupSet& conflict) const { return known_conflicts_.contains(conflict); }

  const std::vector<GroupSet>& conflicts() const { return conflicts_; }
  const std::set<GroupSet>& concessions() const { return concessions_; }
  ConflictOracle& oracle() { return oracle_; }

 private:
  bool record_concession(const GroupSet& concession);
  bool first_conflict();
  bool drain(GroupSet groups, bool& touched);
  GroupSet complement(const GroupSet& groups) const;

  ConflictOracle oracle_;
  std::int64_t sets_max_;
  Budget& budget_;
  ConflictListener listener_;
  Sat map_;  // variable g + 1: group g is in the set proposed
  std::vector<GroupSet> conflicts_;
  std::set<GroupSet> concessions_;
  std::set<GroupSet> known_conflicts_;
  std::int64_t questions_max_ = std::numeric_limits<std::int64_t>::max();
  std::function<bool(const GroupSet&)> accept_;
  int only_concessions_ = 0;  // since the last conflict
  int patience_ = 100;        // with them
};

}  // namespace surety
