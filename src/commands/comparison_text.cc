// See comparison_text.h.
#include "commands/comparison_text.h"

#include <algorithm>
#include <array>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "commands/value_text.h"
#include "model/claim_sentence.h"

namespace surety {
namespace {

constexpr std::size_t kLinesShown = 12, kFiguresInSentence = 3, kThroughShown = 6;

// What the answer is, as a clause.
constexpr std::array<Phrase, 6> kClauses = {
    {{"nothing can be said, since the assumptions contradict each other",
      "es lässt sich nichts sagen, weil die Annahmen einander widersprechen"},
     {"it does not hold and breaks first at agreement",
      "sie trägt nicht und scheitert zuerst an der Einigung"},
     {"nothing contradicts, but it breaks at coverage",
      "nichts widerspricht sich, aber sie scheitert an der Deckung"},
     {"it holds if the pledges come to their upper ends",
      "sie trägt, wenn die Zusagen an ihr oberes Ende reichen"},
     {"nothing contradicts, and no requirement is stated",
      "nichts widerspricht sich, und kein Bedarf ist genannt"},
     {"nothing can be said yet, since the search was stopped",
      "es lässt sich noch nichts sagen, weil die Suche endete"}}};
constexpr Phrase kHolds = {"it holds if every pledge is kept", "sie trägt, wenn jede Zusage gehalten wird"};

constexpr std::array<Phrase, 7> kChangeTitles = {{{"Added", "Hinzugekommen"},
                                                  {"Superseded", "Ersetzt"},
                                                  {"Corrected", "Berichtigt"},
                                                  {"Judged otherwise", "Anders beurteilt"},
                                                  {"Retracted", "Zurückgenommen"},
                                                  {"Now in effect", "Gilt jetzt"},
                                                  {"No longer in effect", "Gilt nicht mehr"}}};

constexpr Phrase kNothing = {"Nothing changed from {} to {}: {}.", "Von {} bis {} änderte sich nichts: {}."};
constexpr Phrase kSame = {"As before ({}), {}; the answer is the same, though {}.",
                          "Wie zuvor ({}): {}; die Antwort ist dieselbe, obwohl {}."};
constexpr Phrase kMoved = {"As before ({}), {}; {}.", "Wie zuvor ({}): {}; {}."};
constexpr Phrase kOther = {"Before ({}): {}; now ({}): {}{}.", "Zuvor ({}): {}; jetzt ({}): {}{}."};
constexpr Phrase kEntry = {"one entry changed", "sich ein Eintrag änderte"};
constexpr Phrase kEntries = {"{} entries changed", "sich {} Einträge änderten"};
constexpr Phrase kFigures = {"What it did to the answer", "Was es mit der Antwort machte"};
constexpr Phrase kNoFigure = {"No figure of the front answer changed.",
                              "Keine Zahl der Antwort änderte sich."};
constexpr Phrase kFigure = {"figure", "Zahl"};
constexpr Phrase kFrom = {"before", "zuvor"};
constexpr Phrase kTo = {"now", "jetzt"};
constexpr Phrase kThrough = {"through", "durch"};
constexpr Phrase kConflictsNew = {"New conflicts", "Neue Konflikte"};
constexpr Phrase kConflictsGone = {"Conflicts that are gone", "Konflikte, die es nicht mehr gibt"};
constexpr Phrase kWaysNew = {"New ways out", "Neue Auswege"};
constexpr Phrase kWaysGone = {"Ways out that are gone", "Auswege, die es nicht mehr gibt"};
constexpr Phrase kWords = {"The words of the case", "Die Wörter des Falls"};
constexpr Phrase kNotKnown = {
    "A search was stopped at its limit: which conflicts and ways out came or went is not known. --budget "
    "SECONDS sets a longer one.",
    "Eine Suche endete an ihrer Grenze: Welche Konflikte und Auswege kamen oder gingen, ist nicht bekannt. "
    "--budget SEKUNDEN setzt eine längere."};
constexpr Phrase kTooMany = {
    "There are more conflicts or ways out than are listed: which came or went is not known.",
    "Es gibt mehr Konflikte oder Auswege, als aufgezählt werden: Welche kamen oder gingen, ist nicht "
    "bekannt."};
constexpr Phrase kMore = {"{} more: --all", "{} weitere: --all"};
constexpr Phrase kBy = {"superseded by ", "ersetzt durch "};
constexpr Phrase kAlreadyNot = {"does not count: ", "zählt nicht: "};
constexpr Phrase kPrice = {"price ", "Preis "};
constexpr Phrase kGoalLost = {"gives up a goal", "gibt ein Ziel auf"};
constexpr Phrase kNone = {"–", "–"};
constexpr Phrase kNew = {" (new)", " (neu)"};
constexpr Phrase kGone = {" (gone)", " (entfallen)"};
constexpr Phrase kAssumption = {"assumption", "Annahme"};

std::string clause_of(const Assessment& a, Language language) {
  const bool sure = a.breaks_at == BreaksAt::nowhere && a.met_for_sure;
  return std::string((sure ? kHolds : kClauses[static_cast<std::size_t>(a.breaks_at)]).in(language));
}

std::string old_and_new(const ChangedFigure& one, Language language) {
  const std::string from = shown_figure(one.from, language), to = shown_figure(one.to, language);
  const std::string label = figure_label(one.to.key, language) + " ";
  if (from.empty()) return label + to + std::string(kNew.in(language));
  if (to.empty()) return label + from + std::string(kGone.in(language));
  return label + from + " → " + to;
}

// The figures that a person asks for first, at most kFiguresInSentence.
std::string moved_figures(const Comparison& comparison, Language language) {
  std::vector<std::string> moved;
  for (const char* wanted : {"conflicts", "share:", "counted:", "ways_out", "cheapest_concession"}) {
    if (std::string_view(wanted) == "counted:" && !moved.empty() && moved.size() >= 2) continue;
    const auto at = std::ranges::find_if(comparison.figures, [&](const ChangedFigure& one) {
      const std::string_view key = wanted;
      return key.ends_with(':') ? one.to.key.starts_with(key) : one.to.key == key;
    });
    if (at != comparison.figures.end() && moved.size() < kFiguresInSentence)
      moved.push_back(old_and_new(*at, language));
  }
  return joined(moved, ", ");
}

// A statement or assumption as one line, from the side that has it, the later one first.
struct Entry {
  const Standing* standing = nullptr;
  int index = -1;  // of Case::statements, or of Case::assumptions

  static int index_of(const Standing& side, const ChangedStatement& change) {
    const auto find = [&](const auto& all) {
      const auto at = std::ranges::find(all, change.id, [](const auto& one) { return one.id; });
      return at == all.end() ? -1 : static_cast<int>(at - all.begin());
    };
    return change.assumption ? find(side.c().assumptions) : find(side.c().statements);
  }
};

Entry entry_of(const Comparison& comparison, const ChangedStatement& change) {
  const int now = Entry::index_of(comparison.to.standing, change);
  if (now >= 0) return {&comparison.to.standing, now};
  return {&comparison.from.standing, Entry::index_of(comparison.from.standing, change)};
}

std::string entry_text(const Entry& entry, const ChangedStatement& change, Language language) {
  const Case& c = entry.standing->c();
  if (change.assumption)
    return std::string(kAssumption.in(language)) + " · " +
           claim_sentence(c, entry.standing->assumption(entry.index).claim.claim, language);
  const Statement& s = entry.standing->statement(entry.index);
  const std::string day = said_text(c, s, language);
  return (day.empty() ? "" : day + " · ") + kind_text(s.kind, language) + " · " +
         holders_text(*entry.standing, entry.index, language) + ": " +
         gloss_of(*entry.standing, entry.index, language);
}

// Why it changed or does not count, and each field before and after.
std::vector<std::string> details_of(const Comparison& comparison, const ChangedStatement& change,
                                    const Entry& entry, Language language) {
  std::vector<std::string> lines;
  const bool gone = change.change == Change::superseded || change.change == Change::not_in_effect;
  if (change.change == Change::superseded)
    lines.push_back(std::string(kBy.in(language)) + listed(change.superseded_by, language));
  else if (!change.assumption && !change.current_to && entry.standing == &comparison.to.standing &&
           (gone || change.change == Change::added || change.change == Change::retracted))
    lines.push_back(std::string(kAlreadyNot.in(language)) +
                    why_not_current(*entry.standing, entry.index, language));
  for (const FieldChange& field : change.fields)
    lines.push_back(field.field + ": " + (field.from.empty() ? std::string(kNone.in(language)) : field.from) +
                    " → " + (field.to.empty() ? std::string(kNone.in(language)) : field.to));
  return lines;
}

std::string titled(Phrase title, std::size_t count, Language language) {
  return std::string(title.in(language)) + ": " + number_text(static_cast<std::int64_t>(count), language);
}

// Those that moved a figure stand first in their group.
void add_statements(const Comparison& comparison, bool all, Document& document) {
  const Language language = document.language;
  const auto moved_a_figure = [&](const ChangedStatement* change) {
    return std::ranges::any_of(comparison.figures,
                               [&](const ChangedFigure& one) { return one.through.contains(change->id); });
  };
  for (const Change kind : kChanges) {
    std::vector<const ChangedStatement*> group;
    for (const ChangedStatement& change : comparison.diff.statements)
      if (change.change == kind) group.push_back(&change);
    if (group.empty()) continue;
    std::ranges::stable_partition(group, moved_a_figure);
    document.blocks.push_back(
        Heading{2, titled(kChangeTitles[static_cast<std::size_t>(kind)], group.size(), language), ""});
    Outline outline;
    const std::size_t shown = all ? group.size() : std::min(group.size(), kLinesShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const Entry entry = entry_of(comparison, *group[i]);
      outline.items.push_back({0, group[i]->id, entry_text(entry, *group[i], language)});
      for (std::string& line : details_of(comparison, *group[i], entry, language))
        outline.items.push_back({1, "", std::move(line)});
    }
    if (shown < group.size())
      outline.items.push_back({0, "", filled(kMore, {std::to_string(group.size() - shown)}, language)});
    document.blocks.push_back(std::move(outline));
  }
}

std::string ids_text(const std::vector<std::string>& ids, std::size_t most) {
  const std::size_t shown = std::min(ids.size(), most);
  return joined(std::span(ids).first(shown), ", ") + (shown < ids.size() ? ", …" : "");
}

void add_figures(const Comparison& comparison, Document& document) {
  const Language language = document.language;
  document.blocks.push_back(Heading{2, std::string(kFigures.in(language)), ""});
  if (comparison.figures.empty()) {
    document.blocks.push_back(Paragraph{std::string(kNoFigure.in(language))});
    return;
  }
  Grid grid{{Align::left, Align::right, Align::right, Align::left},
            {std::string(kFigure.in(language)), std::string(kFrom.in(language)),
             std::string(kTo.in(language)), std::string(kThrough.in(language))},
            {},
            2};
  for (const ChangedFigure& one : comparison.figures) {
    const std::string from = shown_figure(one.from, language), to = shown_figure(one.to, language);
    grid.rows.push_back({figure_label(one.to.key, language), from.empty() ? "–" : from, to.empty() ? "–" : to,
                         ids_text(one.through.ids(), kThroughShown)});
  }
  document.blocks.push_back(std::move(grid));
}

std::string members_text(const Standing& standing, const IdSet& members, Language language) {
  std::vector<int> indices;
  const auto& all = standing.c().statements;
  for (const std::string& id : members)
    indices.push_back(static_cast<int>(std::ranges::find(all, id, &Statement::id) - all.begin()));
  return by_holder(standing, indices, language);
}

void add_lines(Phrase title, std::vector<std::string> lines, bool all, Document& document) {
  if (lines.empty()) return;
  const Language language = document.language;
  document.blocks.push_back(Heading{2, titled(title, lines.size(), language), ""});
  Outline outline;
  const std::size_t shown = all ? lines.size() : std::min(lines.size(), kLinesShown);
  for (std::size_t i = 0; i < shown; ++i) outline.items.push_back({0, "", std::move(lines[i])});
  if (shown < lines.size())
    outline.items.push_back({0, "", filled(kMore, {std::to_string(lines.size() - shown)}, language)});
  document.blocks.push_back(std::move(outline));
}

void add_sets(const Comparison& comparison, bool all, Document& document) {
  const Language language = document.language;
  const auto conflicts = [&](const ComparedSide& side, const std::vector<IdSet>& sets) {
    std::vector<std::string> lines;
    for (const IdSet& members : sets) lines.push_back(members_text(side.standing, members, language));
    return lines;
  };
  const auto ways = [&](const ComparedSide& side, const std::vector<ChangedWay>& changed) {
    std::vector<std::string> lines;
    for (const ChangedWay& way : changed)
      lines.push_back(std::string(kPrice.in(language)) + number_text(way.price.count, language) +
                      (way.keeps_goals ? "" : ", " + std::string(kGoalLost.in(language))) + ": " +
                      members_text(side.standing, way.members, language));
    return lines;
  };
  const AnswerChange& answer = comparison.answer;
  if (!answer.conflicts_known || !answer.ways_known)
    document.blocks.push_back(
        Paragraph{std::string((comparison.complete() ? kTooMany : kNotKnown).in(language))});
  add_lines(kConflictsNew, conflicts(comparison.to, answer.conflicts_new), all, document);
  add_lines(kConflictsGone, conflicts(comparison.from, answer.conflicts_gone), all, document);
  add_lines(kWaysNew, ways(comparison.to, answer.ways_new), all, document);
  add_lines(kWaysGone, ways(comparison.from, answer.ways_gone), all, document);
}

void add_words(const Comparison& comparison, bool all, Document& document) {
  static constexpr std::array<Phrase, 4> kKinds = {{{"new", "neu"},
                                                    {"gone", "entfallen"},
                                                    {"changed", "geändert"},
                                                    {"other members", "andere Mitglieder"}}};
  std::vector<std::string> lines;
  for (const ChangedWord& changed : comparison.diff.words) {
    std::string text = changed.table + " " + changed.id + ": " +
                       std::string(kKinds[static_cast<std::size_t>(changed.kind)].in(document.language));
    for (const FieldChange& field : changed.fields)
      text += " · " + field.field + ": " + (field.from.empty() ? "–" : field.from) + " → " +
              (field.to.empty() ? "–" : field.to);
    lines.push_back(std::move(text));
  }
  add_lines(kWords, std::move(lines), all, document);
}

}  // namespace

std::string change_sentence(const Comparison& comparison, Language language) {
  const std::string before = clause_of(comparison.from.assessment, language),
                    now = clause_of(comparison.to.assessment, language);
  const std::string &from = comparison.from.name, &to = comparison.to.name;
  const std::string moved = moved_figures(comparison, language);
  if (before != now)
    return filled(kOther, {from, before, to, now, moved.empty() ? "" : "; " + moved}, language);
  if (comparison.diff.empty() && comparison.figures.empty())
    return filled(kNothing, {from, to, now}, language);
  if (!moved.empty()) return filled(kMoved, {from, now, moved}, language);
  const std::size_t count = comparison.diff.statements.size() + comparison.diff.words.size();
  const std::string entries =
      count == 1 ? std::string(kEntry.in(language)) : filled(kEntries, {std::to_string(count)}, language);
  return filled(kSame, {from, now, entries}, language);
}

void lay_out_changes(const Comparison& comparison, bool all, Document& document) {
  add_statements(comparison, all, document);
  add_words(comparison, all, document);
  if (comparison.diff.empty() && comparison.figures.empty()) return;
  add_figures(comparison, document);
  add_sets(comparison, all, document);
}

}  // namespace surety
