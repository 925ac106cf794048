// Tests of the timeline: each month is what coverage itself says on its last day.
#include "analysis/coverage_timeline.h"

#include <doctest/doctest.h>

#include <array>

#include "model/small_case.h"

using namespace surety;

namespace {

DateRange day(int year, int month, int on) {
  return {Date::from(year, month, on), Date::from(year, month, on)};
}

std::vector<TimelinePoint> timeline(const SmallCase& small) {
  const Standing standing = small.standing();
  const auto answer = coverage(standing, nullptr);
  REQUIRE(answer);
  const auto points = coverage_timeline(standing, *answer);
  REQUIRE(points);
  return *points;
}

}  // namespace

TEST_CASE("pledges come, are superseded and expire; the requirement of today is held against all months") {
  SmallCase small;
  for (const char* id : {"A", "B"}) small.actor(id);
  small.capability("troops", "soldiers");
  small.need("need", "A", "troops() >= 100");
  small.pledge("first", "A", "troops(by A) = 10").said = day(2030, 2, 28);
  Statement& second = small.pledge("second", "A", "troops(by A) in 20..30");
  second.said = day(2030, 4, 1);
  second.supersedes = {"first"};
  Statement& brief = small.pledge("brief", "B", "troops(by B) = 5");
  brief.said = day(2030, 3, 2);
  brief.effective = DateRange{Date::from(2030, 3, 2), Date::from(2030, 4, 29)};
  small.pledge("today", "B", "troops(by B) = 7");
  const auto points = timeline(small);
  const std::array<std::tuple<const char*, int, int>, 5> expected = {{{"2030-02", 10, 10},
                                                                      {"2030-03", 15, 15},
                                                                      {"2030-04", 20, 30},
                                                                      {"2030-05", 20, 30},
                                                                      {"2030-06", 27, 37}}};
  REQUIRE(points.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(points[i].month == std::get<0>(expected[i]));
    CHECK(points[i].counted_min == std::get<1>(expected[i]));
    CHECK(points[i].counted_max == std::get<2>(expected[i]));
  }
  CHECK(points[0].because == Because{"first", "need"});
  CHECK(points[4].because == Because{"need", "second", "today"});
}

TEST_CASE("at most 60 months, the last ones") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.need("need", "A", "troops() >= 100");
  small.pledge("old", "A", "troops(by A) = 10").said = day(1990, 1, 1);
  const auto points = timeline(small);
  REQUIRE(points.size() == 60);
  CHECK(points.front().month == "2025-07");
  CHECK(points.back().month == "2030-06");
}
