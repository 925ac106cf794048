// What contradicts what, and who must give way?
//
// Question  3 of ARCHITECTURE.md; method, example and limits in docs/analysis/conflict.md
// Method    all minimal inconsistent sets and all minimal sets whose removal leaves a consistent rest
// (solve/conflict_sets.h),
//           over claims that are told apart by what they say: equal claims are one node with several voices
// Assumes   the enabled assumptions hold; factors are free; amounts of `others` are unbounded
// Limits    the budget, and kSetsMax sets a part; beyond, `complete` is false and what was found is right
// Cost      exponential in the worst case; measured figures in docs/analysis/conflict.md
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/because.h"
#include "base/budget.h"
#include "base/quantity.h"
#include "model/standing.h"
#include "solve/conflict_sets.h"
#include "worlds/clauses.h"

namespace surety {

inline constexpr std::int64_t kSetsMax = 10'000;  // rows of one table (semantics 8)

struct ConflictAnswer {
  ClauseSystem clauses;             // voices[i] is node i
  std::vector<ConflictPart> parts;  // sets of nodes
  bool complete = true;
  // Minimal sets of assumptions (indices of Case::assumptions) that contradict each other; then nothing else
  // is filled.
  std::vector<std::vector<int>> contradicting_assumptions;

  struct Cheapest {
    std::vector<int> nodes;
    Price price;
    bool proved = false;
  };
  std::optional<Cheapest> cheapest;  // nothing where nothing conflicts, or none was found
};

// `listener` hears of each set of nodes as it is found; it may be empty.
using NodeSetListener = std::function<void(const ClauseSystem&, const GroupSet&)>;
ConflictAnswer conflict(const Standing& standing, Budget& budget, const NodeSetListener& listener = {});

// The statements behind a set of nodes, all voices of each, rising.
std::vector<int> statements_of(const ConflictAnswer& answer, const GroupSet& nodes);

// How many sets over statements there are, as far as known: conflicts choose one voice a node, concessions
// take all. Counted in double: exact below 2^53.
double conflict_count(const ConflictAnswer& answer);
double concession_count(const ConflictAnswer& answer);

// The sets over statements (rising indices), smallest first, then by ids; the first `rows_max` of them.
std::vector<std::vector<int>> statement_conflicts(const ConflictAnswer& answer, const Standing& standing,
                                                  std::size_t rows_max);
// All concessions of the whole, multiplied out: by price, then fewer members, then ids. REQUIRES
// concession_count() to be small enough to list.
struct PricedSet {
  std::vector<int> members;
  Price price;
};
std::vector<PricedSet> statement_concessions(const ConflictAnswer& answer, const Standing& standing);

// A minimal set of assumptions under which the statements contradict each other (indices of
// Case::assumptions); empty where they do so by themselves. Cost: one question to the solver an assumption.
std::vector<int> assumptions_behind(const Standing& standing, const std::vector<int>& statements,
                                    Budget& budget);

// Whether two statements are two reports of one holder's word on one line: a dispute, not a clash of two
// parties.
bool is_dispute(const Standing& standing, const std::vector<int>& statements);

}  // namespace surety
