// Groups on a day, unnamed members, places within places.
#include "model/line_space.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

TEST_CASE("groups flatten, members count once, dates decide") {
  SmallCase small;
  for (const char* id : {"A", "B", "C"}) small.actor(id);
  small.group("inner", {"A", "B"});
  Actor& outer = small.group("outer", {"inner", "A", "C"});
  outer.members.back().when = {Date::from(2030, 1, 1), Date::from(2030, 6, 14)};
  small.c().actors[2].member_of.push_back({"inner", {Date::from(2031, 1, 1), std::nullopt}, {}});
  const LineSpace before = line_space(*small.shared(), *Date::from(2030, 6, 14));
  CHECK(before.actors_of("outer") == std::vector<int>{0, 1, 2});
  CHECK(line_space(*small.shared(), *Date::from(2030, 6, 15)).actors_of("outer") == std::vector<int>{0, 1});
  CHECK(line_space(*small.shared(), *Date::from(2031, 1, 1)).actors_of("outer") == std::vector<int>{0, 1, 2});
  CHECK(before.actors.back() == "others");
  CHECK(before.actors_of("A") == std::vector<int>{0});
}

TEST_CASE("unnamed members belong to their group, and to a group that contains it") {
  SmallCase small;
  small.actor("A");
  small.group("ten", {"A"}).unnamed_members = 2;
  small.group("all", {"ten"});
  const LineSpace space = line_space(*small.shared(), *small.c().reference_date);
  CHECK(space.actors == std::vector<std::string>{"A", "ten#1", "ten#2", "others"});
  CHECK(space.actors_of("all") == std::vector<int>{0, 1, 2});
  const LineSpace without = line_space(*small.shared(), *small.c().reference_date, {"ten"});
  CHECK(without.actors_of("all") == std::vector<int>{0});
  CHECK(unnamed_assumption_id("ten") == "unnamed:ten");
}

TEST_CASE("an organisation is itself, not its members") {
  SmallCase small;
  small.actor("A");
  Actor& un = small.actor("UN");
  un.kind = ActorKind::organisation;
  const LineSpace space = line_space(*small.shared(), *small.c().reference_date);
  CHECK(space.actors_of("UN") == std::vector<int>{1});
}

TEST_CASE("a place contains what lies within it, at any depth") {
  SmallCase small;
  small.place("EUROPE");
  small.place("UKR", "EUROPE");
  small.place("KYIV", "UKR");
  const LineSpace space = line_space(*small.shared(), *small.c().reference_date);
  CHECK(space.places_in("EUROPE") == std::vector<int>{0, 1, 2});
  CHECK(space.places_in("KYIV") == std::vector<int>{2});
  CHECK(space.unspecified_place() == 3);
}
