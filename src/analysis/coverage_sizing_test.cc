// Tests of the check panel: each model by hand, and when it keeps silent.
#include "analysis/coverage_sizing.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/small_case.h"

using namespace surety;

namespace {

std::vector<SizingCheck> checks(const std::string& unit, std::optional<double> population) {
  SmallCase small;
  small.actor("P").population = population;
  small.place("P");
  small.capability("troops", unit);
  small.need("need", "P", "troops(in P) >= 50000");
  const Standing standing = small.standing();
  const auto answer = coverage(standing, nullptr);
  REQUIRE(answer);
  return coverage_sizing(standing, *answer);
}

const SizingCheck& of(const std::vector<SizingCheck>& list, std::string_view model) {
  const auto at = std::ranges::find(list, model, &SizingCheck::model);
  REQUIRE(at != list.end());
  return *at;
}

}  // namespace

TEST_CASE("50,000 for 30 million people, by each model") {
  const auto list = checks("soldiers", 30e6);
  CHECK(list.size() == 7);
  CHECK(of(list, "population:light_peacekeeping").value_low == 48000);
  CHECK(of(list, "population:heavy_enforcement").value_low == 390000);
  CHECK(of(list, "population:stabilisation").value_low == 600000);
  CHECK(of(list, "space:korea").value_low == 439);                 // 114 for a kilometre
  CHECK(of(list, "space:line_of_peacekeepers").value_low == 600);  // 83.3
  CHECK(of(list, "space:monitoring").value_low == 3333);           // 15
  CHECK(of(list, "space:monitoring").value_high == 4000);          // 12.5
  CHECK(of(list, "rotation:pool").value_low == 150000);
  CHECK(of(list, "rotation:pool").value_high == 250000);
  CHECK(of(list, "space:korea").unit == "km");
  CHECK(list[0].because == Because{"need"});
}

TEST_CASE("no population, no such rows; another unit, no panel") {
  CHECK(checks("soldiers", std::nullopt).size() == 4);
  CHECK(checks("personnel", 30e6).size() == 7);
  CHECK(checks("doses", 30e6).empty());
}
