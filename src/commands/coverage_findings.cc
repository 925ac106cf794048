// See coverage_findings.h; the tables stand in coverage_tables.cc.
#include "commands/coverage_findings.h"

#include <algorithm>
#include <map>

namespace surety {
namespace {

void note(CoverageFindings& found, const std::string& why) {
  if (!why.empty() && std::ranges::find(found.not_computed, why) == found.not_computed.end())
    found.not_computed.push_back(why);
}

// Distributions and other dependence, row by row.
void add_distributions(const Standing& standing, CoverageFindings& found, Budget& budget) {
  for (const CoverageRow& row : found.coverage.rows) {
    found.confidence.emplace_back();
    found.dependence.emplace_back();
    note(found, row.why_no_met);
    if (!found.requirement(row.requirement).required) continue;
    auto confidence = coverage_confidence(standing, found.coverage, row, budget);
    if (confidence)
      found.confidence.back() = *std::move(confidence);
    else
      note(found, confidence.error().message);
    auto dependence = coverage_dependence(standing, found.coverage, row, budget);
    if (dependence)
      found.dependence.back() = *std::move(dependence);
    else
      note(found, dependence.error().message);
  }
}

// One number where both ends are it.
Figure figure_of(std::string key, Value low, Value high, std::string unit, const Because& because) {
  const Value value = low == high ? low : Value();
  return {std::move(key), value, std::move(low), std::move(high), std::move(unit), because};
}

Value share_value(const std::optional<double>& share) { return share ? Value(*share) : Value(); }

}  // namespace

Result<CoverageFindings> coverage_findings(const Standing& standing, Budget& budget) {
  CoverageFindings found;
  TRY(found.coverage, coverage(standing, &budget));
  add_distributions(standing, found, budget);
  found.burden = coverage_burden(standing, found.coverage);
  found.rotation = coverage_rotation(standing, found.coverage);
  found.remaining = coverage_remaining(standing, found.coverage);
  TRY(found.timeline, coverage_timeline(standing, found.coverage));
  found.joint = coverage_joint(standing, found.coverage);
  found.sizing = coverage_sizing(standing, found.coverage);
  return found;
}

Value amount_value(bool money, std::int64_t amount) {
  return money ? Value(Hundredths{amount}) : Value(amount);
}

std::vector<Figure> coverage_figures(const Standing& standing, const CoverageFindings& found) {
  std::vector<Figure> figures;
  std::map<std::string, int>
      seen;  // a statement with several atoms, or with `by each`, has several requirements
  for (std::size_t i = 0; i < found.coverage.rows.size(); ++i) {
    const CoverageRow& row = found.coverage.rows[i];
    const Requirement& asked = found.requirement(row.requirement);
    if (!found.rule(row.rule).is_default || !asked.required) continue;
    std::string id = standing.statement(asked.statement).id;
    if (const int number = ++seen[id]; number > 1) id += ":" + std::to_string(number);
    const Because& because = row.counted.because;
    const auto amount = [&](std::int64_t n) { return amount_value(asked.money, n); };
    figures.push_back(figure_of("required:" + id, amount(*asked.required), amount(*asked.required),
                                asked.unit, {standing.statement(asked.statement).id}));
    figures.push_back(figure_of("counted:" + id, amount(row.counted.counted_min),
                                amount(row.counted.counted_max), asked.unit, because));
    figures.push_back(
        figure_of("share:" + id, share_value(row.share_min), share_value(row.share_max), "", because));
    figures.push_back(
        figure_of("gap:" + id, amount(*row.gap_min), amount(*row.gap_max), asked.unit, because));
    figures.push_back(figure_of("met:" + id, row.met ? Value(row.met->low) : Value(),
                                row.met ? Value(row.met->high) : Value(), "", because));
    if (const auto& sure = found.confidence[i]) {
      const double one = asked.money ? 100 : 1;
      figures.push_back(figure_of("expected:" + id, sure->expected.low / one, sure->expected.high / one,
                                  asked.unit, because));
    }
  }
  return figures;
}

}  // namespace surety
