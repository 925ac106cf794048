// Claims as clauses: what is true in a situation never conflicts, and what conflicts is true in none.
#include "worlds/clauses.h"
#include "base/rising.h"

#include <doctest/doctest.h>

#include "model/random_claim.h"
#include "model/situation.h"
#include "model/small_case.h"
#include "solve/conflict_sets.h"

using namespace surety;

namespace {

std::optional<bool> fits(const ClauseSystem& clauses, const std::vector<int>& groups) {
  Budget budget = Budget::unlimited();
  return consistent(clauses.system, groups, budget);
}

std::vector<int> all_groups(const ClauseSystem& clauses) {
  std::vector<int> groups(clauses.system.soft.size());
  number_from_zero(groups);
  return groups;
}

// One unit on a line is a situation that small claims can see.
Situation random_situation(Random& random, const Standing& standing) {
  Situation situation;
  for (const Issue& issue : standing.c().issues)
    situation.issues.push_back(issue.scale ? random.between(issue.scale->first, issue.scale->second)
                                           : static_cast<std::int64_t>(random.below(issue.options.size())));
  for (std::size_t i = 0; i < standing.c().factors.size(); ++i)
    situation.factors.push_back(random.chance(.5));
  const auto below = [&](std::size_t n) { return static_cast<int>(random.below(n)); };
  for (int k = 0; k < 5; ++k)
    situation.amounts[{below(standing.c().capabilities.size()), below(standing.space.actors.size()),
                       below(standing.space.places.size()), below(standing.space.roles.size())}] =
        random.between(0, 5'000);
  return situation;
}

}  // namespace

TEST_CASE("claims that hold in one situation fit together: 500 random sets, seed 61") {
  Random random(61);
  int sets = 0;
  for (int round = 0; round < 500; ++round) {
    Case c = claim_case();
    c.actors.back().members = {{"FRA", {}, {}}, {"GBR", {}, {}}};
    c.reference_date = Date::from(2030, 1, 1);
    for (int i = 0; i < 8; ++i) {
      Statement& s = c.statements.emplace_back();
      s.id = "S" + std::to_string(i);
      s.speakers = {"FRA"};
      s.claim = WrittenClaim{random_claim(random, c, 4), {}};
    }
    const Standing standing =
        standing_of(std::make_shared<const Case>(c), {*c.reference_date, *c.reference_date});
    const ClauseSystem clauses = clauses_of(standing);
    const Situation situation = random_situation(random, standing);
    std::vector<int> true_groups;
    for (std::size_t g = 0; g < clauses.voices.size(); ++g)
      if (holds_in(standing, standing.statement(clauses.voices[g].voices[0]).claim->claim, situation))
        true_groups.push_back(static_cast<int>(g));
    sets += true_groups.size() > 1 ? 1 : 0;
    CHECK(fits(clauses, true_groups) == true);
  }
  CHECK(sets > 250);
}

TEST_CASE("equal claims are one node with several voices; amounts cost nothing") {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) = 50000");
  small.pledge("S2", "B", "troops(by A) = 50000 soldiers");
  small.pledge("S3", "A", "troops(by A) >= 1000000000000000");
  const ClauseSystem clauses = clauses_of(small.standing());
  REQUIRE(clauses.voices.size() == 2);
  CHECK(clauses.voices[0].voices == std::vector<int>{0, 1});
  CHECK(clauses.system.soft[0].weight == 130);  // two holders: two events of firmness 65
  CHECK(clauses.system.amount_max.size() == 1);
  CHECK(fits(clauses, all_groups(clauses)) == false);
}

TEST_CASE("others are unbounded unless the capability is closed") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) = 5");
  small.need("R", "A", "troops() >= 6");
  const ClauseSystem open = clauses_of(small.standing());
  CHECK(fits(open, all_groups(open)) == true);
  small.c().capabilities[0].closed = true;
  const ClauseSystem closed = clauses_of(small.standing());
  CHECK(fits(closed, all_groups(closed)) == false);
}

TEST_CASE("a scale falls into the stretches that claims tell apart") {
  SmallCase small;
  small.actor("A");
  small.c().issues.emplace_back().id = "approval";
  small.c().issues.back().scale = {0, 100};
  small.say("S1", StatementKind::position, "A", "approval >= 40");
  small.say("S2", StatementKind::position, "A", "approval < 60 and approval != 50");
  const ClauseSystem clauses = clauses_of(small.standing());
  REQUIRE(clauses.issues[0].size() == 5);  // 0-39 40-49 50 51-59 60-100
  CHECK(clauses.issues[0][2].low == 50);
  CHECK(clauses.issues[0][2].high == 50);
  CHECK(fits(clauses, all_groups(clauses)) == true);
}

TEST_CASE("assumptions are hard, or soft when asked which of them contradict") {
  SmallCase small;
  small.actor("A");
  small.factor("f", .1, .2);
  for (const char* claim : {"f", "not f"}) {
    Assumption& a = small.c().assumptions.emplace_back();
    a.id = std::string("A") + claim[0];
    a.claim = SmallCase::written(claim);
  }
  const Standing standing = small.standing();
  CHECK(fits(clauses_of(standing), {}) == false);
  const ClauseSystem soft = clauses_of_assumptions(standing);
  CHECK(soft.system.hard.empty());
  CHECK(fits(soft, {0, 1}) == false);
  CHECK(fits(soft, {0}) == true);
}
