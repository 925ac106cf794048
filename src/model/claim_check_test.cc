// Tests of claim_check.h: faults with their columns, claims that fit, the shapes of claims, advice.
#include "model/claim_check.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/heard_test.h"
#include "base/random.h"
#include "model/random_claim.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;
constexpr int kColumn = 10;  // of a claim's first character

Claim parsed(const std::string& text) {
  const auto claim = parse_claim(text);
  CAPTURE(text);
  REQUIRE(claim);
  return *claim;
}

WrittenClaim written(const std::string& text) { return {parsed(text), {"case.toml", 12, kColumn}}; }

Faults faults_of(const std::string& text) {
  const Case c = claim_case();
  Faults faults;
  const ExchangeRates rates = ExchangeRates::of(c, faults);
  check_claim(c, rates, written(text), faults);
  return heard(faults);
}

struct Expected {
  std::string text;
  int offset;
  std::string message;
  std::string expected;
};

void check_table(const std::vector<Expected>& table) {
  for (const Expected& row : table) {
    CAPTURE(row.text);
    const Faults faults = faults_of(row.text);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == Place{"case.toml", 12, kColumn + row.offset});
    CHECK(faults[0].message == row.message);
    CHECK(faults[0].expected == row.expected);
  }
}

}  // namespace

TEST_CASE("claim check: what fits has no fault") {
  for (const char* text :
       {"us_role <= minimal", "seat != paris", "approval >= 100", "ceasefire and not p.trump",
        "ground_troops(by FRA + ten, in UKR, as trainers) in 3000..5000 soldiers",
        "ground_troops() about 5000", "ground_troops(by FRA) in 5..5", "aid() >= 12.5",
        "aid(by FRA) = 12.50 EUR", "aid(by USA) > 3 USD", "air_support(by each FRA + GBR) > 0",
        "air_support() = 0", "not air_support() = 00"}) {
    CAPTURE(text);
    CHECK(faults_of(text).empty());
  }
}

TEST_CASE("claim check: unknown and misplaced names") {
  check_table({
      {"a", 0, "nothing is called 'a'", "a factor that is declared: ceasefire, p.trump"},
      {"us_roll = lead", 0, "nothing is called 'us_roll'", "did you mean 'us_role'?"},
      {"ceasefir", 0, "nothing is called 'ceasefir'", "did you mean 'ceasefire'?"},
      {"us_rolle", 0, "nothing is called 'us_rolle'", "did you mean 'us_role'?"},
      {"ceasefire and ground_trops() > 0", 14, "nothing is called 'ground_trops'",
       "did you mean 'ground_troops'?"},
      {"ground_troops(by FRB) > 0", 17, "nothing is called 'FRB'", "did you mean 'FRA'?"},
      {"ground_troops(by FRA + ZZZ) > 0", 23, "nothing is called 'ZZZ'",
       "an actor that is declared: FRA, GBR, USA, ten"},
      {"ground_troops(in trainers) > 0", 17, "'trainers' is a role, not a place",
       "a place that is declared: UKR, POL"},
      {"ground_troops(by UKR) > 0", 17, "'UKR' is a place, not an actor",
       "an actor that is declared: FRA, GBR, USA, ten"},
      {"ground_troops(as FRA) > 0", 17, "'FRA' is an actor, not a role",
       "a role that is declared: trainers, combat"},
      {"ground_troops(as lead) > 0", 17, "'lead' is an option, not a role",
       "a role that is declared: trainers, combat"},
      {"us_role() > 0", 0, "'us_role' is an issue, not a capability",
       "a capability that is declared: ground_troops, aid, air_support"},
      {"ceasefire = lead", 0, "'ceasefire' is a factor and compared with nothing",
       "'ceasefire' or 'not ceasefire'"},
      {"aid >= 5", 0, "'aid' is a capability and stands here without brackets", "'aid() >= ...'"},
      {"not us_role", 4, "'us_role' is an issue and needs a comparison", "'us_role = ...'"},
      {"air_support", 0, "'air_support' is a capability and needs brackets and an amount",
       "'air_support() > 0'"},
  });
}

TEST_CASE("claim check: options, order and scales") {
  check_table({
      {"us_role = led", 10, "'led' is no option of 'us_role'", "did you mean 'lead'?"},
      {"us_role = huge", 10, "'huge' is no option of 'us_role'", "one of none, minimal, partial, lead"},
      {"us_role = paris", 10, "'paris' is an option of 'seat', not of 'us_role'",
       "one of none, minimal, partial, lead"},
      {"us_role = 2", 10, "'us_role' has options, not numbers", "one of none, minimal, partial, lead"},
      {"ceasefire or seat <= paris", 13, "the options of 'seat' have no order",
       "'=' or '!=' instead of '<='"},
      {"approval = high", 11, "'approval' is a number, not 'high'", "a whole number from 0 to 100"},
      {"approval >= 101", 12, "101 lies outside the scale of 'approval'", "a whole number from 0 to 100"},
      {"approval >= 40.5", 12, "'approval' takes whole numbers only", "a whole number from 0 to 100"},
      {"approval >= 40.00", 12, "'approval' takes whole numbers only", "a whole number from 0 to 100"},
  });
}

TEST_CASE("claim check: amounts and units") {
  const std::string whole = "a whole number in digits only, such as 5000; only money has decimals";
  check_table({
      {"ground_troops() > 5.5", 18, "'ground_troops' is counted in whole soldiers", whole},
      {"ground_troops() > 5.00", 18, "'ground_troops' is counted in whole soldiers", whole},
      {"ground_troops() in 5..6.5", 19, "'ground_troops' is counted in whole soldiers", whole},
      {"ground_troops() in 5..3", 19, "the range 5..3 ends below its beginning", "3..5"},
      {"aid() in 5.5..5.25 EUR", 9, "the range 5.5..5.25 ends below its beginning", "5.25..5.5"},
      {"ground_troops() > 5 tanks", 20, "'ground_troops' is counted in soldiers, not in 'tanks'",
       "'soldiers', or the number alone"},
      {"ground_troops() > 5 EUR", 20, "'ground_troops' is counted in soldiers, not in 'EUR'",
       "'soldiers', or the number alone"},
      {"aid() > 5 euros", 10, "'euros' is no code of a currency",
       "'EUR', or three capital letters of ISO 4217"},
      {"aid() > 5 GBP", 10, "no exchange rate leads from GBP to EUR, the unit of 'aid'",
       "an [[exchange_rate]] between them, or an amount in EUR"},
      {"air_support() > 5", 16, "'air_support' has no unit: it is there or not there", "'> 0' or '= 0'"},
      {"air_support() >= 0", 17, "'air_support' has no unit: it is there or not there", "'> 0' or '= 0'"},
      {"air_support() != 0", 17, "'air_support' has no unit: it is there or not there", "'> 0' or '= 0'"},
      {"air_support() in 0..0", 17, "'air_support' has no unit: it is there or not there", "'> 0' or '= 0'"},
      {"air_support() about 0", 20, "'air_support' has no unit: it is there or not there", "'> 0' or '= 0'"},
      {"air_support() > 0 jets", 18, "'air_support' has no unit and takes no 'jets'", "the number alone"},
  });
}

TEST_CASE("claim check: an amount that passes 10^18 hundredths when it is converted") {
  Case c = claim_case();
  c.exchange_rates[0].rate = "0.001";  // a dollar is a thousand euros
  Faults faults;
  const ExchangeRates rates = ExchangeRates::of(c, faults);
  check_claim(c, rates, written("aid() in 5..10000000000000 USD"), faults);
  CHECK(faults.empty());
  check_claim(c, rates, written("aid() in 5..10000000000001 USD"), faults);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].place.column == kColumn + 9);
  CHECK(faults[0].message == "the amount passes 10^18 hundredths of EUR");
}

TEST_CASE("claim check: every fault of a claim, in order; without a place the file stands for it") {
  const Faults faults = faults_of("a and ground_troops(by X, in Y, as Z) in 5.5..3 tanks");
  std::vector<int> offsets;
  for (const Fault& f : faults) offsets.push_back(f.place.column - kColumn);
  CHECK(offsets == std::vector<int>{0, 23, 29, 35, 41, 41, 48});
  const Case c = claim_case();
  Faults unplaced;
  check_claim(c, ExchangeRates(), {parsed("a"), {"answers.csv", 0, 0}}, unplaced);
  CHECK(unplaced.at(0).place == Place{"answers.csv", 0, 0});
}

TEST_CASE("claim check: random claims that fit have no fault, and a claim of the greatest length ends soon") {
  INFO("seed " << kSeed);
  Random random(kSeed);
  const Case c = claim_case();
  Faults faults;
  const ExchangeRates rates = ExchangeRates::of(c, faults);
  for (int round = 0; round < 3000; ++round) {
    const Claim claim = random_claim(random, c, 12);
    CAPTURE(print_claim(claim));
    check_claim(c, rates, {claim, {}}, faults);
    REQUIRE(faults.empty());
  }
  std::string longest = "xx";
  while (longest.size() + 6 < kClaimBytesMax) longest += " or yy";
  check_claim(c, rates, {parsed(longest), {}}, faults);
  CHECK(faults.size() > 10'000);
}

TEST_CASE("claim check: the claim of a pledge") {
  const auto pledge_faults = [](const std::string& text) {
    Faults faults;
    check_pledge_claim(written(text), faults);
    return heard(faults);
  };
  for (const char* text :
       {"c() = 5", "c() > 0", "c() in 3..5 and d(by A) about 4", "if a or not b then c() >= 5",
        "if a then if b then c() < 5 and d() <= 5 and e() > 2", "if c() != 5 then d() > 0"}) {
    CAPTURE(text);
    CHECK(pledge_faults(text).empty());
  }
  const Faults option = pledge_faults("c() > 0 and us_role = lead");
  REQUIRE(option.size() == 1);
  CHECK(option[0].place.column == kColumn + 12);
  CHECK(option[0].message == "a pledge gives amounts, and 'us_role = lead' is none");
  const Faults either = pledge_faults("c() > 0 and (d() > 0 or e() > 0)");
  REQUIRE(either.size() == 1);
  CHECK(either[0].place.column == kColumn + 13);
  CHECK(either[0].message ==
        "a pledge gives amounts joined with 'and', perhaps under 'if ... then', and nothing else");
  const Faults unequal = pledge_faults("if a then c() != 5");
  REQUIRE(unequal.size() == 1);
  CHECK(unequal[0].place.column == kColumn + 10);
  for (const char* text :
       {"a", "not c() > 0", "c() > 0 or d() > 0", "d() > 0 and (if a then c() > 0)", "if a then b"})
    CHECK(pledge_faults(text).size() == 1);
}

TEST_CASE("claim check: measures set to zero") {
  CHECK(zeroed_measures(parsed("c(by A) = 0")) == std::vector<int>{0});
  CHECK(zeroed_measures(parsed("c(by A) = 0 and (d() = 0 and e() = 0)")) == std::vector<int>{0, 1, 2});
  for (const char* text :
       {"c() > 0", "c() <= 0", "c() < 1", "c() = 1", "not c() > 0", "c() = 0 or d() = 0", "if a then c() = 0",
        "c() = 0 and a", "us_role = none", "c() about 0", "approval = 0"}) {
    CAPTURE(text);
    CHECK_FALSE(zeroed_measures(parsed(text)));
  }
}

TEST_CASE("claim check: conditions and the measures under them") {
  const auto plain = conditioned_measures(parsed("c() = 1 and d() != 2"));
  REQUIRE(plain);
  CHECK(plain->conditions.empty());
  CHECK(plain->atoms == std::vector<int>{0, 1});
  const auto chain =
      conditioned_measures(parsed("if a or x() > 1 then if not (b and c) then d() > 0 and e() > 0"));
  REQUIRE(chain);
  REQUIRE(chain->conditions.size() == 2);
  CHECK(chain->conditions[0] == parsed("a or x() > 1"));
  CHECK(chain->conditions[1] == parsed("not (b and c)"));
  CHECK(chain->atoms == std::vector<int>{4, 5});
  const auto nested = conditioned_measures(parsed("if if a then b then c() > 0"));
  REQUIRE(nested);
  CHECK(nested->conditions == std::vector<Claim>{parsed("if a then b")});
  for (const char* text :
       {"a", "a and c() > 0", "not c() > 0", "c() > 0 or d() > 0", "(if a then c() > 0) and d() > 0"})
    CHECK_FALSE(conditioned_measures(parsed(text)));
}

TEST_CASE("claim check: advice about 'not' before 'by each'") {
  const auto advice = [](const std::string& text) {
    Faults warnings;
    warn_about_claim(written(text), warnings);
    return heard(warnings);
  };
  const Faults none = advice("a and not c(by each ten, in UKR) > 0 soldiers");
  REQUIRE(none.size() == 1);
  CHECK(none[0].place.column == kColumn + 10);
  CHECK(none[0].message ==
        "'not c(by each ten, in UKR) > 0 soldiers' says that it does not hold for all of them, not that it "
        "holds for none");
  CHECK(none[0].expected == "'c(by ten, in UKR) = 0 soldiers', if none is meant");
  CHECK(advice("not c(by each ten) >= 5")[0].expected == "'c(by each ten) < 5', if none is meant");
  CHECK(advice("not c(by each ten) about 5")[0].expected.empty());
  for (const char* text :
       {"c(by each ten) > 0", "not c(by ten) > 0", "not (c(by each ten) > 0 and a)", "not a"})
    CHECK(advice(text).empty());
}

}  // namespace surety
