// See conflict.h.
#include "analysis/conflict.h"

#include <algorithm>

#include "base/check.h"
#include "worlds/contributions.h"

namespace surety {
namespace {

// Whether one set of statements stands before another by its members' ids.
bool ids_before(const Standing& standing, const std::vector<int>& a, const std::vector<int>& b) {
  return std::ranges::lexicographical_compare(
      a, b, {}, [&](int i) { return std::string_view(standing.statement(i).id); },
      [&](int i) { return std::string_view(standing.statement(i).id); });
}

// The members of a set in the order of their ids.
void sort_members(std::vector<int>& members, const Standing& standing) {
  std::ranges::sort(members, {}, [&](int i) { return std::string_view(standing.statement(i).id); });
}

// Steps an odometer over `sizes`; false after the last position.
bool advance(std::vector<std::size_t>& position, const std::vector<std::size_t>& sizes) {
  for (std::size_t i = position.size(); i-- > 0;) {
    if (++position[i] < sizes[i]) return true;
    position[i] = 0;
  }
  return false;
}

// One set a choice of one voice for each node, up to `rows_max` in all.
void add_voices(const ConflictAnswer& answer, const GroupSet& nodes, std::size_t rows_max,
                std::vector<std::vector<int>>& sets) {
  std::vector<std::size_t> sizes;
  for (const int node : nodes)
    sizes.push_back(answer.clauses.voices[static_cast<std::size_t>(node)].voices.size());
  std::vector<std::size_t> position(nodes.size(), 0);
  do {
    if (sets.size() == rows_max) return;
    std::vector<int> members;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      members.push_back(answer.clauses.voices[static_cast<std::size_t>(nodes[i])].voices[position[i]]);
    sets.push_back(std::move(members));
  } while (advance(position, sizes));
}

void explain_assumptions(const Standing& standing, Budget& budget, ConflictAnswer& answer) {
  const ClauseSystem claims = clauses_of_assumptions(standing);
  const ConflictSets sets = conflict_sets(claims.system, kSetsMax, budget);
  answer.complete = sets.complete;
  for (const ConflictPart& part : sets.parts)
    for (const GroupSet& nodes : part.conflicts) {
      ConflictAnswer over_assumptions;
      over_assumptions.clauses = claims;
      add_voices(over_assumptions, nodes, static_cast<std::size_t>(kSetsMax),
                 answer.contradicting_assumptions);
    }
  std::ranges::sort(answer.contradicting_assumptions, [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
}

// The cheapest of listed concessions is the sum of each part's cheapest; where a list is cut, MaxSAT says.
ConflictAnswer::Cheapest cheapest_of_lists(const ConflictAnswer& answer) {
  ConflictAnswer::Cheapest cheapest;
  for (const ConflictPart& part : answer.parts) {
    const auto weight = [&](const GroupSet& nodes) {
      std::int64_t sum = 0;
      for (const int node : nodes) sum += answer.clauses.system.soft[static_cast<std::size_t>(node)].weight;
      return sum;
    };
    const auto best = std::ranges::min_element(part.concessions, {}, weight);
    SURETY_CHECK(best != part.concessions.end());
    cheapest.nodes.insert(cheapest.nodes.end(), best->begin(), best->end());
    cheapest.price = cheapest.price + Price{weight(*best)};
  }
  cheapest.proved = true;
  std::ranges::sort(cheapest.nodes);
  return cheapest;
}

}  // namespace

ConflictAnswer conflict(const Standing& standing, Budget& budget, const NodeSetListener& listener) {
  ConflictAnswer answer;
  answer.clauses = clauses_of(standing);
  ConflictListener heard;
  if (listener) heard.conflict = [&](const GroupSet& nodes) { listener(answer.clauses, nodes); };
  ConflictSets sets = conflict_sets(answer.clauses.system, kSetsMax, budget, heard);
  if (sets.hard_contradiction) {
    explain_assumptions(standing, budget, answer);
    return answer;
  }
  answer.parts = std::move(sets.parts);
  answer.complete = sets.complete;
  if (answer.complete) {
    if (!answer.parts.empty()) answer.cheapest = cheapest_of_lists(answer);
    return answer;
  }
  Budget own = Budget::of_steps(kSetsMax);
  const CheapestConcession found = cheapest_concession(answer.clauses.system, own);
  if (found.found && !found.members.empty())
    answer.cheapest =
        ConflictAnswer::Cheapest{found.members, Price{found.weight}, found.lower_bound == found.weight};
  return answer;
}

std::vector<int> statements_of(const ConflictAnswer& answer, const GroupSet& nodes) {
  std::vector<int> statements;
  for (const int node : nodes) {
    const std::vector<int>& voices = answer.clauses.voices[static_cast<std::size_t>(node)].voices;
    statements.insert(statements.end(), voices.begin(), voices.end());
  }
  std::ranges::sort(statements);
  return statements;
}

double conflict_count(const ConflictAnswer& answer) {
  double count = 0;
  for (const ConflictPart& part : answer.parts)
    for (const GroupSet& nodes : part.conflicts) {
      double choices = 1;
      for (const int node : nodes)
        choices *= static_cast<double>(answer.clauses.voices[static_cast<std::size_t>(node)].voices.size());
      count += choices;
    }
  return count;
}

double concession_count(const ConflictAnswer& answer) {
  if (answer.parts.empty()) return 0;
  double count = 1;
  for (const ConflictPart& part : answer.parts) count *= static_cast<double>(part.concessions.size());
  return count;
}

std::vector<std::vector<int>> statement_conflicts(const ConflictAnswer& answer, const Standing& standing,
                                                  std::size_t rows_max) {
  std::vector<const GroupSet*> all;
  for (const ConflictPart& part : answer.parts)
    for (const GroupSet& nodes : part.conflicts) all.push_back(&nodes);
  std::ranges::stable_sort(all, {}, [](const GroupSet* nodes) { return nodes->size(); });
  std::vector<std::vector<int>> sets;
  for (const GroupSet* nodes : all) add_voices(answer, *nodes, rows_max, sets);
  for (std::vector<int>& members : sets) sort_members(members, standing);
  std::ranges::sort(sets, [&](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : ids_before(standing, a, b);
  });
  return sets;
}

std::vector<PricedSet> statement_concessions(const ConflictAnswer& answer, const Standing& standing) {
  std::vector<PricedSet> sets;
  std::vector<std::size_t> sizes;
  for (const ConflictPart& part : answer.parts) sizes.push_back(part.concessions.size());
  if (sizes.empty() || std::ranges::count(sizes, 0U) > 0) return sets;
  std::vector<std::size_t> position(sizes.size(), 0);
  do {
    GroupSet nodes;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const GroupSet& chosen = answer.parts[i].concessions[position[i]];
      nodes.insert(nodes.end(), chosen.begin(), chosen.end());
    }
    PricedSet set{statements_of(answer, nodes), {}};
    for (const int node : nodes)
      set.price = set.price + Price{answer.clauses.system.soft[static_cast<std::size_t>(node)].weight};
    sort_members(set.members, standing);
    sets.push_back(std::move(set));
  } while (advance(position, sizes));
  std::ranges::sort(sets, [&](const PricedSet& a, const PricedSet& b) {
    if (a.price != b.price) return a.price < b.price;
    return a.members.size() != b.members.size() ? a.members.size() < b.members.size()
                                                : ids_before(standing, a.members, b.members);
  });
  return sets;
}

std::vector<int> assumptions_behind(const Standing& standing, const std::vector<int>& statements,
                                    Budget& budget) {
  Standing only = standing;
  only.statements = statements;
  std::ranges::sort(only.statements);
  std::vector<int> needed = only.assumptions;
  // Deletion: an assumption without which the contradiction stays is not needed.
  for (const int candidate : std::vector<int>(needed)) {
    std::erase(needed, candidate);
    only.assumptions = needed;
    const ClauseSystem claims = clauses_of(only);
    std::vector<int> groups;
    for (std::size_t i = 0; i < claims.system.soft.size(); ++i) groups.push_back(static_cast<int>(i));
    const std::optional<bool> fits = consistent(claims.system, groups, budget);
    if (fits.value_or(true)) {
      needed.push_back(candidate);
      std::ranges::sort(needed);
    }
  }
  return needed;
}

bool is_dispute(const Standing& standing, const std::vector<int>& statements) {
  if (statements.size() != 2) return false;
  const Statement &a = standing.statement(statements[0]), &b = standing.statement(statements[1]);
  if (a.kind != StatementKind::pledge || b.kind != StatementKind::pledge) return false;
  if (holders_of(standing.c(), a) != holders_of(standing.c(), b)) return false;
  std::vector<Selector> lines;
  for (const Contribution& contribution : contributions(standing))
    if (contribution.statement == statements[0]) lines.push_back(contribution.selector);
  return std::ranges::any_of(contributions(standing), [&](const Contribution& other) {
    return other.statement == statements[1] && std::ranges::find(lines, other.selector) != lines.end();
  });
}

}  // namespace surety
