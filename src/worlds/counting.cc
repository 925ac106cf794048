// See counting.h.
#include "worlds/counting.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "model/claim_check.h"
#include "model/likelihood.h"

namespace surety {
namespace {

constexpr std::size_t kRivalsMax = 20;  // beyond, the low end takes the largest single total

Requirement requirement_of(const Standing& standing, int statement, const Atom& atom, bool conditional) {
  const Capability& capability = *find_capability(standing.c(), atom.measure.capability);
  Requirement r;
  r.statement = statement;
  r.selector = selector_of(standing, atom.measure);
  r.capability = r.selector.capability;
  r.measure = atom.measure;
  r.money = capability.money;
  r.unit = capability.money && !atom.unit.empty() ? atom.unit : capability.unit;
  r.conditional = conditional;
  if (capability.unit.empty()) return r;
  const std::int64_t n = capability.money ? atom.number.hundredths : atom.number.hundredths / 100;
  if (atom.kind == Atom::Kind::about) {
    const std::int64_t percent = standing.c().about_percent;
    r.required = n - (n / 100 * percent + n % 100 * percent / 100);
  } else if (atom.kind == Atom::Kind::compared && atom.relation == Relation::greater) {
    r.required = n + 1;
  } else {
    r.required = n;
  }
  return r;
}

// Whether the atom asks for something: bounds its sum from below.
bool asks(const Atom& atom) {
  return atom.kind != Atom::Kind::compared || atom.relation == Relation::at_least ||
         atom.relation == Relation::greater || atom.relation == Relation::equal;
}

// Whether the rule hears the report at all.
bool admitted(const Standing& standing, const Contribution& contribution, const Rule& rule) {
  const Statement& s = standing.statement(contribution.statement);
  return state_of(s) >= rule.declared.states_from &&
         s.credibility.value_or(6) <= rule.declared.credibility_to;
}

bool role_excluded(const Contribution& contribution, const Rule& rule) {
  const auto& excluded = rule.declared.roles_excluded;
  return !contribution.role.empty() && std::ranges::find(excluded, contribution.role) != excluded.end();
}

// The statement whose respect sets the contribution to zero; nothing where none does.
std::optional<int> zeroed_by(const Contribution& contribution, const Rule& rule) {
  for (const auto& [statement, selector] : rule.zeroed)
    if (selects_all_of(selector, contribution.selector)) return statement;
  return std::nullopt;
}

// Works out Counted for one requirement and rule.
class Counting {
 public:
  Counting(const Standing& standing, const std::vector<Contribution>& all, const Requirement& requirement,
           const Rule& rule)
      : standing_(standing), all_(all), requirement_(requirement), rule_(rule) {}

  Result<Counted> run() {
    result_.because.add(standing_.statement(requirement_.statement).id);
    sort_out();
    for (auto& [selector, reports] : quantified_) {
      TRY(CountedLine line, settled(reports));
      result_.lines.push_back(std::move(line));
    }
    relate();
    leave_remainders();
    TRY(const bool added, add_up());
    SURETY_CHECK(added);
    collect_because();
    std::ranges::sort(result_.counted_contributions);
    return std::move(result_);
  }

 private:
  __extension__ using Wide = __int128;

  const Contribution& contribution(int i) const { return all_[static_cast<std::size_t>(i)]; }
  CountedLine& line(int i) { return result_.lines[static_cast<std::size_t>(i)]; }
  const Selector& selector(const CountedLine& l) const { return contribution(l.best).selector; }

  bool counts(const Contribution& one) const {
    return inside(requirement_, one) && !role_excluded(one, rule_) && !zeroed_by(one, rule_);
  }

  // Contributions of the capability, by line: quantified before unquantified, without what a refusal ended.
  void sort_out() {
    std::map<Selector, std::vector<int>> unquantified;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Contribution& one = all_[i];
      if (one.capability != requirement_.capability || one.selector.actors.empty()) continue;
      if (one.refused()) {
        if (one.quantified && admitted(standing_, one, rule_) && counts(one))
          refused_.push_back(static_cast<int>(i));
      } else if (!one.quantified || admitted(standing_, one, rule_)) {
        (one.quantified ? quantified_ : unquantified)[one.selector].push_back(static_cast<int>(i));
      }
    }
    for (const auto& [selector, reports] : unquantified) {
      if (!selects_all_of(requirement_.selector, selector)) continue;
      result_.unquantified.insert(result_.unquantified.end(), reports.begin(), reports.end());
    }
    std::ranges::sort(result_.unquantified);
  }

  // Reports that the rule does not admit are out before: they neither settle a line nor take from a total.
  Result<CountedLine> settled(const std::vector<int>& reports) {
    CountedLine l;
    l.reports = reports;
    std::vector<int> statements;
    for (const int i : l.reports) statements.push_back(contribution(i).statement);
    const int best = best_report(standing_, statements);
    l.best = *std::ranges::find(l.reports, best, [&](int i) { return contribution(i).statement; });
    const Contribution& line = contribution(l.best);
    l.counted = counts(line);
    Because rates;
    bool first = true;
    for (const int i : l.reports) {
      TRY(const AmountEnds ends, amount_in(standing_, contribution(i), requirement_.unit, rates));
      l.low = first ? ends.low : std::min(l.low, ends.low);
      l.high = first ? ends.high : std::max(l.high, ends.high);
      if (i == l.best) l.spread = spread_of(contribution(i), ends.low, ends.high);
      first = false;
    }
    if (l.counted) result_.because.add(rates);
    return l;
  }

  AmountSpread spread_of(const Contribution& one, std::int64_t low, std::int64_t high) const {
    if (one.spread != Spread::triangle) return {low, high, AmountSpread::Shape::even};
    const std::int64_t percent = standing_.c().about_percent;
    const std::int64_t d = low / 100 * percent + low % 100 * percent / 100;
    return {low - d, low + d, AmountSpread::Shape::triangle};
  }

  // Which lines are parts of which, and which totals of several actors overlap otherwise.
  void relate() {
    const int n = static_cast<int>(result_.lines.size());
    for (int a = 0; a < n; ++a)
      for (int b = 0; b < n; ++b) {
        if (a == b) continue;
        const Selector &x = selector(line(a)), &y = selector(line(b));
        if (selects_all_of(x, y))
          line(a).parts.push_back(b);
        else if (a < b && std::min(x.actors.size(), y.actors.size()) > 1 && !selects_all_of(y, x) &&
                 overlap(x, y))
          result_.rivals.emplace_back(a, b);
      }
  }

  // Smaller totals first, so that a total gives up what its parts add in the end.
  void leave_remainders() {
    std::vector<int> order(result_.lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::ranges::stable_sort(order, {}, [&](int i) { return line(i).parts.size(); });
    for (const int i : order) {
      CountedLine& total = line(i);
      std::vector<int> counted_parts;
      Wide low = total.low, high = total.high;
      for (const int part : total.parts) {
        if (line(part).counted) {
          counted_parts.push_back(part);
          continue;
        }
        low -= line(part).remainder_low;
        high -= line(part).remainder_high;
      }
      const auto [parts_low, parts_high] = brought(counted_parts);
      total.remainder_low = static_cast<std::int64_t>(std::max<Wide>(0, low - parts_low));
      total.remainder_high = static_cast<std::int64_t>(std::max<Wide>(0, high - parts_high));
    }
  }

  // Lines that hang together as totals and parts; a part that is not counted can leave a total with a low end
  // above its high end, so ends are ordered family by family.
  std::vector<std::vector<int>> families() {
    std::vector<int> family(result_.lines.size());
    for (std::size_t i = 0; i < family.size(); ++i) family[i] = static_cast<int>(i);
    const auto merge = [&](int a, int b) {
      const int from = family[static_cast<std::size_t>(b)], to = family[static_cast<std::size_t>(a)];
      std::ranges::replace(family, from, to);
    };
    for (std::size_t i = 0; i < family.size(); ++i)
      for (const int part : result_.lines[i].parts) merge(static_cast<int>(i), part);
    for (const auto& [a, b] : result_.rivals) merge(a, b);
    std::map<int, std::vector<int>> members;
    for (std::size_t i = 0; i < family.size(); ++i) members[family[i]].push_back(static_cast<int>(i));
    std::vector<std::vector<int>> all;
    for (auto& [id, lines] : members) all.push_back(std::move(lines));
    return all;
  }

  bool rivals(int a, int b) const {
    return std::ranges::find(result_.rivals, std::pair(std::min(a, b), std::max(a, b))) !=
           result_.rivals.end();
  }

  // Of totals that overlap, the largest sum of such as do not.
  Wide largest_without_overlap(const std::vector<int>& lines) {
    Wide largest = 0;
    if (lines.size() > kRivalsMax) {
      for (const int i : lines) largest = std::max<Wide>(largest, line(i).remainder_low);
      return largest;
    }
    for (std::uint32_t chosen = 0; chosen < (1U << lines.size()); ++chosen) {
      Wide sum = 0;
      bool apart = true;
      for (std::size_t i = 0; i < lines.size() && apart; ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        sum += line(lines[i]).remainder_low;
        for (std::size_t j = 0; j < i && apart; ++j)
          apart = (chosen >> j & 1U) == 0 || !rivals(lines[i], lines[j]);
      }
      if (apart) largest = std::max(largest, sum);
    }
    return largest;
  }

  // What these lines add together: of rivals the low end counts those that do not overlap, the high end all.
  std::pair<Wide, Wide> brought(const std::vector<int>& lines) {
    Wide low = 0, high = 0;
    std::vector<int> overlapping;
    for (const int i : lines) {
      const bool rival = std::ranges::any_of(lines, [&](int j) { return j != i && rivals(i, j); });
      if (rival)
        overlapping.push_back(i);
      else
        low += line(i).remainder_low;
      high += line(i).remainder_high;
    }
    if (!overlapping.empty()) low += largest_without_overlap(overlapping);
    return {low, high};
  }

  Result<bool> add_up() {
    Wide min = 0, max = 0;
    for (std::vector<int>& family : families()) {
      std::erase_if(family, [&](int i) { return !line(i).counted; });
      const auto [low, high] = brought(family);
      min += std::min(low, high);
      max += std::max(low, high);
    }
    if (max > kAmountSumMax)
      return fail(ErrorCode::too_large, "the pledges for '" + standing_.statement(requirement_.statement).id +
                                            "' add up to more than 10^18");
    result_.counted_min = static_cast<std::int64_t>(min);
    result_.counted_max = static_cast<std::int64_t>(max);
    return true;
  }

  void add_contribution(int i) {
    result_.because.add(standing_.statement(contribution(i).statement).id);
    result_.because.add(unnamed_behind(standing_, contribution(i)));
  }

  void collect_because() {
    for (const CountedLine& l : result_.lines) {
      if (l.counted) {
        for (const int i : l.reports) add_contribution(i);
        for (const int part : l.parts)
          for (const int i : line(part).reports) add_contribution(i);
        result_.counted_contributions.insert(result_.counted_contributions.end(), l.reports.begin(),
                                             l.reports.end());
        continue;
      }
      const Contribution& best = contribution(l.best);
      const bool set_to_zero = inside(requirement_, best) && !role_excluded(best, rule_);
      if (const auto statement = zeroed_by(best, rule_); set_to_zero && statement) {
        result_.because.add(standing_.statement(*statement).id);
        for (const int i : l.reports) add_contribution(i);
      }
    }
    for (const int i : refused_)
      for (const int refusal : contribution(i).refused_by)
        result_.because.add(standing_.statement(refusal).id);
  }

  const Standing& standing_;
  const std::vector<Contribution>& all_;
  const Requirement& requirement_;
  const Rule& rule_;
  std::map<Selector, std::vector<int>> quantified_;
  std::vector<int> refused_;
  Counted result_;
};

}  // namespace

bool inside(const Requirement& requirement, const Contribution& contribution) {
  return !contribution.selector.actors.empty() && selects_all_of(requirement.selector, contribution.selector);
}

std::vector<Rule> rules_of(const Standing& standing) {
  const Case& c = standing.c();
  std::vector<Rule> rules;
  CountingRule built_in;
  built_in.id = "all_quantified";
  built_in.name = {{"en", "quantified offers"}, {"de", "bezifferte Angebote"}};
  if (std::ranges::find(c.counting_rules, built_in.id, &CountingRule::id) == c.counting_rules.end())
    rules.push_back({built_in, false, {}});
  for (const CountingRule& declared : c.counting_rules) {
    Rule rule{declared, false, {}};
    for (const int index : standing.statements) {
      const Statement& s = standing.statement(index);
      if (std::ranges::find(declared.respect, s.id) == declared.respect.end()) continue;
      for (Selector& zeroed : zeroed_selectors(standing, s))
        rule.zeroed.emplace_back(index, std::move(zeroed));
    }
    rules.push_back(std::move(rule));
  }
  const auto marked = std::ranges::find_if(rules, [](const Rule& rule) { return rule.declared.is_default; });
  const std::size_t first_declared = rules.size() - c.counting_rules.size();
  if (marked != rules.end())
    marked->is_default = true;
  else
    rules[c.counting_rules.empty() ? 0 : first_declared].is_default = true;
  return rules;
}

std::vector<Requirement> requirements_of(const Standing& standing) {
  std::vector<Requirement> all;
  for (const int index : standing.statements) {
    const Statement& s = standing.statement(index);
    if (s.kind != StatementKind::requirement || !s.claim) continue;
    const auto conditional = [&](int atom) {
      const auto parts = conditioned_measures(s.claim->claim);
      return s.condition.has_value() || (parts && !parts->conditions.empty() &&
                                         std::ranges::find(parts->atoms, atom) != parts->atoms.end());
    };
    for (const int a : asserted_measures(s.claim->claim, false)) {
      const Atom& atom = s.claim->claim.atoms[static_cast<std::size_t>(a)];
      if (!asks(atom)) continue;
      const Requirement whole = requirement_of(standing, index, atom, conditional(a));
      if (!atom.measure.each) {
        all.push_back(whole);
        continue;
      }
      for (const int actor : whole.selector.actors) {
        Requirement one = whole;
        one.selector.actors = {actor};
        one.measure.by = {standing.space.actors[static_cast<std::size_t>(actor)]};
        one.measure.each = false;
        all.push_back(std::move(one));
      }
    }
  }
  return all;
}

Result<Counted> counted(const Standing& standing, const std::vector<Contribution>& all,
                        const Requirement& requirement, const Rule& rule) {
  return Counting(standing, all, requirement, rule).run();
}

}  // namespace surety
