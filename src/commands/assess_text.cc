// See assess_text.h.
#include "commands/assess_text.h"

#include <algorithm>
#include <set>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/conflict_text.h"
#include "commands/coverage_charts.h"
#include "commands/statement_text.h"
#include "commands/verdict_text.h"
#include "commands/ways_text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr std::size_t kConflictLines = 8;
constexpr std::size_t kRequirementsShown = 8;

constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kKnown = {"known ", "bekannt "};
constexpr Phrase kStatement = {"statement with a claim", "Aussage mit Behauptung"};
constexpr Phrase kStatements = {"statements with a claim", "Aussagen mit Behauptung"};
constexpr Phrase kAssumption = {"assumption", "Annahme"};
constexpr Phrase kAssumptions = {"assumptions", "Annahmen"};
constexpr Phrase kSearchStopped = {"the search was stopped before it could tell",
                                   "die Suche endete, bevor es feststand"};
constexpr Phrase kAgreed = {"agreed", "einig"};
constexpr Phrase kCovered = {"covered", "gedeckt"};
constexpr Phrase kCredible = {"credible", "glaubwürdig"};
constexpr Phrase kYes = {"yes", "ja"};
constexpr Phrase kNo = {"no", "nein"};
constexpr Phrase kOpen = {"open", "offen"};
constexpr Phrase kNoConflict = {"nothing that was said contradicts anything else",
                                "nichts Gesagtes widerspricht etwas anderem"};
constexpr Phrase kAtLeastSoMany = {"at least ", "mindestens "};
constexpr Phrase kNotComputed = {"the deterrence game is not computed in this version",
                                 "das Abschreckungsspiel wird in dieser Version nicht berechnet"};
constexpr Phrase kNothingAsked = {"no requirement is stated", "kein Bedarf ist genannt"};
constexpr Phrase kOf = {" of ", " von "};
constexpr Phrase kDefault = {"  (default)", "  (Standard)"};
constexpr Phrase kContradictions = {"What contradicts what", "Was sich widerspricht"};
constexpr Phrase kNeeded = {"needed: ", "gebraucht: "};
constexpr Phrase kNoNumber = {"offers without a number: ", "Angebote ohne Zahl: "};
constexpr Phrase kNothingOffered = {"nothing offered", "nichts angeboten"};
constexpr Phrase kOffered = {"offered", "angeboten"};
constexpr Phrase kMoreRequirements = {"{} more requirements: surety coverage",
                                      "{} weitere Anforderungen: surety coverage"};
constexpr Phrase kStopped = {
    "The search for conflicts was stopped at its limit: what stands here is right, but there may be more. "
    "--budget SECONDS sets a longer one.",
    "Die Suche nach Konflikten endete an ihrer Grenze: Was hier steht, stimmt, aber es kann mehr geben. "
    "--budget SEKUNDEN setzt eine längere."};

void add_head(const Standing& standing, const Assessment& a, Document& document) {
  const Language language = document.language;
  document.blocks.emplace_back(
      Heading{1, name_of(standing.c().title, standing.c().id, language),
              std::string(kAsOf.in(language)) + standing.as_of.valid.text(language)});
  std::int64_t claims = 0;
  for (const ClaimNodeVoices& node : a.conflicts.clauses.voices)
    claims += static_cast<std::int64_t>(node.voices.size());
  const auto assumptions =
      static_cast<std::int64_t>(standing.assumptions.size() + standing.unnamed_on.size());
  std::string input = counted_text(claims, kStatement, kStatements, language) + ", " +
                      counted_text(assumptions, kAssumption, kAssumptions, language);
  input += "; " + std::string(kKnown.in(language)) + standing.as_of.known.text(language);
  document.blocks.emplace_back(Paragraph{input});
}

std::string agreed_text(const Assessment& a, Language language) {
  if (a.conflicts.parts.empty())
    return std::string((a.conflicts.complete ? kNoConflict : kSearchStopped).in(language));
  const std::string start = a.conflicts.complete ? "" : std::string(kAtLeastSoMany.in(language));
  return start + conflicts_counted(a.conflicts, a.groups, language);
}

ChartState state_of(Phrase word) {
  if (word.en == "yes") return ChartState::yes;
  return word.en == "no" ? ChartState::no : word.en == "perhaps" ? ChartState::partly : ChartState::unknown;
}

// What the conflicts rest on: every statement that is in one.
Because involved(const Document& document) {
  const auto at = std::ranges::find(document.figures, "conflicts", &Figure::key);
  return at == document.figures.end() ? Because() : at->because;
}

// One line a requirement and rule: "16–20 %  of at least 50,000 soldiers, quantified offers  (default)".
void add_covered_rows(const Standing& standing, const Assessment& a, Language language, Grid& grid) {
  bool first = true;
  for (std::size_t r = 0; r < std::min(a.coverage.requirements.size(), kRequirementsShown); ++r) {
    const Requirement& requirement = a.coverage.requirements[r];
    std::vector<const CoverageRow*> rows;
    for (const CoverageRow& row : a.coverage.rows)
      if (row.requirement == static_cast<int>(r) && shown_rule(a.coverage, row)) rows.push_back(&row);
    std::ranges::stable_sort(rows, {}, [&](const CoverageRow* row) {
      return !a.coverage.rules[static_cast<std::size_t>(row->rule)].is_default;
    });
    const bool one_of_several = a.coverage.requirements.size() > 1;
    if (!requirement.required || one_of_several) rows.resize(1);  // the other rules stand in the charts
    for (const CoverageRow* row : rows) {
      const Rule& rule = a.coverage.rules[static_cast<std::size_t>(row->rule)];
      const std::string label = first ? std::string(kCovered.in(language)) : "";
      const bool is_headline = row == rows.front();
      grid.rows.push_back({label, first ? std::string(covered_word(a).in(language)) : "",
                           share_text(a.coverage, *row, language),
                           !requirement.required ? requirement_text(standing, requirement, language)
                           : one_of_several ? measure_text(standing, requirement.measure, language) + ": " +
                                                  requirement_text(standing, requirement, language) + ", " +
                                                  rule_name(rule, language)
                           : is_headline ? requirement_text(standing, requirement, language) + ", " +
                                               rule_name(rule, language) +
                                               std::string(rule.is_default ? kDefault.in(language) : "")
                                         : rule_name(rule, language)});
      grid.because.push_back(row->counted.because);
      grid.states.push_back(first ? std::optional(state_of(covered_word(a))) : std::nullopt);
      first = false;
    }
  }
  if (first)
    grid.rows.push_back({std::string(kCovered.in(language)), std::string(kOpen.in(language)), "",
                         std::string(kNothingAsked.in(language))});
  if (a.coverage.requirements.size() > kRequirementsShown)
    grid.rows.push_back(
        {"", "", "",
         filled(kMoreRequirements, {std::to_string(a.coverage.requirements.size() - kRequirementsShown)},
                language)});
}

void add_three_answers(const Standing& standing, const Assessment& a, Document& document) {
  const Language language = document.language;
  Grid grid{{Align::left, Align::left, Align::right, Align::left}, {}, {}, 2};
  const bool agreed = a.conflicts.parts.empty();
  const bool known = a.conflicts.complete || !agreed;
  grid.rows.push_back({std::string(kAgreed.in(language)),
                       std::string((!known   ? kOpen
                                    : agreed ? kYes
                                             : kNo)
                                       .in(language)),
                       "", agreed_text(a, language)});
  grid.because.emplace_back();
  grid.states.emplace_back();
  add_covered_rows(standing, a, language, grid);
  grid.rows.push_back({std::string(kCredible.in(language)), std::string(kOpen.in(language)), "",
                       std::string(kNotComputed.in(language))});
  grid.because.resize(grid.rows.size());
  grid.states.resize(grid.rows.size());
  grid.because.front() = involved(document);
  grid.states.front() = !known ? ChartState::unknown : agreed ? ChartState::yes : ChartState::no;
  grid.states.back() = ChartState::unknown;
  document.blocks.emplace_back(std::move(grid));
}

// The offers without a number that lie inside a requirement, each statement once.
std::string unquantified_text(const Standing& standing, const Assessment& a, const CoverageRow& row,
                              Language language) {
  std::vector<std::string> offers;
  std::set<int> told;
  for (const int i : row.counted.unquantified) {
    const Contribution& offer = a.coverage.contributions[static_cast<std::size_t>(i)];
    if (told.insert(offer.statement).second)
      offers.push_back(holders_text(standing, offer.statement, language) + " [" +
                       standing.statement(offer.statement).id + "]");
  }
  return joined(offers, ", ");
}

void add_chart(const Standing& standing, const Assessment& a, int r, Document& document) {
  const Language language = document.language;
  const Requirement& requirement = a.coverage.requirements[static_cast<std::size_t>(r)];
  const std::string id = standing.statement(requirement.statement).id;
  BarChart chart;
  chart.key = "coverage:" + requirement_key(standing, a.coverage, r);
  chart.title = measure_text(standing, requirement.measure, language);
  chart.unit = unit_word(requirement.unit, language);
  const double scale = requirement.money ? 100 : 1;
  if (requirement.required) {
    chart.needed = static_cast<double>(*requirement.required) / scale;
    chart.aside = std::string(kNeeded.in(language)) +
                  amount_text(requirement, *requirement.required, language) + " " +
                  unit_word(requirement.unit, language) + " [" + id + "]";
  } else {
    chart.aside = "[" + id + "]";
  }
  for (const CoverageRow& row : a.coverage.rows) {
    if (row.requirement != r || !shown_rule(a.coverage, row) || !requirement.required) continue;
    const Rule& rule = a.coverage.rules[static_cast<std::size_t>(row.rule)];
    BarChart::Bar bar{
        rule_name(rule, language),
        static_cast<double>(row.counted.counted_min) / scale,
        static_cast<double>(row.counted.counted_max) / scale,
        true,
        amount_range_text(requirement, row.counted.counted_min, row.counted.counted_max, language),
        row.counted.because};
    chart.bars.insert(rule.is_default ? chart.bars.begin() : chart.bars.end(), std::move(bar));
  }
  const std::string offers = unquantified_text(standing, a, a.coverage.headline(r), language);
  if (!offers.empty())
    chart.notes.push_back(
        std::string((requirement.required ? kNoNumber : Phrase{"offered: ", "angeboten: "}).in(language)) +
        offers);
  else if (!requirement.required)
    chart.notes.emplace_back(kNothingOffered.in(language));
  document.blocks.emplace_back(std::move(chart));
}

}  // namespace

void lay_out_assessment(const Request& request, const Standing& standing, const Assessment& a, bool all,
                        Document& document) {
  const Language language = document.language;
  add_head(standing, a, document);
  Because because = involved(document);
  for (std::size_t r = 0; r < a.coverage.requirements.size(); ++r)
    because.add(a.coverage.headline(static_cast<int>(r)).counted.because);
  document.blocks.emplace_back(Paragraph{verdict_text(standing, a, language), true, std::move(because)});
  if (a.breaks_at == BreaksAt::assumptions) {
    document.blocks.emplace_back(contradiction_outline(standing, a.conflicts, language));
    return;
  }
  if (!a.conflicts.complete) document.blocks.emplace_back(Paragraph{std::string(kStopped.in(language))});
  add_three_answers(standing, a, document);
  const std::size_t charts =
      all ? a.coverage.requirements.size() : std::min<std::size_t>(a.coverage.requirements.size(), 3);
  for (std::size_t r = 0; r < charts; ++r) add_chart(standing, a, static_cast<int>(r), document);
  if (!a.groups.empty()) {
    document.blocks.emplace_back(Heading{2, std::string(kContradictions.in(language)), ""});
    document.blocks.emplace_back(
        conflict_outline(standing, a.conflicts, a.groups, language, all ? 1'000 : kConflictLines));
    lay_out_ways(standing, a, all, document);
  }
  lay_out_next_steps(request, standing, a, document);
}

}  // namespace surety
