// ConflictSearch: singles, pairs, MARCO, and the proof that no conflict is missing.
#include "solve/conflict_search.h"

#include <algorithm>
#include <array>

#include "solve/hitting_sets.h"

namespace surety {

namespace {

// Proposals that a newly found conflict has made void, before dualizing starts again.
constexpr int kVoidMax = 1000;
// Dualizing is tried when there are no more hitting sets than this many, and so many for each concession
// known.
constexpr std::int64_t kCandidatesMin = 20'000;
constexpr std::int64_t kCandidatesPerConcession = 4;
// Places visited times conflicts, about a nanosecond each: a fraction of what finding the concessions has
// cost.
constexpr std::int64_t kWorkMin = 4'000'000;
constexpr std::int64_t kWorkPerConcession = 20'000;

bool misses_any(const GroupSet& concession, std::span<const GroupSet> conflicts) {
  const auto in_concession = [&](int g) { return std::ranges::binary_search(concession, g); };
  return std::ranges::any_of(
      conflicts, [&](const GroupSet& conflict) { return std::ranges::none_of(conflict, in_concession); });
}

}  // namespace

ConflictSearch::ConflictSearch(const ConstraintSystem& system, std::int64_t sets_max, Budget& budget,
                               ConflictListener listener)
    : oracle_(system), sets_max_(sets_max), budget_(budget), listener_(std::move(listener)) {
  for (int g = 0; g < oracle_.group_count(); ++g) map_.add_variable(Sat::Role::decided, true);
}

GroupSet ConflictSearch::complement(const GroupSet& groups) const {
  GroupSet rest;
  auto next = groups.begin();
  for (int g = 0; g < static_cast<int>(oracle_.group_count()); ++g) {
    if (next != groups.end() && *next == g)
      ++next;
    else
      rest.push_back(g);
  }
  return rest;
}

bool ConflictSearch::record_conflict(const GroupSet& conflict) {
  if (static_cast<std::int64_t>(conflicts_.size()) >= sets_max_) return false;
  if (accept_ && !accept_(conflict)) return false;
  std::vector<Literal> clause;
  for (const int g : conflict) clause.push_back(-(g + 1));
  map_.add_clause(clause);
  conflicts_.push_back(conflict);
  known_conflicts_.insert(conflict);
  only_concessions_ = 0;
  if (listener_.conflict) listener_.conflict(conflict);
  return true;
}

bool ConflictSearch::record_concession(const GroupSet& concession) {
  if (static_cast<std::int64_t>(concessions_.size()) >= sets_max_) return false;
  ++only_concessions_;
  std::vector<Literal> clause;
  for (const int g : concession) clause.push_back(g + 1);
  map_.add_clause(clause);
  concessions_.insert(concession);
  if (listener_.concession) listener_.concession(concession);
  return true;
}

// Of all groups together, so that something can be shown at once.
bool ConflictSearch::first_conflict() {
  GroupSet all = complement({});
  const Fit fit = oracle_.check(all, budget_);
  if (fit == Fit::interrupted) return false;
  if (fit == Fit::fits) return true;
  const auto conflict = oracle_.shrink(oracle_.core(), budget_);
  return conflict && (knows(*conflict) || record_conflict(*conflict));
}

ConflictSearch::State ConflictSearch::begin() {
  Fit fit = oracle_.check({}, budget_);
  if (fit != Fit::fits) return fit == Fit::refuted ? State::conflicting : State::stopped;
  oracle_.truth();
  if (!first_conflict()) return State::stopped;
  if (conflicts_.empty()) return State::complete;
  GroupSet impossible;
  for (int g = 0; g < oracle_.group_count(); ++g) {
    const std::array<int, 1> alone{g};
    if (oracle_.witnesses().fit(alone)) continue;
    fit = oracle_.check(alone, budget_);
    if (fit == Fit::fits) oracle_.truth();
    if (fit == Fit::interrupted) return State::stopped;
    if (fit == Fit::refuted && !known_conflicts_.contains({g}) && !record_conflict({g}))
      return State::stopped;
    if (fit == Fit::refuted) impossible.push_back(g);
  }
  GroupSet foes;
  for (int g = 0; g < oracle_.group_count(); ++g) {
    if (std::ranges::binary_search(impossible, g)) continue;
    if (!budget_.spend(0)) return State::stopped;
    oracle_.foes_by_propagation(g, foes);
    for (const int foe : foes) {
      if (foe <= g || std::ranges::binary_search(impossible, foe)) continue;
      if (known_conflicts_.contains({g, foe})) continue;
      if (!record_conflict({g, foe})) return State::stopped;
    }
  }
  return State::only_concessions;
}

// Shrinks `groups` to conflicts until what is left fits; `touched` says whether anything was taken out.
bool ConflictSearch::drain(GroupSet groups, bool& touched) {
  touched = false;
  while (true) {
    if (oracle_.witnesses().fit(groups)) return true;
    const Fit fit = oracle_.check(groups, budget_);
    if (fit == Fit::interrupted) return false;
    if (fit == Fit::fits) {
      oracle_.truth();
      return true;
    }
    const auto conflict = oracle_.shrink(oracle_.core(), budget_);
    if (!conflict || !record_conflict(*conflict)) return false;
    std::erase(groups, conflict->back());
    touched = true;
  }
}

ConflictSearch::State ConflictSearch::run() {
  State state = begin();
  while (state == State::only_concessions) {
    state = explore();
    if (state == State::only_concessions) state = prove();
  }
  return state;
}

ConflictSearch::State ConflictSearch::explore() {
  while (only_concessions_ < patience_) {
    if (oracle_.questions() >= questions_max_) return State::stopped;
    const Sat::Answer answer = map_.solve({}, budget_);
    if (answer == Sat::Answer::interrupted) return State::stopped;
    if (answer == Sat::Answer::unsatisfiable) return State::complete;
    GroupSet proposal, rest;
    for (int g = 0; g < oracle_.group_count(); ++g) (map_.is_true(g + 1) ? proposal : rest).push_back(g);
    bool touched = false;
    if (!drain(std::move(proposal), touched)) return State::stopped;
    if (!touched && !record_concession(rest))
      break;  // full: but perhaps the conflicts can be proved complete
  }
  only_concessions_ = 0;
  patience_ *= 2;
  return State::only_concessions;
}

ConflictSearch::State ConflictSearch::prove() {
  while (true) {
    const std::size_t known = conflicts_.size();
    const auto go_on = [&](std::int64_t) { return budget_.spend(0); };
    // Counting is cheap beside asking. Where there are very many hitting sets, conflicts are missing.
    std::int64_t count = 0;
    const auto spent = static_cast<std::int64_t>(concessions_.size());
    const std::int64_t count_max = kCandidatesMin + kCandidatesPerConcession * spent;
    const std::int64_t work_max = kWorkMin + kWorkPerConcession * spent;
    const bool few = each_hitting_set(
        conflicts_, oracle_.group_count(), [&](const GroupSet&) { return ++count < count_max; },
        [&](std::int64_t visited) {
          return visited * static_cast<std::int64_t>(known) < work_max && budget_.spend(0);
        });
    const bool full = spent >= sets_max_;
    if (!few) return budget_.exhausted() || full ? State::stopped : State::only_concessions;
    int voids = 0;
    bool stopped = false;
    const std::vector<GroupSet> dualized = conflicts_;
    const auto look = [&](const GroupSet& concession) {
      if (concessions_.contains(concession)) return true;
      stopped = oracle_.questions() >= questions_max_;
      if (stopped) return false;
      if (misses_any(concession, std::span(conflicts_).subspan(known))) return ++voids < kVoidMax;
      bool touched = false;
      stopped = !drain(complement(concession), touched) || (!touched && !record_concession(concession));
      return !stopped;
    };
    const bool to_the_end = each_hitting_set(dualized, oracle_.group_count(), look, go_on);
    if (stopped || (!to_the_end && budget_.exhausted())) return State::stopped;
    if (to_the_end && conflicts_.size() == known) return State::complete;
  }
}

}  // namespace surety
