// Does the guarantee hold, where does it break first, and what are the ways out? The three questions put
// together.
//
// Question  assess (ARCHITECTURE.md): agreed -> covered -> credible; docs/analysis/ways_out.md
// Method    analysis/conflict.h, analysis/coverage.h and outlook/ways_out.h on one standing; nothing is
// computed here Limits    those of the three; credibility is not computed
#pragma once
#include <string>
#include <vector>

#include "analysis/conflict.h"
#include "analysis/coverage.h"
#include "outlook/ways_out.h"

namespace surety {

// Where the chain agreed -> covered -> credible breaks first.
enum class BreaksAt {
  assumptions,    // the assumptions contradict each other: nothing can be said
  agreement,      // some statements cannot hold together
  coverage,       // everything fits, but a requirement is not met by what counts
  nowhere,        // everything fits and what counts reaches every requirement, at least at its high end
  nothing_asked,  // nothing contradicts, and no requirement is stated
  unknown         // the search for conflicts was stopped before it found one
};

// Conflicts that share a node: told together. A conflict belongs to one group, the first whose pivot it
// contains.
struct ConflictGroup {
  int pivot = 0;                    // node
  std::vector<GroupSet> conflicts;  // sets of nodes, each with the pivot
  enum class Kind {
    clash,     // parties against each other
    dispute,   // two reports of one holder's word on one line
    shortfall  // a requirement, and pledges that together leave it short
  };
  Kind kind = Kind::clash;
};

// Largest groups first; ties by the pivot's price, then by its first statement's id.
std::vector<ConflictGroup> conflict_groups(const Standing& standing, const ConflictAnswer& conflicts);

struct Assessment {
  ConflictAnswer conflicts;
  std::vector<ConflictGroup> groups;
  Coverage coverage;
  WaysOut ways;
  BreaksAt breaks_at = BreaksAt::nothing_asked;
  bool met_for_sure = false;  // every requirement is met at the low end of what counts
};

Result<Assessment> assess(const Standing& standing, Budget& conflict_budget, Budget& coverage_budget);

}  // namespace surety
