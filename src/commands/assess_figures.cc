// See assess_figures.h.
#include "commands/assess_figures.h"

#include "commands/conflict_text.h"
#include "commands/coverage_findings.h"

namespace surety {

std::vector<Figure> assess_figures(const Standing& standing, const Assessment& a) {
  std::vector<Figure> figures = conflict_figures(standing, a.conflicts);
  if (figures.empty()) return figures;  // the assumptions contradict each other: nothing can be said
  const Because involved = figures.front().because;
  const bool agreed = a.conflicts.parts.empty();
  figures.insert(
      figures.begin(),
      Figure{"agreed", a.conflicts.complete || !agreed ? Value(agreed) : Value(), {}, {}, "", involved});
  CoverageFindings found;
  found.coverage = a.coverage;
  found.confidence.resize(found.coverage.rows.size());
  for (Figure& figure : coverage_figures(standing, found)) figures.push_back(std::move(figure));
  figures.push_back({"ways_out", a.ways.count, {}, {}, "", involved});
  figures.push_back({"ways_out_keeping_goals", a.ways.keeping_goals, {}, {}, "", involved});
  return figures;
}

}  // namespace surety
