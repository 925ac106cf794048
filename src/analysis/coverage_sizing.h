// Is the requirement itself of a likely size? Published models of sizing a force, beside it; a check panel,
// never a verdict.
//
// Question  2 of ARCHITECTURE.md; docs/analysis/coverage.md, section "Check panel", with each model's source
// and what it is
//           not made for
// Method    force to population: F = d x P / 1000; force to space: L = F / d, the length that the force would
// hold at
//           published densities; rotation: the pool at published ratios
// Limits    requirements in soldiers, troops or personnel; population only where the place of the requirement
// is the id of
//           an actor with a population
// Cost      a row a model
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/coverage.h"

namespace surety {

struct SizingCheck {
  int requirement = 0;     // index into Coverage::requirements
  std::string_view model;  // "population:stabilisation"
  double value_low = 0, value_high = 0;
  std::string unit;  // the requirement's, or "km"
  std::string_view source;
  Because because;
};

std::vector<SizingCheck> coverage_sizing(const Standing& standing, const Coverage& coverage);

}  // namespace surety
