// See coverage_charts.h.
#include "commands/coverage_charts.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/coverage_distribution.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/chart_frame.h"
#include "commands/statement_text.h"
#include "commands/verdict_text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr std::size_t kActorsShown = 30;

constexpr Phrase kByRule = {"{}: what counts, by counting rule", "{}: was zählt, nach Zählregel"};
constexpr Phrase kByOffer = {"{}: who offers how much", "{}: wer bietet wie viel an"};
constexpr Phrase kHowSure = {"{}: how sure is it?", "{}: wie sicher ist das?"};
constexpr Phrase kShares = {"{}: shares by burden key", "{}: Anteile nach Lastenschlüssel"};
constexpr Phrase kUnitBars = {"{}; hatched: possible, not certain", "{}; schraffiert: möglich, nicht sicher"};
constexpr Phrase kNeeded = {"needed: {} [{}]", "gebraucht: {} [{}]"};
constexpr Phrase kCounted = {"Counted: {}", "Gezählt: {}"};
constexpr Phrase kEachRule = {"Counted: as each bar says; the default is: {}",
                              "Gezählt: wie an jedem Balken steht; Standard ist: {}"};
constexpr Phrase kMet = {"enough", "reicht"};
constexpr Phrase kPerhaps = {"only at its upper end", "nur am oberen Ende"};
constexpr Phrase kShort = {"too little", "zu wenig"};
constexpr Phrase kNoNumber = {"no number stated", "keine Zahl genannt"};
constexpr Phrase kTogether = {"together", "zusammen"};
constexpr Phrase kDescribed = {"{} are needed. {}.", "{} werden gebraucht. {}."};
constexpr Phrase kLowEnd = {"pledges as firm as their low likelihoods",
                            "Zusagen so fest wie am unteren Ende"};
constexpr Phrase kHighEnd = {"as firm as their high ones", "so fest wie am oberen Ende"};
constexpr Phrase kAtLeast = {"probability that at least so many {} are there",
                             "Wahrscheinlichkeit, dass mindestens so viele {} da sind"};
constexpr Phrase kOffered = {"offered", "angeboten"};
constexpr Phrase kIndependent = {"; pledges hold independently of each other",
                                 "; Zusagen halten unabhängig voneinander"};

ChartState state_of(const CoverageRow& row) {
  if (row.gap_max.value_or(0) == 0) return ChartState::yes;
  return row.gap_min.value_or(0) == 0 ? ChartState::partly : ChartState::no;
}

std::string state_word(ChartState state, Language language) {
  const Phrase word = state == ChartState::yes ? kMet : state == ChartState::partly ? kPerhaps : kShort;
  return std::string(word.in(language));
}

class RequirementCharts {
 public:
  RequirementCharts(const Standing& standing, const Coverage& coverage, int requirement, Language language)
      : standing_(standing),
        coverage_(coverage),
        index_(requirement),
        asked_(coverage.requirements[static_cast<std::size_t>(requirement)]),
        language_(language),
        id_(standing.statement(asked_.statement).id),
        one_(asked_.money ? 100 : 1) {}

  Chart by_rule() const {
    Chart chart = frame("coverage:", kByRule);
    chart.rule = filled(kEachRule, {rule_name(coverage_.default_rule(), language_)}, language_);
    RangeBars bars = line();
    for (const CoverageRow& row : coverage_.rows) {
      if (row.requirement != index_ || !shown_rule(coverage_, row)) continue;
      const Rule& rule = coverage_.rules[static_cast<std::size_t>(row.rule)];
      RangeBars::Bar bar = summed(row, rule_name(rule, language_));
      bars.bars.insert(rule.is_default ? bars.bars.begin() : bars.bars.end(), std::move(bar));
    }
    return described(std::move(chart), std::move(bars));
  }

  Chart by_offer() const {
    const CoverageRow& row = coverage_.headline(index_);
    Chart chart = frame("offers:", kByOffer);
    chart.rule = filled(kCounted, {rule_name(coverage_.default_rule(), language_)}, language_);
    RangeBars bars = line();
    for (const CountedLine& counted : row.counted.lines) {
      if (!counted.counted) continue;
      const int statement = offer(counted.best).statement;
      bars.bars.push_back(
          {named(statement),
           {static_cast<double>(counted.remainder_low) / one_,
            static_cast<double>(counted.remainder_high) / one_},
           true,
           amount_range_text(asked_, counted.remainder_low, counted.remainder_high, language_)});
      bars.bars.back().because = Because{standing_.statement(statement).id};
    }
    std::set<int> told;
    for (const int i : row.counted.unquantified) {
      const int statement = offer(i).statement;
      if (!told.insert(statement).second) continue;
      bars.bars.push_back({named(statement), {}, false, std::string(kNoNumber.in(language_))});
      bars.bars.back().because = Because{standing_.statement(statement).id};
    }
    bars.bars.push_back(summed(row, std::string(kTogether.in(language_))));
    bars.bars.back().total = true;
    return described(std::move(chart), std::move(bars));
  }

  Chart distribution(const std::vector<AtLeast>& curve) const {
    Chart chart = frame("distribution:", kHowSure);
    chart.rule = filled(kCounted, {rule_name(coverage_.default_rule(), language_)}, language_) +
                 std::string(kIndependent.in(language_));
    DistributionCurve drawn;
    drawn.needed = static_cast<double>(*asked_.required) / one_;
    drawn.needed_text = needed_text();
    drawn.low_word = kLowEnd.in(language_);
    drawn.high_word = kHighEnd.in(language_);
    chart.unit = filled(kAtLeast, {unit_word(asked_.unit, language_)}, language_);
    for (const AtLeast& point : curve)
      drawn.points.push_back({static_cast<double>(point.amount) / one_, point.low, point.high});
    chart.description = chart.unit + "; " + drawn.needed_text + ".";
    chart.data = std::move(drawn);
    return chart;
  }

  Chart burden(const std::vector<BurdenShare>& shares) const {
    Chart chart = frame("burden:", kShares);
    chart.unit = unit_word(asked_.unit, language_);
    chart.rule = filled(kCounted, {rule_name(coverage_.default_rule(), language_)}, language_);
    BurdenShares drawn;
    drawn.offered_word = kOffered.in(language_);
    std::vector<int> keys;
    std::map<std::string, BurdenShares::Row> rows;
    for (const BurdenShare& one : shares) {
      if (one.requirement != index_) continue;
      auto at = std::ranges::find(keys, one.key);
      if (at == keys.end()) at = keys.insert(keys.end(), one.key);
      BurdenShares::Row& row = rows[one.actor];
      row.by_key.resize(std::max(row.by_key.size(), static_cast<std::size_t>(at - keys.begin()) + 1));
      row.by_key[static_cast<std::size_t>(at - keys.begin())] = static_cast<double>(one.amount) / one_;
      const Actor* actor = find_actor(standing_.c(), one.actor);
      row.label = actor == nullptr ? one.actor : name_of(actor->name, one.actor, language_);
      row.because.add(one.because);
      if (!one.offered) continue;
      row.offered = RangeBars::Range{static_cast<double>(one.offered_min) / one_,
                                     static_cast<double>(one.offered_max) / one_};
      row.text = amount_range_text(asked_, one.offered_min, one.offered_max, language_);
    }
    for (const int key : keys) {
      const BurdenKey& declared = standing_.c().burden_keys[static_cast<std::size_t>(key)];
      drawn.keys.push_back(name_of(declared.name, declared.id, language_));
    }
    for (auto& [actor, row] : rows) drawn.rows.push_back(std::move(row));
    std::ranges::stable_sort(drawn.rows, std::greater{}, [](const BurdenShares::Row& row) {
      return row.by_key.empty() ? 0 : row.by_key.front().value_or(0);
    });
    if (drawn.rows.size() > kActorsShown) drawn.rows.resize(kActorsShown);
    chart.description = joined(drawn.keys, "; ") + ".";
    chart.data = std::move(drawn);
    return chart;
  }

 private:
  const Contribution& offer(int i) const { return coverage_.contributions[static_cast<std::size_t>(i)]; }
  std::string named(int statement) const {
    return holders_text(standing_, statement, language_) + " [" + standing_.statement(statement).id + "]";
  }
  std::string needed_text() const {
    return filled(kNeeded, {amount_text(asked_, *asked_.required, language_), id_}, language_);
  }
  RangeBars line() const { return {static_cast<double>(*asked_.required) / one_, needed_text(), {}}; }
  Chart frame(const std::string& kind, Phrase title) const {
    const CoverageRow& row = coverage_.headline(index_);
    Chart chart = chart_frame(standing_, kind + requirement_key(standing_, coverage_, index_),
                              filled(title, {measure_text(standing_, asked_.measure, language_)}, language_),
                              row.counted.because, language_);
    chart.unit = filled(kUnitBars, {unit_word(asked_.unit, language_)}, language_);
    return chart;
  }
  RangeBars::Bar summed(const CoverageRow& row, std::string label) const {
    RangeBars::Bar bar{
        std::move(label),
        {static_cast<double>(row.counted.counted_min) / one_,
         static_cast<double>(row.counted.counted_max) / one_},
        true,
        amount_range_text(asked_, row.counted.counted_min, row.counted.counted_max, language_)};
    if (row.share_min) bar.text += " · " + percent_range_text(*row.share_min, *row.share_max, language_);
    bar.state = state_of(row);
    bar.state_word = state_word(*bar.state, language_);
    bar.because = row.counted.because;
    return bar;
  }
  Chart described(Chart chart, RangeBars bars) const {
    std::vector<std::string> said;
    for (const RangeBars::Bar& bar : bars.bars)
      said.push_back(bar.label + ": " + bar.text + (bar.state_word.empty() ? "" : ", " + bar.state_word));
    chart.description =
        filled(kDescribed,
               {amount_text(asked_, *asked_.required, language_) + " " + unit_word(asked_.unit, language_),
                joined(said, "; ")},
               language_);
    chart.data = std::move(bars);
    return chart;
  }

  const Standing& standing_;
  const Coverage& coverage_;
  int index_;
  const Requirement& asked_;
  Language language_;
  std::string id_;
  double one_;
};

}  // namespace

std::string requirement_key(const Standing& standing, const Coverage& coverage, int requirement) {
  const auto statement_of = [&](int r) {
    return coverage.requirements[static_cast<std::size_t>(r)].statement;
  };
  int number = 1;
  for (int r = 0; r < requirement; ++r)
    if (statement_of(r) == statement_of(requirement)) ++number;
  const std::string& id = standing.statement(statement_of(requirement)).id;
  return number == 1 ? id : id + ":" + std::to_string(number);
}

std::vector<Chart> coverage_charts(const Standing& standing, const Coverage& coverage, Language language) {
  std::vector<Chart> charts;
  for (int r = 0; r < static_cast<int>(coverage.requirements.size()); ++r) {
    if (!coverage.requirements[static_cast<std::size_t>(r)].required) continue;
    const RequirementCharts drawn(standing, coverage, r, language);
    charts.push_back(drawn.by_rule());
    charts.push_back(drawn.by_offer());
  }
  return charts;
}

std::vector<Chart> distribution_charts(const Standing& standing, const Coverage& coverage, Budget& budget,
                                       Language language) {
  std::vector<Chart> charts;
  for (int r = 0; r < static_cast<int>(coverage.requirements.size()); ++r) {
    if (!coverage.requirements[static_cast<std::size_t>(r)].required) continue;
    const auto curve = coverage_distribution(standing, coverage, coverage.headline(r), budget);
    if (!curve) continue;  // the page says already which probability is missing, and why
    charts.push_back(RequirementCharts(standing, coverage, r, language).distribution(*curve));
  }
  return charts;
}

std::vector<Chart> burden_charts(const Standing& standing, const CoverageFindings& found, Language language) {
  std::vector<Chart> charts;
  std::set<int> drawn;
  for (const BurdenShare& one : found.burden)
    if (drawn.insert(one.requirement).second)
      charts.push_back(
          RequirementCharts(standing, found.coverage, one.requirement, language).burden(found.burden));
  return charts;
}

}  // namespace surety
