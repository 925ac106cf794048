// Tests of sums whose events depend on each other: one common cause, and the worst dependence.
#include <doctest/doctest.h>

#include <cmath>

#include "base/heard_test.h"
#include "solve/sum_oracle.h"
#include "solve/uncertain_sum.h"

using namespace surety;

namespace {

constexpr std::uint64_t kSeed = 20250822;

UncertainSum points(const std::vector<double>& events, const std::vector<std::int64_t>& amounts) {
  UncertainSum sum{.events = events, .factors = {}, .amounts = {}, .rivals = {}};
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    sum.amounts.push_back({.event = static_cast<int>(i),
                           .spread = {.low = amounts[i], .high = amounts[i]},
                           .when = {},
                           .parts = {}});
  }
  return sum;
}

double worst(const UncertainSum& sum, std::int64_t required) {
  Budget budget;
  const Result<double> answer = met_worst_case(sum, required, budget);
  REQUIRE(answer);
  return *answer;
}

double comonotone(const UncertainSum& sum, std::int64_t required) {
  Budget budget;
  const Result<double> answer = met_comonotone(sum, required, budget);
  REQUIRE(answer);
  return *answer;
}

// Event e happens while a clock's hand stands within an arc of length events[e] from starts[e] on.
std::vector<long double> law_of_arcs(const std::vector<double>& events, const std::vector<double>& starts) {
  std::vector<double> ends = {0, 1};
  for (std::size_t e = 0; e < events.size(); ++e) {
    ends.push_back(starts[e]);
    ends.push_back(std::fmod(starts[e] + events[e], 1.0));
  }
  std::ranges::sort(ends);
  std::vector<long double> law(std::size_t{1} << events.size());
  for (std::size_t k = 1; k < ends.size(); ++k) {
    const double middle = (ends[k - 1] + ends[k]) / 2;
    std::size_t happen = 0;
    for (std::size_t e = 0; e < events.size(); ++e) {
      const double from_start = std::fmod(middle - starts[e] + 1, 1.0);
      if (from_start < events[e]) happen |= std::size_t{1} << e;
    }
    law[happen] += static_cast<long double>(ends[k]) - ends[k - 1];
  }
  return law;
}

long double met_under(const UncertainSum& sum, const std::vector<long double>& law, std::int64_t required) {
  long double met = 0;
  for (std::size_t outcome = 0; outcome < std::size_t{1} << sum.factors.size(); ++outcome) {
    met += oracle::weight_of_outcome(sum.factors, outcome) *
           oracle::at_least(oracle::chances_given(sum, outcome, law), required);
  }
  return met;
}

}  // namespace

TEST_CASE("dependence: one common cause, against every world") {
  Random random(kSeed);
  INFO("seed ", kSeed);
  for (int round = 0; round < 3; ++round) {
    for (const oracle::Shape& shape : oracle::shapes()) {
      const UncertainSum sum = oracle::random_sum(random, shape);
      // All arcs start at the same place.
      const auto law = law_of_arcs(sum.events, std::vector<double>(sum.events.size(), 0.0));
      for (const std::int64_t required :
           {std::int64_t{0}, std::int64_t{1}, random.between(1, 30), std::int64_t{1000}}) {
        CHECK(std::abs(comonotone(sum, required) - static_cast<double>(met_under(sum, law, required))) <=
              1e-12);
      }
    }
  }
}

TEST_CASE("dependence: no joint distribution goes below the worst case") {
  Random random(kSeed + 1);
  INFO("seed ", kSeed + 1);
  int above_zero = 0;
  for (int round = 0; round < 3; ++round) {
    for (const oracle::Shape& shape : oracle::shapes()) {
      const UncertainSum sum = oracle::random_sum(random, shape);
      for (int trial = 0; trial < 6; ++trial) {
        const std::int64_t required = random.between(1, 25);
        const double bound = worst(sum, required);
        CHECK(bound >= 0);
        if (bound > 0) ++above_zero;
        std::vector<double> starts;
        for (std::size_t e = 0; e < sum.events.size(); ++e) {
          // Often next to each other, as the worst ones are.
          const double next =
              e == 0 || random.chance(0.3) ? random.unit() : starts[e - 1] + sum.events[e - 1];
          starts.push_back(std::fmod(next, 1.0));
        }
        CHECK(static_cast<double>(met_under(sum, law_of_arcs(sum.events, starts), required)) >= bound - 1e-9);
        CHECK(static_cast<double>(met_under(sum, oracle::independent(sum.events), required)) >= bound - 1e-9);
      }
      CHECK(worst(sum, 0) == 1);
    }
  }
  CHECK(above_zero > 300);
}

TEST_CASE("dependence: the worst case of up to three equal amounts is the known one") {
  Random random(kSeed + 2);
  INFO("seed ", kSeed + 2);
  for (int round = 0; round < 200; ++round) {
    for (std::size_t n = 1; n <= 3; ++n) {
      std::vector<double> events, missing;
      for (std::size_t i = 0; i < n; ++i) {
        events.push_back(random.unit());
        missing.push_back(1 - events.back());
      }
      std::ranges::sort(missing);
      for (std::size_t k = 1; k <= n; ++k) {
        // At least k of n are missing with probability at most min over j < k of (sum of all but the j
        // largest) / (k - j).
        double most = 1;
        for (std::size_t j = 0; j < k; ++j) {
          double sum = 0;
          for (std::size_t i = 0; i < n - j; ++i) sum += missing[i];
          most = std::min(most, sum / static_cast<double>(k - j));
        }
        const auto required = static_cast<std::int64_t>(7 * (n - k + 1));
        CHECK(worst(points(events, std::vector<std::int64_t>(n, 7)), required) ==
              doctest::Approx(1 - most).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("dependence: in the worst case one indispensable pledge is as likely as it is") {
  CHECK(worst(points({0.9, 0.2}, {10, 1}), 10) == doctest::Approx(0.9));
  CHECK(worst(points({0.9, 0.8}, {10, 10}), 20) == doctest::Approx(0.7));
  CHECK(worst(points({0.9, 0.8}, {10, 10}), 21) == 0);
  CHECK(worst(points({1, 1}, {10, 10}), 20) == doctest::Approx(1));
}

TEST_CASE("dependence: budgets and bad input") {
  Budget none = Budget::of_steps(0);
  const UncertainSum sum = points({0.5, 0.5}, {1, 2});
  CHECK(heard(met_comonotone(sum, 1, none).error()).code == ErrorCode::interrupted);
  Budget nothing = Budget::of_steps(0);
  CHECK(heard(met_worst_case(sum, 1, nothing).error()).code == ErrorCode::interrupted);
  Budget budget;
  CHECK(heard(met_comonotone(points({2}, {1}), 1, budget).error()).code == ErrorCode::invalid_input);
  CHECK(heard(met_worst_case(points({2}, {1}), 1, budget).error()).code == ErrorCode::invalid_input);
}
