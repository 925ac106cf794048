// Tests of coverage: the worked example of docs/analysis/coverage.md, every world of random cases walked,
// laws.
#include "analysis/coverage.h"

#include <doctest/doctest.h>

#include "analysis/coverage_confidence.h"
#include "analysis/coverage_dependence.h"
#include "analysis/coverage_oracle.h"

using namespace surety;

namespace {

constexpr std::uint64_t kSeed = 20250821;
constexpr int kCases = 300;
constexpr double kClose = 1e-9;

const CoverageRow& row_under(const Coverage& answer, const std::string& rule) {
  const auto at = std::ranges::find_if(answer.rows, [&](const CoverageRow& row) {
    return answer.rules[static_cast<std::size_t>(row.rule)].declared.id == rule;
  });
  REQUIRE(at != answer.rows.end());
  return *at;
}

// Smallest and largest sum as semantics 6 has them, and whether the ends of every family of lines stand in
// order.
struct Sums {
  std::int64_t low = 0, high = 0;
  bool ordered = true;
};
Sums sums_of(const std::vector<oracle::Line>& lines) {
  std::vector<std::int64_t> lows, highs;
  for (const oracle::Line& line : lines) {
    lows.push_back(line.low);
    highs.push_back(line.high);
  }
  Sums sums;
  const auto low = oracle::remainders(lines, lows, false), high = oracle::remainders(lines, highs, true);
  sums.low = oracle::brought(lines, lows, false);
  sums.high = oracle::brought(lines, highs, true);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool part_left_out = std::ranges::any_of(
        lines, [&](const oracle::Line& part) { return oracle::contains(lines[i], part) && !part.counts; });
    sums.ordered = sums.ordered && (!part_left_out || low[i] <= high[i]);
  }
  return sums;
}

void check_confidence(const Standing& standing, const Coverage& answer, const CoverageRow& row,
                      const oracle::World& world, oracle::OracleRule rule) {
  Budget budget;
  const auto sure = coverage_confidence(standing, answer, row, budget);
  REQUIRE(sure);
  for (const bool high_end : {false, true}) {
    const auto corners = oracle::corner_sums(world, rule, high_end);
    std::vector<double> means;
    for (const auto& chances : corners) {
      double mean = 0;
      for (const auto& [sum, chance] : chances) mean += static_cast<double>(sum) * chance;
      means.push_back(mean);
    }
    CHECK(std::abs((high_end ? sure->expected.high : sure->expected.low) -
                   (high_end ? std::ranges::max(means) : std::ranges::min(means))) < 1e-6);
    for (const ReachedWith& level : sure->levels) {
      const std::int64_t reached = high_end ? level.reached_high : level.reached_low;
      std::vector<double> at, above;  // what is reached is reached, and nothing more is
      for (const auto& chances : corners) {
        at.push_back(oracle::at_least(chances, reached));
        above.push_back(oracle::at_least(chances, reached + 1));
      }
      CHECK((high_end ? std::ranges::max(at) : std::ranges::min(at)) >= level.level - kClose);
      CHECK((high_end ? std::ranges::max(above) : std::ranges::min(above)) < level.level + kClose);
    }
  }
}

}  // namespace

TEST_CASE("the worked example: about 500 doses for certain, 300 if the licence is granted") {
  SmallCase small;
  for (const char* id : {"Arda", "makers"}) small.actor(id);
  small.capability("doses", "doses");
  small.factor("licence", .60, .75);
  small.need("V1", "Arda", "doses() >= 1000");
  small.need("V7", "Arda", "doses() >= 800");
  small.pledge("V2", "Arda", "doses(by Arda) about 500", .80, .95);
  small.pledge("V3", "makers", "doses(by makers) = 300", .80, .95).condition = SmallCase::written("licence");
  Budget budget;
  const Standing standing = small.standing();
  const auto answer = coverage(standing, &budget);
  REQUIRE(answer);
  const CoverageRow& full = answer->headline(0);
  CHECK(full.counted.counted_min == 800);
  CHECK(full.counted.counted_max == 800);
  CHECK(*full.share_min == .8);
  CHECK(*full.gap_max == 200);
  CHECK(full.met->high == 0);
  const CoverageRow& begin = answer->headline(1);
  CHECK(*begin.gap_max == 0);
  // V2, V3 and the licence; 1,326 of the 2,601 weights of the triangle 450..550 lie at 500 or above.
  CHECK(std::abs(begin.met->low - .80 * .80 * .60 * 1326 / 2601) < 1e-12);
  CHECK(std::abs(begin.met->high - .95 * .95 * .75 * 1326 / 2601) < 1e-12);
  // One common cause: both pledges hold together with .80 or .95.
  const auto other = coverage_dependence(standing, *answer, begin, budget);
  REQUIRE(other);
  REQUIRE(other->has_value());
  CHECK(std::abs((*other)->comonotone.low - .80 * .60 * 1326 / 2601) < 1e-12);
  CHECK(std::abs((*other)->comonotone.high - .95 * .75 * 1326 / 2601) < 1e-12);
  CHECK((*other)->worst_low <= begin.met->low);
}

TEST_CASE("sums, shares, gaps, P(met) and what is reached, against every world of random cases") {
  MESSAGE("seed " << kSeed << ", " << kCases << " cases, 4 rules");
  Random random(kSeed);
  int compared = 0, uncertain = 0;
  for (int n = 0; n < kCases; ++n) {
    CAPTURE(n);
    const oracle::World world = oracle::random_world(random);
    Budget budget;
    const Standing standing = world.small_case().standing();
    const auto answer = coverage(standing, &budget);
    REQUIRE(answer);
    for (const auto& [name, rule] : {std::pair{"all_quantified", oracle::OracleRule::everything},
                                     {"no_role", oracle::OracleRule::no_role},
                                     {"sure", oracle::OracleRule::sure},
                                     {"respectful", oracle::OracleRule::respectful}}) {
      CAPTURE(name);
      const CoverageRow& row = row_under(*answer, name);
      const Sums sums = sums_of(oracle::lines_of(world, rule));
      if (sums.ordered) {
        CHECK(row.counted.counted_min == sums.low);
        CHECK(row.counted.counted_max == sums.high);
      }
      CHECK(*row.gap_min == std::max<std::int64_t>(0, world.need.required - row.counted.counted_max));
      CHECK(*row.gap_max == std::max<std::int64_t>(0, world.need.required - row.counted.counted_min));
      CHECK(row.share_min.has_value() == (world.need.required > 0));
      std::vector<double> low, high;
      for (const auto& chances : oracle::corner_sums(world, rule, false))
        low.push_back(oracle::at_least(chances, world.need.required));
      for (const auto& chances : oracle::corner_sums(world, rule, true))
        high.push_back(oracle::at_least(chances, world.need.required));
      REQUIRE(row.met);
      CHECK(std::abs(row.met->low - std::ranges::min(low)) < kClose);
      CHECK(std::abs(row.met->high - std::ranges::max(high)) < kClose);
      ++compared;
      uncertain += row.met->high > 0 && row.met->low < 1;
      if (n % 4 == 0) check_confidence(standing, *answer, row, world, rule);
    }
  }
  CHECK(compared == 4 * kCases);
  CHECK(uncertain > kCases / 2);
}

TEST_CASE("laws: the worst case bounds, one more certain pledge never lowers, the ends are in order") {
  Random random(kSeed + 1);
  MESSAGE("seed " << kSeed + 1);
  for (int n = 0; n < 200; ++n) {
    CAPTURE(n);
    const oracle::World world = oracle::random_world(random);
    Budget budget;
    SmallCase small = world.small_case();
    const auto before = coverage(small.standing(), &budget);
    small.actor("D");
    const std::string measure = world.measure("by D", world.need.place, world.need.role);
    small.pledge("more", "D", measure + " = 3", 1, 1).credibility = 1;
    const auto after = coverage(small.standing(), &budget);
    REQUIRE(before);
    REQUIRE(after);
    for (std::size_t i = 0; i < before->rows.size(); ++i) {
      CHECK(before->rows[i].met->low <= before->rows[i].met->high + kClose);
      CHECK(before->rows[i].counted.counted_min <= before->rows[i].counted.counted_max);
      const auto other = coverage_dependence(small.standing(), *before, before->rows[i], budget);
      REQUIRE(other);
      if (*other)
        CHECK((*other)->worst_low <= std::min(before->rows[i].met->low, (*other)->comonotone.low) + kClose);
      if (!world.need.everybody) continue;
      CHECK(after->rows[i].counted.counted_min ==
            before->rows[i].counted.counted_min + (i == 1 && world.need.role == 0 ? 0 : 3));
      CHECK(after->rows[i].met->low >= before->rows[i].met->low - kClose);
    }
  }
}

TEST_CASE("without a budget there are no probabilities; a spent one says why they are missing") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  small.need("need", "A", "troops() >= 5");
  small.pledge("offer", "A", "troops(by A) in 0..900");
  const auto bare = coverage(small.standing(), nullptr);
  REQUIRE(bare);
  CHECK_FALSE(bare->headline(0).met.has_value());
  CHECK(bare->headline(0).why_no_met.empty());
  Budget budget = Budget::of_steps(1);
  const auto stopped = coverage(small.standing(), &budget);
  REQUIRE(stopped);
  CHECK(stopped->headline(0).counted.counted_max == 900);
  CHECK_FALSE(stopped->headline(0).met.has_value());
  CHECK_FALSE(stopped->headline(0).why_no_met.empty());
}

TEST_CASE("needs: nothing, something without a number, or the sum of what is offered") {
  SmallCase small;
  for (const char* id : {"A", "B"}) small.actor(id);
  small.capability("troops", "soldiers");
  small.capability("radar", "");
  small.capability("ships", "ships");
  small.say("D1", StatementKind::demand, "B", "troops(by A) >= 5 and radar(by A) > 0 and ships(by A) <= 3");
  small.pledge("S1", "A", "troops(by A) in 2..4");
  small.pledge("S2", "B", "troops(by B) > 0");
  const auto answer = coverage(small.standing(), nullptr);
  REQUIRE(answer);
  REQUIRE(answer->needs.size() == 2);
  CHECK(answer->needs[0].quantified);
  CHECK(answer->needs[0].low == 2);
  CHECK(answer->needs[0].high == 4);
  CHECK(answer->needs[0].because == Because{"D1", "S1"});
  CHECK(answer->needs[1].offers.empty());
}
