// Tests of burden shares: by hand, and that the parts always add up to what is required.
#include "analysis/coverage_burden.h"

#include <doctest/doctest.h>

#include <cmath>

#include "base/random.h"
#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase small_case(const std::string& need) {
  SmallCase small;
  for (const char* id : {"A", "B", "C"}) small.actor(id);
  small.group("G", {"B", "C"});
  small.capability("troops", "soldiers");
  small.capability("money", "EUR", true);
  small.need("need", "A", need);
  return small;
}

std::vector<BurdenShare> shares(const SmallCase& small) {
  const Standing standing = small.standing();
  const auto answer = coverage(standing, nullptr);
  REQUIRE(answer);
  return coverage_burden(standing, *answer);
}

void add_key(SmallCase& small, std::map<std::string, double> key) {
  small.c().burden_keys.emplace_back().id = "key";
  small.c().burden_keys.back().shares = std::move(key);
}

}  // namespace

TEST_CASE(
    "100 by a key of 1 to 1 to 1: the first of equal remainders gets the odd one; offers stand beside") {
  SmallCase small = small_case("troops() >= 100");
  add_key(small, {{"A", 2}, {"B", 2}, {"C", 2}});
  small.pledge("offer", "B", "troops(by B) in 3..5");
  const auto list = shares(small);
  REQUIRE(list.size() == 3);
  CHECK(list[0].amount == 34);
  CHECK(list[1].amount == 33);
  CHECK(list[2].amount == 33);
  CHECK_FALSE(list[0].offered);
  CHECK(list[1].offered);
  CHECK(list[1].offered_min == 3);
  CHECK(list[1].offered_max == 5);
  CHECK(list[1].because == Because{"need", "offer"});
  CHECK(std::abs(list[2].share - 1.0 / 3) < 1e-15);
}

TEST_CASE("only actors of the requirement share; a group stands for its members") {
  SmallCase small = small_case("troops(by G) >= 10");
  add_key(small, {{"A", 5}, {"B", 1}, {"C", 3}});
  CHECK(shares(small).size() == 2);
  CHECK(shares(small)[0].amount == 3);  // 2.5 and 7.5: the odd one goes to the first
  SmallCase group = small_case("troops() >= 10");
  add_key(group, {{"A", 1}, {"G", 4}});
  group.pledge("offer", "B", "troops(by B) = 3");
  CHECK(shares(group)[1].actor == "G");
  CHECK(shares(group)[1].amount == 8);
  CHECK(shares(group)[1].offered_min == 3);
}

TEST_CASE("random keys: the parts add up, none is further than one from its quota") {
  Random random(20250821);
  MESSAGE("seed 20250821");
  for (int n = 0; n < 200; ++n) {
    const std::int64_t required = random.between(1, random.chance(.2) ? kNumberMax : 99);
    SmallCase small = small_case("troops() >= " + std::to_string(required));
    add_key(small, {{"A", .001 + random.unit()}, {"B", .001 + random.unit()}, {"C", .001 + random.unit()}});
    std::int64_t sum = 0;
    for (const BurdenShare& one : shares(small)) {
      sum += one.amount;
      CHECK(std::abs(static_cast<double>(one.amount) - one.share * static_cast<double>(required)) < 1.001);
    }
    CHECK(sum == required);
  }
}
