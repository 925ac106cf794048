// Counting: which contributions count towards a requirement under a counting rule, and what they add up to.
//
// Semantics 6 and 7. Reports on one line are settled first (disputes), then totals give up what their parts
// bring, then what counts is added as if every pledge held and every condition were met.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/because.h"
#include "base/result.h"
#include "solve/uncertain_sum.h"
#include "worlds/contributions.h"

namespace surety {

// A counting rule made ready: the declared ones, and the built-in `all_quantified` unless the case declares
// that id.
struct Rule {
  CountingRule declared;
  bool is_default = false;
  std::vector<std::pair<int, Selector>>
      zeroed;  // (statement, what it sets to zero), for `respect` that is current
};
// The built-in rule first, then the declared ones in order. Exactly one is the default.
std::vector<Rule> rules_of(const Standing& standing);

// One requirement atom: what is needed.
struct Requirement {
  int statement = 0;
  int capability = 0;
  Selector selector;
  Measure measure;                       // as written; under `by each` with the one member
  std::optional<std::int64_t> required;  // nothing: only that there is some
  std::string unit;          // of `required`: the capability's, or the currency written; empty without unit
  bool money = false;        // `required` counts hundredths
  bool conditional = false;  // stands under an `if`
};
// In order of the statements, atoms and members.
std::vector<Requirement> requirements_of(const Standing& standing);

// One line after its reports are settled.
struct CountedLine {
  std::vector<int> reports;        // the contributions on it that the rule admits by state and credibility
  int best = 0;                    // the contribution whose distribution stands for the line
  bool counted = false;            // inside the requirement, of no excluded role and not set to zero
  std::int64_t low = 0, high = 0;  // as pledged, in the requirement's unit
  std::int64_t remainder_low = 0, remainder_high = 0;  // what it adds to its parts
  AmountSpread spread;                                 // of the best report
  std::vector<int> parts;                              // lines it contains
  bool disputed() const { return reports.size() > 1; }
};

struct Counted {
  std::vector<CountedLine> lines;           // quantified ones only
  std::vector<std::pair<int, int>> rivals;  // lines that overlap without one containing the other
  std::vector<int> unquantified;            // contributions inside the requirement without a number
  std::vector<int> counted_contributions;   // contributions that this rule counts, rising
  std::int64_t counted_min = 0;
  std::int64_t counted_max = 0;
  Because because;  // the requirement, what counts, what was set to zero or refused, rates
};

// Error too_large when a sum passes 10^18 or an amount does in the requirement's currency.
Result<Counted> counted(const Standing& standing, const std::vector<Contribution>& all,
                        const Requirement& requirement, const Rule& rule);

// Whether a contribution lies inside a requirement's measure.
bool inside(const Requirement& requirement, const Contribution& contribution);

}  // namespace surety
