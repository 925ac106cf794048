// Tests of the curve: it agrees with P(met) and with what is reached with 50, 80, 95 %.
#include "analysis/coverage_distribution.h"

#include <doctest/doctest.h>

#include "analysis/coverage_confidence.h"
#include "exchange/case_file.h"
#include "model/standing.h"

namespace surety {
namespace {

double read_off(const std::vector<AtLeast>& curve, std::int64_t amount, double AtLeast::* end) {
  for (const AtLeast& point : curve)
    if (point.amount >= amount) return point.*end;
  return 0;
}

TEST_CASE("the curve falls, stays between its ends and agrees with what is reached") {
  const auto c = read_case(SURETY_SOURCE_DIR "/cases/ukraine-2025-08");
  REQUIRE(c.has_value());
  const auto shared = std::make_shared<const Case>(*c);
  const Standing standing = standing_of(shared, {*c->reference_date, *c->reference_date});
  Budget budget = Budget::unlimited();
  const auto found = coverage(standing, &budget);
  REQUIRE(found.has_value());
  for (const CoverageRow& row : found->rows) {
    if (!found->requirements[static_cast<std::size_t>(row.requirement)].required) continue;
    const auto curve = coverage_distribution(standing, *found, row, budget);
    REQUIRE(curve.has_value());
    CHECK(curve->size() <= kCurvePointsMax);
    for (std::size_t i = 0; i < curve->size(); ++i) {
      CHECK((*curve)[i].low <= (*curve)[i].high + 1e-12);
      if (i > 0) CHECK((*curve)[i].high <= (*curve)[i - 1].high + 1e-12);
    }
    const auto required = *found->requirements[static_cast<std::size_t>(row.requirement)].required;
    if (curve->empty() || curve->back().amount < required) {
      CHECK(row.met->high == doctest::Approx(0));
    } else {
      CHECK(read_off(*curve, required, &AtLeast::high) <= row.met->high + 1e-9);
    }
    const auto sure = coverage_confidence(standing, *found, row, budget);
    REQUIRE(sure.has_value());
    for (const ReachedWith& level : sure->levels)
      CHECK(read_off(*curve, level.reached_low, &AtLeast::low) <= 1.0);
  }
}

}  // namespace
}  // namespace surety
