// Conflicts and concessions of a whole system: part by part, each factored by what hangs together.
#include "solve/conflict_sets.h"

#include <algorithm>

#include "base/check.h"
#include "solve/conflict_division.h"
#include "solve/conflict_search.h"
#include "solve/hitting_sets.h"
#include "solve/system_parts.h"

namespace surety {

namespace {

bool smaller(const GroupSet& a, const GroupSet& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

GroupSet members_of(const std::vector<GroupSet>& sets) {
  GroupSet members;
  for (const GroupSet& set : sets) members.insert(members.end(), set.begin(), set.end());
  std::ranges::sort(members);
  members.erase(std::ranges::unique(members).begin(), members.end());
  return members;
}

// Sets of a part's groups in numbers of the whole system; `numbers` rises, so the sets stay sorted.
std::vector<GroupSet> renumbered(std::vector<GroupSet> sets, const std::vector<int>& numbers) {
  for (GroupSet& set : sets) {
    for (int& g : set) g = numbers[static_cast<std::size_t>(g)];
  }
  return sets;
}

ConflictListener renumbering(const ConflictListener& listener, const std::vector<int>& numbers) {
  const auto through = [&numbers](const std::function<void(const GroupSet&)>& report) {
    if (!report) return report;
    return std::function<void(const GroupSet&)>(
        [&numbers, &report](const GroupSet& set) { report(renumbered({set}, numbers).front()); });
  };
  return {through(listener.conflict), through(listener.concession)};
}

// All conflicts are known: each class of those that hang together is a part, its concessions are the hitting
// sets.
void add_complete_parts(const std::vector<GroupSet>& conflicts, const std::vector<int>& numbers,
                        std::int64_t sets_max, Budget& budget, ConflictSets& result) {
  const int groups = static_cast<int>(numbers.size());
  for (std::vector<GroupSet>& own : connected_classes(conflicts, groups)) {
    ConflictPart part;
    const auto add = [&](const GroupSet& concession) {
      if (static_cast<std::int64_t>(part.concessions.size()) >= sets_max) return false;
      part.concessions.push_back(concession);
      return true;
    };
    part.complete = each_hitting_set(own, groups, add, [&](std::int64_t) { return budget.spend(0); });
    std::ranges::sort(own, smaller);
    std::ranges::sort(part.concessions, smaller);
    part.concessions = renumbered(std::move(part.concessions), numbers);
    part.conflicts = renumbered(std::move(own), numbers);
    part.groups = members_of(part.conflicts);
    result.complete = result.complete && part.complete;
    result.parts.push_back(std::move(part));
  }
}

// Some conflicts may be missing, so nothing is said of what is independent.
void add_incomplete_part(const ConflictSearch& search, const std::vector<int>& numbers,
                         ConflictSets& result) {
  ConflictPart part;
  part.conflicts = search.conflicts();
  part.concessions.assign(search.concessions().begin(), search.concessions().end());
  std::ranges::sort(part.conflicts, smaller);
  std::ranges::sort(part.concessions, smaller);
  part.conflicts = renumbered(std::move(part.conflicts), numbers);
  part.concessions = renumbered(std::move(part.concessions), numbers);
  part.groups = members_of(part.conflicts);
  part.complete = false;
  result.complete = false;
  if (!part.groups.empty()) result.parts.push_back(std::move(part));
}

}  // namespace

ConflictSets conflict_sets(const ConstraintSystem& system, std::int64_t sets_max, Budget& budget,
                           const ConflictListener& listener) {
  ConflictSets result;
  const std::vector<SystemPart> parts = split_system(system);
  for (const SystemPart& part : parts) {
    ConflictSearch search(part.system, sets_max, budget, renumbering(listener, part.groups));
    using State = ConflictSearch::State;
    State state = search.begin();
    while (state == State::only_concessions) {
      state = search.explore();
      if (state != State::only_concessions) break;
      ConflictDivision division(part.system, search, budget);
      state = division.proves_complete() ? State::complete : search.prove();
    }
    if (state == State::conflicting) {
      result.hard_contradiction = true;
      result.parts.clear();
      return result;
    }
    if (state == State::complete)
      add_complete_parts(search.conflicts(), part.groups, sets_max, budget, result);
    else
      add_incomplete_part(search, part.groups, result);
  }
  std::ranges::sort(result.parts,
                    [](const ConflictPart& a, const ConflictPart& b) { return a.groups < b.groups; });
  return result;
}

std::optional<bool> consistent(const ConstraintSystem& system, std::span<const int> groups, Budget& budget) {
  ConstraintSystem claimed = system;
  claimed.soft.clear();
  for (const int g : groups) {
    SURETY_CHECK(g >= 0 && g < static_cast<int>(system.soft.size()));
    const auto& clauses = system.soft[static_cast<std::size_t>(g)].clauses;
    claimed.hard.insert(claimed.hard.end(), clauses.begin(), clauses.end());
  }
  for (const SystemPart& part : split_system(claimed)) {
    ConflictOracle oracle(part.system);
    const Fit fit = oracle.check({}, budget);
    if (fit == Fit::interrupted) return std::nullopt;
    if (fit == Fit::refuted) return false;
  }
  return true;
}

}  // namespace surety
