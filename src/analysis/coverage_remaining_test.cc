// Tests of what the members without a number would have to bring.
#include "analysis/coverage_remaining.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase small_case() {
  SmallCase small;
  for (const char* id : {"A", "B", "C", "D"}) small.actor(id);
  small.group("four", {"A", "B", "C"}).unnamed_members = 1;
  small.capability("troops", "soldiers");
  small.need("need", "A", "troops() >= 100");
  return small;
}

std::vector<RemainingShare> remaining(const SmallCase& small) {
  const Standing standing = small.standing();
  const auto answer = coverage(standing, nullptr);
  REQUIRE(answer);
  return coverage_remaining(standing, *answer);
}

}  // namespace

TEST_CASE("the gap over those who name no number, rounded up") {
  SmallCase small = small_case();
  small.pledge("all", "A", "troops(by each four) > 0");
  small.pledge("number", "A", "troops(by A) in 20..40");
  const auto list = remaining(small);
  REQUIRE(list.size() == 1);
  CHECK(list[0].group == "four");
  CHECK(list[0].members == std::vector<std::string>{"B", "C", "four#1"});
  CHECK(list[0].average_min == 20);
  CHECK(list[0].average_max == 27);  // 80 / 3
  CHECK(list[0].because == Because{"all", "need", "number", "unnamed:four"});
}

TEST_CASE(
    "a total without a number names its members as well; no group, no gap or no silent member: no row") {
  SmallCase total = small_case();
  total.pledge("all", "A", "troops(by four) > 0");
  CHECK(remaining(total).at(0).members.size() == 4);
  SmallCase single = small_case();
  single.pledge("one", "A", "troops(by D) > 0");
  CHECK(remaining(single).empty());
  SmallCase met = small_case();
  met.pledge("all", "A", "troops(by each four) > 0");
  met.pledge("enough", "D", "troops(by D) = 100");
  CHECK(remaining(met).empty());
  SmallCase numbered = small_case();
  numbered.pledge("all", "A", "troops(by each four) > 0");
  numbered.pledge("numbers", "A", "troops(by each four) = 5");
  CHECK(remaining(numbered).empty());
}

TEST_CASE("who refused is not expected to bring anything") {
  SmallCase small = small_case();
  small.pledge("all", "A", "troops(by each four) > 0").said =
      DateRange{Date::from(2030, 6, 1), Date::from(2030, 6, 1)};
  small.say("refusal", StatementKind::refusal, "B", "troops(by B) = 0");
  CHECK(remaining(small).at(0).members == std::vector<std::string>{"A", "C", "four#1"});
}
