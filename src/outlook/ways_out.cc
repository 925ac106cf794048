// See ways_out.h.
#include "outlook/ways_out.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <tuple>

#include "base/check.h"

namespace surety {
namespace {

// One concession of one part, with what it takes to order it.
struct Move {
  std::vector<int> statements;  // in the order of their ids
  Price price;
  bool keeps_goals = true;
  bool nothing_untrue = true;
};

// The order of ways: the sum over parts of each component orders the whole.
struct Rank {
  int goals_lost = 0;
  int untrue = 0;
  Price price;
  std::size_t members = 0;
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

Rank rank_of(const Move& move) {
  return {move.keeps_goals ? 0 : 1, move.nothing_untrue ? 0 : 1, move.price, move.statements.size()};
}

// The flags of a union are lost when one part loses them, however many do.
Rank united(const std::vector<Rank>& ranks) {
  Rank sum;
  for (const Rank& rank : ranks) {
    sum.goals_lost = std::max(sum.goals_lost, rank.goals_lost);
    sum.untrue = std::max(sum.untrue, rank.untrue);
    sum.price = sum.price + rank.price;
    sum.members += rank.members;
  }
  return sum;
}

class Finder {
 public:
  Finder(const Standing& standing, const ConflictAnswer& conflicts, std::size_t ways_max)
      : standing_(standing),
        conflicts_(conflicts),
        ways_max_(ways_max),
        prices_(standing),
        requirements_(requirements_of(standing)) {}

  Result<WaysOut> run() {
    for (const ConflictPart& part : conflicts_.parts) {
      moves_.emplace_back();
      for (const GroupSet& nodes : part.concessions) moves_.back().push_back(move_of(nodes));
    }
    result_.complete = conflicts_.complete;
    if (moves_.empty()) return std::move(result_);
    result_.count = 1;
    result_.keeping_goals = 1;
    for (const auto& part : moves_) {
      result_.count *= static_cast<double>(part.size());
      result_.keeping_goals *= static_cast<double>(std::ranges::count_if(part, &Move::keeps_goals));
    }
    if (result_.count > 0) {
      list_best_first();
      key_holders();
    }
    TRY(const bool covered, add_coverage());
    SURETY_CHECK(covered);
    return std::move(result_);
  }

 private:
  const Statement& statement(int index) const { return standing_.statement(index); }
  bool before(int a, int b) const { return statement(a).id < statement(b).id; }

  Move move_of(const GroupSet& nodes) {
    Move move;
    move.statements = statements_of(conflicts_, nodes);
    std::ranges::sort(move.statements, [&](int a, int b) { return before(a, b); });
    move.price = prices_.of(move.statements);
    for (const int index : move.statements) {
      move.keeps_goals = move.keeps_goals && !statement(index).goal;
      move.nothing_untrue = move.nothing_untrue && can_be_given_up(statement(index).kind);
    }
    return move;
  }

  bool ids_before(const std::vector<int>& a, const std::vector<int>& b) const {
    return std::ranges::lexicographical_compare(a, b, [&](int x, int y) { return before(x, y); });
  }

  // Whether the unions would be ordered so: (goals, untrue) are flags, so the four classes are walked one
  // after the other, and within a class the rest of the rank is a sum, which a heap over the parts' sorted
  // moves lists best first.
  void list_best_first() {
    for (int goals_lost = 0; goals_lost < 2; ++goals_lost)
      for (int untrue = 0; untrue < 2; ++untrue) list_class(goals_lost, untrue);
    std::ranges::stable_sort(result_.ways, [&](const WayOut& a, const WayOut& b) {
      const auto key = [](const WayOut& w) {
        return std::tuple(!w.keeps_goals, !w.if_untrue.empty(), w.price, w.members.size());
      };
      return key(a) != key(b) ? key(a) < key(b) : ids_before(a.members, b.members);
    });
    if (result_.ways.size() > ways_max_) result_.ways.resize(ways_max_);
    if (static_cast<double>(result_.ways.size()) < result_.count) result_.complete = false;
  }

  // Ways of one class: every part may use moves whose flags are not worse than the class, and at least one of
  // them has each flag that the class has. Moves that do not keep within it are left out beforehand.
  void list_class(int goals_lost, int untrue) {
    if (result_.ways.size() >= ways_max_) return;
    std::vector<std::vector<const Move*>> allowed;
    for (const auto& part : moves_) {
      std::vector<const Move*> fitting;
      for (const Move& move : part) {
        const Rank rank = rank_of(move);
        if (rank.goals_lost <= goals_lost && rank.untrue <= untrue) fitting.push_back(&move);
      }
      if (fitting.empty()) return;
      std::ranges::sort(fitting, [&](const Move* a, const Move* b) {
        const auto key = [](const Move* m) { return std::tuple(m->price, m->statements.size()); };
        return key(a) != key(b) ? key(a) < key(b) : ids_before(a->statements, b->statements);
      });
      allowed.push_back(std::move(fitting));
    }
    walk(allowed, goals_lost, untrue);
  }

  // Best first over the product: a position's successors raise one part by one; a set keeps positions apart.
  void walk(const std::vector<std::vector<const Move*>>& allowed, int goals_lost, int untrue) {
    using Position = std::vector<std::size_t>;
    const auto rank_at = [&](const Position& at) {
      std::vector<Rank> ranks;
      for (std::size_t i = 0; i < at.size(); ++i) ranks.push_back(rank_of(*allowed[i][at[i]]));
      return united(ranks);
    };
    using Entry = std::tuple<Price, std::size_t, Position>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap;
    std::set<Position> seen;
    const auto push = [&](Position at) {
      if (!seen.insert(at).second) return;
      const Rank rank = rank_at(at);
      heap.emplace(rank.price, rank.members, std::move(at));
    };
    push(Position(allowed.size(), 0));
    const std::size_t tries_max =
        20 * ways_max_;  // positions of the other classes are walked over, not listed
    for (std::size_t tries = 0; !heap.empty() && tries < tries_max && result_.ways.size() < 2 * ways_max_;
         ++tries) {
      const Position at = std::get<Position>(heap.top());
      heap.pop();
      const Rank rank = rank_at(at);
      if (rank.goals_lost == goals_lost && rank.untrue == untrue) add_way(allowed, at, rank);
      for (std::size_t i = 0; i < at.size(); ++i)
        if (at[i] + 1 < allowed[i].size()) {
          Position next = at;
          ++next[i];
          push(std::move(next));
        }
    }
  }

  void add_way(const std::vector<std::vector<const Move*>>& allowed, const std::vector<std::size_t>& at,
               const Rank& rank) {
    WayOut way;
    for (std::size_t i = 0; i < at.size(); ++i)
      way.members.insert(way.members.end(), allowed[i][at[i]]->statements.begin(),
                         allowed[i][at[i]]->statements.end());
    std::ranges::sort(way.members, [&](int a, int b) { return before(a, b); });
    for (const int index : way.members)
      (can_be_given_up(statement(index).kind) ? way.gives_up : way.if_untrue).push_back(index);
    way.price = rank.price;
    way.keeps_goals = rank.goals_lost == 0;
    result_.ways.push_back(std::move(way));
  }

  // Over the whole product, part by part: a statement is in every way exactly when it is in every move of its
  // part.
  void key_holders() {
    result_.over_goal_keepers = result_.keeping_goals > 0;
    for (std::size_t p = 0; p < moves_.size(); ++p) {
      std::map<int, int> times;
      int ways = 0;
      for (const Move& move : moves_[p]) {
        if (result_.over_goal_keepers && !move.keeps_goals) continue;
        ++ways;
        for (const int index : move.statements) ++times[index];
      }
      for (const auto& [index, count] : times)
        if (count == ways) result_.moves_in_every_way.push_back(index);
      for (const int index : statements_of(conflicts_, conflicts_.parts[p].groups))
        if (!times.contains(index)) result_.moves_in_no_way.push_back(index);
    }
    for (auto* list : {&result_.moves_in_every_way, &result_.moves_in_no_way})
      std::ranges::sort(*list, [&](int a, int b) { return before(a, b); });
  }

  // Only what coverage reads matters to it, so ways that move the same pledges share one answer.
  bool matters_to_coverage(int index) const {
    const Statement& s = statement(index);
    if (s.kind == StatementKind::pledge || s.kind == StatementKind::refusal ||
        s.kind == StatementKind::requirement)
      return true;
    return std::ranges::any_of(standing_.c().counting_rules, [&](const CountingRule& rule) {
      return std::ranges::find(rule.respect, s.id) != rule.respect.end();
    });
  }

  Result<bool> add_coverage() {
    std::map<std::vector<std::string>, WayOut> known;  // only what coverage says is filled
    for (WayOut& way : result_.ways) {
      std::vector<std::string> moved;
      for (const int index : way.members)
        if (matters_to_coverage(index)) moved.push_back(statement(index).id);
      auto at = known.find(moved);
      if (at == known.end()) {
        TRY(WayOut covered, covered_without(moved));
        at = known.emplace(moved, std::move(covered)).first;
      }
      way.share_min = at->second.share_min;
      way.share_max = at->second.share_max;
      way.worst_covered = at->second.worst_covered;
      way.gap_min = at->second.gap_min;
      way.gap_max = at->second.gap_max;
      way.lacking = at->second.lacking;
      way.covered_because = at->second.covered_because;
    }
    return true;
  }

  Result<WayOut> covered_without(const std::vector<std::string>& moved) const {
    const Standing rest = without(standing_, moved);
    TRY(const Coverage left, coverage_by_default_rule(rest));
    WayOut covered;
    for (const CoverageRow& row : left.rows) {
      const Requirement& requirement = left.requirements[static_cast<std::size_t>(row.requirement)];
      const std::string& id = rest.statement(requirement.statement).id;
      const bool lacks = requirement.required ? *row.gap_max > 0 : !offered(left, requirement);
      if (lacks && std::ranges::find(covered.lacking, id) == covered.lacking.end())
        covered.lacking.push_back(id);
      covered.covered_because.add(row.counted.because);
      if (!row.share_min) continue;
      const auto share = std::pair(*row.share_min, *row.share_max);
      if (!covered.share_min || share < std::pair(*covered.share_min, *covered.share_max)) {
        covered.share_min = share.first;
        covered.share_max = share.second;
        covered.worst_covered = place_of(left, row.requirement);
        covered.gap_min = row.gap_min;
        covered.gap_max = row.gap_max;
      }
    }
    return covered;
  }

  // Where the requirement stands while no statement has gone: the atoms of one statement go together.
  int place_of(const Coverage& left, int requirement) const {
    const int statement = left.requirements[static_cast<std::size_t>(requirement)].statement;
    const auto first = [&](const std::vector<Requirement>& all) {
      return std::ranges::find(all, statement, &Requirement::statement) - all.begin();
    };
    return static_cast<int>(first(requirements_) + requirement - first(left.requirements));
  }

  static bool offered(const Coverage& coverage, const Requirement& requirement) {
    return std::ranges::any_of(coverage.contributions, [&](const Contribution& offer) {
      return inside(requirement, offer) && !offer.refused();
    });
  }

  const Standing& standing_;
  const ConflictAnswer& conflicts_;
  std::size_t ways_max_;
  Prices prices_;
  std::vector<Requirement> requirements_;
  std::vector<std::vector<Move>> moves_;  // one list a part
  WaysOut result_;
};

// The issues of which a claim in some conflict speaks.
std::set<int> issues_in_conflict(const ConflictAnswer& conflicts) {
  std::set<int> issues;
  for (const ConflictPart& part : conflicts.parts)
    for (const int node : part.groups)
      for (const Leaf& leaf : conflicts.clauses.voices[static_cast<std::size_t>(node)].form.leaves)
        if (leaf.kind == Leaf::Kind::issue) issues.insert(leaf.index);
  return issues;
}

// The options from `low` to `high` one by one, of a scale as "50..59".
void add_options(const Issue& issue, std::int64_t low, std::int64_t high, std::vector<std::string>& options) {
  if (issue.scale) {
    const std::string first = std::to_string(low);
    options.push_back(low == high ? first : first + ".." + std::to_string(high));
    return;
  }
  for (std::int64_t k = low; k <= high; ++k) options.push_back(issue.options[static_cast<std::size_t>(k)]);
}

}  // namespace

bool can_be_given_up(StatementKind kind) {
  return kind != StatementKind::assessment && kind != StatementKind::requirement &&
         kind != StatementKind::event;
}

Result<WaysOut> ways_out(const Standing& standing, const ConflictAnswer& conflicts, std::size_t ways_max) {
  return Finder(standing, conflicts, ways_max).run();
}

std::vector<RemainingOptions> remaining_options(const Standing& standing, const ConflictAnswer& conflicts,
                                                const WayOut& way, Budget& budget) {
  std::vector<int> kept;
  for (std::size_t i = 0; i < conflicts.clauses.voices.size(); ++i)
    if (std::ranges::find(way.members, conflicts.clauses.voices[i].voices[0]) == way.members.end())
      kept.push_back(static_cast<int>(i));
  ConstraintSystem system = conflicts.clauses.system;
  std::vector<RemainingOptions> all;
  const std::set<int> touched = issues_in_conflict(conflicts);
  for (std::size_t i = 0; i < conflicts.clauses.issues.size(); ++i) {
    if (!touched.contains(static_cast<int>(i))) continue;
    RemainingOptions remaining{static_cast<int>(i), {}, true};
    const Issue& issue = standing.c().issues[i];
    std::vector<std::pair<std::int64_t, std::int64_t>> possible;  // neighbours put together
    for (const ClauseSystem::Stretch& stretch : conflicts.clauses.issues[i]) {
      system.hard.push_back({stretch.variable});
      const bool is_possible = consistent(system, kept, budget).value_or(false);
      system.hard.pop_back();
      remaining.all = remaining.all && is_possible;
      if (!is_possible) continue;
      if (!possible.empty() && possible.back().second + 1 == stretch.low)
        possible.back().second = stretch.high;
      else
        possible.emplace_back(stretch.low, stretch.high);
    }
    for (const auto& [low, high] : possible) add_options(issue, low, high, remaining.options);
    all.push_back(std::move(remaining));
  }
  return all;
}

}  // namespace surety
