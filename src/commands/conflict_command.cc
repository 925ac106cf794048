// See conflict_command.h.
#include "commands/conflict_command.h"

#include <algorithm>

#include "analysis/conflict.h"
#include "base/hash.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/answer_reasons.h"
#include "commands/case_request.h"
#include "commands/chart_frame.h"
#include "commands/conflict_charts.h"
#include "commands/conflict_text.h"
#include "commands/statement_text.h"
#include "commands/work_limits.h"
#include "exchange/group_cnf.h"
#include "exchange/input_file.h"
#include "outlook/assess.h"
#include "report/json_writer.h"

namespace surety {
namespace {

constexpr std::size_t kLinesShown = 60;

constexpr Phrase kTitle = {"What contradicts what", "Was sich widerspricht"};
constexpr Phrase kNone = {"Nothing contradicts anything: all {} claims can hold together.",
                          "Nichts widerspricht sich: Alle {} Behauptungen können zusammen gelten."};
constexpr Phrase kOneClaim = {"Nothing contradicts anything: there is one claim, and it can hold.",
                              "Nichts widerspricht sich: Es gibt eine Behauptung, und sie kann gelten."};
constexpr Phrase kAssumptions = {
    "The assumptions contradict each other, so nothing can be said of the statements. Switch one of each set "
    "off:",
    "Die Annahmen widersprechen einander; über die Aussagen lässt sich so nichts sagen. Eine aus jeder Menge "
    "abschalten:"};
constexpr Phrase kConcession = {"minimal concession", "kleinstes Zugeständnis"};
constexpr Phrase kConcessions = {"minimal concessions", "kleinste Zugeständnisse"};
constexpr Phrase kGoalLost = {" (gives up a goal of the case)", " (gibt ein Ziel des Falls auf)"};
constexpr Phrase kCheapest = {"Cheapest concession: price {} – {}", "Billigstes Zugeständnis: Preis {} – {}"};
constexpr Phrase kAtLeast = {" (at most this price; the search was stopped before it was proved)",
                             " (höchstens dieser Preis; die Suche endete vor dem Beweis)"};
constexpr Phrase kStopped = {
    "The search was stopped at its limit: what stands here is right, but there may be more. --budget SECONDS "
    "sets a longer one.",
    "Die Suche endete an ihrer Grenze: Was hier steht, stimmt, aber es kann mehr geben. --budget SEKUNDEN "
    "setzt eine längere."};
constexpr Phrase kParts = {
    "The conflicts fall into {} independent parts; a concession is one choice from each.",
    "Die Konflikte zerfallen in {} unabhängige Teile; ein Zugeständnis ist je eine Wahl aus jedem."};
constexpr Phrase kAsOf = {"as of ", "Stand "};

void lay_out(const Standing& standing, const ConflictAnswer& conflicts, Document& document) {
  const Language language = document.language;
  document.blocks.emplace_back(
      Heading{1, name_of(standing.c().title, standing.c().id, language),
              std::string(kAsOf.in(language)) + standing.as_of.valid.text(language)});
  if (!conflicts.contradicting_assumptions.empty()) {
    document.blocks.emplace_back(Paragraph{std::string(kAssumptions.in(language)), true});
    document.blocks.emplace_back(contradiction_outline(standing, conflicts, language));
    return;
  }
  if (!conflicts.complete) document.blocks.emplace_back(Paragraph{std::string(kStopped.in(language)), true});
  if (conflicts.parts.empty()) {
    const auto claims = static_cast<std::int64_t>(conflicts.clauses.voices.size());
    if (conflicts.complete)
      document.blocks.emplace_back(Paragraph{claims == 1
                                                 ? std::string(kOneClaim.in(language))
                                                 : filled(kNone, {number_text(claims, language)}, language)});
    return;
  }
  const std::vector<ConflictGroup> groups = conflict_groups(standing, conflicts);
  document.blocks.emplace_back(Paragraph{
      conflicts_counted(conflicts, groups, language) + "; " +
      count_text(concession_count(conflicts), language) + " " +
      std::string((concession_count(conflicts) == 1 ? kConcession : kConcessions).in(language)) + "."});
  document.blocks.emplace_back(Heading{2, std::string(kTitle.in(language)), ""});
  document.blocks.emplace_back(conflict_outline(standing, conflicts, groups, language, kLinesShown));
  if (conflicts.parts.size() > 1)
    document.blocks.emplace_back(
        Paragraph{filled(kParts, {std::to_string(conflicts.parts.size())}, language)});
  if (conflicts.cheapest) {
    std::vector<std::string> lines;
    for (const int node : conflicts.cheapest->nodes)
      lines.push_back(node_line(standing, conflicts, node, language));
    std::string text = filled(
        kCheapest, {number_text(conflicts.cheapest->price.count, language), joined(lines, " · ")}, language);
    const std::vector<int> members = statements_of(conflicts, conflicts.cheapest->nodes);
    if (std::ranges::any_of(members, [&](int i) { return standing.statement(i).goal; }))
      text += kGoalLost.in(language);
    if (!conflicts.cheapest->proved) text += kAtLeast.in(language);
    document.blocks.emplace_back(Paragraph{text});
  }
}

Answer answer_for_case(const Request& request) {
  auto standing = requested_standing(request, Scope::current);
  if (!standing) return std::move(standing.error());
  auto budget = requested_budget(request, steps_for(kConflictSteps, standing->statements.size()));
  if (!budget) return std::move(budget.error());
  NodeSetListener listener;
  if (request.has("stream") && request.emit)
    listener = [&](const ClauseSystem& clauses, const GroupSet& nodes) {
      ConflictAnswer voices;
      voices.clauses.voices = clauses.voices;
      std::vector<std::string> members;
      for (const std::string& id : ids_of(*standing, statements_of(voices, nodes)))
        members.push_back(json_string(id));
      request.emit(R"({"conflict": [)" + joined(members, ", ") + "]}");
    };
  const ConflictAnswer conflicts = conflict(*standing, *budget, listener);
  Answer answer;
  answer.outcome = conflicts.complete ? Outcome::answered : Outcome::stopped;
  Document document = document_for(request, *standing);
  Budget explaining = Budget::of_steps(kExplainSteps);
  document.tables = conflict_tables(*standing, conflicts, explaining);
  document.figures = conflict_figures(*standing, conflicts);
  document.complete = conflicts.complete && std::ranges::find(document.figures, "combinations",
                                                              &Figure::key) == document.figures.end();
  lay_out(*standing, conflicts, document);
  if (wants_charts(request) && !conflicts.parts.empty()) {
    document.charts.push_back(
        conflict_chart(*standing, conflicts, conflict_groups(*standing, conflicts), {}, document.language));
    document.blocks.emplace_back(ChartPlace{"conflicts"});
  }
  add_reasons(request, *standing, document);
  answer.content = std::move(document);
  return answer;
}

std::vector<std::string> group_numbers(const GroupSet& groups) {
  std::vector<std::string> numbers;
  for (const int group : groups) numbers.push_back(std::to_string(group + 1));
  return numbers;
}

// The minimal sets of a group CNF: the groups are the statements, each of price 1.
Document gcnf_document(const Request& request, const std::string& bytes, const ConflictSets& sets) {
  Document document;
  document.command = request.command;
  document.input_sha256 = sha256_hex(bytes);
  document.language = request.language;
  document.complete = sets.complete;
  Table conflicts{"conflicts", {{"members", ""}}, {}},
      concessions{"concessions", {{"members", ""}, {"price", "points"}}, {}};
  double combinations = sets.parts.empty() ? 0 : 1;
  for (const ConflictPart& part : sets.parts) {
    combinations *= static_cast<double>(part.concessions.size());
    for (const GroupSet& set : part.conflicts)
      conflicts.rows.push_back({{group_numbers(set)}, Because(group_numbers(set))});
  }
  const bool listed = combinations <= static_cast<double>(kSetsMax);
  std::vector<GroupSet> whole;
  if (listed && combinations > 0) whole.emplace_back();
  for (std::size_t p = 0; p < sets.parts.size(); ++p) {
    std::vector<GroupSet> longer;
    for (const GroupSet& set : sets.parts[p].concessions) {
      if (!listed)
        concessions.rows.push_back(
            {{group_numbers(set), static_cast<std::int64_t>(set.size()), static_cast<std::int64_t>(p + 1)},
             Because(group_numbers(set))});
      for (const GroupSet& front : whole) {
        GroupSet united = front;
        united.insert(united.end(), set.begin(), set.end());
        std::ranges::sort(united);
        longer.push_back(std::move(united));
      }
    }
    whole = std::move(longer);
  }
  std::ranges::sort(whole, [](const GroupSet& a, const GroupSet& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  if (!listed) concessions.columns.push_back({"component", ""});
  for (const GroupSet& set : whole)
    concessions.rows.push_back(
        {{group_numbers(set), static_cast<std::int64_t>(set.size())}, Because(group_numbers(set))});
  document.complete = document.complete && listed;
  std::size_t cheapest = 0;
  for (const ConflictPart& part : sets.parts)
    if (!part.concessions.empty()) cheapest += part.concessions.front().size();
  const Value price = combinations > 0 ? Value(static_cast<std::int64_t>(cheapest)) : Value();
  document.figures.push_back({"cheapest_concession", price, price, price, "points", {}});
  if (!listed) document.figures.push_back({"combinations", combinations, {}, {}, "", {}});
  document.tables = {std::move(conflicts), std::move(concessions),
                     Table{"contradicting_assumptions", {{"members", ""}}, {}}};
  if (sets.hard_contradiction)
    document.tables[2].rows.push_back({{std::vector<std::string>{"0"}}, Because{"0"}});
  return document;
}

void lay_out_gcnf(const ConflictSets& sets, Document& document) {
  const Language language = document.language;
  if (sets.hard_contradiction) {
    document.blocks.emplace_back(Paragraph{
        std::string(Phrase{"Group 0 contradicts itself: no set of the other groups is to blame.",
                           "Gruppe 0 widerspricht sich selbst: Keine Menge der anderen Gruppen ist schuld."}
                        .in(language))});
    return;
  }
  if (!sets.complete) document.blocks.emplace_back(Paragraph{std::string(kStopped.in(language)), true});
  for (const Table& table : document.tables) {
    document.blocks.emplace_back(
        Heading{2, table.key, number_text(static_cast<std::int64_t>(table.rows.size()), language)});
    Outline lines;
    for (std::size_t i = 0; i < std::min(table.rows.size(), kLinesShown); ++i)
      lines.items.push_back({0, "", joined(std::get<std::vector<std::string>>(table.rows[i].cells[0]), " ")});
    document.blocks.emplace_back(std::move(lines));
  }
}

Answer answer_for_gcnf(const Request& request) {
  const std::string path = request.value("gcnf");
  auto bytes = read_input_file(path);
  if (!bytes) {
    Answer answer = refused(std::move(bytes.error().faults));
    if (bytes.error().machine_failed) answer.outcome = Outcome::machine_failed;
    return answer;
  }
  const auto system = read_group_cnf(*bytes, path);
  if (!system) return refused(Faults{system.error()});
  auto budget = requested_budget(request, kConflictSteps);
  if (!budget) return std::move(budget.error());
  const ConflictSets sets = conflict_sets(*system, kSetsMax, *budget);
  Document document = gcnf_document(request, *bytes, sets);
  lay_out_gcnf(sets, document);
  Answer answer;
  answer.outcome = sets.complete ? Outcome::answered : Outcome::stopped;
  answer.content = std::move(document);
  return answer;
}

Answer run(const Request& request) {
  if (request.has("gcnf")) {
    if (!request.arguments.empty())
      return refused(Faults{{{"--gcnf", 0, 0},
                             "a case and a group CNF cannot be asked about at once",
                             "either a case or --gcnf FILE"}});
    return answer_for_gcnf(request);
  }
  if (request.arguments.empty())
    return refused(Faults{{{"conflict", 0, 0}, "nothing to look at", "a case, or --gcnf FILE"}});
  return answer_for_case(request);
}

}  // namespace

CommandRow conflict_command() {
  CommandRow row{
      "conflict",
      {"what contradicts what, and who must give way", "was sich widerspricht, und wer nachgeben muss"},
      {{"CASE", {"a case file or a folder of them", "eine Falldatei oder ein Ordner davon"}, false, false}},
      {},
      run,
      "surety conflict cases/ukraine-2025-08"};
  row.options.assign(case_options().begin(), case_options().end());
  row.options.push_back(budget_option());
  row.options.push_back(
      {"gcnf",
       "FILE",
       {"ask about a group CNF instead of a case", "statt eines Falls eine Gruppen-CNF befragen"},
       false});
  row.options.push_back({"stream",
                         "",
                         {"print each conflict as a line of JSON as soon as it is found",
                          "jeden Konflikt sofort als JSON-Zeile ausgeben"},
                         false});
  return row;
}

}  // namespace surety
