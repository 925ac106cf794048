// ExchangeRates: exact conversion of money along the rates that a case declares.
//
// Method  exact rationals (GMP); the shortest path of rates, each usable in either direction; rounded
//         half to even to hundredths of the target currency
// Limits  a rate is a positive decimal of at most 40 digits; at most 200 currencies; results beyond 10^18
//         hundredths are an Error too_large
// Cost    a breadth-first search over the currencies for each conversion
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/fault.h"
#include "base/result.h"
#include "model/case.h"

namespace surety {

class ExchangeRates {
 public:
  // Faults: a rate that is no positive decimal, a currency to itself, two rates of one pair (in either
  // direction) that contradict each other, two shortest paths between two currencies that differ. A circle
  // whose way round is longer than the direct rate is no fault: the direct rate is the shortest path.
  static ExchangeRates of(const Case& c, Faults& faults);

  struct Converted {
    std::int64_t hundredths = 0;
    std::vector<std::string> rates;  // "rate:EUR-USD", as declared, in the order used; goes into the because
  };
  // Error not_found without a path. The same currency converts to itself with no rate.
  Result<Converted> convert(std::int64_t hundredths, const std::string& from, const std::string& to) const;
  bool has_path(const std::string& from, const std::string& to) const;

 private:
  struct Graph;
  std::shared_ptr<const Graph> graph_;
};

}  // namespace surety
