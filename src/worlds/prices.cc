// See prices.h.
#include "worlds/prices.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/likelihood.h"
#include "model/normal_form.h"

namespace surety {

Prices::Prices(const Standing& standing) {
  std::map<std::pair<std::string, std::vector<std::string>>, int> events;
  for (const int index : standing.statements) {
    const Statement& s = standing.statement(index);
    const auto claim = full_claim(s);
    if (!claim) continue;
    const auto key = std::pair(normal_form(standing, *claim).key, holders_of(standing.c(), s));
    const int event = events.try_emplace(key, static_cast<int>(events.size())).first->second;
    shares_[index] = {event, firmness(likelihood_of(standing.c(), s))};
  }
}

Price Prices::of(std::span<const int> statements) const {
  std::map<int, Price> highest;
  for (const int index : statements) {
    const Share& share = shares_.at(index);
    Price& price = highest[share.event];
    price = std::max(price, share.firmness);
  }
  Price sum;
  for (const auto& [event, price] : highest) sum = sum + price;
  return sum;
}

}  // namespace surety
