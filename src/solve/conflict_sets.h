// All minimal sets of soft groups that cannot hold together, and all minimal sets whose removal leaves a
// consistent rest.
//
// Method    MARCO (Liffiton, Previti, Malik, Marques-Silva, "Fast, flexible MUS enumeration", Constraints 21,
// 2016)
//           over a SAT solver with a lazy theory of sums, exact for rows of any shape and for whole amounts;
//           parts without a common variable are solved apart, others are divided where no conflict passes
//           (conflict_division.h), and the proof that no conflict is missing is by dualization
//           (conflict_search.h)
// Assumes   nothing of the groups; equal groups may be given once by the caller (they are not merged here)
// Limits    stops where `budget` says so; what was found so far is right, and `complete` is false
// Cost      exponential in the worst case; docs/analysis/conflict.md has measured figures
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/budget.h"
#include "solve/constraint_system.h"
#include "solve/group_set.h"

namespace surety {

// One independent part: no conflict has members in two parts. The concessions of the whole are the unions of
// one concession of each part, so a product of short lists stands for a list too long to write down.
struct ConflictPart {
  GroupSet groups;                    // the members of its conflicts
  std::vector<GroupSet> conflicts;    // smallest first, then by members
  std::vector<GroupSet> concessions;  // smallest first, then by members
  // true: these are all its conflicts, and the concessions are all their minimal hitting sets. false: every
  // set listed is right, but sets may be missing, and then a concession also breaks conflicts that are not
  // listed.
  bool complete = true;
};

struct ConflictSets {
  bool hard_contradiction = false;  // the hard clauses alone cannot hold; then there are no parts
  std::vector<ConflictPart> parts;  // by smallest member; none when everything fits together
  bool complete = true;
};

// REQUIRES the clauses and rows of `system` to name existing variables and amounts.
// To learn why hard clauses contradict each other, ask again with them as soft groups.
// `sets_max` bounds the conflicts, and apart from them the concessions, that one part may list (what hangs
// together by variables counts as one part until it is known to be several). One step of `budget` is one
// question to the solver.
ConflictSets conflict_sets(const ConstraintSystem& system, std::int64_t sets_max, Budget& budget,
                           const ConflictListener& listener = {});

// Whether one situation makes the hard clauses and all the named groups true.
// Nothing when the budget ended first.
std::optional<bool> consistent(const ConstraintSystem& system, std::span<const int> groups, Budget& budget);

// The concession of least weight (ties: fewer members, then members), with a proven lower bound.
// Method: core-guided weighted MaxSAT (OLL: Andres, Kaufmann, Matheis, Schaub, ICLP 2012; Morgado, Dodaro,
// Marques-Silva, CP 2014) on the same oracle.
struct CheapestConcession {
  GroupSet members;
  std::int64_t weight = 0;
  std::int64_t lower_bound = 0;  // equal to `weight` when proved
  bool found = false;            // false: no concession was found within the budget
  bool hard_contradiction = false;
};
CheapestConcession cheapest_concession(const ConstraintSystem& system, Budget& budget);

}  // namespace surety
