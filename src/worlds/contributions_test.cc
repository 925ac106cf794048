// Tests of contributions: every form of an amount, members one by one, refusals, conditions, the best report.
#include "worlds/contributions.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

namespace {

SmallCase small_case() {
  SmallCase small;
  for (const char* id : {"A", "B", "C"}) small.actor(id);
  small.group("G", {"A", "B"}).unnamed_members = 1;
  small.place("P");
  small.place("Q", "P");
  small.role("r");
  small.capability("troops", "soldiers");
  small.capability("money", "EUR", true);
  small.capability("radar", "");
  small.factor("f", .2, .4);
  small.c().issues.emplace_back().id = "seat";
  small.c().issues.back().options = {"here", "there"};
  return small;
}

Contribution only(SmallCase small, const std::string& claim) {
  small.pledge("X", "A", claim);
  const auto all = contributions(small.standing());
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("every form of an amount is a range, and only `> 0` is none") {
  struct Form {
    const char* sign;
    std::int64_t low, high;
    bool quantified, at_least;
    Spread spread;
  };
  const std::vector<Form> forms = {
      {"= 7", 7, 7, true, false, Spread::point},     {"in 3..5", 3, 5, true, false, Spread::even},
      {"in 4..4", 4, 4, true, false, Spread::point}, {"about 50", 50, 50, true, false, Spread::triangle},
      {"< 1", 0, 0, true, false, Spread::even},      {"<= 6", 0, 6, true, false, Spread::even},
      {"< 6", 0, 5, true, false, Spread::even},      {">= 8", 8, 8, true, true, Spread::point},
      {"> 8", 9, 9, true, true, Spread::point},      {"> 0", 0, 0, false, false, Spread::point},
      {"= 0", 0, 0, true, false, Spread::point},
  };
  for (const Form& form : forms) {
    CAPTURE(form.sign);
    SmallCase small = small_case();
    small.pledge("X", "A", std::string("troops(by A, in P) ") + form.sign);
    const Standing standing = small.standing();
    const Contribution one = contributions(standing).at(0);
    Because rates;
    const auto ends = amount_in(standing, one, "soldiers", rates);
    REQUIRE(ends);
    CHECK(one.quantified == form.quantified);
    CHECK(ends->low == form.low);
    CHECK(ends->high == form.high);
    CHECK(rates.empty());
    CHECK(one.at_least == form.at_least);
    CHECK(one.spread == form.spread);
  }
}

TEST_CASE("`about` without a spread is a point") {
  SmallCase small = small_case();
  small.c().about_percent = 0;
  CHECK(only(small, "troops(by A) about 50").spread == Spread::point);
}

TEST_CASE("money counts in hundredths of the currency that was written") {
  SmallCase small = small_case();
  small.rate("EUR", "USD", "1.25");
  CHECK(only(small, "money(by A) = 12.50").low == 1250);
  CHECK(only(small, "money(by A) = 12.50").currency == "EUR");
  const Contribution dollars = only(small, "money(by A) = 3 USD");
  CHECK(dollars.low == 300);
  CHECK(dollars.currency == "USD");
  // A strict bound is one hundredth of the target currency off, as claims read it.
  const auto in_dollars = [&](const std::string& claim) {
    small.pledge("X", "A", claim);
    const Standing standing = small.standing();
    Because rates;
    const auto ends = amount_in(standing, contributions(standing)[0], "USD", rates);
    small.c().statements.clear();
    REQUIRE(ends);
    CHECK(rates == Because{"rate:EUR-USD"});
    return std::pair(ends->low, ends->high);
  };
  CHECK(in_dollars("money(by A) in 10..20") == std::pair<std::int64_t, std::int64_t>(1250, 2500));
  CHECK(in_dollars("money(by A) > 10") == std::pair<std::int64_t, std::int64_t>(1251, 1251));
  CHECK(in_dollars("money(by A) < 10") == std::pair<std::int64_t, std::int64_t>(0, 1249));
}

TEST_CASE("`by each` is one contribution a member, `by` one total") {
  SmallCase small = small_case();
  small.pledge("each", "A", "troops(by each G + C, in Q, as r) = 2");
  small.pledge("total", "A", "troops(by G + C) = 9");
  const Standing standing = small.standing();
  const auto all = contributions(standing);
  REQUIRE(all.size() == 5);
  CHECK(all[0].by == std::vector<std::string>{"A"});
  CHECK(all[1].by == std::vector<std::string>{"B"});
  CHECK(all[2].by == std::vector<std::string>{"C"});
  CHECK(all[3].by == std::vector<std::string>{"G#1"});
  CHECK(all[0].place == "Q");
  CHECK(all[0].role == "r");
  CHECK(all[4].by == std::vector<std::string>{"G", "C"});
  CHECK(all[4].selector.actors.size() == 4);
  CHECK(unnamed_behind(standing, all[3]) == Because{"unnamed:G"});
  CHECK(unnamed_behind(standing, all[0]).empty());
  CHECK(contributions(without(standing, std::vector<std::string>{"unnamed:G"})).size() == 4);
}

TEST_CASE("a later refusal of the line ends a pledge; an earlier, a narrower or a conditional one does not") {
  const auto refused = [](int day, const std::string& claim, bool conditional) {
    SmallCase small = small_case();
    small.pledge("P1", "A", "troops(by A, in P) = 5").said =
        DateRange{Date::from(2030, 6, 10), Date::from(2030, 6, 10)};
    Statement& refusal = small.say("R1", StatementKind::refusal, "A", claim);
    refusal.said = DateRange{Date::from(2030, 6, day), Date::from(2030, 6, day)};
    if (conditional) refusal.condition = SmallCase::written("f");
    return contributions(small.standing()).at(0).refused();
  };
  CHECK(refused(11, "troops(by A, in P) = 0", false));
  CHECK(refused(11, "troops(by A + B) = 0", false));
  CHECK_FALSE(refused(10, "troops(by A, in P) = 0", false));
  CHECK_FALSE(refused(9, "troops(by A, in P) = 0", false));
  CHECK_FALSE(refused(11, "troops(by A, in Q) = 0", false));
  CHECK_FALSE(refused(11, "troops(by A, in P, as r) = 0", false));
  CHECK_FALSE(refused(11, "troops(by A, in P) = 0", true));
}

TEST_CASE("conditions are told apart: none, factors, anything else") {
  CHECK(only(small_case(), "troops(by A) = 5").condition.none());
  const Contribution factor = only(small_case(), "if f then troops(by A) = 5");
  CHECK(factor.condition.of_factors.size() == 1);
  CHECK_FALSE(factor.condition.has_other);
  CHECK(only(small_case(), "if seat = here then troops(by A) = 5").condition.has_other);
  CHECK(only(small_case(), "if f or seat = here then troops(by A) = 5").condition.has_other);
  // Of two conditions, the one of factors is computed though the other cannot be.
  const Contribution two = only(small_case(), "if f then if seat = here then troops(by A) = 5");
  CHECK(two.condition.of_factors.size() == 1);
  CHECK(two.condition.has_other);
  // It can only be true, and yet it is told by its words.
  const Contribution certain = only(small_case(), "if seat != here or seat = here then troops(by A) = 5");
  CHECK(certain.condition.has_other);
}

TEST_CASE("the best report: reliability, then credibility, then the latest, then the id") {
  SmallCase small = small_case();
  for (const auto& [id, reliability] : {std::pair{"good", 'A'}, {"poor", 'D'}}) {
    Source& source = small.c().sources.emplace_back();
    source.id = id;
    source.reliability = reliability;
  }
  for (const char* id : {"S1", "S2", "S3", "S4", "S5"}) small.pledge(id, "A", "troops(by A) = 5");
  auto& list = small.c().statements;
  list[0].chain = {{"poor", std::nullopt}};
  list[0].credibility = 1;
  for (std::size_t i = 1; i < 5; ++i) list[i].chain = {{"good", std::nullopt}};
  list[1].credibility = 3;
  for (std::size_t i = 2; i < 5; ++i) list[i].credibility = 2;
  list[2].said = DateRange{Date::from(2030, 6, 1), Date::from(2030, 6, 1)};
  const Standing standing = small.standing();
  CHECK(best_report(standing, {0, 1}) == 1);
  CHECK(best_report(standing, {0, 1, 2}) == 2);
  CHECK(best_report(standing, {2, 4, 3}) == 3);
  CHECK(best_report(standing, {4}) == 4);
}
