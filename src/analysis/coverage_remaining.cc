// See coverage_remaining.h.
#include "analysis/coverage_remaining.h"

#include <algorithm>
#include <map>
#include <set>

namespace surety {
namespace {

// Groups that the claim behind an offer names for its measure.
std::vector<std::string> groups_behind(const Standing& standing, const Contribution& offer) {
  std::vector<std::string> groups;
  const Statement& s = standing.statement(offer.statement);
  const std::string& capability = standing.c().capabilities[static_cast<std::size_t>(offer.capability)].id;
  for (const Atom& atom : s.claim->claim.atoms) {
    if (!atom.is_measure() || atom.measure.capability != capability || atom.measure.place != offer.place ||
        atom.measure.role != offer.role)
      continue;
    for (const std::string& id : atom.measure.by) {
      const Actor* actor = find_actor(standing.c(), id);
      if (actor == nullptr || actor->kind != ActorKind::group) continue;
      const std::vector<int>& members = standing.space.actors_of(id);
      const bool speaks_of_it = std::ranges::any_of(
          offer.selector.actors, [&](int member) { return std::ranges::binary_search(members, member); });
      if (speaks_of_it) groups.push_back(id);
    }
  }
  return groups;
}

struct Silent {
  std::set<int> members;  // actors of the line space
  Because because;
};

std::map<std::string, Silent> silent_by_group(const Standing& standing, const Coverage& coverage,
                                              const Counted& counted) {
  std::set<int> numbered;
  for (const CountedLine& line : counted.lines) {
    const auto& actors = coverage.contributions[static_cast<std::size_t>(line.best)].selector.actors;
    if (line.counted) numbered.insert(actors.begin(), actors.end());
  }
  std::map<std::string, Silent> groups;
  for (const int index : counted.unquantified) {
    const Contribution& offer = coverage.contributions[static_cast<std::size_t>(index)];
    for (const std::string& group : groups_behind(standing, offer)) {
      const std::vector<int>& members = standing.space.actors_of(group);
      Silent& silent = groups[group];
      for (const int actor : offer.selector.actors)
        if (!numbered.contains(actor) && std::ranges::binary_search(members, actor))
          silent.members.insert(actor);
      silent.because.add(standing.statement(offer.statement).id);
      silent.because.add(unnamed_behind(standing, offer));
    }
  }
  return groups;
}

std::int64_t rounded_up(std::int64_t amount, std::int64_t parts) {
  return amount / parts + (amount % parts != 0 ? 1 : 0);
}

}  // namespace

std::vector<RemainingShare> coverage_remaining(const Standing& standing, const Coverage& coverage) {
  std::vector<RemainingShare> all;
  for (std::size_t r = 0; r < coverage.requirements.size(); ++r) {
    const CoverageRow& row = coverage.headline(static_cast<int>(r));
    if (row.gap_max.value_or(0) <= 0) continue;
    for (const auto& [group, silent] : silent_by_group(standing, coverage, row.counted)) {
      if (silent.members.empty()) continue;
      const auto count = static_cast<std::int64_t>(silent.members.size());
      RemainingShare one{
          static_cast<int>(r), group, {}, rounded_up(*row.gap_min, count), rounded_up(*row.gap_max, count),
          row.counted.because};
      for (const int member : silent.members)
        one.members.push_back(standing.space.actors[static_cast<std::size_t>(member)]);
      one.because.add(silent.because);
      all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace surety
