// See coverage.h.
#include "analysis/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "model/likelihood.h"

namespace surety {
namespace {

// Whether a condition built of factors holds in an outcome (bit i: factor i of `order` happens).
bool condition_holds(const NormalForm& form, const std::vector<int>& order, std::size_t outcome) {
  std::vector<bool> stack;
  for (const FormulaNode& node : form.nodes) {
    if (node.kind == FormulaNode::Kind::leaf) {
      const Leaf& leaf = form.leaves[static_cast<std::size_t>(node.leaf)];
      const auto bit = static_cast<std::size_t>(std::ranges::find(order, leaf.index) - order.begin());
      stack.push_back(((outcome >> bit & 1U) != 0) == leaf.happens);
      continue;
    }
    const bool all = node.kind == FormulaNode::Kind::all;
    bool value = all;
    for (int i = 0; i < node.operands; ++i) {
      value = all ? value && stack.back() : value || stack.back();
      stack.pop_back();
    }
    stack.push_back(value);
  }
  return stack.back();
}

// The factors that the conditions of these lines speak of, rising.
std::vector<int> factors_of(const Coverage& coverage, const Counted& counted) {
  std::set<int> factors;
  for (const CountedLine& line : counted.lines) {
    const PledgeCondition& condition = coverage.contributions[static_cast<std::size_t>(line.best)].condition;
    for (const NormalForm& form : condition.of_factors)
      for (const Leaf& leaf : form.leaves) factors.insert(leaf.index);
  }
  return {factors.begin(), factors.end()};
}

// Lines that matter to the sum: counted ones and their parts, parts of parts included.
std::vector<int> lines_that_matter(const Counted& counted) {
  std::set<int> lines;
  for (std::size_t i = 0; i < counted.lines.size(); ++i) {
    if (!counted.lines[i].counted) continue;
    lines.insert(static_cast<int>(i));
    lines.insert(counted.lines[i].parts.begin(), counted.lines[i].parts.end());
  }
  return {lines.begin(), lines.end()};
}

class SumBuilder {
 public:
  SumBuilder(const Standing& standing, const Coverage& coverage, const CoverageRow& row, LikelihoodEnd end)
      : standing_(standing),
        coverage_(coverage),
        counted_(row.counted),
        high_end_(end == LikelihoodEnd::high) {}

  RowSum build() {
    const std::vector<int> lines = lines_that_matter(counted_);
    factors_ = factors_of(coverage_, counted_);
    for (const int factor : factors_) {
      const ProbabilityRange range = standing_.c().factors[static_cast<std::size_t>(factor)].likelihood;
      built_.sum.factors.push_back(high_end_ ? range.high() : range.low());
    }
    for (const int line : lines) add(line);
    built_.factors = factors_;
    set_parts(lines);
    for (const auto& [a, b] : counted_.rivals)
      if (place_.contains(a) && place_.contains(b))
        built_.sum.rivals.emplace_back(place_.at(a), place_.at(b));
    built_.sum.rivals_add = high_end_;
    set_probabilities();
    return std::move(built_);
  }

 private:
  const Contribution& best(int line) const {
    return coverage_
        .contributions[static_cast<std::size_t>(counted_.lines[static_cast<std::size_t>(line)].best)];
  }

  void add(int line) {
    const Contribution& pledge = best(line);
    const PledgeCondition& condition = pledge.condition;
    if (condition.has_other && !high_end_) return;  // unmet at the low end: it brings nothing
    UncertainAmount amount;
    amount.event = event_of_.try_emplace(pledge.statement, static_cast<int>(event_of_.size())).first->second;
    amount.spread = counted_.lines[static_cast<std::size_t>(line)].spread;
    amount.counted = counted_.lines[static_cast<std::size_t>(line)].counted;
    // Beyond the limit the kernel refuses the sum by its number of factors: no table of 2^n outcomes is made.
    const bool outcomes_fit = factors_.size() <= static_cast<std::size_t>(kFactorsMax);
    if (!condition.of_factors.empty() && outcomes_fit) {
      for (std::size_t outcome = 0; outcome < (std::size_t{1} << factors_.size()); ++outcome)
        amount.when.push_back(std::ranges::all_of(condition.of_factors, [&](const NormalForm& form) {
          return condition_holds(form, factors_, outcome);
        }));
    }
    place_[line] = static_cast<int>(built_.sum.amounts.size());
    built_.sum.amounts.push_back(std::move(amount));
  }

  void set_parts(const std::vector<int>& lines) {
    for (const int line : lines) {
      if (!place_.contains(line)) continue;
      for (const int part : counted_.lines[static_cast<std::size_t>(line)].parts)
        if (place_.contains(part))
          built_.sum.amounts[static_cast<std::size_t>(place_.at(line))].parts.push_back(place_.at(part));
    }
  }

  // Amounts that may pull both ways: what two rivals contain (it takes from both), and a rival inside a total
  // (the total gives it up, the low end may count another instead).
  std::set<int> entangled_amounts() const {
    std::set<int> rivals, entangled;
    for (const auto& [a, b] : built_.sum.rivals) rivals.insert({a, b});
    for (std::size_t i = 0; i < built_.sum.amounts.size(); ++i)
      for (const int part : built_.sum.amounts[i].parts)
        if (rivals.contains(static_cast<int>(i)) || rivals.contains(part)) entangled.insert(part);
    return entangled;
  }

  // Otherwise more of what counts never lowers the sum, more of a part that does not count never raises it.
  void set_probabilities() {
    const std::set<int> entangled = entangled_amounts();
    built_.sum.events.resize(event_of_.size());
    built_.statement_of_event.resize(event_of_.size());
    for (const auto& [statement, event] : event_of_) {
      bool raises = false, lowers = false;
      for (std::size_t i = 0; i < built_.sum.amounts.size(); ++i) {
        const UncertainAmount& amount = built_.sum.amounts[i];
        if (amount.event != event) continue;
        (amount.counted ? raises : lowers) = true;
        if (entangled.contains(static_cast<int>(i))) raises = lowers = true;
      }
      const ProbabilityRange range = likelihood_of(standing_.c(), standing_.statement(statement));
      const bool take_high = lowers && !raises ? !high_end_ : high_end_;
      built_.sum.events[static_cast<std::size_t>(event)] = take_high ? range.high() : range.low();
      built_.statement_of_event[static_cast<std::size_t>(event)] = statement;
      if (raises && lowers) built_.mixed_events.push_back(event);
    }
  }

  const Standing& standing_;
  const Coverage& coverage_;
  const Counted& counted_;
  bool high_end_;
  std::vector<int> factors_;
  std::map<int, int> event_of_;  // statement -> event
  std::map<int, int> place_;     // line -> amount
  RowSum built_;
};

// P(met) at one end, the smallest or largest over the factors' ranges and over the events that pull both
// ways.
Result<double> met_at_end(const Standing& standing, const Coverage& coverage, const CoverageRow& row,
                          LikelihoodEnd end, std::int64_t required, Budget& budget) {
  RowSum at = row_sum(standing, coverage, row, end);
  if (static_cast<int>(at.mixed_events.size()) > kMixedMax)
    return fail(ErrorCode::too_large,
                "more than " + std::to_string(kMixedMax) + " statements bring totals and parts at once");
  std::vector<double> low, high;
  for (const int factor : factors_of(coverage, row.counted)) {
    const ProbabilityRange range = standing.c().factors[static_cast<std::size_t>(factor)].likelihood;
    low.push_back(range.low());
    high.push_back(range.high());
  }
  double best = end == LikelihoodEnd::high ? 0 : 1;
  for (std::size_t corner = 0; corner < (std::size_t{1} << at.mixed_events.size()); ++corner) {
    for (std::size_t i = 0; i < at.mixed_events.size(); ++i) {
      const auto event = static_cast<std::size_t>(at.mixed_events[i]);
      const ProbabilityRange range =
          likelihood_of(standing.c(), standing.statement(at.statement_of_event[event]));
      at.sum.events[event] = (corner >> i & 1U) != 0 ? range.high() : range.low();
    }
    TRY(const std::vector<double> by_outcome, met_by_outcome(at.sum, required, budget));
    const Extremes extremes = mixed_extremes(by_outcome, low, high);
    best = end == LikelihoodEnd::high ? std::max(best, extremes.largest) : std::min(best, extremes.smallest);
  }
  return best;
}

void add_met(const Standing& standing, const Coverage& coverage, CoverageRow& row, std::int64_t required,
             Budget& budget) {
  const Result<double> low = met_at_end(standing, coverage, row, LikelihoodEnd::low, required, budget);
  const Result<double> high =
      low ? met_at_end(standing, coverage, row, LikelihoodEnd::high, required, budget) : low;
  if (low && high)
    row.met = Ends{*low, *high};
  else
    row.why_no_met = (low ? high : low).error().message;
}

Result<CoverageRow> row_of(const Standing& standing, const Coverage& coverage, int requirement, int rule,
                           Budget* budget) {
  const Requirement& asked = coverage.requirements[static_cast<std::size_t>(requirement)];
  CoverageRow row;
  row.requirement = requirement;
  row.rule = rule;
  TRY(row.counted,
      counted(standing, coverage.contributions, asked, coverage.rules[static_cast<std::size_t>(rule)]));
  if (!asked.required) return row;
  const std::int64_t required = *asked.required;
  row.gap_min = std::max<std::int64_t>(0, required - row.counted.counted_max);
  row.gap_max = std::max<std::int64_t>(0, required - row.counted.counted_min);
  if (required > 0) {
    row.share_min = static_cast<double>(row.counted.counted_min) / static_cast<double>(required);
    row.share_max = static_cast<double>(row.counted.counted_max) / static_cast<double>(required);
  }
  if (budget != nullptr) add_met(standing, coverage, row, required, *budget);
  return row;
}

// A need's offers add up by the rule that admits every state and role, over the whole capability.
Result<CapabilityNeed> need_of(const Standing& standing, const Coverage& coverage, int statement,
                               const Atom& atom) {
  Requirement everything;
  everything.statement = statement;
  everything.selector = selector_of(standing, Measure{atom.measure.capability, {}, false, {}, {}});
  everything.capability = everything.selector.capability;
  const Capability& capability = standing.c().capabilities[static_cast<std::size_t>(everything.capability)];
  everything.unit = capability.unit;
  everything.money = capability.money;
  Rule every_state;
  every_state.declared.states_from = PledgeState::reported_option;
  TRY(const Counted sum, counted(standing, coverage.contributions, everything, every_state));
  const bool any_number = std::ranges::any_of(coverage.contributions, [&](const Contribution& offer) {
    return offer.capability == everything.capability && offer.quantified && !offer.refused() &&
           !offer.selector.actors.empty();
  });
  CapabilityNeed need{statement, everything.capability, atom.measure, {}, false, 0, 0, {}};
  need.because = sum.because;
  for (std::size_t i = 0; i < coverage.contributions.size(); ++i) {
    const Contribution& offer = coverage.contributions[i];
    if (offer.capability != need.capability || offer.refused() || offer.selector.actors.empty()) continue;
    need.offers.push_back(static_cast<int>(i));
    need.quantified = need.quantified || (offer.quantified && !capability.unit.empty());
    if (any_number && !offer.quantified) continue;  // a number stands for what has none beside it
    need.because.add(standing.statement(offer.statement).id);
    need.because.add(unnamed_behind(standing, offer));
  }
  need.low = sum.counted_min;
  need.high = sum.counted_max;
  return need;
}

Result<bool> add_needs(const Standing& standing, Coverage& coverage) {
  for (const int index : standing.statements) {
    const Statement& s = standing.statement(index);
    if (s.kind != StatementKind::demand || !s.claim) continue;
    for (const int a : asserted_measures(s.claim->claim, true)) {
      const Atom& atom = s.claim->claim.atoms[static_cast<std::size_t>(a)];
      std::vector<std::string> rates;
      const auto [low, high] = range_of(standing, atom, rates);
      const bool differs = atom.kind == Atom::Kind::compared && atom.relation == Relation::not_equal;
      if (differs ? high != 0 : low == 0) continue;  // what nothing satisfies asks for no offer
      TRY(CapabilityNeed need, need_of(standing, coverage, index, atom));
      coverage.needs.push_back(std::move(need));
    }
  }
  return true;
}

Coverage asked_of(const Standing& standing) {
  return {contributions(standing), requirements_of(standing), rules_of(standing), {}, {}};
}

}  // namespace

const Rule& Coverage::default_rule() const { return *std::ranges::find_if(rules, &Rule::is_default); }

const CoverageRow& Coverage::headline(int requirement) const {
  const auto at = std::ranges::find_if(rows, [&](const CoverageRow& row) {
    return row.requirement == requirement && rules[static_cast<std::size_t>(row.rule)].is_default;
  });
  SURETY_CHECK(at != rows.end());
  return *at;
}

Result<Coverage> coverage(const Standing& standing, Budget* budget) {
  Coverage answer = asked_of(standing);
  for (std::size_t requirement = 0; requirement < answer.requirements.size(); ++requirement)
    for (std::size_t rule = 0; rule < answer.rules.size(); ++rule) {
      TRY(CoverageRow row,
          row_of(standing, answer, static_cast<int>(requirement), static_cast<int>(rule), budget));
      answer.rows.push_back(std::move(row));
    }
  TRY(const bool listed, add_needs(standing, answer));
  SURETY_CHECK(listed);
  return answer;
}

Result<Coverage> coverage_by_default_rule(const Standing& standing) {
  Coverage answer = asked_of(standing);
  std::erase_if(answer.rules, [](const Rule& rule) { return !rule.is_default; });
  for (std::size_t requirement = 0; requirement < answer.requirements.size(); ++requirement) {
    TRY(CoverageRow row, row_of(standing, answer, static_cast<int>(requirement), 0, nullptr));
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

RowSum row_sum(const Standing& standing, const Coverage& coverage, const CoverageRow& row,
               LikelihoodEnd end) {
  return SumBuilder(standing, coverage, row, end).build();
}

}  // namespace surety
