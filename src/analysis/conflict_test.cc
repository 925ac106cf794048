// Conflicts and concessions over statements: voices, order, counts, assumptions behind, disputes.
#include "analysis/conflict.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/random.h"
#include "model/small_case.h"

using namespace surety;

namespace {

using Sets = std::vector<std::vector<std::string>>;

Sets named(const Standing& standing, const std::vector<std::vector<int>>& sets) {
  Sets named;
  for (const auto& set : sets) {
    named.emplace_back();
    for (const int i : set) named.back().push_back(standing.statement(i).id);
  }
  return named;
}

ConflictAnswer asked(const Standing& standing) {
  Budget budget = Budget::of_steps(100'000);
  return conflict(standing, budget);
}

Sets concessions(const Standing& standing, const ConflictAnswer& answer) {
  std::vector<std::vector<int>> sets;
  for (const PricedSet& set : statement_concessions(answer, standing)) sets.push_back(set.members);
  return named(standing, sets);
}

// The worked example of docs/analysis/conflict.md in miniature: a red line against two offers, one said by
// two.
SmallCase red_line() {
  SmallCase small;
  for (const char* id : {"A", "B", "R"}) small.actor(id);
  small.group("alliance", {"A", "B"});
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) = 5", .6, .6);
  small.pledge("S2", "B", "troops(by B) > 0", .4, .4);
  small.pledge("S3", "R", "troops(by A) = 5", .5, .5);
  small.say("S4", StatementKind::red_line, "R", "troops(by alliance) = 0").likelihood =
      ProbabilityRange::exactly(.97, .97);
  return small;
}

}  // namespace

TEST_CASE("equal claims stand for each voice in a conflict, and go together in a concession") {
  const Standing standing = red_line().standing();
  const ConflictAnswer answer = asked(standing);
  CHECK(named(standing, statement_conflicts(answer, standing, 100)) ==
        Sets{{"S1", "S4"}, {"S2", "S4"}, {"S3", "S4"}});
  CHECK(concessions(standing, answer) == Sets{{"S4"}, {"S1", "S2", "S3"}});  // 97 before 60 + 40 + 50
  CHECK(conflict_count(answer) == 3);
  CHECK(concession_count(answer) == 2);
  REQUIRE(answer.cheapest);
  CHECK(answer.cheapest->price.count == 97);
  CHECK(answer.cheapest->proved);
  CHECK(statement_conflicts(answer, standing, 2).size() == 2);
}

TEST_CASE("independent parts multiply") {
  SmallCase small = red_line();
  small.factor("f", .1, .2);
  small.say("T1", StatementKind::position, "A", "f");
  small.say("T2", StatementKind::position, "B", "not f");
  const Standing standing = small.standing();
  const ConflictAnswer answer = asked(standing);
  CHECK(answer.parts.size() == 2);
  CHECK(concession_count(answer) == 4);
  CHECK(concessions(standing, answer).size() == 4);
}

TEST_CASE(
    "duality on random cases: every concession hits every conflict, and none of its members is idle; seed "
    "71") {
  Random random(71);
  int conflicting = 0;
  for (int round = 0; round < 150; ++round) {
    SmallCase small;
    for (const char* id : {"A", "B", "C"}) small.actor(id);
    small.group("G", {"A", "B"});
    small.capability("troops", "soldiers").closed = random.chance(.5);
    small.factor("f", .1, .2);
    const std::vector<std::string> who = {"by A", "by B", "by G", "by C", "", "by each G"};
    const std::vector<std::string> sign = {" = ", " >= ", " <= ", " > ", " about "};
    for (int i = 0; i < 8; ++i) {
      std::string claim = "troops(" + who[random.below(who.size())] + ")" + sign[random.below(sign.size())] +
                          std::to_string(random.below(7));
      if (random.chance(.3))
        claim = std::string("if ") + (random.chance(.5) ? "f" : "not f") + " then " + claim;
      if (random.chance(.1)) claim = "f";
      small.say("S" + std::to_string(i), StatementKind::position, "A", claim);
    }
    const Standing standing = small.standing();
    const ConflictAnswer answer = asked(standing);
    CHECK(answer.complete);
    const auto conflicts = statement_conflicts(answer, standing, 10'000);
    conflicting += conflicts.empty() ? 0 : 1;
    for (const PricedSet& concession : statement_concessions(answer, standing)) {
      const auto hits = [&](const std::vector<int>& set, int except) {
        return std::ranges::any_of(set, [&](int i) {
          return i != except && std::ranges::find(concession.members, i) != concession.members.end();
        });
      };
      CHECK(std::ranges::all_of(conflicts, [&](const auto& set) { return hits(set, -1); }));
      // Without one member, and without its equals, some conflict is no longer hit.
      for (const int member : concession.members) {
        const std::string key = print_claim(standing.statement(member).claim->claim);
        const bool alone = std::ranges::count_if(concession.members, [&](int i) {
                             return print_claim(standing.statement(i).claim->claim) == key;
                           }) == 1;
        if (alone)
          CHECK_FALSE(std::ranges::all_of(conflicts, [&](const auto& set) { return hits(set, member); }));
      }
    }
  }
  CHECK(conflicting >= 50);
}

TEST_CASE("the assumptions behind a conflict are a minimal set of them") {
  SmallCase small;
  small.actor("A");
  for (const char* f : {"jets", "minimal", "other"}) small.factor(f, .1, .2);
  for (const auto& [id, claim] :
       {std::pair{"A1", "if jets then not minimal"}, {"A2", "if other then minimal"}}) {
    Assumption& a = small.c().assumptions.emplace_back();
    a.id = id;
    a.claim = SmallCase::written(claim);
  }
  small.say("S1", StatementKind::demand, "A", "jets");
  small.say("S2", StatementKind::position, "A", "minimal");
  const Standing standing = small.standing();
  const auto sets = statement_conflicts(asked(standing), standing, 10);
  REQUIRE(sets.size() == 1);
  Budget budget = Budget::unlimited();
  CHECK(assumptions_behind(standing, sets[0], budget) == std::vector<int>{0});
}

TEST_CASE("assumptions that contradict each other are all there is to say") {
  SmallCase small = red_line();
  small.factor("f", .1, .2);
  for (const auto& [id, claim] : {std::pair{"A1", "f"}, {"A2", "not f"}, {"A3", "troops() >= 0"}}) {
    Assumption& a = small.c().assumptions.emplace_back();
    a.id = id;
    a.claim = SmallCase::written(claim);
  }
  const ConflictAnswer answer = asked(small.standing());
  CHECK(answer.contradicting_assumptions == std::vector<std::vector<int>>{{0, 1}});
  CHECK(answer.parts.empty());
  CHECK(conflict_count(answer) == 0);
}

TEST_CASE("two reports of one holder's word on one line are a dispute; two holders are not") {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) = 5");
  small.pledge("S2", "A", "troops(by A) = 7");
  small.pledge("S3", "B", "troops(by A) = 9");
  const Standing standing = small.standing();
  CHECK(is_dispute(standing, {0, 1}));
  CHECK_FALSE(is_dispute(standing, {0, 2}));
  CHECK_FALSE(is_dispute(standing, {0}));
}
