// See comparison.h.
#include "commands/comparison.h"

#include <algorithm>
#include <utility>

#include "commands/assess_figures.h"
#include "commands/case_request.h"
#include "commands/work_limits.h"

namespace surety {
namespace {

bool stopped(const Assessment& a) { return !a.conflicts.complete; }

Figure without_value(const std::string& key) { return {key, {}, {}, {}, "", {}}; }

std::vector<ChangedFigure> changed_figures(const Comparison& comparison) {
  std::vector<ChangedFigure> changed;
  const auto find = [](const std::vector<Figure>& figures, const std::string& key) {
    return std::ranges::find(figures, key, &Figure::key);
  };
  const auto add = [&](Figure from, Figure to) {
    if (from.value == to.value && from.low == to.low && from.high == to.high) return;
    ChangedFigure one{std::move(from), std::move(to), {}};
    for (const ChangedStatement& change : comparison.diff.statements)
      if (one.from.because.contains(change.id) || one.to.because.contains(change.id))
        one.through.add(change.id);
    changed.push_back(std::move(one));
  };
  for (const Figure& to : comparison.to.figures) {
    const auto from = find(comparison.from.figures, to.key);
    add(from == comparison.from.figures.end() ? without_value(to.key) : *from, to);
  }
  for (const Figure& from : comparison.from.figures)
    if (find(comparison.to.figures, from.key) == comparison.to.figures.end())
      add(from, without_value(from.key));
  return changed;
}

Table changes_table(const Comparison& comparison) {
  Table table{"changes",
              {{"id", ""},
               {"kind", ""},
               {"change", ""},
               {"current_from", ""},
               {"current_to", ""},
               {"superseded_by", ""},
               {"fields", ""}},
              {}};
  for (const ChangedStatement& change : comparison.diff.statements) {
    const Statement* s = find_statement(comparison.to.standing.c(), change.id);
    if (s == nullptr) s = find_statement(comparison.from.standing.c(), change.id);
    const std::string kind = change.assumption || s == nullptr ? "assumption" : std::string(word(s->kind));
    std::vector<std::string> fields;
    for (const FieldChange& field : change.fields) fields.push_back(field.field);
    table.rows.push_back({{change.id, kind, std::string(word(change.change)), change.current_from,
                           change.current_to, change.superseded_by, fields},
                          Because{change.id}});
  }
  return table;
}

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }

Table fields_table(const Comparison& comparison) {
  Table table{"field_changes", {{"id", ""}, {"field", ""}, {"from", ""}, {"to", ""}}, {}};
  for (const ChangedStatement& change : comparison.diff.statements)
    for (const FieldChange& field : change.fields)
      table.rows.push_back({{change.id, field.field, text_or_nothing(field.from), text_or_nothing(field.to)},
                            Because{change.id}});
  return table;
}

Table figures_table(const Comparison& comparison) {
  Table table{"figures_changed", {}, {}};
  for (const char* key :
       {"figure", "value_from", "low_from", "high_from", "value_to", "low_to", "high_to", "unit", "through"})
    table.columns.push_back({key, ""});
  for (const ChangedFigure& one : comparison.figures) {
    const std::string& unit = one.to.unit.empty() ? one.from.unit : one.to.unit;
    table.rows.push_back({{one.to.key, one.from.value, one.from.low, one.from.high, one.to.value, one.to.low,
                           one.to.high, text_or_nothing(unit), one.through.ids()},
                          join(one.from.because, one.to.because)});
  }
  return table;
}

Table conflicts_table(const AnswerChange& answer) {
  Table table{"conflicts_changed", {{"change", ""}, {"members", ""}}, {}};
  for (const IdSet& members : answer.conflicts_new)
    table.rows.push_back({{std::string("new"), members}, Because(members)});
  for (const IdSet& members : answer.conflicts_gone)
    table.rows.push_back({{std::string("gone"), members}, Because(members)});
  return table;
}

Table ways_table(const AnswerChange& answer) {
  Table table{
      "ways_changed", {{"change", ""}, {"members", ""}, {"price", "points"}, {"keeps_goals", ""}}, {}};
  const auto add = [&](const char* change, const std::vector<ChangedWay>& ways) {
    for (const ChangedWay& way : ways)
      table.rows.push_back(
          {{std::string(change), way.members, way.price.count, way.keeps_goals}, Because(way.members)});
  };
  add("new", answer.ways_new);
  add("gone", answer.ways_gone);
  return table;
}

Table vocabulary_table(const Comparison& comparison) {
  Table table{"vocabulary_changed",
              {{"table", ""}, {"id", ""}, {"change", ""}, {"field", ""}, {"from", ""}, {"to", ""}},
              {}};
  for (const ChangedWord& changed : comparison.diff.words) {
    if (changed.fields.empty())
      table.rows.push_back({{changed.table, changed.id, std::string(word(changed.kind)), {}, {}, {}}, {}});
    for (const FieldChange& field : changed.fields)
      table.rows.push_back({{changed.table, changed.id, std::string(word(changed.kind)), field.field,
                             text_or_nothing(field.from), text_or_nothing(field.to)},
                            {}});
  }
  return table;
}

Table sides_table(const Comparison& comparison) {
  Table table{"sides", {{"side", ""}, {"valid", ""}, {"known", ""}, {"input_sha256", ""}}, {}};
  const auto add = [&](const char* side, const Standing& standing) {
    table.rows.push_back({{std::string(side), standing.as_of.valid.iso(), standing.as_of.known.iso(),
                           standing.c().input_sha256},
                          {}});
  };
  add("from", comparison.from.standing);
  add("to", comparison.to.standing);
  return table;
}

}  // namespace

bool Comparison::complete() const { return !stopped(from.assessment) && !stopped(to.assessment); }

ComparedSide side_of(Standing standing, std::string name) {
  return {std::move(standing), {}, {}, std::move(name)};
}

std::expected<void, Answer> assess_side(const Request& request, ComparedSide& side) {
  auto conflict_budget = requested_budget(request, steps_for(kAssessSteps, side.standing.statements.size()));
  if (!conflict_budget) return std::unexpected(std::move(conflict_budget.error()));
  auto coverage_budget = requested_budget(request, kCoverageSteps);
  if (!coverage_budget) return std::unexpected(std::move(coverage_budget.error()));
  Result<Assessment> assessment = assess(side.standing, *conflict_budget, *coverage_budget);
  if (!assessment) return std::unexpected(refused(assessment.error()));
  side.assessment = *std::move(assessment);
  side.figures = assess_figures(side.standing, side.assessment);
  return {};
}

std::expected<Comparison, Answer> compared(const Request& request, ComparedSide from, ComparedSide to) {
  for (ComparedSide* side : {&from, &to}) {
    if (!side->figures.empty()) continue;
    if (auto assessed = assess_side(request, *side); !assessed)
      return std::unexpected(std::move(assessed.error()));
  }
  Comparison comparison{std::move(from), std::move(to), {}, {}, {}};
  comparison.diff = provenance_diff(comparison.from.standing, comparison.to.standing);
  comparison.answer = answer_change(comparison.from.standing, comparison.from.assessment,
                                    comparison.to.standing, comparison.to.assessment);
  comparison.figures = changed_figures(comparison);
  return comparison;
}

std::vector<Figure> comparison_figures(const Comparison& comparison) {
  std::vector<Figure> figures;
  for (const Change change : kChanges) {
    Figure figure{"changes:" + std::string(word(change)), std::int64_t{0}, {}, {}, "", {}};
    std::int64_t count = 0;
    for (const ChangedStatement& one : comparison.diff.statements) {
      if (one.change != change) continue;
      ++count;
      figure.because.add(one.id);
    }
    figure.value = count;
    figures.push_back(std::move(figure));
  }
  const auto add = [&](const char* key, bool known, const auto& sets, const auto& members) {
    Figure figure{key, known ? Value(static_cast<std::int64_t>(sets.size())) : Value(), {}, {}, "", {}};
    for (const auto& set : sets) figure.because.add(Because(members(set)));
    figures.push_back(std::move(figure));
  };
  const AnswerChange& answer = comparison.answer;
  const auto itself = [](const IdSet& set) { return set; };
  const auto members = [](const ChangedWay& way) { return way.members; };
  add("conflicts_new", answer.conflicts_known, answer.conflicts_new, itself);
  add("conflicts_gone", answer.conflicts_known, answer.conflicts_gone, itself);
  add("ways_new", answer.ways_known, answer.ways_new, members);
  add("ways_gone", answer.ways_known, answer.ways_gone, members);
  return figures;
}

std::vector<Table> comparison_tables(const Comparison& comparison) {
  return {changes_table(comparison),     fields_table(comparison),
          figures_table(comparison),     conflicts_table(comparison.answer),
          ways_table(comparison.answer), vocabulary_table(comparison),
          sides_table(comparison)};
}

}  // namespace surety
