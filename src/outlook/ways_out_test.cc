// Ways out against their definition: members, split, price, goals, order, coverage without the members, key
// holders.
#include "outlook/ways_out.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "base/random.h"
#include "model/small_case.h"

using namespace surety;

namespace {

struct Asked {
  Standing standing;
  ConflictAnswer conflicts;
  WaysOut ways;
  std::vector<std::string> ids(const std::vector<int>& statements) const {
    std::vector<std::string> found;
    for (const int i : statements) found.push_back(standing.statement(i).id);
    return found;
  }
};

Asked asked(const SmallCase& small, std::size_t ways_max = kWaysMax) {
  const Standing standing = small.standing();
  Budget budget = Budget::of_steps(100'000);
  ConflictAnswer conflicts = conflict(standing, budget);
  auto ways = ways_out(standing, conflicts, ways_max);
  REQUIRE(ways);
  return {standing, std::move(conflicts), *std::move(ways)};
}

using Ids = std::vector<std::string>;

// A requirement of 10, an offer of 8 against a red line, a goal against an assessment.
SmallCase example() {
  SmallCase small;
  for (const char* id : {"A", "R"}) small.actor(id);
  small.capability("troops", "soldiers");
  small.factor("peace", .1, .2);
  const auto likely = [](Statement& s, double p) { s.likelihood = ProbabilityRange::exactly(p, p); };
  small.pledge("S1", "A", "troops(by A) = 8", .6, .6);
  likely(small.say("S2", StatementKind::red_line, "R", "troops(by A) = 0"), .9);
  likely(small.need("S3", "A", "troops() >= 10"), .7);
  Statement& goal = small.say("S4", StatementKind::position, "A", "peace");
  likely(goal, .5);
  goal.goal = true;
  likely(small.say("S5", StatementKind::assessment, "R", "not peace"), .3);
  return small;
}

}  // namespace

TEST_CASE("the worked example of docs/analysis/ways_out.md") {
  const Asked a = asked(example());
  REQUIRE(a.ways.ways.size() == 4);
  CHECK(a.ids(a.ways.ways[0].members) == Ids{"S1", "S5"});  // keeps the goal, 60 + 30
  CHECK(a.ids(a.ways.ways[1].members) == Ids{"S2", "S5"});  // keeps it, too, 90 + 30
  CHECK(a.ids(a.ways.ways[2].members) == Ids{"S1", "S4"});  // nothing untrue, but the goal goes
  CHECK(a.ids(a.ways.ways[3].members) == Ids{"S2", "S4"});
  const WayOut& second = a.ways.ways[1];
  CHECK(a.ids(second.gives_up) == Ids{"S2"});
  CHECK(a.ids(second.if_untrue) == Ids{"S5"});
  CHECK(second.price.count == 120);
  CHECK(second.keeps_goals);
  CHECK(second.share_min == .8);
  CHECK(second.lacking == Ids{"S3"});
  CHECK(second.gap_max == 2);
  CHECK(a.ways.ways[0].share_max == 0);
  CHECK(a.ids(a.ways.moves_in_every_way) == Ids{"S5"});
  CHECK(a.ids(a.ways.moves_in_no_way) == Ids{"S4"});
  CHECK(a.ways.keeping_goals == 2);
}

TEST_CASE("where no way keeps the goals, every way and no way range over all") {
  SmallCase small = example();
  small.c().statements[4].goal = true;
  const Asked a = asked(small);
  CHECK_FALSE(a.ways.over_goal_keepers);
  CHECK(a.ways.moves_in_every_way.empty());
  CHECK(a.ways.moves_in_no_way.empty());
}

TEST_CASE("the best of many ways come first when only some are listed") {
  SmallCase small;
  small.actor("A");
  Random random(81);
  for (int i = 0; i < 8; ++i) {
    const std::string f = "f" + std::to_string(i);
    small.factor(f, .1, .2);
    for (const char* sign : {"", "not "}) {
      const double p = static_cast<double>(random.between(1, 99)) / 100;
      const bool fact = random.chance(.2);
      Statement& s = small.say(std::string(sign[0] == 0 ? "S" : "T") + std::to_string(i),
                               fact ? StatementKind::assessment : StatementKind::position, "A", sign + f);
      s.likelihood = ProbabilityRange::exactly(p, p);
      s.goal = !fact && random.chance(.2);
    }
  }
  const Asked all = asked(small), some = asked(small, 20);
  CHECK(all.ways.complete);
  CHECK(all.ways.ways.size() == 256);
  CHECK_FALSE(some.ways.complete);
  REQUIRE(some.ways.ways.size() == 20);
  for (std::size_t i = 0; i < 20; ++i) CHECK(some.ways.ways[i].members == all.ways.ways[i].members);
  const auto key = [](const WayOut& w) {
    return std::tuple(!w.keeps_goals, !w.if_untrue.empty(), w.price, w.members.size());
  };
  CHECK(std::ranges::is_sorted(all.ways.ways, {}, key));
  for (const WayOut& way : all.ways.ways) {
    const bool goal_lost =
        std::ranges::any_of(way.members, [&](int i) { return all.standing.statement(i).goal; });
    CHECK(way.keeps_goals == !goal_lost);
    CHECK(way.gives_up.size() + way.if_untrue.size() == way.members.size());
  }
}

TEST_CASE("what remains possible after a way") {
  SmallCase small;
  small.actor("A");
  small.c().issues.emplace_back().id = "role";
  small.c().issues.back().options = {"none", "minimal", "lead"};
  small.say("S1", StatementKind::position, "A", "role >= minimal");
  small.say("S2", StatementKind::position, "A", "role = none").likelihood = ProbabilityRange::exactly(.1, .1);
  const Asked a = asked(small);
  Budget budget = Budget::unlimited();
  const auto remaining = remaining_options(a.standing, a.conflicts, a.ways.ways[0], budget);
  REQUIRE(remaining.size() == 1);
  CHECK(remaining[0].options == Ids{"minimal", "lead"});
  CHECK_FALSE(remaining[0].all);
}
