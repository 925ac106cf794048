// See assess.h.
#include "outlook/assess.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace surety {
namespace {

StatementKind kind_of(const Standing& standing, const ConflictAnswer& conflicts, int node) {
  return standing.statement(conflicts.clauses.voices[static_cast<std::size_t>(node)].voices[0]).kind;
}

bool contains(const GroupSet& nodes, int node) { return std::ranges::binary_search(nodes, node); }

// A requirement and pledges only, in more than one combination or of more than one pledge.
bool is_shortfall(const Standing& standing, const ConflictAnswer& conflicts, const ConflictGroup& group) {
  if (kind_of(standing, conflicts, group.pivot) != StatementKind::requirement) return false;
  return std::ranges::all_of(group.conflicts, [&](const GroupSet& nodes) {
    return nodes.size() > 1 && std::ranges::all_of(nodes, [&](int node) {
             return node == group.pivot || kind_of(standing, conflicts, node) == StatementKind::pledge;
           });
  });
}

// Disputes come out first, each a group of its own: they are no clash of two parties.
std::vector<ConflictGroup> disputes(const Standing& standing, const ConflictAnswer& conflicts,
                                    std::vector<GroupSet>& open) {
  std::vector<ConflictGroup> groups;
  std::erase_if(open, [&](const GroupSet& nodes) {
    if (nodes.size() != 2) return false;
    std::vector<int> first;
    for (const int node : nodes)
      first.push_back(conflicts.clauses.voices[static_cast<std::size_t>(node)].voices[0]);
    if (!is_dispute(standing, first)) return false;
    groups.push_back({nodes[0], {nodes}, ConflictGroup::Kind::dispute});
    return true;
  });
  return groups;
}

// The node in most of the open conflicts; ties: a requirement (what falls short is told from it), the higher
// price, the id of its first voice.
int pivot_of(const Standing& standing, const ConflictAnswer& conflicts, const std::vector<GroupSet>& open) {
  std::map<int, std::size_t> times;
  for (const GroupSet& nodes : open)
    for (const int node : nodes) ++times[node];
  return std::ranges::min_element(
             times, {},
             [&](const auto& entry) {
               const auto node = static_cast<std::size_t>(entry.first);
               return std::tuple(
                   -static_cast<std::ptrdiff_t>(entry.second),
                   kind_of(standing, conflicts, entry.first) != StatementKind::requirement,
                   -conflicts.clauses.system.soft[node].weight,
                   std::string_view(standing.statement(conflicts.clauses.voices[node].voices[0]).id));
             })
      ->first;
}

BreaksAt where_it_breaks(const Assessment& a) {
  if (!a.conflicts.contradicting_assumptions.empty()) return BreaksAt::assumptions;
  if (!a.conflicts.parts.empty()) return BreaksAt::agreement;
  if (!a.conflicts.complete) return BreaksAt::unknown;
  if (a.coverage.requirements.empty()) return BreaksAt::nothing_asked;
  for (std::size_t i = 0; i < a.coverage.requirements.size(); ++i) {
    const CoverageRow& row = a.coverage.headline(static_cast<int>(i));
    const Requirement& requirement = a.coverage.requirements[i];
    const bool offered =
        requirement.required || std::ranges::any_of(a.coverage.contributions, [&](const Contribution& offer) {
          return inside(requirement, offer) && !offer.refused();
        });
    if (!offered || (row.gap_min && *row.gap_min > 0)) return BreaksAt::coverage;
  }
  return BreaksAt::nowhere;
}

}  // namespace

std::vector<ConflictGroup> conflict_groups(const Standing& standing, const ConflictAnswer& conflicts) {
  std::vector<GroupSet> open;
  for (const ConflictPart& part : conflicts.parts)
    open.insert(open.end(), part.conflicts.begin(), part.conflicts.end());
  const std::vector<ConflictGroup> disputed = disputes(standing, conflicts, open);
  std::vector<ConflictGroup> groups;
  while (!open.empty()) {
    ConflictGroup group;
    group.pivot = pivot_of(standing, conflicts, open);
    std::ranges::copy_if(open, std::back_inserter(group.conflicts),
                         [&](const GroupSet& nodes) { return contains(nodes, group.pivot); });
    std::erase_if(open, [&](const GroupSet& nodes) { return contains(nodes, group.pivot); });
    std::ranges::stable_sort(group.conflicts, {}, &GroupSet::size);
    if (is_shortfall(standing, conflicts, group)) group.kind = ConflictGroup::Kind::shortfall;
    groups.push_back(std::move(group));
  }
  groups.insert(groups.end(), disputed.begin(), disputed.end());
  return groups;
}

Result<Assessment> assess(const Standing& standing, Budget& conflict_budget, Budget& coverage_budget) {
  Assessment a;
  TRY(a.coverage, coverage(standing, &coverage_budget));
  a.conflicts = conflict(standing, conflict_budget);
  a.groups = conflict_groups(standing, a.conflicts);
  TRY(a.ways, ways_out(standing, a.conflicts));
  a.breaks_at = where_it_breaks(a);
  a.met_for_sure = std::ranges::all_of(a.coverage.rows, [&](const CoverageRow& row) {
    return !a.coverage.rules[static_cast<std::size_t>(row.rule)].is_default || row.gap_max.value_or(0) == 0;
  });
  return a;
}

}  // namespace surety
