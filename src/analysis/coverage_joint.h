// How likely is it that all requirements are met together?
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "All together"
// Method    requirements that share no pledge and no factor are independent: their probabilities multiply; of
// those that
//           share some, only bounds are given: at most the smallest, at least their sum less one for each
//           further one (Fréchet 1935). A requirement that another one on the same measure exceeds is met
//           with it.
// Assumes   what coverage.h assumes
// Cost      requirements squared x pledges, a rule
#pragma once
#include <vector>

#include "analysis/coverage.h"

namespace surety {

struct JointMet {
  int rule = 0;                   // index into Coverage::rules
  std::vector<int> requirements;  // indices into Coverage::requirements: those with an amount
  Ends met;
  bool exact = true;  // false: Fréchet bounds entered
  Because because;
};

// One a rule; empty where fewer than two requirements have an amount. A rule of which a probability is
// missing is left out.
std::vector<JointMet> coverage_joint(const Standing& standing, const Coverage& coverage);

}  // namespace surety
