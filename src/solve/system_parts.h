// Parts of a constraint system that have no variable, choice or amount in common, and are solved apart.
#pragma once
#include <vector>

#include "solve/constraint_system.h"

namespace surety {

struct SystemPart {
  ConstraintSystem system;  // with its own numbering
  std::vector<int> groups;  // of each soft group, its number in the whole system; rising
};

// By smallest group; parts without groups, which only can be contradictory in themselves, come last.
// REQUIRES clauses and rows of `system` to name existing variables and amounts. Cost: nearly linear.
std::vector<SystemPart> split_system(const ConstraintSystem& system);

}  // namespace surety
