// Prices: what it costs to make statements be given up (semantics 9).
#pragma once
#include <map>
#include <span>
#include <string>

#include "base/quantity.h"
#include "model/standing.h"

namespace surety {

// Equal claims of one holder are one event, however many newspapers print it: the price of a set is the sum,
// over the events among its members, of the highest firmness of each. Cost: one normal form a statement,
// once.
class Prices {
 public:
  // Of all current statements with a claim.
  explicit Prices(const Standing& standing);
  // Indices of Case::statements, each current and with a claim.
  Price of(std::span<const int> statements) const;

 private:
  struct Share {
    int event = 0;
    Price firmness;
  };
  std::map<int, Share> shares_;
};

}  // namespace surety
