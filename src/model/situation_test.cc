// What claims mean, word by word, in situations written by hand.
#include "model/situation.h"

#include <doctest/doctest.h>

#include "model/random_claim.h"
#include "model/small_case.h"

using namespace surety;

namespace {

struct World {
  Standing standing;
  Situation situation;
  bool says(const char* text) const {
    const auto claim = parse_claim(text);
    REQUIRE_MESSAGE(claim.has_value(), text);
    return holds_in(standing, *claim, situation);
  }
};

// FRA brings 3 in Kyiv as trainers and 2 somewhere; GBR 4 in Ukraine; the unnamed member of `pair` nothing.
World world() {
  SmallCase small;
  small.actor("FRA");
  small.actor("GBR");
  small.group("pair", {"FRA", "GBR"}).unnamed_members = 1;
  small.place("UKR");
  small.place("KYIV", "UKR");
  small.role("trainers");
  small.capability("troops", "soldiers");
  small.factor("ceasefire", .1, .2);
  small.c().issues.emplace_back().id = "role";
  small.c().issues.back().options = {"none", "minimal", "lead"};
  World w{small.standing(), {}};
  w.situation.issues = {1};
  w.situation.factors = {true};
  const int everywhere = w.standing.space.unspecified_place(), any_role = w.standing.space.unspecified_role();
  w.situation.amounts[{0, 0, 1, 0}] = 3;
  w.situation.amounts[{0, 0, everywhere, any_role}] = 2;
  w.situation.amounts[{0, 1, 0, any_role}] = 4;
  return w;
}

}  // namespace

TEST_CASE("a measure sums the lines it selects") {
  const World w = world();
  CHECK(w.says("troops() = 9"));
  CHECK(w.says("troops(by FRA) = 5"));
  CHECK(w.says("troops(by FRA, in UKR) = 3"));  // a place contains what lies within it
  CHECK(w.says("troops(in KYIV) = 3"));         // and not the other way round
  CHECK(w.says("troops(as trainers) = 3"));     // the unspecified role is not inside a named one
  CHECK(w.says("troops(by pair) = 9"));
  CHECK(w.says("troops(by FRA + pair) = 9"));  // the union counts each once
}

TEST_CASE("`by each` is about every single actor, unnamed ones included") {
  const World w = world();
  CHECK(w.says("troops(by each FRA + GBR) > 0"));
  CHECK_FALSE(w.says("troops(by each pair) > 0"));
  CHECK(w.says("not troops(by each pair) > 0"));  // not all of them, though some do
}

TEST_CASE("relations, ranges and about") {
  const World w = world();
  CHECK(w.says("troops() in 9..12"));
  CHECK(w.says("troops() in 3..9"));
  CHECK_FALSE(w.says("troops() in 10..12"));
  CHECK(w.says("troops() about 10"));        // 9..11
  CHECK_FALSE(w.says("troops() about 11"));  // 10..12
  CHECK(w.says("troops() != 8"));
  CHECK(w.says("role < lead and role > none"));
  CHECK(w.says("role != lead"));
  CHECK(w.says("if not ceasefire then role = lead"));
  CHECK_FALSE(w.says("if ceasefire then role = lead"));
  CHECK(w.says("role = lead or ceasefire"));
}
