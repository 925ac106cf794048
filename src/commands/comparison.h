// Comparison: two looks at one case with all that changed between them: statements, figures, conflicts, ways
// out.
#pragma once
#include <expected>
#include <string>
#include <vector>

#include "analysis/provenance_diff.h"
#include "commands/command.h"
#include "outlook/answer_change.h"
#include "report/document.h"

namespace surety {

// One look: the case as of two dates, what follows from it, and what a person calls it.
struct ComparedSide {
  Standing standing;
  Assessment assessment;
  std::vector<Figure> figures;
  std::string name;  // "17 Aug 2025", "minutes.toml"
};

struct ChangedFigure {
  Figure from, to;  // a side that lacks it has a key and nothing else
  Because through;  // the changed statements on which it rests on one side or the other
};

struct Comparison {
  ComparedSide from, to;
  ProvenanceDiff diff;
  AnswerChange answer;
  std::vector<ChangedFigure> figures;
  bool complete() const;  // false: a search was stopped at its limit
};

// Limits as for `assess`, for each side. Otherwise the answer that refuses.
std::expected<Comparison, Answer> compared(const Request& request, ComparedSide from, ComparedSide to);

// The side without its assessment.
ComparedSide side_of(Standing standing, std::string name);
// Fills in assessment and figures; an answer that refuses where that cannot be.
std::expected<void, Answer> assess_side(const Request& request, ComparedSide& side);

// How many entries changed in each way (`changes:added` ...), and how many conflicts and ways out came and
// went
// (`conflicts_new` ...; no value where that is not known).
std::vector<Figure> comparison_figures(const Comparison& comparison);

// Tables `changes`, `field_changes`, `figures_changed`, `conflicts_changed`, `ways_changed`,
// `vocabulary_changed`, `sides`.
std::vector<Table> comparison_tables(const Comparison& comparison);

}  // namespace surety
