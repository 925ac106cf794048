// Probability and ProbabilityRange: numbers in [0,1], checked where they enter.
#pragma once
#include "base/check.h"
#include "base/result.h"

namespace surety {

class Probability {
 public:
  // Refuses anything outside [0,1], NaN included.
  static Result<Probability> from(double p) {
    if (!(p >= 0 && p <= 1)) return fail(ErrorCode::invalid_input, "a likelihood lies between 0 and 1");
    return Probability(p);
  }
  // For literals and for results of our own arithmetic.
  static constexpr Probability exactly(double p) {
    SURETY_CHECK(p >= 0 && p <= 1);
    return Probability(p);
  }
  constexpr double value() const { return p_; }
  friend constexpr auto operator<=>(Probability, Probability) = default;

 private:
  explicit constexpr Probability(double p) : p_(p) {}
  double p_;
};

class ProbabilityRange {
 public:
  // Refuses ends outside [0,1] and low > high.
  static Result<ProbabilityRange> from(double low, double high) {
    TRY(const Probability l, Probability::from(low));
    TRY(const Probability h, Probability::from(high));
    if (l > h) return fail(ErrorCode::invalid_input, "the low end of a likelihood lies above its high end");
    return ProbabilityRange(l, h);
  }
  static constexpr ProbabilityRange exactly(double low, double high) {
    SURETY_CHECK(low <= high);
    return {Probability::exactly(low), Probability::exactly(high)};
  }
  constexpr double low() const { return low_.value(); }
  constexpr double high() const { return high_.value(); }
  constexpr double middle() const { return (low() + high()) / 2; }
  friend constexpr bool operator==(const ProbabilityRange&, const ProbabilityRange&) = default;

 private:
  constexpr ProbabilityRange(Probability low, Probability high) : low_(low), high_(high) {}
  Probability low_, high_;
};

}  // namespace surety
