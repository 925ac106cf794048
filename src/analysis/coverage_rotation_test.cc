// Tests of rotation: pools by ratio and by months, rounding, what the offers keep in place.
#include "analysis/coverage_rotation.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

TEST_CASE(
    "50,000 in place: 150,000 at 3 to 1, 250,000 at 6 months in 30; 10,000 in the pool keep 3,333 and "
    "2,000") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.capability("money", "EUR", true);
  small.need("need", "A", "troops() >= 50000 and money() >= 7");
  small.pledge("offer", "A", "troops(by A) in 8000..10000");
  const auto rotation = [&](const char* id) -> Rotation& {
    small.c().rotations.emplace_back().id = id;
    return small.c().rotations.back();
  };
  rotation("three").ratio = 3;
  Rotation& months = rotation("months");
  months.tour_months = 6;
  months.interval_months = 24;
  rotation("odd").ratio = 4.2;
  rotation("third").ratio = 1.00001;
  const Standing standing = small.standing();
  const auto answer = coverage(standing, nullptr);
  REQUIRE(answer);
  const auto pools = coverage_rotation(standing, *answer);
  REQUIRE(pools.size() == 4);
  CHECK(pools[0].pool == 150000);
  CHECK(pools[1].pool == 250000);
  CHECK(pools[1].ratio == 5);
  CHECK(pools[2].pool == 210000);  // not 210,001, though 4.2 is a little more as a double
  CHECK(pools[3].pool == 50001);   // 50,000.5
  CHECK(pools[0].in_place_min == 2666);
  CHECK(pools[0].in_place_max == 3333);
  CHECK(pools[1].in_place_max == 2000);
  CHECK(pools[0].pool_share_max == 10000.0 / 150000);
  CHECK(pools[0].because == Because{"need", "offer"});
}
