// Where the chain breaks first, and how conflicts are told: clashes, disputes, shortfalls.
#include "outlook/assess.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

namespace {

Assessment asked(const SmallCase& small) {
  Budget conflicts = Budget::of_steps(100'000), cells = Budget::of_steps(1'000'000);
  auto answer = assess(small.standing(), conflicts, cells);
  REQUIRE(answer);
  return *std::move(answer);
}

SmallCase needs(const char* amount) {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) in 4..6");
  small.need("R", "A", (std::string("troops() >= ") + amount).c_str());
  return small;
}

}  // namespace

TEST_CASE("nothing asked, met for sure, met perhaps, not met, not agreed, contradicting assumptions") {
  SmallCase nothing = needs("1");
  nothing.c().statements.pop_back();
  CHECK(asked(nothing).breaks_at == BreaksAt::nothing_asked);
  CHECK(asked(needs("4")).breaks_at == BreaksAt::nowhere);
  CHECK(asked(needs("4")).met_for_sure);
  CHECK(asked(needs("6")).breaks_at == BreaksAt::nowhere);
  CHECK_FALSE(asked(needs("6")).met_for_sure);
  CHECK(asked(needs("7")).breaks_at == BreaksAt::coverage);
  SmallCase clash = needs("4");
  clash.say("S2", StatementKind::red_line, "B", "troops(by A) = 0");
  CHECK(asked(clash).breaks_at == BreaksAt::agreement);
  SmallCase contradiction = needs("4");
  for (const char* claim : {"troops() > 3", "troops() < 3"}) {
    Assumption& a = contradiction.c().assumptions.emplace_back();
    a.id = std::string("A") + std::to_string(contradiction.c().assumptions.size());
    a.claim = SmallCase::written(claim);
  }
  CHECK(asked(contradiction).breaks_at == BreaksAt::assumptions);
}

TEST_CASE("a closed capability falls short as one object") {
  SmallCase small = needs("20");
  small.c().capabilities[0].closed = true;
  small.pledge("S2", "B", "troops(by B) <= 5");
  const Assessment a = asked(small);
  REQUIRE(a.groups.size() == 1);
  CHECK(a.groups[0].kind == ConflictGroup::Kind::shortfall);
}

TEST_CASE("disputes stand apart, and sets that share a statement together") {
  SmallCase small = needs("1");
  small.pledge("S2", "A", "troops(by A) = 9");
  small.say("S3", StatementKind::red_line, "B", "troops(by A) = 0");
  const Assessment a = asked(small);
  REQUIRE(a.groups.size() == 2);
  CHECK(a.groups[0].kind == ConflictGroup::Kind::clash);
  CHECK(a.groups[0].conflicts.size() == 2);
  CHECK(a.groups[1].kind == ConflictGroup::Kind::dispute);
}
