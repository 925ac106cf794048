// Everything that is found out about coverage, gathered once for the tables and for the text.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/coverage.h"
#include "analysis/coverage_burden.h"
#include "analysis/coverage_confidence.h"
#include "analysis/coverage_dependence.h"
#include "analysis/coverage_joint.h"
#include "analysis/coverage_remaining.h"
#include "analysis/coverage_rotation.h"
#include "analysis/coverage_sizing.h"
#include "analysis/coverage_timeline.h"
#include "report/document.h"

namespace surety {

struct CoverageFindings {
  Coverage coverage;
  // One a row of coverage.rows; nothing where the requirement has no amount or a limit was passed.
  std::vector<std::optional<CoverageConfidence>> confidence;
  std::vector<std::optional<CoverageDependence>> dependence;
  std::vector<BurdenShare> burden;
  std::vector<RotationPool> rotation;
  std::vector<RemainingShare> remaining;
  std::vector<TimelinePoint> timeline;
  std::vector<JointMet> joint;
  std::vector<SizingCheck> sizing;
  // Sentences: why a probability is missing. Empty: nothing is.
  std::vector<std::string> not_computed;

  const Requirement& requirement(int index) const {
    return coverage.requirements[static_cast<std::size_t>(index)];
  }
  const Rule& rule(int index) const { return coverage.rules[static_cast<std::size_t>(index)]; }
};

// Probabilities as far as `budget` lasts; sums, shares and gaps always. An Error where a sum is too large.
Result<CoverageFindings> coverage_findings(const Standing& standing, Budget& budget);

// An amount of a requirement as a cell: whole, or hundredths of money.
Value amount_value(bool money, std::int64_t amount);

// The tables of semantics 11 and those of docs/analysis/coverage.md. An Error where money cannot be
// converted.
Result<std::vector<Table>> coverage_tables(const Standing& standing, const CoverageFindings& found);

// Under the default rule, for every requirement: counted, share, gap, met, and expected.
std::vector<Figure> coverage_figures(const Standing& standing, const CoverageFindings& found);

}  // namespace surety
