// Clauses: claims as a system of Booleans, choices and sums that `solve` can ask for contradictions.
//
// Equal claims become one soft group with several voices. An issue becomes a choice among the stretches of
// its options that no claim tells apart; a capability's lines become amounts, one for each set of lines that
// no claim tells apart (so 50,000 soldiers or 100 actors cost nothing); a measure becomes a row, its bounds
// become sums.
#pragma once
#include <vector>

#include "model/normal_form.h"
#include "model/standing.h"
#include "solve/constraint_system.h"

namespace surety {

// One soft group: what its voices all claim.
struct ClaimNodeVoices {
  NormalForm form;
  std::vector<int> voices;  // indices of Case::statements, or of Case::assumptions, rising
};

struct ClauseSystem {
  ConstraintSystem system;              // soft[i] is voices[i]; weights are prices
  std::vector<ClaimNodeVoices> voices;  // in order of their first voice

  // The Booleans that stand for the stretches of an issue; empty where no claim speaks of it.
  struct Stretch {
    std::int64_t low = 0, high = 0;  // option numbers, or values of the scale
    int variable = 0;
  };
  std::vector<std::vector<Stretch>> issues;  // one list an issue of the case
};

// The claims of the current statements as soft groups, of the assumptions as hard clauses.
ClauseSystem clauses_of(const Standing& standing);

// The claims of the assumptions as soft groups and nothing hard, to say which contradict each other.
ClauseSystem clauses_of_assumptions(const Standing& standing);

}  // namespace surety
