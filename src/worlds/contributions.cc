// See contributions.h.
#include "worlds/contributions.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "model/claim_check.h"
#include "model/likelihood.h"

namespace surety {
namespace {

PledgeCondition condition_of(const Standing& standing, const Statement& s, const std::vector<Claim>& inner) {
  std::vector<Claim> conditions;
  if (s.condition) conditions.push_back(s.condition->claim);
  conditions.insert(conditions.end(), inner.begin(), inner.end());
  PledgeCondition condition;
  for (const Claim& claim : conditions) {
    const bool of_factors =
        std::ranges::all_of(claim.atoms, [](const Atom& atom) { return atom.kind == Atom::Kind::factor; });
    if (of_factors)
      condition.of_factors.push_back(normal_form(standing, claim));
    else
      condition.has_other = true;
  }
  return condition;
}

// Amounts stay in the currency they were pledged in: the requirement decides what they are converted to.
std::int64_t written_amount(const Capability& capability, WrittenNumber number) {
  return capability.money ? number.hundredths : number.hundredths / 100;
}

void set_amount(const Standing& standing, const Atom& atom, const Capability& capability,
                Contribution& contribution) {
  const std::int64_t n = written_amount(capability, atom.number);
  const auto set = [&](std::int64_t low, std::int64_t high) {
    contribution.low = low;
    contribution.high = high;
    contribution.spread = low == high ? Spread::point : Spread::even;
  };
  if (atom.kind == Atom::Kind::between) {
    set(n, written_amount(capability, atom.upper));
  } else if (atom.kind == Atom::Kind::about) {
    set(n, n);
    if (standing.c().about_percent > 0) contribution.spread = Spread::triangle;
  } else if (atom.relation == Relation::at_most || atom.relation == Relation::less) {
    set(0, n);
    if (atom.relation == Relation::less) contribution.beyond = -1;
  } else if (atom.relation == Relation::greater && n == 0) {
    contribution.quantified = false;
  } else {
    set(n, n);
    if (atom.relation == Relation::greater) contribution.beyond = 1;
    contribution.at_least = atom.relation == Relation::greater || atom.relation == Relation::at_least;
  }
  if (capability.money) contribution.currency = atom.unit.empty() ? capability.unit : atom.unit;
}

void add_atom(const Standing& standing, int statement, const Atom& atom, const PledgeCondition& condition,
              std::vector<Contribution>& all) {
  Contribution whole;
  whole.statement = statement;
  whole.selector = selector_of(standing, atom.measure);
  whole.capability = whole.selector.capability;
  whole.by = atom.measure.by;
  whole.place = atom.measure.place;
  whole.role = atom.measure.role;
  whole.condition = condition;
  set_amount(standing, atom, standing.c().capabilities[static_cast<std::size_t>(whole.capability)], whole);
  if (!atom.measure.each) {
    all.push_back(std::move(whole));
    return;
  }
  for (const int actor : whole.selector.actors) {
    Contribution one = whole;
    one.selector.actors = {actor};
    one.by = {standing.space.actors[static_cast<std::size_t>(actor)]};
    all.push_back(std::move(one));
  }
}

// A refusal on a condition does not end a pledge: nobody knows whether the condition is met.
void mark_refused(const Standing& standing, std::vector<Contribution>& all) {
  for (const int index : standing.statements) {
    const Statement& refusal = standing.statement(index);
    if (refusal.kind != StatementKind::refusal || refusal.condition) continue;
    if (!refusal.claim) continue;
    const std::vector<Selector> zeroed = sums_set_to_zero(normal_form(standing, refusal.claim->claim));
    for (Contribution& contribution : all) {
      const bool on_its_line = std::ranges::any_of(
          zeroed, [&](const Selector& z) { return selects_all_of(z, contribution.selector); });
      if (on_its_line && said_later(standing.c(), refusal, standing.statement(contribution.statement)))
        contribution.refused_by.push_back(index);
    }
  }
}

}  // namespace

std::vector<Contribution> contributions(const Standing& standing) {
  std::vector<Contribution> all;
  for (const int index : standing.statements) {
    const Statement& s = standing.statement(index);
    if (s.kind != StatementKind::pledge || !s.claim) continue;
    const auto parts = conditioned_measures(s.claim->claim);
    SURETY_CHECK(parts.has_value());
    const PledgeCondition condition = condition_of(standing, s, parts->conditions);
    for (const int atom : parts->atoms)
      add_atom(standing, index, s.claim->claim.atoms[static_cast<std::size_t>(atom)], condition, all);
  }
  mark_refused(standing, all);
  return all;
}

Result<AmountEnds> amount_in(const Standing& standing, const Contribution& contribution,
                             const std::string& unit, Because& because) {
  AmountEnds ends{contribution.low, contribution.high};
  if (!contribution.currency.empty()) {
    for (std::int64_t* end : {&ends.low, &ends.high}) {
      TRY(const ExchangeRates::Converted converted,
          standing.rates.convert(*end, contribution.currency, unit));
      *end = converted.hundredths;
      for (const std::string& rate : converted.rates) because.add(rate);
    }
  }
  ends.high = std::max<std::int64_t>(0, ends.high + contribution.beyond);
  ends.low = contribution.beyond > 0 ? ends.high : std::min(ends.low, ends.high);
  return ends;
}

int best_report(const Standing& standing, const std::vector<int>& candidates) {
  const Case& c = standing.c();
  const auto rank = [&](int index) {
    const Statement& s = standing.statement(index);
    const Source* source = source_of(c, s);
    const int reliability = source == nullptr || source->reliability == 0 ? 'F' + 1 : source->reliability;
    return std::tuple(reliability, s.credibility.value_or(6));
  };
  SURETY_CHECK(!candidates.empty());
  return *std::ranges::min_element(candidates, [&](int a, int b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    const Statement &x = standing.statement(a), &y = standing.statement(b);
    if (said_later(c, x, y) != said_later(c, y, x)) return said_later(c, x, y);
    return x.id < y.id;
  });
}

std::vector<Selector> zeroed_selectors(const Standing& standing, const Statement& s) {
  std::vector<Selector> selectors;
  if (!s.claim) return selectors;
  const auto zeroed = zeroed_measures(s.claim->claim);
  if (!zeroed) return selectors;
  for (const int atom : *zeroed)
    selectors.push_back(selector_of(standing, s.claim->claim.atoms[static_cast<std::size_t>(atom)].measure));
  return selectors;
}

Because unnamed_behind(const Standing& standing, const Contribution& contribution) {
  Because because;
  for (const int actor : contribution.selector.actors) {
    const std::string& id = standing.space.actors[static_cast<std::size_t>(actor)];
    const std::size_t hash = id.find('#');
    if (hash != std::string::npos) because.add(unnamed_assumption_id(id.substr(0, hash)));
  }
  return because;
}

}  // namespace surety
