// What is current on a day: every clause of the rule, and what switching off does.
#include "model/standing.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase two_statements() {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.pledge("S1", "A", "troops(by A) = 5");
  small.pledge("S2", "A", "troops(by A) = 7");
  small.c().sources.emplace_back().id = "paper";
  return small;
}

std::vector<std::string> current_on(const SmallCase& small, const char* day) {
  std::vector<std::string> ids;
  for (const int i : current_statements(*small.shared(), *Date::parse(day)))
    ids.push_back(small.shared()->statements[static_cast<std::size_t>(i)].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("said by the day: from the first day of a range, open beginnings always") {
  SmallCase small = two_statements();
  small.c().statements[0].said = DateRange{Date::from(2030, 6, 10), Date::from(2030, 6, 12)};
  small.c().statements[1].said = DateRange{std::nullopt, Date::from(2030, 6, 12)};
  CHECK(current_on(small, "2030-06-09") == Ids{"S2"});
  CHECK(current_on(small, "2030-06-10") == Ids{"S1", "S2"});
}

TEST_CASE("without `said`: the chain's earliest date, else the source's, else always") {
  SmallCase small = two_statements();
  Statement& s = small.c().statements[0];
  s.said.reset();
  s.chain = {{"A", Date::from(2030, 6, 12)}, {"paper", Date::from(2030, 6, 11)}};
  CHECK(said_from(small.c(), s) == Date::from(2030, 6, 11));
  s.chain = {{"A", std::nullopt}, {"paper", std::nullopt}};
  small.c().sources[0].date = Date::from(2030, 6, 13);
  CHECK(said_from(small.c(), s) == Date::from(2030, 6, 13));
  small.c().sources[0].date.reset();
  CHECK_FALSE(said_from(small.c(), s).has_value());
  CHECK(said_by(small.c(), s, *Date::from(1900, 1, 1)));
  CHECK(said_later(small.c(), small.c().statements[1], s));
  CHECK_FALSE(said_later(small.c(), s, small.c().statements[1]));
}

TEST_CASE("status, ended states, effective range") {
  SmallCase small = two_statements();
  small.c().statements[0].status = StatementStatus::proposed;
  CHECK(current_on(small, "2030-06-15") == Ids{"S2"});
  small.c().statements[1].state = PledgeState::withdrawn;
  CHECK(current_on(small, "2030-06-15").empty());
  small.c().statements[1].state = PledgeState::quantified_offer;
  small.c().statements[1].effective = DateRange{Date::from(2030, 7, 1), Date::from(2030, 7, 2)};
  CHECK(current_on(small, "2030-06-30").empty());
  CHECK(current_on(small, "2030-07-01") == Ids{"S2"});
  CHECK(current_on(small, "2030-07-02") == Ids{"S2"});
  CHECK(current_on(small, "2030-07-03").empty());
}

TEST_CASE("only `supersedes` supersedes: accepted, once said, even when itself withdrawn") {
  SmallCase small = two_statements();
  Statement& later = small.c().statements[1];
  later.supersedes = {"S1"};
  CHECK(current_on(small, "2030-06-15") == Ids{"S2"});
  later.said = DateRange{Date::from(2030, 6, 20), Date::from(2030, 6, 20)};
  CHECK(current_on(small, "2030-06-15") == Ids{"S1"});
  CHECK(current_on(small, "2030-06-20") == Ids{"S2"});
  later.state = PledgeState::withdrawn;
  CHECK(current_on(small, "2030-06-20").empty());
  later.status = StatementStatus::rejected;
  CHECK(current_on(small, "2030-06-20") == Ids{"S1"});
}

TEST_CASE("without() takes out and revives nothing") {
  SmallCase small = two_statements();
  small.c().statements[1].supersedes = {"S1"};
  small.group("ten", {"A"}).unnamed_members = 3;
  Assumption& assumption = small.c().assumptions.emplace_back();
  assumption.id = "A1";
  assumption.claim = SmallCase::written("troops(by A) > 0");
  const Standing all = small.standing();
  CHECK(all.statements.size() == 1);
  CHECK(all.assumptions.size() == 1);
  const std::vector<std::string> off = {"S2", "A1", "unnamed:ten"};
  const Standing rest = without(all, off);
  CHECK(rest.statements.empty());
  CHECK(rest.assumptions.empty());
  CHECK(rest.unnamed_on.empty());
  CHECK(rest.space.actors_of("ten").size() == 1);
  CHECK(on_day(rest, *Date::from(2031, 1, 1)).statements.empty());
  CHECK(without(all, {}).statements == all.statements);
}
