// Conflicts and concessions as tables for programs and as lines for people; shared by `conflict` and
// `assess`.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/conflict.h"
#include "base/budget.h"
#include "outlook/assess.h"
#include "report/document.h"

namespace surety {

// Tables `conflicts` (members), `concessions` (members, price; beyond kSetsMax the factors of the product,
// with a column `component`), `contradicting_assumptions` (members). The because of a conflict is its members
// and the assumptions that make them contradict each other; `budget` bounds the questions asked for that.
std::vector<Table> conflict_tables(const Standing& standing, const ConflictAnswer& conflicts, Budget& budget);

// Figures `cheapest_concession` (price; its because is the set), `conflicts` and, where they are not all
// listed, `combinations`.
std::vector<Figure> conflict_figures(const Standing& standing, const ConflictAnswer& conflicts);

// The ids of some statements, as a table cell.
std::vector<std::string> ids_of(const Standing& standing, const std::vector<int>& statements);

// One group a head line and what stands against it, at most `lines_max` groups and conflicts a group.
Outline conflict_outline(const Standing& standing, const ConflictAnswer& conflicts,
                         const std::vector<ConflictGroup>& groups, Language language, std::size_t lines_max);

// "13 conflicts, in 3 groups", "1 conflict, in 1 group".
// Whether anything is assumed, so that a claim may fail for that alone.
inline bool assumes(const Standing& standing) {
  return !standing.assumptions.empty() || !standing.unnamed_on.empty();
}

std::string conflicts_counted(const ConflictAnswer& conflicts, const std::vector<ConflictGroup>& groups,
                              Language language);

// Minimal sets of assumptions that contradict each other, with their reasons.
Outline contradiction_outline(const Standing& standing, const ConflictAnswer& conflicts, Language language);

}  // namespace surety
