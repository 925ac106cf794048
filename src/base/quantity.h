// Quantity<Unit>: a number that knows its unit, so that months and points of price cannot be added by
// mistake.
#pragma once
#include <compare>
#include <cstdint>

namespace surety {

// Units that the code knows. Units of capabilities are data of the case.
template <class Unit>
struct Quantity {
  std::int64_t count = 0;
  friend constexpr auto operator<=>(Quantity, Quantity) = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.count + b.count}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.count - b.count}; }
  friend constexpr Quantity operator*(std::int64_t k, Quantity a) { return {k * a.count}; }
};

// What it costs to make somebody move: hundredths of likelihood (semantics 9).
using Price = Quantity<struct PriceUnit>;
using Months = Quantity<struct MonthUnit>;

}  // namespace surety
