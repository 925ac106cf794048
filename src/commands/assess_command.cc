// See assess_command.h.
#include "commands/assess_command.h"

#include <algorithm>

#include "commands/answer_reasons.h"
#include "commands/assess_figures.h"
#include "commands/assess_text.h"
#include "commands/case_request.h"
#include "commands/chart_frame.h"
#include "commands/comparison.h"
#include "commands/comparison_text.h"
#include "commands/conflict_charts.h"
#include "commands/conflict_text.h"
#include "commands/coverage_charts.h"
#include "commands/diff_command.h"
#include "commands/note_text.h"
#include "commands/ways_text.h"
#include "commands/work_limits.h"
#include "outlook/assess.h"

namespace surety {
namespace {

constexpr Phrase kSince = {"What changed since {}", "Was sich geändert hat seit dem Stand {}"};
constexpr Phrase kNothingChanged = {"Nothing.", "Nichts."};

// The sentence about what changed goes right behind the verdict, the details behind the page.
void add_changes(const Comparison& comparison, bool all, Document& document) {
  const auto verdict = std::ranges::find_if(document.blocks, [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->strong;
  });
  const Language language = document.language;
  const auto behind = verdict == document.blocks.end() ? verdict : verdict + 1;
  document.blocks.insert(behind, Paragraph{change_sentence(comparison, language)});
  document.blocks.push_back(Heading{1, filled(kSince, {comparison.from.name}, language), ""});
  if (comparison.diff.empty() && comparison.figures.empty())
    document.blocks.push_back(Paragraph{std::string(kNothingChanged.in(language))});
  lay_out_changes(comparison, all, document);
  for (Table& table : comparison_tables(comparison)) document.tables.push_back(std::move(table));
  document.complete = document.complete && comparison.complete();
}

// The case as it was on the day of --since, as far as it was known then. What --with switches on today and
// was not said by then had no part in it.
std::expected<ComparedSide, Answer> earlier_side(const Request& request, const Case& today) {
  auto dates = requested_two_dates(request, "since");
  if (!dates) return std::unexpected(refused(std::move(dates.error())));
  Request earlier = request;
  earlier.options["as-of"] = {dates->valid->iso()};
  earlier.options["known"] = {dates->known.value_or(*dates->valid).iso()};
  if (const auto with = earlier.options.find("with"); with != earlier.options.end()) {
    std::vector<std::string> ids = request.list("with");
    std::erase_if(ids, [&](const std::string& id) {
      const Statement* s = find_statement(today, id);
      return s != nullptr && !said_by(today, *s, *dates->valid);
    });
    with->second = std::move(ids);
  }
  auto standing = requested_standing(earlier);
  if (!standing) return std::unexpected(std::move(standing.error()));
  std::string name = dates->valid->text(request.language);
  return side_of(*std::move(standing), std::move(name));
}

void add_charts(const Standing& standing, const Assessment& a, Document& document) {
  if (a.breaks_at == BreaksAt::assumptions) return;
  document.charts = coverage_charts(standing, a.coverage, document.language);
  if (!a.groups.empty())
    document.charts.push_back(conflict_chart(standing, a.conflicts, a.groups, a.ways, document.language));
  document.charts.push_back(timeline_chart(standing, standing.statements, document.language));
}

Document front_page(const Request& request, const Standing& standing, const Assessment& assessment) {
  Document document = document_for(request, standing);
  document.complete = assessment.conflicts.complete && assessment.ways.complete;
  document.figures = assess_figures(standing, assessment);
  document.tables = ways_tables(standing, assessment);
  Budget explaining = Budget::of_steps(kExplainSteps);
  for (Table& table : conflict_tables(standing, assessment.conflicts, explaining))
    if (table.key != "concessions") document.tables.push_back(std::move(table));
  lay_out_assessment(request, standing, assessment, request.has("all"), document);
  if (wants_charts(request)) add_charts(standing, assessment, document);
  if (is_note(request)) lay_out_note_end(request, standing, assessment, document);
  if (request.format == "html")
    for (const std::string key : {"conflicts", "timeline"}) document.blocks.emplace_back(ChartPlace{key});
  return document;
}

Answer run(const Request& request) {
  // What changed can be said only where the statements that no longer count are known, too.
  auto standing = requested_standing(request, request.has("since") ? Scope::whole : Scope::current);
  if (!standing) return std::move(standing.error());
  ComparedSide now = side_of(*std::move(standing), standing->as_of.valid.text(request.language));
  if (auto assessed = assess_side(request, now); !assessed) return std::move(assessed.error());
  Document document = front_page(request, now.standing, now.assessment);
  const Standing today = now.standing;
  bool stopped = !now.assessment.conflicts.complete;
  if (request.has("since")) {
    auto before = earlier_side(request, now.standing.c());
    if (!before) return std::move(before.error());
    const auto comparison = compared(request, *std::move(before), std::move(now));
    if (!comparison) return comparison.error();
    add_changes(*comparison, request.has("all"), document);
    stopped = stopped || !comparison->complete();
  }
  add_reasons(request, today, document);
  return {std::move(document), {}, {}, stopped ? Outcome::stopped : Outcome::answered};
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
  row.options.push_back(
      {"since",
       "DATE[,KNOWN]",
       {"what changed since that day, as far as it was known then, down to the statements",
        "was sich seit diesem Tag geändert hat, soweit damals bekannt, bis zu den Aussagen"},
       false});
  row.options.push_back({"all",
                         "",
                         {"show every way out and every conflict", "jeden Ausweg und jeden Konflikt zeigen"},
                         false});
  return row;
}

}  // namespace surety
