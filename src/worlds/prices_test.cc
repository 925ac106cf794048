// Tests of prices: the sum of firmness, and equal claims of one holder as one event.
#include "worlds/prices.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

TEST_CASE("a set costs the firmness of its members; equal claims of one holder cost once, at the highest") {
  SmallCase small;
  for (const char* id : {"A", "B"}) small.actor(id);
  small.capability("troops", "soldiers");
  small.pledge("S0", "A", "troops(by A) = 5", .5, .8);       // 65
  small.pledge("S1", "A", "troops(by A) in 5..5", .8, .95);  // 88 (87.5): the same claim in other words
  small.pledge("S2", "B", "troops(by A) = 5", .2, .4);       // 30: another holder
  small.pledge("S3", "A", "troops(by A) = 6", 1, 1);         // 100
  const Prices prices(small.standing());
  const auto price = [&](std::vector<int> set) { return prices.of(set).count; };
  CHECK(price({}) == 0);
  CHECK(price({0}) == 65);
  CHECK(price({1}) == 88);
  CHECK(price({0, 1}) == 88);
  CHECK(price({0, 2}) == 95);
  CHECK(price({0, 1, 2, 3}) == 88 + 30 + 100);
}
