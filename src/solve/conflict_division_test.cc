// Tests of ConflictDivision: what it proves is true, and products of concessions are not walked through.
#include "solve/conflict_division.h"

#include <doctest/doctest.h>

#include "solve/conflict_by_trying.h"

namespace surety {

namespace {

// `issues` choices of `options`, each option demanded by one group; neighbours are linked by a condition that
// no demanded option needs. Conflicts are pairs within an issue, concessions all demands of it but one.
ConstraintSystem linked_issues(int issues, int options) {
  ConstraintSystem system;
  for (int i = 0; i < issues; ++i) {
    system.choices.emplace_back();
    for (int o = 0; o <= options; ++o) system.choices.back().push_back(++system.boolean_count);
    for (int o = 0; o < options; ++o)
      system.soft.push_back({{{system.choices.back()[static_cast<std::size_t>(o)]}}, 1});
  }
  for (int i = 0; i + 1 < issues; ++i) {  // the last option of the one rules out the first of the next
    const auto at = static_cast<std::size_t>(i);
    system.soft.push_back({{{-system.choices[at].back(), -system.choices[at + 1].front()}}, 1});
  }
  return system;
}

}  // namespace

TEST_CASE("division: ten linked issues have 4^10 concessions, and are complete after few questions") {
  const ConstraintSystem system = linked_issues(10, 4);
  Budget budget = Budget::of_steps(5'000);
  const ConflictSets sets = conflict_sets(system, 1000, budget);
  CHECK(sets.complete);
  REQUIRE(sets.parts.size() == 10);
  for (const ConflictPart& part : sets.parts) {
    CHECK(part.conflicts.size() == 6);
    CHECK(part.concessions.size() == 4);
  }
  MESSAGE(budget.spent(), " questions");
}

TEST_CASE("division: a list limit below the product does not matter, since the product is not listed") {
  Budget budget = Budget::of_steps(5'000);
  const ConflictSets sets = conflict_sets(linked_issues(6, 4), 40, budget);
  CHECK(sets.complete);
  CHECK(sets.parts.size() == 6);
}

TEST_CASE("division: random systems, whatever it claims is what trying every situation says") {
  constexpr std::uint64_t kSeed = 5;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  int proved = 0;
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    const ConstraintSystem system = random_system(random);
    const ConflictByTrying tried(system);
    Budget budget = Budget::unlimited();
    ConflictSearch search(system, 1'000'000, budget, {});
    if (search.begin() != ConflictSearch::State::only_concessions) continue;
    const std::set<GroupSet> expected = tried.conflicts();
    const bool complete = ConflictDivision(system, search, budget).proves_complete();
    const std::set<GroupSet> found(search.conflicts().begin(), search.conflicts().end());
    REQUIRE(found.size() == search.conflicts().size());
    REQUIRE(std::ranges::includes(expected, found));
    if (complete) REQUIRE(found == expected);
    proved += complete ? 1 : 0;
    REQUIRE(search.run() ==
            ConflictSearch::State::complete);  // whatever came before does not disturb the search
    REQUIRE(std::set<GroupSet>(search.conflicts().begin(), search.conflicts().end()) == expected);
  }
  MESSAGE(proved, " proved by division");
  CHECK(proved > 0);
}

}  // namespace surety
