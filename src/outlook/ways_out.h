// What are the ways out? Each minimal concession thought through to its end.
//
// Question  ways out (ARCHITECTURE.md); example and limits in docs/analysis/ways_out.md
// Method    the concessions of analysis/conflict.h, of independent parts multiplied out best first, each with
// its price,
//           the goals it keeps, and coverage by the default rule without its members
// Limits    kWaysMax ways; where there are more, the best are right and `complete` is false
// Cost      linear in the concessions of the parts, a heap step a way, one coverage a set of moved pledges
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/conflict.h"
#include "analysis/coverage.h"
#include "worlds/prices.h"

namespace surety {

inline constexpr std::size_t kWaysMax = 10'000;

struct WayOut {
  std::vector<int> members;  // indices of Case::statements, in the order of their ids
  std::vector<int>
      gives_up;  // pledges, refusals, demands, red lines, conditions, positions and plans among them
  std::vector<int> if_untrue;  // assessments, requirements and events among them: nobody's to give
  Price price;
  bool keeps_goals = true;
  std::optional<double> share_min,
      share_max;                     // of the worst-covered requirement; nothing where none has a share
  std::optional<int> worst_covered;  // that requirement, an index into requirements_of(standing)
  std::optional<std::int64_t> gap_min, gap_max;  // its gap
  Because covered_because;                       // what the coverage rests on
  std::vector<std::string> lacking;              // requirements that are left with a gap
};

struct WaysOut {
  std::vector<WayOut> ways;       // goals kept first, then nothing untrue, then price, fewer members, ids
  bool complete = true;           // false: the conflicts are not all known, or there are more than kWaysMax
  double count = 0;               // ways in all, as far as known
  double keeping_goals = 0;       // of these
  bool over_goal_keepers = true;  // the next two range over the ways that keep all goals, else over all
  std::vector<int> moves_in_every_way;  // indices of Case::statements, in the order of their ids
  std::vector<int> moves_in_no_way;     // of those that are in some conflict
};

Result<WaysOut> ways_out(const Standing& standing, const ConflictAnswer& conflicts,
                         std::size_t ways_max = kWaysMax);

// Whether a statement of this kind is its holder's to give up.
bool can_be_given_up(StatementKind kind);

// What stands once a way is gone: for each issue of which some claim in a conflict speaks, the options (or
// stretches of the scale) that remain possible, as words.
struct RemainingOptions {
  int issue = 0;
  std::vector<std::string> options;
  bool all = false;  // nothing was ruled out
};
std::vector<RemainingOptions> remaining_options(const Standing& standing, const ConflictAnswer& conflicts,
                                                const WayOut& way, Budget& budget);

}  // namespace surety
