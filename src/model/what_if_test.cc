// What-if: what each option does, and one sentence for each way to get it wrong.
#include "model/what_if.h"

#include <doctest/doctest.h>

#include "base/heard_test.h"
#include "model/likelihood.h"
#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase small_case() {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.capability("radar", "");
  small.factor("ceasefire", .2, .4);
  small.pledge("S1", "A", "troops(by A) in 3..5");
  small.pledge("S2", "A", "troops(by A) > 0");
  small.pledge("S3", "A", "radar(by A) > 0").status = StatementStatus::proposed;
  small.pledge("S4", "A", "troops(by A) about 7").supersedes = {"S1"};
  Assumption& off = small.c().assumptions.emplace_back();
  off.id = "A1";
  off.claim = SmallCase::written("ceasefire");
  off.enabled = false;
  return small;
}

std::expected<Standing, Faults> under(const SmallCase& small, const WhatIf& what_if) {
  const Date day = *small.shared()->reference_date;
  return standing_under(small.shared(), {day, day}, what_if);
}

std::vector<std::string> ids(const Standing& standing) {
  std::vector<std::string> found;
  for (const int i : standing.statements) found.push_back(standing.statement(i).id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("without, with, only") {
  const SmallCase small = small_case();
  CHECK(ids(*under(small, {})) == Ids{"S2", "S4"});
  CHECK(ids(*under(small, {{"S2"}, {}, {}, {}, {}})) == Ids{"S4"});
  CHECK(ids(*under(small, {{"S4"}, {}, {}, {}, {}})) == Ids{"S1", "S2"});  // as if it had not been said
  const auto with = under(small, {{}, {"S3", "A1"}, {}, {}, {}});
  CHECK(ids(*with) == Ids{"S2", "S3", "S4"});
  CHECK(with->assumptions.size() == 1);
  CHECK(ids(*under(small, {{}, {}, {"S4"}, {}, {}})) == Ids{"S4"});
  CHECK(under(small, {{}, {"A1"}, {"S4"}, {}, {}})->assumptions.empty());
}

TEST_CASE("assume adds an assumption; set changes a likelihood or the one amount") {
  const SmallCase small = small_case();
  const auto assumed = under(small, {{}, {}, {"S4"}, {"ceasefire", "troops() > 3"}, {}});
  REQUIRE(assumed);
  REQUIRE(assumed->assumptions.size() == 2);
  CHECK(assumed->assumption(assumed->assumptions[0]).id == "what_if:1");
  const auto claim_of = [&](const char* setting, const char* id) {
    const auto standing = under(small, {{}, {}, {}, {}, {setting}});
    REQUIRE(standing);
    return print_claim(find_statement(standing->c(), id)->claim->claim);
  };
  CHECK(claim_of("S4.amount=8000", "S4") == "troops(by A) about 8000");
  CHECK(claim_of("S1.amount=8000", "S1") == "troops(by A) = 8000");
  CHECK(claim_of("S2.amount=10", "S2") == "troops(by A) = 10");
  const auto less_likely =
      under(small, {{}, {}, {}, {}, {"S2.likelihood=0.4", "ceasefire.likelihood=0.5..0.6"}});
  REQUIRE(less_likely);
  CHECK(likelihood_of(less_likely->c(), *find_statement(less_likely->c(), "S2")) ==
        ProbabilityRange::exactly(.4, .4));
  CHECK(less_likely->c().factors[0].likelihood == ProbabilityRange::exactly(.5, .6));
}

TEST_CASE("every mistake at once, one sentence each") {
  const SmallCase small = small_case();
  const auto refused = under(small, {{"S9"},
                                     {"S1"},
                                     {"T1"},
                                     {"troops(", "nonsense = 3"},
                                     {"S1", "S1.colour=3", "S9.amount=3", "S1.likelihood=1.2", "S1.amount=x",
                                      "S3.amount=3", "S1.amount=1.5"}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().size() == 12);
  for (const Fault& fault : heard(refused.error())) {
    CHECK(fault.place.file.starts_with("--"));
    CHECK_FALSE(fault.message.empty());
  }
}

TEST_CASE(
    "with: a proposed statement that would not count says so, unless another one that is switched on "
    "replaces it") {
  SmallCase small = small_case();
  Statement& later = small.pledge("S5", "A", "radar(by A) > 0");
  later.status = StatementStatus::proposed;
  later.said = DateRange{Date::from(2030, 7, 1), Date::from(2030, 7, 1)};
  Statement& over = small.pledge("S6", "A", "radar(by A) > 0");
  over.status = StatementStatus::proposed;
  over.effective = DateRange{{}, Date::from(2030, 6, 1)};
  Statement& ended = small.pledge("S7", "A", "radar(by A) > 0");
  ended.status = StatementStatus::proposed;
  ended.state = PledgeState::withdrawn;
  Statement& next = small.pledge("S8", "A", "radar(by A) > 0");
  next.status = StatementStatus::proposed;
  next.supersedes = {"S3"};
  const auto not_yet = under(small, {{}, {"S5"}, {}, {}, {}});
  REQUIRE_FALSE(not_yet);
  CHECK(not_yet.error()[0].message ==
        "proposed statement 'S5' would not count on 2030-06-15: it is not said before 2030-07-01");
  CHECK(not_yet.error()[0].expected == "--as-of 2030-07-01 or later");
  CHECK(
      under(small, {{}, {"S6"}, {}, {}, {}}).error()[0].message.ends_with("it is in force until 2030-06-01"));
  CHECK_FALSE(under(small, {{}, {"S7"}, {}, {}, {}}));
  CHECK(under(small, {{}, {"S3", "S8"}, {}, {}, {}}));
}
