// What a change of what was said did to the front answer: where it breaks, conflicts and ways out that came
// and went.
//
// Method    two assessments compared by the ids of statements; nothing is searched for anew
// Assumes   an id names the same statement on both sides
// Limits    conflicts beyond kSetsMax and ways beyond kWaysMax are not listed on either side, and what was
// stopped at a limit is not known whole: then `conflicts_known` or `ways_known` is false and nothing is said
// to have come or gone
// Cost      linear in the sets listed, but for sorting
#pragma once
#include <string>
#include <vector>

#include "outlook/assess.h"

namespace surety {

using IdSet = std::vector<std::string>;  // sorted

struct ChangedWay {
  IdSet members;
  Price price;
  bool keeps_goals = true;
};

struct AnswerChange {
  BreaksAt breaks_from = BreaksAt::unknown, breaks_to = BreaksAt::unknown;
  bool conflicts_known = true;
  std::vector<IdSet> conflicts_new, conflicts_gone;  // in the order of the side that has them
  bool ways_known = true;
  std::vector<ChangedWay> ways_new, ways_gone;  // concessions that are minimal on one side alone
};

AnswerChange answer_change(const Standing& from, const Assessment& before, const Standing& to,
                           const Assessment& after);

}  // namespace surety
