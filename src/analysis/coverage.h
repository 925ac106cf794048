// Does it add up? What the pledges bring against what is required, by counting rule.
//
// Question  2 of ARCHITECTURE.md; method, example and limits in docs/analysis/coverage.md
// Method    sums of what counts (worlds/counting.h) and the exact distribution of what will be there
// (solve/uncertain_sum.h) Assumes   pledges hold independently of each other with their likelihoods, given
// the requirement; factors are
//           independent events; amounts are even over a range and triangular over "about"; a condition that
//           is not built of factors is unmet at the low end and met at the high end
// Limits    those of solve/uncertain_sum.h; kMixedMax statements that bring parts and totals at once
// Cost      for each requirement and rule: contributions squared, and amounts x cells x outcomes of the
// factors
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/because.h"
#include "base/budget.h"
#include "base/result.h"
#include "model/standing.h"
#include "worlds/counting.h"

namespace surety {

inline constexpr int kMixedMax = 10;

struct Ends {
  double low = 0;
  double high = 0;
};

// One row: a requirement under a counting rule.
struct CoverageRow {
  int requirement = 0;  // index into Coverage::requirements
  int rule = 0;         // index into Coverage::rules
  Counted counted;
  // Nothing for a requirement that something be there at all.
  std::optional<std::int64_t> gap_min, gap_max;
  std::optional<double> share_min, share_max;  // nothing, too, where 0 is required
  std::optional<Ends> met;  // P(met); nothing as well where a limit was passed, see `why_no_met`
  std::string why_no_met;   // a sentence, or empty
};

// A measure atom of a demand, with what is offered of its capability.
struct CapabilityNeed {
  int statement = 0;
  int capability = 0;
  Measure measure;
  std::vector<int> offers;         // contributions of the capability that no refusal ended
  bool quantified = false;         // whether one of them has a number
  std::int64_t low = 0, high = 0;  // what the quantified ones add up to, in the capability's unit
  Because because;
};

struct Coverage {
  std::vector<Contribution> contributions;
  std::vector<Requirement> requirements;
  std::vector<Rule> rules;
  std::vector<CoverageRow> rows;  // requirement by requirement, rule by rule
  std::vector<CapabilityNeed> needs;

  const Rule& default_rule() const;
  // The row of a requirement under the default rule.
  const CoverageRow& headline(int requirement) const;
};

// Sums, shares and gaps of every row; without `budget`, no probabilities.
Result<Coverage> coverage(const Standing& standing, Budget* budget);

// The same sums under the default rule alone: what a way out asks for many standings.
Result<Coverage> coverage_by_default_rule(const Standing& standing);

// What the amounts that count towards a row come to, at one end of the likelihoods: the high end takes high
// likelihoods, meets conditions that are not built of factors and adds up totals that overlap.
struct RowSum {
  UncertainSum sum;
  std::vector<int> statement_of_event;  // indices of Case::statements
  std::vector<int> factors;             // indices of Case::factors, in the order of sum.factors
  std::vector<int> mixed_events;  // may both raise and lower the sum, so that neither end of their likelihood
                                  // is an end of it
};
enum class LikelihoodEnd { low, high };
RowSum row_sum(const Standing& standing, const Coverage& coverage, const CoverageRow& row, LikelihoodEnd end);

}  // namespace surety
