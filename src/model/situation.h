// Situation: one way the world may be, and whether a claim is true in it: the meaning of the claim language,
// as plainly as it can be written. Tests hold every faster engine against it.
#pragma once
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "model/standing.h"

namespace surety {

// (capability, actor, place, role): indices into Case::capabilities and the LineSpace.
using Line = std::tuple<int, int, int, int>;

struct Situation {
  std::vector<std::int64_t> issues;  // option number, or value on the scale, of every issue
  std::vector<bool> factors;         // whether each happens
  std::map<Line, std::int64_t>
      amounts;  // >= 0, in whole units or hundredths of the capability's currency; absent: 0
};

// REQUIRES a checked claim and a situation with a value for every issue and factor.
bool holds_in(const Standing& standing, const Claim& claim, const Situation& situation);

}  // namespace surety
