// See assess_command.h.
#include "commands/assess_command.h"

#include "commands/assess_text.h"
#include "commands/case_request.h"
#include "commands/conflict_text.h"
#include "commands/coverage_findings.h"
#include "commands/ways_text.h"
#include "commands/work_limits.h"
#include "outlook/assess.h"

namespace surety {
namespace {

// agreed, the figures of the conflicts, those of coverage by the default rule, and how many ways there are.
std::vector<Figure> figures_of(const Standing& standing, const Assessment& a) {
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

Answer run(const Request& request) {
  auto standing = requested_standing(request, Scope::current);
  if (!standing) return std::move(standing.error());
  auto conflict_budget = requested_budget(request, steps_for(kAssessSteps, standing->statements.size()));
  if (!conflict_budget) return std::move(conflict_budget.error());
  auto coverage_budget = requested_budget(request, kCoverageSteps);
  if (!coverage_budget) return std::move(coverage_budget.error());
  const Result<Assessment> assessment = assess(*standing, *conflict_budget, *coverage_budget);
  if (!assessment) return refused(assessment.error());
  Answer answer;
  answer.outcome = assessment->conflicts.complete ? Outcome::answered : Outcome::stopped;
  Document document = document_for(request, *standing);
  document.complete = assessment->conflicts.complete && assessment->ways.complete;
  document.figures = figures_of(*standing, *assessment);
  document.tables = ways_tables(*standing, *assessment);
  Budget explaining = Budget::of_steps(kExplainSteps);
  for (Table& table : conflict_tables(*standing, assessment->conflicts, explaining))
    if (table.key != "concessions") document.tables.push_back(std::move(table));
  lay_out_assessment(request, *standing, *assessment, request.has("all"), document);
  answer.content = std::move(document);
  return answer;
}

}  // namespace

CommandRow assess_command() {
  CommandRow row{
      "assess",
      {"does it hold, where does it break first, and what are the ways out",
       "trägt sie, wo bricht sie zuerst, und welche Auswege gibt es"},
      {{"CASE", {"a case file or a folder of them", "eine Falldatei oder ein Ordner davon"}, true, false}},
      {},
      run,
      "surety assess cases/ukraine-2025-08"};
  row.options.assign(case_options().begin(), case_options().end());
  row.options.push_back(budget_option());
  row.options.push_back({"all",
                         "",
                         {"show every way out and every conflict", "jeden Ausweg und jeden Konflikt zeigen"},
                         false});
  return row;
}

}  // namespace surety
