// Tests of uncertain sums: the worked example, every world looked at, laws, limits.
#include "solve/uncertain_sum.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "base/heard_test.h"
#include "solve/sum_oracle.h"

using namespace surety;

namespace {

constexpr std::uint64_t kSeed = 20250821;

UncertainAmount point(int event, std::int64_t amount) {
  return {.event = event, .spread = {.low = amount, .high = amount}, .when = {}, .parts = {}};
}

UncertainAmount range(int event, std::int64_t low, std::int64_t high,
                      AmountSpread::Shape shape = AmountSpread::Shape::even) {
  return {.event = event, .spread = {.low = low, .high = high, .shape = shape}, .when = {}, .parts = {}};
}

UncertainSum of(std::vector<double> events, std::vector<UncertainAmount> amounts) {
  UncertainSum sum;
  sum.events = std::move(events);
  sum.amounts = std::move(amounts);
  return sum;
}

double met(const UncertainSum& sum, std::int64_t required) {
  Budget budget;
  const Result<std::vector<double>> answer = met_by_outcome(sum, required, budget);
  REQUIRE(answer);
  return mixed(*answer, sum.factors);
}

SumDistribution distribution(const UncertainSum& sum) {
  Budget budget;
  Result<SumDistribution> answer = sum_distribution(sum, budget);
  REQUIRE(answer);
  return *std::move(answer);
}

ErrorCode error_of(const UncertainSum& sum, std::int64_t required = 1) {
  Budget budget;
  const Result<std::vector<double>> answer = met_by_outcome(sum, required, budget);
  REQUIRE_FALSE(answer);
  CHECK(sum_distribution(sum, budget).error().code == answer.error().code);
  CHECK_FALSE(answer.error().message.empty());
  return heard(answer.error()).code;
}

bool close(double a, long double b) { return std::abs(a - static_cast<double>(b)) <= 1e-12; }

}  // namespace

TEST_CASE("uncertain sum: three pledges, one of them under a ceasefire") {
  // 10 with .9, 5 with .6, 5 with .5 if there is a ceasefire (.3); 15 are required.
  UncertainSum sum = of({0.9, 0.6, 0.5}, {point(0, 10), point(1, 5), point(2, 5)});
  sum.factors = {0.3};
  sum.amounts[2].when = {false, true};
  Budget budget;
  const auto by_outcome = met_by_outcome(sum, 15, budget);
  REQUIRE(by_outcome);
  CHECK((*by_outcome)[0] == doctest::Approx(0.9 * 0.6).epsilon(1e-14));
  CHECK((*by_outcome)[1] == doctest::Approx(0.9 * (1 - 0.4 * 0.5)).epsilon(1e-14));
  CHECK(mixed(*by_outcome, sum.factors) == doctest::Approx(0.7 * 0.54 + 0.3 * 0.72).epsilon(1e-14));
  const Extremes extremes = mixed_extremes(*by_outcome, {0.1}, {0.5});
  CHECK(extremes.smallest == doctest::Approx(0.54 + 0.1 * 0.18).epsilon(1e-14));
  CHECK(extremes.largest == doctest::Approx(0.54 + 0.5 * 0.18).epsilon(1e-14));
  CHECK(distribution(sum).mean() == doctest::Approx(9 + 3 + 0.3 * 2.5).epsilon(1e-14));
}

TEST_CASE("uncertain sum: a total brings what its parts do not") {
  // A group's 20 (.8) contains a member's 15 (.5).
  UncertainSum sum = of({0.5, 0.8}, {point(0, 15), point(1, 20)});
  sum.amounts[1].parts = {0};
  CHECK(met(sum, 20) == doctest::Approx(0.8));
  CHECK(met(sum, 15) == doctest::Approx(0.9));
  // If the member's role does not count, 20 - 15 is left of the total.
  sum.amounts[0].counted = false;
  CHECK(met(sum, 20) == doctest::Approx(0.4));
  CHECK(met(sum, 5) == doctest::Approx(0.8));
  CHECK(met(sum, 6) == doctest::Approx(0.4));
}

TEST_CASE("uncertain sum: every world of random small sums") {
  Random random(kSeed);
  INFO("seed ", kSeed);
  int instances = 0;
  for (int round = 0; round < 8; ++round) {
    for (const oracle::Shape& shape : oracle::shapes()) {
      const UncertainSum sum = oracle::random_sum(random, shape);
      ++instances;
      CAPTURE(instances);
      const std::size_t outcomes = std::size_t{1} << sum.factors.size();
      const SumDistribution all = distribution(sum);
      CHECK(all.error_bound == 0);
      std::vector<oracle::Chances> exact;
      std::int64_t largest = 0;
      for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
        exact.push_back(oracle::chances_given(sum, outcome, oracle::independent(sum.events)));
        largest = std::max(largest, exact.back().rbegin()->first);
      }
      for (std::int64_t required = 0; required <= largest + 2; ++required) {
        CAPTURE(required);
        Budget budget;
        const auto by_outcome = met_by_outcome(sum, required, budget);
        REQUIRE(by_outcome);
        REQUIRE(by_outcome->size() == outcomes);
        long double expected = 0;
        for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
          const long double here = oracle::at_least(exact[outcome], required);
          REQUIRE(close((*by_outcome)[outcome], here));
          expected += oracle::weight_of_outcome(sum.factors, outcome) * here;
        }
        REQUIRE(close(mixed(*by_outcome, sum.factors), expected));
        REQUIRE(close(all.at_least(required), expected));
      }
    }
  }
  CHECK(instances >= 600);
}

TEST_CASE("uncertain sum: cells and lists give the same, and both what long arithmetic gives") {
  Random random(kSeed + 1);
  INFO("seed ", kSeed + 1);
  for (int round = 0; round < 60; ++round) {
    UncertainSum sum;
    const int n = static_cast<int>(random.between(1, 60));
    std::vector<long double> exact = {1};
    for (int i = 0; i < n; ++i) {
      sum.events.push_back(oracle::random_chance(random));
      const std::int64_t low = random.between(0, 90);
      const bool triangle = random.chance(0.3);
      const std::int64_t wide = random.chance(0.4) ? random.between(0, 40) : 0;
      sum.amounts.push_back(range(i, low, low + 2 * wide,
                                  triangle ? AmountSpread::Shape::triangle : AmountSpread::Shape::even));
      const AmountSpread& spread = sum.amounts.back().spread;
      const long double p = sum.events.back();
      std::vector<long double> next(exact.size() + static_cast<std::size_t>(spread.high));
      for (std::size_t k = 0; k < exact.size(); ++k) {
        next[k] += (1 - p) * exact[k];
        for (std::int64_t x = spread.low; x <= spread.high; ++x) {
          next[k + static_cast<std::size_t>(x)] += p * exact[k] * oracle::weight_in(spread, x);
        }
      }
      exact = std::move(next);
    }
    const SumDistribution all = distribution(sum);
    long double tail = 0;
    double total = 0;
    for (const double mass : all.mass) total += mass;
    CHECK(close(total, 1));
    for (std::size_t x = exact.size(); x-- > 0;) {
      tail += exact[x];
      const auto required = static_cast<std::int64_t>(x);
      if (x % 7 == 0 || x < 5) REQUIRE(close(met(sum, required), tail));
      REQUIRE(close(all.at_least(required), tail));
    }
  }
}

TEST_CASE("uncertain sum: more amounts and higher probabilities never lower the chance") {
  Random random(kSeed + 2);
  INFO("seed ", kSeed + 2);
  for (int round = 0; round < 200; ++round) {
    oracle::Shape shape{.nested = random.chance(0.5), .factors = true, .ranges = true};
    UncertainSum sum = oracle::random_sum(random, shape);
    const std::int64_t required = random.between(1, 40);
    const double before = met(sum, required);
    UncertainSum more = sum;
    more.events.push_back(random.unit());
    more.amounts.push_back(point(static_cast<int>(more.events.size()) - 1, random.between(1, 9)));
    CHECK(met(more, required) >= before - 1e-12);
    double& p = sum.events[random.below(sum.events.size())];
    p += (1 - p) * random.unit();
    CHECK(met(sum, required) >= before - 1e-12);
    CHECK(met(sum, required) >= met(sum, required + 1) - 1e-12);
  }
}

TEST_CASE("uncertain sum: extremes are those of all corners, and nothing between is beyond them") {
  Random random(kSeed + 3);
  INFO("seed ", kSeed + 3);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = random.below(5);
    std::vector<double> by_outcome, low, high;
    for (std::size_t o = 0; o < std::size_t{1} << n; ++o) by_outcome.push_back(random.unit());
    for (std::size_t f = 0; f < n; ++f) {
      low.push_back(random.unit());
      high.push_back(low.back() + (1 - low.back()) * random.unit());
    }
    const Extremes extremes = mixed_extremes(by_outcome, low, high);
    double smallest = 2, largest = -1;
    for (std::size_t corner = 0; corner < std::size_t{1} << n; ++corner) {
      std::vector<double> factors;
      for (std::size_t f = 0; f < n; ++f) factors.push_back((corner >> f & 1) != 0 ? high[f] : low[f]);
      smallest = std::min(smallest, mixed(by_outcome, factors));
      largest = std::max(largest, mixed(by_outcome, factors));
    }
    CHECK(extremes.smallest == doctest::Approx(smallest).epsilon(1e-13));
    CHECK(extremes.largest == doctest::Approx(largest).epsilon(1e-13));
    for (int sample = 0; sample < 50; ++sample) {
      std::vector<double> factors;
      for (std::size_t f = 0; f < n; ++f) factors.push_back(low[f] + (high[f] - low[f]) * random.unit());
      const double between = mixed(by_outcome, factors);
      CHECK(between >= extremes.smallest - 1e-13);
      CHECK(between <= extremes.largest + 1e-13);
    }
  }
}

TEST_CASE("uncertain sum: reached_with is the largest value with that chance") {
  Random random(kSeed + 4);
  INFO("seed ", kSeed + 4);
  for (int round = 0; round < 100; ++round) {
    const SumDistribution all = distribution(oracle::random_sum(random, {.nested = true, .ranges = true}));
    for (const double level : {1.0, 0.95, 0.5, random.unit() * 0.999 + 0.0005}) {
      const std::int64_t x = all.reached_with(level);
      CHECK(all.at_least(x) >= level - 2e-12);
      for (std::size_t k = 0; k < all.mass.size(); ++k) {
        if (all.value(k) > x) CHECK(all.at_least(all.value(k)) < level);
      }
    }
  }
}

TEST_CASE("uncertain sum: the same question gets the same bytes") {
  Random random(kSeed + 5);
  const UncertainSum sum =
      oracle::random_sum(random, {.nested = true, .shared_events = true, .ranges = true});
  CHECK(met(sum, 9) == met(sum, 9));
  CHECK(distribution(sum).mass == distribution(sum).mass);
}

TEST_CASE("uncertain sum: amounts near 10^18") {
  const std::int64_t huge = 100'000'000'000'000'001;
  const UncertainSum few = of({0.5, 0.25}, {point(0, huge), point(1, 3)});
  CHECK(met(few, huge + 3) == 0.125);
  CHECK(met(few, huge + 1) == 0.125);
  CHECK(met(few, huge) == 0.5);
  CHECK(met(few, 4) == 0.5);
  CHECK(met(few, 3) == 0.625);
  const SumDistribution all = distribution(few);
  CHECK(all.values == std::vector<std::int64_t>{0, 3, huge, huge + 3});
  CHECK(all.error_bound == 0);
  CHECK(all.at_least(4) == 0.5);
  CHECK(all.reached_with(0.5) == huge);
  CHECK(met(of({1}, {point(0, kSumMax)}), kSumMax) == 1);
  CHECK(met(of({1}, {point(0, kSumMax)}), std::numeric_limits<std::int64_t>::max()) == 0);
  CHECK(met(of({1}, {point(0, 1)}), std::numeric_limits<std::int64_t>::min()) == 1);
  CHECK(error_of(of({1}, {point(0, kSumMax), point(0, 1)})) == ErrorCode::too_large);
  CHECK(error_of(of({1}, {point(0, kSumMax), point(0, std::numeric_limits<std::int64_t>::max())})) ==
        ErrorCode::too_large);
}

TEST_CASE("uncertain sum: no amounts, and amounts that cannot matter") {
  CHECK(met(UncertainSum{}, 0) == 1);
  CHECK(met(UncertainSum{}, 1) == 0);
  CHECK(distribution(UncertainSum{}).mass == std::vector<double>{1});
  CHECK(distribution(of({0}, {point(0, 7)})).reached_with(1) == 0);
  UncertainSum uncounted = of({1}, {point(0, 7)});
  uncounted.amounts[0].counted = false;
  CHECK(met(uncounted, 1) == 0);
  CHECK(distribution(of({1}, {point(0, 7)})).first == 7);
}

TEST_CASE("uncertain sum: what is not well formed is refused") {
  CHECK(error_of(of({1.5}, {point(0, 1)})) == ErrorCode::invalid_input);
  CHECK(error_of(of({std::nan("")}, {point(0, 1)})) == ErrorCode::invalid_input);
  CHECK(error_of(of({0.5}, {point(1, 1)})) == ErrorCode::invalid_input);
  CHECK(error_of(of({0.5}, {point(0, -1)})) == ErrorCode::invalid_input);
  CHECK(error_of(of({0.5}, {range(0, 2, 1)})) == ErrorCode::invalid_input);
  CHECK(error_of(of({0.5}, {range(0, 2, 5, AmountSpread::Shape::triangle)})) == ErrorCode::invalid_input);
  UncertainSum sum = of({0.5}, {point(0, 1), point(0, 2), point(0, 3)});
  sum.amounts[0].when = {true, false};
  CHECK(error_of(sum) == ErrorCode::invalid_input);
  sum.amounts[0].when = {};
  sum.amounts[0].parts = {1};
  sum.amounts[1].parts = {2};
  CHECK(error_of(sum) == ErrorCode::invalid_input);
  sum.amounts[0].parts = {1, 2};
  CHECK(met(sum, 1) == 0.5);
  sum.amounts[2].parts = {0};
  CHECK(error_of(sum) == ErrorCode::invalid_input);
  sum.amounts[2].parts = {2};
  CHECK(error_of(sum) == ErrorCode::invalid_input);
  sum.amounts[2].parts = {};
  sum.rivals = {{0, 3}};
  CHECK(error_of(sum) == ErrorCode::invalid_input);
  sum.rivals = {};
  sum.factors.assign(kFactorsMax + 1, 0.5);
  CHECK(error_of(sum) == ErrorCode::too_large);
}

TEST_CASE("uncertain sum: rivals with too many outcomes are refused, those within the limit are not") {
  UncertainSum sum;
  for (int i = 0; i < 22; ++i) {
    sum.events.push_back(0.5);
    sum.amounts.push_back(point(i, 1 + i));
    if (i > 0) sum.rivals.emplace_back(i - 1, i);
  }
  CHECK(error_of(sum) == ErrorCode::too_large);
  sum.rivals_add = true;
  CHECK(met(sum, 1) == doctest::Approx(1 - std::pow(0.5, 22)).epsilon(1e-12));
}

TEST_CASE("uncertain sum: a budget ends the work") {
  UncertainSum sum;
  for (int i = 0; i < 40; ++i) {
    sum.events.push_back(0.5);
    sum.amounts.push_back(point(i, 1000 + i));
  }
  Budget budget = Budget::of_steps(10'000);
  const auto answer = met_by_outcome(sum, 20'000, budget);
  REQUIRE_FALSE(answer);
  CHECK(heard(answer.error()).code == ErrorCode::interrupted);
  Budget another = Budget::of_steps(10'000);
  CHECK(sum_distribution(sum, another).error().code == ErrorCode::interrupted);
}
