// See statements_command.h.
#include "commands/statements_command.h"

#include <algorithm>
#include <array>

#include "analysis/provenance.h"
#include "analysis/provenance_origins.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/answer_reasons.h"
#include "commands/case_request.h"
#include "commands/chart_frame.h"
#include "commands/conflict_charts.h"
#include "commands/origins_text.h"
#include "commands/statement_filter.h"
#include "commands/statement_jsonld.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "model/claim_sentence.h"
#include "model/likelihood.h"

namespace surety {
namespace {

constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kAssumptions = {"Assumptions", "Annahmen"};
constexpr Phrase kOff = {" – off", " – abgeschaltet"};
constexpr Phrase kNotCurrent = {" – not current: ", " – gilt nicht: "};
constexpr Phrase kOne = {"statement", "Aussage"};
constexpr Phrase kSeveral = {"statements", "Aussagen"};
constexpr Phrase kOfWhich = {", of which ", ", davon "};
constexpr Phrase kCurrent = {" current", " gültig"};
constexpr std::array<Phrase, 3> kHands = {
    {{"first hand", "aus erster Hand"}, {"reported", "berichtet"}, {"hearsay", "Hörensagen"}}};
constexpr Phrase kNothingFound = {"Nothing fits what was asked for.",
                                  "Nichts passt zu dem, was gefragt war."};

Row statement_row(const Standing& standing, int index) {
  const Case& c = standing.c();
  const Statement& s = standing.statement(index);
  const auto claim_cell = [](const std::optional<WrittenClaim>& claim) {
    return claim ? Value(print_claim(claim->claim)) : Value();
  };
  const ProbabilityRange likelihood = likelihood_of(c, s);
  const ProvenanceClass provenance = carriage_of(c, s).provenance;
  return {{s.id, std::string(word(s.kind)), s.speakers, holders_of(c, s), chain_ids(s), said_cell(s),
           claim_cell(s.claim), claim_cell(s.condition),
           s.kind == StatementKind::pledge ? Value(std::string(word(state_of(s)))) : Value(),
           s.modality.empty() ? Value() : Value(s.modality), likelihood.low(), likelihood.high(),
           std::ranges::binary_search(standing.statements, index),
           s.credibility ? Value(static_cast<std::int64_t>(*s.credibility)) : Value(),
           std::string(word(hand_of(provenance))), std::string(word(provenance))},
          Because{s.id}};
}

Table statement_table(const Standing& standing, const std::vector<int>& found) {
  Table table{"statements", {}, {}};
  for (const char* key :
       {"id", "kind", "speaker", "holder", "chain", "said", "claim", "if", "state", "modality",
        "likelihood_low", "likelihood_high", "current", "credibility", "provenance", "provenance_class"})
    table.columns.push_back({key, ""});
  for (const int index : found) table.rows.push_back(statement_row(standing, index));
  return table;
}

std::string reason_of(const Standing& standing, const std::string& id, Language language) {
  if (const Assumption* assumption = find_assumption(standing.c(), id))
    return name_of(assumption->reason, "", language);
  for (const Actor& actor : standing.c().actors)
    if (unnamed_assumption_id(actor.id) == id) return unnamed_text(standing.c(), actor, language);
  return "";
}

// What the analyst adds: the assumptions of the case, and that groups have members who are not named. Tables
// are the same in every language, so that reasons stand here in English where the case has them.
Table assumption_table(const Standing& standing, const std::vector<std::string>& ids) {
  Table table{"assumptions", {{"id", ""}, {"claim", ""}, {"enabled", ""}, {"reason", ""}}, {}};
  const auto group_on = [&](const std::string& id) {
    return std::ranges::any_of(standing.unnamed_on,
                               [&](const std::string& group) { return unnamed_assumption_id(group) == id; });
  };
  for (const std::string& id : ids) {
    const Assumption* a = find_assumption(standing.c(), id);
    const std::string reason = reason_of(standing, id, Language::en);
    const bool on = a == nullptr ? group_on(id) : std::ranges::any_of(standing.assumptions, [&](int i) {
      return standing.assumption(i).id == id;
    });
    table.rows.push_back({{id, a == nullptr ? Value() : Value(print_claim(a->claim.claim)), on,
                           reason.empty() ? Value() : Value(reason)},
                          Because{id}});
  }
  return table;
}

void lay_out_statements(const Standing& standing, const std::vector<int>& found, Document& document) {
  const Language language = document.language;
  Outline lines;
  for (const int index : found) {
    const Statement& s = standing.statement(index);
    const std::string said = said_text(standing.c(), s, language);
    lines.items.push_back({0, s.id,
                           (said.empty() ? "" : said + " · ") + kind_text(s.kind, language) + " · " +
                               holders_text(standing, index, language) + ": " +
                               gloss_of(standing, index, language)});
    const auto claim = full_claim(s);
    const std::string why_not = why_not_current(standing, index, language);
    std::string below = claim && !s.gloss.empty() ? claim_sentence(standing.c(), *claim, language) : "";
    if (!why_not.empty())
      below += std::string(kNotCurrent.in(language).substr(below.empty() ? 5 : 0)) + why_not;
    if (!below.empty()) lines.items.push_back({1, "", below});
  }
  document.blocks.push_back(std::move(lines));
}

void lay_out_assumptions(const Standing& standing, const Table& assumptions, Document& document) {
  if (assumptions.rows.empty()) return;
  const Language language = document.language;
  document.blocks.push_back(Heading{2, std::string(kAssumptions.in(language)), ""});
  Outline lines;
  for (const Row& row : assumptions.rows) {
    const auto& id = std::get<std::string>(row.cells[0]);
    const Assumption* assumption = find_assumption(standing.c(), id);
    const std::string off = std::get<bool>(row.cells[2]) ? "" : std::string(kOff.in(language));
    const std::string reason = reason_of(standing, id, language);
    const std::string claim =
        assumption == nullptr ? "" : claim_sentence(standing.c(), assumption->claim.claim, language);
    lines.items.push_back({0, id, (claim.empty() ? reason : claim) + off});
    if (!claim.empty() && !reason.empty()) lines.items.push_back({1, "", reason});
  }
  document.blocks.push_back(std::move(lines));
}

// "; 15 first hand, 4 reported, 34 hearsay"
std::string hands_text(const Standing& standing, const std::vector<int>& found, Language language) {
  std::array<std::int64_t, 3> counts = {0, 0, 0};
  for (const int index : found) {
    const ProvenanceClass provenance = carriage_of(standing.c(), standing.statement(index)).provenance;
    ++counts[static_cast<std::size_t>(hand_of(provenance))];
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      texts.push_back(number_text(counts[i], language) + " " + std::string(kHands[i].in(language)));
  return "; " + joined(texts, ", ");
}

Answer statements(const Request& request) {
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  const auto filter = requested_filter(request, standing->c());
  if (!filter) return refused(filter.error());
  const Language language = request.language;
  const std::vector<int> found = matching(*standing, *filter);
  if (request.format == "jsonld") return {statement_jsonld(*standing, found), {}, {}, Outcome::answered};
  const std::vector<Origin> origins = origins_of(standing->c(), found);
  Document document = document_for(request, *standing);
  document.figures.push_back(origins_figure(*standing, origins));
  document.tables = {statement_table(*standing, found),
                     assumption_table(*standing, matching_assumptions(*standing, *filter)),
                     origins_table(*standing, origins)};
  const auto is_current = [&](int i) { return std::ranges::binary_search(standing->statements, i); };
  document.blocks.push_back(Heading{1, name_of(standing->c().title, standing->c().id, language),
                                    std::string(kAsOf.in(language)) + standing->as_of.valid.text(language)});
  const std::string count = counted_text(static_cast<std::int64_t>(found.size()), kOne, kSeveral, language) +
                            std::string(kOfWhich.in(language)) +
                            number_text(std::ranges::count_if(found, is_current), language) +
                            std::string(kCurrent.in(language)) + hands_text(*standing, found, language);
  document.blocks.push_back(
      Paragraph{found.empty() ? std::string(kNothingFound.in(language)) : count, false});
  if (filter->narrows() && !found.empty())
    document.blocks.push_back(Paragraph{origins_text(*standing, origins, language), false});
  lay_out_statements(*standing, found, document);
  if (wants_charts(request)) {
    document.charts.push_back(timeline_chart(*standing, found, language));
    document.blocks.push_back(ChartPlace{"timeline"});
  }
  lay_out_assumptions(*standing, document.tables[1], document);
  add_reasons(request, *standing, document);
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow statements_command() {
  CommandRow row{"statements",
                 {"who said what, reported by whom, and what of it counts today",
                  "wer was gesagt hat, wer es weitertrug, und was davon heute gilt"},
                 {case_argument()},
                 {case_options().begin(), case_options().end()},
                 statements,
                 "surety statements cases/ukraine-2025-08 --find soldiers"};
  row.options.insert(row.options.end(), filter_options().begin(), filter_options().end());
  row.formats.emplace_back("jsonld");
  return row;
}

}  // namespace surety
