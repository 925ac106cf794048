// Tests of meeting all requirements together: products, bounds, and the true value between them.
#include "analysis/coverage_joint.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "base/random.h"
#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase small_case() {
  SmallCase small;
  for (const char* id : {"A", "B", "C"}) small.actor(id);
  small.place("P");
  small.place("Q");
  small.capability("troops", "soldiers");
  small.factor("f", .3, .4);
  return small;
}

JointMet joint(const SmallCase& small) {
  const Standing standing = small.standing();
  Budget budget;
  const auto answer = coverage(standing, &budget);
  REQUIRE(answer);
  const auto all = coverage_joint(standing, *answer);
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("apart: the probabilities multiply") {
  SmallCase small = small_case();
  small.need("R1", "A", "troops(in P) >= 5");
  small.need("R2", "A", "troops(in Q) >= 5");
  small.pledge("S1", "A", "troops(by A, in P) = 5", .5, .6);
  small.pledge("S2", "B", "troops(by B, in Q) = 5", .7, .8);
  const JointMet both = joint(small);
  CHECK(both.exact);
  CHECK(std::abs(both.met.low - .35) < 1e-12);
  CHECK(std::abs(both.met.high - .48) < 1e-12);
  CHECK(both.because == Because{"R1", "R2", "S1", "S2"});
}

TEST_CASE("a common pledge or factor: bounds; the same measure: the larger need decides") {
  SmallCase pledge = small_case();
  pledge.need("R1", "A", "troops(in P) >= 5");
  pledge.need("R2", "A", "troops() >= 6");
  pledge.pledge("S1", "A", "troops(by A, in P) = 5", .9, .9);
  pledge.pledge("S2", "B", "troops(by B) = 5", .8, .8);
  CHECK_FALSE(joint(pledge).exact);
  CHECK(std::abs(joint(pledge).met.low - (.9 + .72 - 1)) < 1e-12);
  CHECK(std::abs(joint(pledge).met.high - .72) < 1e-12);
  SmallCase factor = small_case();
  factor.need("R1", "A", "troops(in P) >= 5");
  factor.need("R2", "A", "troops(in Q) >= 5");
  factor.pledge("S1", "A", "troops(by A, in P) = 5", 1, 1).condition = SmallCase::written("f");
  factor.pledge("S2", "B", "troops(by B, in Q) = 5", 1, 1).condition = SmallCase::written("f");
  CHECK_FALSE(joint(factor).exact);
  SmallCase same = small_case();
  same.need("R1", "A", "troops(in P) >= 5");
  same.need("R2", "A", "troops(in P) >= 3");
  same.pledge("S1", "A", "troops(by A, in P) in 3..5", .6, .6);
  CHECK(joint(same).exact);
  CHECK(std::abs(joint(same).met.low - .2) < 1e-12);
}

TEST_CASE("the true joint probability lies within the bounds, for random likelihoods of points") {
  Random random(20250821);
  MESSAGE("seed 20250821");
  for (int n = 0; n < 200; ++n) {
    SmallCase small = small_case();
    const std::int64_t in_p = random.between(0, 12), in_q = random.between(0, 12),
                       all = random.between(0, 20);
    small.need("R1", "A", "troops(in P) >= " + std::to_string(in_p));
    small.need("R2", "A", "troops(in Q) >= " + std::to_string(in_q));
    small.need("R3", "A", "troops() >= " + std::to_string(all));
    struct Offer {
      double p;
      std::int64_t amount;
      int place;  // 0 P, 1 Q, 2 unspecified
    };
    std::vector<Offer> offers;
    for (const char* who : {"A", "B", "C"}) {
      offers.push_back({random.unit(), random.between(1, 9), static_cast<int>(random.below(3))});
      const char* place = offers.back().place == 0 ? ", in P" : offers.back().place == 1 ? ", in Q" : "";
      small.pledge(std::string("S") + who, who,
                   std::string("troops(by ") + who + place + ") = " + std::to_string(offers.back().amount),
                   offers.back().p, offers.back().p);
    }
    double truth = 0;
    for (unsigned world = 0; world < 8; ++world) {
      double weight = 1;
      std::array<std::int64_t, 3> sum{};
      for (std::size_t i = 0; i < 3; ++i) {
        const bool holds = (world >> i & 1U) != 0;
        weight *= holds ? offers[i].p : 1 - offers[i].p;
        if (holds) sum[offers[i].place] += offers[i].amount;
      }
      if (sum[0] >= in_p && sum[1] >= in_q && sum[0] + sum[1] + sum[2] >= all) truth += weight;
    }
    const JointMet found = joint(small);
    CAPTURE(n);
    CHECK(found.met.low <= truth + 1e-9);
    CHECK(found.met.high >= truth - 1e-9);
    if (found.exact) CHECK(found.met.high - found.met.low < 1e-9);
  }
}
