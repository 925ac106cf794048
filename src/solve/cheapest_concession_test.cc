// Tests of cheapest_concession against the least of all concessions, and of its bounds when it is stopped.
#include <doctest/doctest.h>
#include <numeric>
#include <tuple>

#include "solve/conflict_by_trying.h"

namespace surety {

namespace {

std::int64_t weight_of(const ConstraintSystem& system, const GroupSet& groups) {
  return std::accumulate(groups.begin(), groups.end(), std::int64_t{0}, [&](std::int64_t sum, int g) {
    return sum + system.soft[static_cast<std::size_t>(g)].weight;
  });
}

}  // namespace

TEST_CASE("cheapest concession: random systems against the least of all") {
  constexpr std::uint64_t kSeed = 4711;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  for (int round = 0; round < 1000; ++round) {
    ConstraintSystem system = random_system(random);
    if (random.chance(0.4)) add_private_boolean(system, random);
    CAPTURE(round);
    const ConflictByTrying tried(system);
    Budget budget = Budget::unlimited();
    const CheapestConcession found = cheapest_concession(system, budget);
    REQUIRE(found.hard_contradiction == tried.hard_contradiction());
    if (found.hard_contradiction) continue;
    std::tuple<std::int64_t, std::size_t, GroupSet> least{1'000'000, 0, {}};
    for (const GroupSet& concession : tried.concessions()) {
      least = std::min(least, std::tuple(weight_of(system, concession), concession.size(), concession));
    }
    REQUIRE(found.found);
    REQUIRE(found.weight == std::get<0>(least));
    REQUIRE(found.lower_bound == found.weight);
    REQUIRE(found.members == std::get<2>(least));
  }
}

TEST_CASE("cheapest concession: stopped early, what it says is still true") {
  Random random(12);
  for (int round = 0; round < 200; ++round) {
    const ConstraintSystem system = random_system(random);
    Budget whole = Budget::unlimited();
    const CheapestConcession best = cheapest_concession(system, whole);
    if (best.hard_contradiction) continue;
    for (std::int64_t steps = 0; steps < whole.spent(); ++steps) {
      Budget budget = Budget::of_steps(steps);
      const CheapestConcession early = cheapest_concession(system, budget);
      REQUIRE(early.lower_bound <= best.weight);
      if (!early.found) continue;
      REQUIRE(early.weight >= best.weight);
      REQUIRE(early.weight == weight_of(system, early.members));
      GroupSet rest;
      for (int g = 0; g < static_cast<int>(system.soft.size()); ++g) {
        if (!std::ranges::binary_search(early.members, g)) rest.push_back(g);
      }
      Budget check = Budget::unlimited();
      REQUIRE(consistent(system, rest, check) == true);
    }
  }
}

TEST_CASE("cheapest concession: weights of 10^15 do not overflow") {
  ConstraintSystem system;
  system.boolean_count = 1;
  system.soft = {
      {{{1}}, 3'000'000'000'000'000}, {{{-1}}, 2'000'000'000'000'000}, {{{-1}}, 2'000'000'000'000'000}};
  Budget budget = Budget::unlimited();
  const CheapestConcession found = cheapest_concession(system, budget);
  CHECK(found.members == GroupSet{0});
  CHECK(found.lower_bound == 3'000'000'000'000'000);
}

}  // namespace surety
