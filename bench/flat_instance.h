// The flat text form of the generated negotiation instances that conflict_bench measures on, as a constraint
// system.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "solve/constraint_system.h"

namespace surety {

struct FlatInstance {
  ConstraintSystem system;  // one soft group for each different content, weights added up
  std::vector<int> voices;  // of each soft group, how many statements say it
  int statements = 0;
};

// Nothing when the file cannot be read or is not of this form. `collapse`: statements of equal content are
// one group.
std::optional<FlatInstance> read_flat_instance(const std::string& path, bool collapse);

}  // namespace surety
