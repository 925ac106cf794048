// See answer_change.h.
#include "outlook/answer_change.h"

#include <algorithm>
#include <set>

namespace surety {
namespace {

IdSet ids_of_members(const Standing& standing, const std::vector<int>& members) {
  IdSet ids;
  for (const int member : members) ids.push_back(standing.statement(member).id);
  std::ranges::sort(ids);
  return ids;
}

std::vector<IdSet> conflicts_of(const Standing& standing, const Assessment& a) {
  std::vector<IdSet> sets;
  for (const std::vector<int>& members :
       statement_conflicts(a.conflicts, standing, static_cast<std::size_t>(kSetsMax)))
    sets.push_back(ids_of_members(standing, members));
  return sets;
}

bool all_listed(const Assessment& a) {
  return a.conflicts.complete && a.conflicts.contradicting_assumptions.empty() &&
         conflict_count(a.conflicts) <= static_cast<double>(kSetsMax);
}

std::vector<ChangedWay> ways_of(const Standing& standing, const Assessment& a) {
  std::vector<ChangedWay> ways;
  for (const WayOut& way : a.ways.ways)
    ways.push_back({ids_of_members(standing, way.members), way.price, way.keeps_goals});
  return ways;
}

// Those of `all` whose members are in none of `others`.
template <class Set, class Members>
std::vector<Set> missing_in(const std::vector<Set>& all, const std::vector<Set>& others,
                            const Members& members) {
  std::set<IdSet> known;
  for (const Set& one : others) known.insert(members(one));
  std::vector<Set> missing;
  for (const Set& one : all)
    if (!known.contains(members(one))) missing.push_back(one);
  return missing;
}

}  // namespace

AnswerChange answer_change(const Standing& from, const Assessment& before, const Standing& to,
                           const Assessment& after) {
  AnswerChange change;
  change.breaks_from = before.breaks_at;
  change.breaks_to = after.breaks_at;
  change.conflicts_known = all_listed(before) && all_listed(after);
  if (change.conflicts_known) {
    const auto itself = [](const IdSet& set) { return set; };
    const std::vector<IdSet> old = conflicts_of(from, before), now = conflicts_of(to, after);
    change.conflicts_new = missing_in(now, old, itself);
    change.conflicts_gone = missing_in(old, now, itself);
  }
  change.ways_known = change.conflicts_known && before.ways.complete && after.ways.complete;
  if (change.ways_known) {
    const auto members = [](const ChangedWay& way) { return way.members; };
    const std::vector<ChangedWay> old = ways_of(from, before), now = ways_of(to, after);
    change.ways_new = missing_in(now, old, members);
    change.ways_gone = missing_in(old, now, members);
  }
  return change;
}

}  // namespace surety
