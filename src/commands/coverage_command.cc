// See coverage_command.h.
#include "commands/coverage_command.h"

#include "commands/answer_reasons.h"
#include "commands/case_request.h"
#include "commands/chart_frame.h"
#include "commands/coverage_charts.h"
#include "commands/coverage_findings.h"
#include "commands/coverage_text.h"
#include "commands/work_limits.h"

namespace surety {
namespace {

// After the blocks, whose bars have their picture where they stand.
void add_charts(const Standing& standing, const CoverageFindings& found, Budget& budget, Document& document) {
  document.charts = coverage_charts(standing, found.coverage, document.language);
  for (Chart& chart : distribution_charts(standing, found.coverage, budget, document.language))
    document.charts.push_back(std::move(chart));
  for (Chart& chart : burden_charts(standing, found, document.language))
    document.charts.push_back(std::move(chart));
  for (const Chart& chart : document.charts)
    if (!chart.key.starts_with("coverage:")) document.blocks.emplace_back(ChartPlace{chart.key});
}

Answer run(const Request& request) {
  auto standing = requested_standing(request);
  if (!standing) return std::move(standing.error());
  auto budget = requested_budget(request, kCoverageSteps);
  if (!budget) return std::move(budget.error());
  const auto found = coverage_findings(*standing, *budget);
  if (!found) return refused(found.error());
  auto tables = coverage_tables(*standing, *found);
  if (!tables) return refused(tables.error());
  Document document = document_for(request, *standing);
  document.complete = found->not_computed.empty();
  document.figures = coverage_figures(*standing, *found);
  document.tables = *std::move(tables);
  document.blocks = coverage_blocks(*standing, *found, request);
  if (wants_charts(request)) add_charts(*standing, *found, *budget, document);
  add_reasons(request, *standing, document);
  Answer answer;
  answer.outcome = document.complete ? Outcome::answered : Outcome::stopped;
  answer.content = std::move(document);
  return answer;
}

}  // namespace

CommandRow coverage_command() {
  CommandRow row{
      "coverage",
      {"does it add up: what is offered against what is required",
       "ob es reicht: was angeboten ist gegen das, was nötig ist"},
      {{"CASE", {"a case file or a folder of them", "eine Falldatei oder ein Ordner davon"}, true, false}},
      {},
      run,
      "surety coverage cases/ukraine-2025-08"};
  row.options.assign(case_options().begin(), case_options().end());
  row.options.push_back(budget_option());
  return row;
}

}  // namespace surety
