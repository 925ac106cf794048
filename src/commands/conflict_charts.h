// The charts of conflicts and of statements: who clashes with whom and who moves in which way out; who said
// what when.
#pragma once
#include "model/standing.h"
#include "outlook/assess.h"
#include "report/chart.h"

namespace surety {

// "conflicts": rows in the order of the list of contradictions, columns of conflicts and, where there are
// any, of the first ways out. Only what has room is drawn; the chart says what is not.
Chart conflict_chart(const Standing& standing, const ConflictAnswer& conflicts,
                     const std::vector<ConflictGroup>& groups, const WaysOut& ways, Language language);

// "timeline": a lane a holder, in the order in which they first speak.
Chart timeline_chart(const Standing& standing, const std::vector<int>& statements, Language language);

}  // namespace surety
