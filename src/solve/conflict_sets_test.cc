// Tests of conflict_sets and consistent: examples by hand, and random systems against trying every situation.
#include "solve/conflict_sets.h"

#include <doctest/doctest.h>
#include <array>
#include <chrono>
#include <thread>

#include "solve/conflict_by_trying.h"

namespace surety {

namespace {

constexpr std::int64_t kAll = 1'000'000;

std::set<GroupSet> conflicts_of(const ConflictSets& sets) {
  std::set<GroupSet> result;
  for (const ConflictPart& part : sets.parts) result.insert(part.conflicts.begin(), part.conflicts.end());
  return result;
}

// The unions of one concession of each part.
std::set<GroupSet> concessions_of(const ConflictSets& sets) {
  std::set<GroupSet> result{{}};
  for (const ConflictPart& part : sets.parts) {
    std::set<GroupSet> longer;
    for (const GroupSet& before : result) {
      for (const GroupSet& own : part.concessions) {
        GroupSet both = before;
        both.insert(both.end(), own.begin(), own.end());
        std::ranges::sort(both);
        longer.insert(both);
      }
    }
    result = std::move(longer);
  }
  return result;
}

bool sorted_as_promised(const std::vector<GroupSet>& sets) {
  return std::ranges::is_sorted(sets, [](const GroupSet& a, const GroupSet& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
}

ConflictSets all_sets(const ConstraintSystem& system) {
  Budget budget = Budget::unlimited();
  return conflict_sets(system, kAll, budget);
}

ConstraintSystem groups_of(int booleans, std::vector<std::vector<Clause>> groups) {
  ConstraintSystem system;
  system.boolean_count = booleans;
  for (auto& clauses : groups) system.soft.push_back({std::move(clauses), 1});
  return system;
}

// n amounts of 0..1; group k < n says that amount k is 0, the last that they add up to n - spare or more.
ConstraintSystem shortfall(int n, int spare) {
  ConstraintSystem system;
  system.rows.emplace_back();
  for (int x = 0; x < n; ++x) {
    system.amount_max.emplace_back(1);
    system.rows.front().push_back(x);
    system.rows.push_back({x});
    system.sums.push_back({x + 1, 1});
    system.soft.push_back({{{-(x + 1)}}, 1});
  }
  system.sums.push_back({0, n - spare});
  system.soft.push_back({{{n + 1}}, 1});
  return system;
}

}  // namespace

TEST_CASE("conflicts: a choice that two groups want otherwise, and nothing else") {
  ConstraintSystem system = groups_of(4, {{{1}}, {{2}}, {{4}}, {}});
  system.choices = {{1, 2, 3}};
  const ConflictSets sets = all_sets(system);
  REQUIRE(sets.parts.size() == 1);
  CHECK(sets.parts[0].groups == GroupSet{0, 1});
  CHECK(sets.parts[0].conflicts == std::vector<GroupSet>{{0, 1}});
  CHECK(sets.parts[0].concessions == std::vector<GroupSet>{{0}, {1}});
  CHECK(sets.complete);
}

TEST_CASE(
    "conflicts: two independent parts stay apart, a group that is impossible is a conflict of its own") {
  ConstraintSystem system = groups_of(3, {{{1}}, {{2}}, {{-1}}, {{-2}}, {{3}, {-3}}, {{}}});
  const ConflictSets sets = all_sets(system);
  REQUIRE(sets.parts.size() == 4);
  CHECK(sets.parts[0].conflicts == std::vector<GroupSet>{{0, 2}});
  CHECK(sets.parts[1].conflicts == std::vector<GroupSet>{{1, 3}});
  CHECK(sets.parts[2].conflicts == std::vector<GroupSet>{{4}});
  CHECK(sets.parts[3].concessions == std::vector<GroupSet>{{5}});
}

TEST_CASE("conflicts: hard clauses that contradict each other leave no parts") {
  ConstraintSystem system = groups_of(2, {{{1}}});
  system.hard = {{1, 2}, {-2}, {-1, 2}};
  const ConflictSets sets = all_sets(system);
  CHECK(sets.hard_contradiction);
  CHECK(sets.parts.empty());
  Budget budget = Budget::unlimited();
  CHECK(consistent(system, {}, budget) == false);
  system.hard = {{}};
  CHECK(all_sets(system).hard_contradiction);
}

TEST_CASE("conflicts: any two that withhold bring a sum down") {
  const ConflictSets sets = all_sets(shortfall(4, 1));
  REQUIRE(sets.parts.size() == 1);
  CHECK(sets.parts[0].conflicts ==
        std::vector<GroupSet>{{0, 1, 4}, {0, 2, 4}, {0, 3, 4}, {1, 2, 4}, {1, 3, 4}, {2, 3, 4}});
  CHECK(sets.parts[0].concessions.front() == GroupSet{4});
  CHECK(sets.parts[0].concessions.size() == 5);
}

TEST_CASE("conflicts: bounds of 10^18, and sums that would not fit in 64 bits") {
  constexpr std::int64_t kHuge = 1'000'000'000'000'000'000;
  ConstraintSystem system;
  system.rows.emplace_back();
  for (int x = 0; x < 40; ++x) {
    system.amount_max.emplace_back(x == 0 ? std::nullopt : std::optional(kHuge));
    system.rows.front().push_back(x);
    system.rows.push_back({x});
    system.sums.push_back({x + 1, kHuge});
    system.soft.push_back({{{x + 1}}, 1});
  }
  system.sums.push_back({0, kHuge + 1});
  system.soft.push_back({{{-41}}, 1});  // all of them together: at most 10^18
  const ConflictSets sets = all_sets(system);
  CHECK(sets.complete);
  CHECK(conflicts_of(sets).size() == 40 * 39 / 2);
}

TEST_CASE("conflicts: nothing between two halves (an odd total of an even sum, at 10^18)") {
  // 2a - 2f = 1, said in sums: only whole numbers make it impossible, and no bound is near.
  constexpr std::int64_t kHuge = 400'000'000'000'000'000;
  ConstraintSystem system;
  system.amount_max.assign(8, std::nullopt);  // a b c e f g h, and one more
  system.rows = {{0, 1}, {0, 2}, {1, 2, 3}, {4, 5}, {4, 6}, {5, 6, 3}};
  const std::array totals{kHuge, kHuge, kHuge - 1, kHuge, kHuge, kHuge};
  for (int r = 0; r < 6; ++r) {
    system.sums.push_back({r, totals[r]});
    system.sums.push_back({r, totals[r] + 1});
    system.soft.push_back({{{2 * r + 1}, {-(2 * r + 2)}}, 1});
  }
  const ConflictSets sets = all_sets(system);
  REQUIRE(sets.parts.size() == 1);
  CHECK(sets.parts[0].conflicts == std::vector<GroupSet>{{0, 1, 2, 3, 4, 5}});
}

TEST_CASE("conflicts: random systems against trying every situation") {
  constexpr std::uint64_t kSeed = 20250821;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  for (int round = 0; round < 1500; ++round) {
    ConstraintSystem system = random_system(random);
    if (random.chance(0.4)) add_private_boolean(system, random);
    CAPTURE(round);
    const ConflictByTrying tried(system);
    const ConflictSets sets = all_sets(system);
    REQUIRE(sets.hard_contradiction == tried.hard_contradiction());
    REQUIRE(sets.complete);
    if (sets.hard_contradiction) continue;
    REQUIRE(conflicts_of(sets) == tried.conflicts());
    REQUIRE(concessions_of(sets) == tried.concessions());
    for (const ConflictPart& part : sets.parts) {
      REQUIRE(sorted_as_promised(part.conflicts));
      REQUIRE(sorted_as_promised(part.concessions));
    }
    for (int ask = 0; ask < 5; ++ask) {
      const auto subset = static_cast<unsigned>(random.below(1U << system.soft.size()));
      GroupSet groups;
      for (int g = 0; g < static_cast<int>(system.soft.size()); ++g) {
        if (subset >> g & 1) groups.push_back(g);
      }
      Budget budget = Budget::unlimited();
      REQUIRE(consistent(system, groups, budget) == tried.consistent(subset));
    }
  }
}

TEST_CASE("conflicts: what the listener hears is what is returned, and a second run says the same") {
  Random random(7);
  for (int round = 0; round < 100; ++round) {
    const ConstraintSystem system = random_system(random);
    std::array<std::vector<GroupSet>, 2> heard;
    ConflictSets sets;
    for (auto& own : heard) {
      Budget budget = Budget::unlimited();
      sets = conflict_sets(system, kAll, budget, {[&](const GroupSet& set) { own.push_back(set); }, {}});
    }
    REQUIRE(heard[0] == heard[1]);
    if (sets.hard_contradiction) continue;
    REQUIRE(std::set<GroupSet>(heard[0].begin(), heard[0].end()) == conflicts_of(sets));
    REQUIRE(heard[0].size() == conflicts_of(sets).size());
  }
}

TEST_CASE("conflicts: a budget of steps stops with sets that are right, and always at the same place") {
  const ConstraintSystem system = shortfall(12, 1);
  const std::set<GroupSet> all = conflicts_of(all_sets(system));
  std::size_t before = 0;
  for (const std::int64_t steps : {0, 1, 5, 20, 60, 100'000}) {
    std::array<ConflictSets, 2> runs;
    for (ConflictSets& sets : runs) {
      Budget budget = Budget::of_steps(steps);
      sets = conflict_sets(system, kAll, budget);
    }
    const std::set<GroupSet> found = conflicts_of(runs[0]);
    CHECK(found == conflicts_of(runs[1]));
    CHECK(std::ranges::includes(all, found));
    CHECK(found.size() >= before);
    CHECK(runs[0].complete == (steps == 100'000));
    before = found.size();
  }
}

TEST_CASE("conflicts: lists end at their limit") {
  Budget budget = Budget::unlimited();
  const ConflictSets sets = conflict_sets(shortfall(8, 1), 10, budget);
  CHECK_FALSE(sets.complete);
  CHECK(sets.parts.at(0).conflicts.size() == 10);
  CHECK_FALSE(sets.parts.at(0).complete);
}

TEST_CASE("conflicts: a stop and a clock end the work soon, also within one question") {
  const auto seconds = [](auto work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  ConstraintSystem pigeons = groups_of(0, {{}});  // thirteen into twelve holes: no answer comes in time
  constexpr int kHoles = 12;
  pigeons.boolean_count = kHoles * (kHoles + 1);
  for (int p = 0; p <= kHoles; ++p) {
    Clause somewhere;
    for (int h = 1; h <= kHoles; ++h) {
      somewhere.push_back(p * kHoles + h);
      for (int q = 0; q < p; ++q) pigeons.hard.push_back({-(p * kHoles + h), -(q * kHoles + h)});
    }
    pigeons.soft.front().clauses.push_back(somewhere);
  }
  for (const ConstraintSystem& system : {shortfall(26, 7), pigeons}) {
    Budget timed = Budget::unlimited();
    timed.limit_seconds(0.1);
    ConflictSets sets;
    const double clocked = seconds([&] { sets = conflict_sets(system, kAll * 1000, timed); });
    MESSAGE("asked for 0.1 s, took ", clocked);
    CHECK(clocked < 2.0);  // generous: other work may share the machine
    CHECK_FALSE(sets.complete);
    std::stop_source stop;
    Budget stopped = Budget::unlimited();
    stopped.stop_with(stop.get_token());
    std::jthread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      stop.request_stop();
    });
    CHECK(seconds([&] { sets = conflict_sets(system, kAll * 1000, stopped); }) < 2.0);
    CHECK_FALSE(sets.complete);
  }
}

}  // namespace surety
