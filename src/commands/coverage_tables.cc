// The tables of the command `coverage`: semantics 11, and what docs/analysis/coverage.md adds.
#include <algorithm>
#include <array>

#include "base/number_text.h"
#include "commands/coverage_findings.h"
#include "model/likelihood.h"

namespace surety {
namespace {

class Tables {
 public:
  Tables(const Standing& standing, const CoverageFindings& found) : standing_(standing), found_(found) {}

  Table rules() const {
    Table table{"rules",
                columns({"requirement", "rule", "counted_min", "counted_max", "required", "share_min",
                         "share_max", "gap_min", "gap_max", "met_low", "met_high", "met_comonotone_low",
                         "met_comonotone_high", "met_worst_low", "unit"}),
                {}};
    const auto formula = [&](std::string_view key, std::string text) {
      std::ranges::find(table.columns, key, &Column::key)->formula = std::move(text);
    };
    formula("share_min", "{counted_min}/{required}");
    formula("share_max", "{counted_max}/{required}");
    formula("gap_min", "MAX(0,{required}-{counted_max})");
    formula("gap_max", "MAX(0,{required}-{counted_min})");
    for (std::size_t i = 0; i < found_.coverage.rows.size(); ++i) {
      const CoverageRow& row = found_.coverage.rows[i];
      const Requirement& asked = found_.requirement(row.requirement);
      std::vector<Value> cells = {id(row.requirement), rule(row.rule)};
      cells.resize(table.columns.size());
      if (asked.required) fill_amounts(row, asked, found_.dependence[i], cells);
      if (!asked.unit.empty()) cells.back() = asked.unit;
      table.rows.push_back({std::move(cells), row.counted.because});
    }
    return table;
  }

  Result<Table> contributions() const {
    Table table{"contributions",
                columns({"statement", "capability", "by", "place", "role", "low", "high", "unquantified",
                         "state", "counted_by", "unit"}),
                {}};
    for (std::size_t i = 0; i < found_.coverage.contributions.size(); ++i) {
      const Contribution& offer = found_.coverage.contributions[i];
      if (offer.refused()) continue;
      const Statement& s = standing_.statement(offer.statement);
      const Capability& capability = standing_.c().capabilities[static_cast<std::size_t>(offer.capability)];
      Because because{s.id};
      because.add(unnamed_behind(standing_, offer));
      TRY(const AmountEnds ends, amount_in(standing_, offer, capability.unit, because));
      const auto known = [&](std::int64_t n) {
        return offer.quantified ? amount_value(capability.money, n) : Value();
      };
      table.rows.push_back(
          {{s.id, capability.id, offer.by, text(offer.place), text(offer.role), known(ends.low),
            known(ends.high), !offer.quantified, std::string(word(state_of(s))),
            counted_by(static_cast<int>(i)), text(capability.unit)},
           std::move(because)});
    }
    return table;
  }

  Table needs() const {
    Table table{"needs", columns({"statement", "capability", "offers", "unit"}), {}};
    for (const CapabilityNeed& need : found_.coverage.needs) {
      const Capability& capability = standing_.c().capabilities[static_cast<std::size_t>(need.capability)];
      Value offers = std::string("none");
      if (need.quantified) {
        offers = amount_value(capability.money, need.low);
        if (need.low != need.high)
          offers = plain(capability.money, need.low) + ".." + plain(capability.money, need.high);
      } else if (!need.offers.empty()) {
        offers = std::string("unquantified");
      }
      table.rows.push_back(
          {{standing_.statement(need.statement).id, capability.id, offers, text(capability.unit)},
           need.because});
    }
    return table;
  }

  Table confidence() const {
    Table table{"confidence",
                columns({"requirement", "rule", "level", "reached_low", "reached_high", "additional_low",
                         "additional_high", "unit", "error_bound"}),
                {}};
    for (std::size_t i = 0; i < found_.coverage.rows.size(); ++i) {
      if (!found_.confidence[i]) continue;
      const CoverageRow& row = found_.coverage.rows[i];
      const Requirement& asked = found_.requirement(row.requirement);
      for (const ReachedWith& level : found_.confidence[i]->levels)
        table.rows.push_back(
            {{id(row.requirement), rule(row.rule), level.level, amount(asked, level.reached_low),
              amount(asked, level.reached_high), amount(asked, level.additional_low),
              amount(asked, level.additional_high), text(asked.unit), found_.confidence[i]->error_bound},
             row.counted.because});
    }
    return table;
  }

  Table expected() const {
    Table table{"expected",
                columns({"requirement", "rule", "expected_low", "expected_high", "quantile_05_low",
                         "quantile_05_high", "quantile_50_low", "quantile_50_high", "quantile_95_low",
                         "quantile_95_high", "unit"}),
                {}};
    for (std::size_t i = 0; i < found_.coverage.rows.size(); ++i) {
      if (!found_.confidence[i]) continue;
      const CoverageRow& row = found_.coverage.rows[i];
      const Requirement& asked = found_.requirement(row.requirement);
      const double one = asked.money ? 100 : 1;
      std::vector<Value> cells = {id(row.requirement), rule(row.rule),
                                  found_.confidence[i]->expected.low / one,
                                  found_.confidence[i]->expected.high / one};
      for (const ReachedWith& quantile : found_.confidence[i]->quantiles) {
        cells.push_back(amount(asked, quantile.reached_low));
        cells.push_back(amount(asked, quantile.reached_high));
      }
      cells.push_back(text(asked.unit));
      table.rows.push_back({std::move(cells), row.counted.because});
    }
    return table;
  }

  Table remaining() const {
    Table table{
        "remaining", columns({"requirement", "group", "members", "average_min", "average_max", "unit"}), {}};
    for (const RemainingShare& one : found_.remaining) {
      const Requirement& asked = found_.requirement(one.requirement);
      table.rows.push_back({{id(one.requirement), one.group, one.members, amount(asked, one.average_min),
                             amount(asked, one.average_max), text(asked.unit)},
                            one.because});
    }
    return table;
  }

  Table burden() const {
    Table table{
        "burden",
        columns({"requirement", "key", "actor", "share", "amount", "offered_min", "offered_max", "unit"}),
        {}};
    for (const BurdenShare& one : found_.burden) {
      const Requirement& asked = found_.requirement(one.requirement);
      table.rows.push_back(
          {{id(one.requirement), standing_.c().burden_keys[static_cast<std::size_t>(one.key)].id, one.actor,
            one.share, amount(asked, one.amount), one.offered ? amount(asked, one.offered_min) : Value(),
            one.offered ? amount(asked, one.offered_max) : Value(), text(asked.unit)},
           one.because});
    }
    return table;
  }

  Table rotation() const {
    Table table{"rotation",
                columns({"requirement", "rotation", "ratio", "pool", "pool_share_min", "pool_share_max",
                         "in_place_min", "in_place_max", "unit"}),
                {}};
    for (const RotationPool& one : found_.rotation)
      table.rows.push_back(
          {{id(one.requirement), standing_.c().rotations[static_cast<std::size_t>(one.rotation)].id,
            one.ratio, one.pool, one.pool_share_min, one.pool_share_max, one.in_place_min, one.in_place_max,
            text(found_.requirement(one.requirement).unit)},
           one.because});
    return table;
  }

  Table timeline() const {
    Table table{
        "timeline", columns({"requirement", "rule", "month", "counted_min", "counted_max", "unit"}), {}};
    for (const TimelinePoint& one : found_.timeline) {
      const Requirement& asked = found_.requirement(one.requirement);
      table.rows.push_back({{id(one.requirement), rule(one.rule), one.month, amount(asked, one.counted_min),
                             amount(asked, one.counted_max), text(asked.unit)},
                            one.because});
    }
    return table;
  }

  Table joint() const {
    Table table{"joint", columns({"rule", "requirements", "met_low", "met_high", "exact"}), {}};
    for (const JointMet& one : found_.joint) {
      std::vector<std::string> ids;
      for (const int requirement : one.requirements)
        ids.push_back(standing_.statement(found_.requirement(requirement).statement).id);
      table.rows.push_back({{rule(one.rule), ids, one.met.low, one.met.high, one.exact}, one.because});
    }
    return table;
  }

  Table sizing() const {
    Table table{"sizing", columns({"requirement", "model", "value_low", "value_high", "unit", "source"}), {}};
    for (const SizingCheck& one : found_.sizing)
      table.rows.push_back({{id(one.requirement), std::string(one.model), one.value_low, one.value_high,
                             text(one.unit), std::string(one.source)},
                            one.because});
    return table;
  }

 private:
  // Amounts of different requirements may have different units, so the unit is a column of its own as well.
  static std::vector<Column> columns(std::initializer_list<const char*> keys) {
    std::vector<Column> all;
    for (const char* key : keys) all.push_back({key, ""});
    return all;
  }

  static void fill_amounts(const CoverageRow& row, const Requirement& asked,
                           const std::optional<CoverageDependence>& other, std::vector<Value>& cells) {
    cells[2] = amount(asked, row.counted.counted_min);
    cells[3] = amount(asked, row.counted.counted_max);
    cells[4] = amount(asked, *asked.required);
    if (row.share_min) cells[5] = *row.share_min;
    if (row.share_max) cells[6] = *row.share_max;
    cells[7] = amount(asked, *row.gap_min);
    cells[8] = amount(asked, *row.gap_max);
    if (row.met) {
      cells[9] = row.met->low;
      cells[10] = row.met->high;
    }
    if (!other) return;
    cells[11] = other->comonotone.low;
    cells[12] = other->comonotone.high;
    cells[13] = other->worst_low;
  }

  static Value amount(const Requirement& asked, std::int64_t n) { return amount_value(asked.money, n); }
  static Value text(const std::string& s) { return s.empty() ? Value() : Value(s); }
  static std::string plain(bool money, std::int64_t n) {
    return money ? plain_hundredths(n) : std::to_string(n);
  }
  Value id(int requirement) const {
    return standing_.statement(found_.requirement(requirement).statement).id;
  }
  Value rule(int index) const { return found_.rule(index).declared.id; }

  // Rules under which a row of some requirement counts it.
  std::vector<std::string> counted_by(int contribution) const {
    std::vector<std::string> ids;
    for (std::size_t k = 0; k < found_.coverage.rules.size(); ++k) {
      const bool counts = std::ranges::any_of(found_.coverage.rows, [&](const CoverageRow& row) {
        return row.rule == static_cast<int>(k) &&
               std::ranges::binary_search(row.counted.counted_contributions, contribution);
      });
      if (counts) ids.push_back(found_.coverage.rules[k].declared.id);
    }
    return ids;
  }

  const Standing& standing_;
  const CoverageFindings& found_;
};

// Columns of amounts, in whatever table.
constexpr std::array kAmountColumns = {"counted_min",
                                       "counted_max",
                                       "required",
                                       "gap_min",
                                       "gap_max",
                                       "low",
                                       "high",
                                       "offers",
                                       "reached_low",
                                       "reached_high",
                                       "additional_low",
                                       "additional_high",
                                       "expected_low",
                                       "expected_high",
                                       "quantile_05_low",
                                       "quantile_05_high",
                                       "quantile_50_low",
                                       "quantile_50_high",
                                       "quantile_95_low",
                                       "quantile_95_high",
                                       "average_min",
                                       "average_max",
                                       "amount",
                                       "offered_min",
                                       "offered_max",
                                       "pool",
                                       "in_place_min",
                                       "in_place_max",
                                       "value_low",
                                       "value_high"};

// Where all rows have one unit, the columns of amounts say it, too.
void name_common_unit(Table& table) {
  const auto at = std::ranges::find(table.columns, "unit", &Column::key);
  if (at == table.columns.end() || table.rows.empty()) return;
  const auto column = static_cast<std::size_t>(at - table.columns.begin());
  const auto* unit = std::get_if<std::string>(&table.rows.front().cells[column]);
  if (unit == nullptr || std::ranges::any_of(table.rows, [&](const Row& row) {
        return row.cells[column] != table.rows.front().cells[column];
      }))
    return;
  const std::string name = *unit;
  for (Column& each : table.columns)
    if (std::ranges::find(kAmountColumns, each.key) != kAmountColumns.end()) each.unit = name;
}

}  // namespace

Result<std::vector<Table>> coverage_tables(const Standing& standing, const CoverageFindings& found) {
  const Tables tables(standing, found);
  TRY(Table contributions, tables.contributions());
  std::vector<Table> all{tables.rules(),    std::move(contributions), tables.needs(),     tables.confidence(),
                         tables.expected(), tables.joint(),           tables.remaining(), tables.rotation(),
                         tables.burden(),   tables.timeline(),        tables.sizing()};
  for (Table& table : all) name_common_unit(table);
  return all;
}

}  // namespace surety
