// See coverage_burden.h.
#include "analysis/coverage_burden.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/rising.h"

namespace surety {
namespace {

// Actors of the key that may contribute to the requirement.
std::vector<std::pair<std::string, double>> within(const Standing& standing, const BurdenKey& key,
                                                   const Requirement& requirement) {
  std::vector<std::pair<std::string, double>> list;
  for (const auto& [actor, share] : key.shares) {
    const std::vector<int>& actors = standing.space.actors_of(actor);
    if (!actors.empty() && share > 0 && std::ranges::includes(requirement.selector.actors, actors))
      list.emplace_back(actor, share);
  }
  return list;
}

// `total` in whole units by the shares, which add up to 1: every part is rounded down, and what is left goes
// to the largest remainders, the first ones where they are equal.
std::vector<std::int64_t> apportioned(std::int64_t total, const std::vector<double>& shares) {
  std::vector<std::int64_t> parts;
  std::vector<long double> remainders;
  for (const double share : shares) {
    const long double quota = static_cast<long double>(total) * static_cast<long double>(share);
    const long double whole = std::floor(quota);
    parts.push_back(static_cast<std::int64_t>(whole));
    remainders.push_back(quota - whole);
  }
  std::vector<std::size_t> order(shares.size());
  number_from_zero(order);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return remainders[i]; });
  std::int64_t left = total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  for (std::size_t k = 0; left > 0; k = (k + 1) % order.size(), --left) ++parts[order[k]];
  for (std::size_t k = order.size(); left < 0; ++left) --parts[order[k = (k == 0 ? order.size() : k) - 1]];
  return parts;
}

// What the actor itself offers with a number that counts.
void add_offer(const Standing& standing, const Coverage& coverage, BurdenShare& share) {
  const std::vector<int>& actors = standing.space.actors_of(share.actor);
  for (const CountedLine& line : coverage.headline(share.requirement).counted.lines) {
    if (!line.counted) continue;
    const Contribution& best = coverage.contributions[static_cast<std::size_t>(line.best)];
    if (!std::ranges::includes(actors, best.selector.actors)) continue;
    share.offered = true;
    share.offered_min += std::min(line.remainder_low, line.remainder_high);
    share.offered_max += std::max(line.remainder_low, line.remainder_high);
    for (const int report : line.reports)
      share.because.add(
          standing.statement(coverage.contributions[static_cast<std::size_t>(report)].statement).id);
  }
}

}  // namespace

std::vector<BurdenShare> coverage_burden(const Standing& standing, const Coverage& coverage) {
  std::vector<BurdenShare> all;
  for (std::size_t r = 0; r < coverage.requirements.size(); ++r) {
    const Requirement& requirement = coverage.requirements[r];
    if (requirement.required.value_or(0) <= 0) continue;
    for (std::size_t k = 0; k < standing.c().burden_keys.size(); ++k) {
      const auto list = within(standing, standing.c().burden_keys[k], requirement);
      double sum = 0;
      for (const auto& [actor, share] : list) sum += share;
      std::vector<double> shares;
      for (const auto& [actor, share] : list) shares.push_back(share / sum);
      const std::vector<std::int64_t> amounts = apportioned(*requirement.required, shares);
      for (std::size_t i = 0; i < list.size(); ++i) {
        BurdenShare one{
            static_cast<int>(r), static_cast<int>(k), list[i].first, shares[i], amounts[i], false, 0, 0, {}};
        one.because.add(standing.statement(requirement.statement).id);
        add_offer(standing, coverage, one);
        all.push_back(std::move(one));
      }
    }
  }
  return all;
}

}  // namespace surety
