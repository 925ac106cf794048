// For tests of coverage: small random cases, and every world of one looked at, from the words of semantics 6
// and 7 alone.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "model/small_case.h"

namespace surety::oracle {

// What one pledge offers, as the test drew it; the case is written from this, never read back.
struct Offer {
  std::string id;
  std::set<int> actors;  // 0 A, 1 B, 2 C
  int place = -1;        // 0 P, 1 Q within P; -1 unspecified
  int role = -1;         // 0 r
  std::int64_t low = 0, high = 0;
  bool about = false;
  double p_low = 0, p_high = 0;
  int factor = -1;         // 0 f, 1 g; the pledge is made for it
  bool unless = false;     // for its absence
  bool elsewhere = false;  // hangs on an issue
  int credibility = 1;
};

struct Need {
  std::set<int> actors = {0, 1, 2};
  bool everybody = true;
  int place = -1, role = -1;
  std::int64_t required = 0;
};

enum class OracleRule { everything, no_role, sure, respectful };

struct World {
  std::vector<Offer> offers;
  Need need;
  std::array<double, 2> factor_low = {.2, .6}, factor_high = {.4, .6};

  static std::string measure(const std::string& by, int place, int role) {
    std::string inner = by;
    for (const std::string& part : {std::string(place < 0    ? ""
                                                : place == 0 ? "in P"
                                                             : "in Q"),
                                    std::string(role < 0 ? "" : "as r")})
      if (!part.empty()) inner += (inner.empty() ? "" : ", ") + part;
    return "troops(" + inner + ")";
  }
  static std::string by(const std::set<int>& actors) {
    std::string text;
    for (const int actor : actors)
      text += (text.empty() ? "by " : " + ") + std::string(1, static_cast<char>('A' + actor));
    return text;
  }

  SmallCase small_case() const {
    SmallCase small;
    for (const char* id : {"A", "B", "C"}) small.actor(id);
    small.place("P");
    small.place("Q", "P");
    small.role("r");
    small.capability("troops", "soldiers");
    small.factor("f", factor_low[0], factor_high[0]);
    small.factor("g", factor_low[1], factor_high[1]);
    small.c().issues.emplace_back().id = "seat";
    small.c().issues.back().options = {"here", "there"};
    small.rule("no_role").roles_excluded = {"r"};
    small.rule("sure").credibility_to = 1;
    small.rule("respectful").respect = {"line"};
    small.say("line", StatementKind::red_line, "C", "troops(by A + B, in P) = 0");
    for (const Offer& offer : offers) {
      const std::string range = offer.about
                                    ? "about " + std::to_string(offer.low)
                                    : "in " + std::to_string(offer.low) + ".." + std::to_string(offer.high);
      Statement& s =
          small.pledge(offer.id, "A", measure(by(offer.actors), offer.place, offer.role) + " " + range,
                       offer.p_low, offer.p_high);
      s.credibility = offer.credibility;
      if (offer.factor >= 0)
        s.condition =
            SmallCase::written(std::string(offer.unless ? "not " : "") + (offer.factor == 0 ? "f" : "g"));
      if (offer.elsewhere) s.condition = SmallCase::written("seat = here");
    }
    small.need("need", "C",
               measure(need.everybody ? "" : by(need.actors), need.place, need.role) +
                   " >= " + std::to_string(need.required));
    return small;
  }
};

inline World random_world(Random& random) {
  World world;
  const int n = static_cast<int>(random.between(1, 4));
  for (int i = 0; i < n; ++i) {
    Offer offer;
    offer.id = "S" + std::to_string(i);
    const bool again = i > 0 && random.chance(.25);  // another report of a line that is there
    if (again) offer = world.offers[random.below(world.offers.size())];
    offer.id = "S" + std::to_string(i);
    if (!again) {
      offer.actors = {static_cast<int>(random.below(3))};
      if (random.chance(.4)) offer.actors.insert(static_cast<int>(random.below(3)));
      offer.place = static_cast<int>(random.below(3)) - 1;
      offer.role = random.chance(.3) ? 0 : -1;
    }
    offer.about = random.chance(.2);
    offer.low = offer.about ? random.between(10, 25) : random.between(0, 6);
    offer.high = offer.about ? offer.low : offer.low + random.between(0, 2);
    offer.p_low = .1 * static_cast<double>(random.between(0, 9));
    offer.p_high = random.chance(.2) ? offer.p_low : offer.p_low + .1;
    offer.factor = random.chance(.3) ? static_cast<int>(random.below(2)) : -1;
    offer.unless = random.chance(.4);
    offer.elsewhere = offer.factor < 0 && random.chance(.15);
    offer.credibility = static_cast<int>(random.between(1, 2));
    world.offers.push_back(std::move(offer));
  }
  if (random.chance(.2)) {
    world.need.everybody = false;
    world.need.actors = {0, static_cast<int>(random.below(3))};
  }
  world.need.place = static_cast<int>(random.below(3)) - 1;
  world.need.role = random.chance(.15) ? 0 : -1;
  world.need.required = random.between(0, 20);
  return world;
}

// One line: the reports on it, the best of them, whether it counts.
struct Line {
  std::vector<const Offer*> reports;
  const Offer* best = nullptr;
  bool counts = false;
  std::int64_t low = 0, high = 0;
};

inline bool place_within(int part, int whole) {
  return whole < 0 || part == whole || (part == 1 && whole == 0);
}

inline bool lies_inside(const Offer& part, const Offer& whole) {
  return std::ranges::includes(whole.actors, part.actors) && place_within(part.place, whole.place) &&
         (whole.role < 0 || part.role == whole.role);
}
inline bool contains(const Line& total, const Line& part) {
  return &total != &part && lies_inside(*part.best, *total.best);
}
inline bool overlaps(const Line& a, const Line& b) {
  const Offer &x = *a.best, &y = *b.best;
  const bool actors = std::ranges::any_of(x.actors, [&](int actor) { return y.actors.contains(actor); });
  const bool places = place_within(x.place, y.place) || place_within(y.place, x.place);
  return actors && places && (x.role < 0 || y.role < 0 || x.role == y.role);
}
inline bool rivals(const Line& a, const Line& b) {
  const bool totals = a.best->actors.size() > 1 && b.best->actors.size() > 1;
  return &a != &b && totals && overlaps(a, b) && !contains(a, b) && !contains(b, a);
}

inline std::vector<Line> lines_of(const World& world, OracleRule rule) {
  std::vector<Line> lines;
  for (const Offer& offer : world.offers) {
    if (rule == OracleRule::sure && offer.credibility > 1) continue;
    const auto same = [&](const Line& line) {
      return line.best->actors == offer.actors && line.best->place == offer.place &&
             line.best->role == offer.role;
    };
    auto at = std::ranges::find_if(lines, same);
    if (at == lines.end()) at = lines.insert(lines.end(), Line{{}, &offer, false, offer.low, offer.high});
    at->reports.push_back(&offer);
    at->low = std::min(at->low, offer.low);
    at->high = std::max(at->high, offer.high);
    if (offer.credibility < at->best->credibility) at->best = &offer;
  }
  for (Line& line : lines) {
    const Offer& offer = *line.best;
    line.counts = place_within(offer.place, world.need.place) &&
                  (world.need.role < 0 || offer.role == world.need.role) &&
                  (world.need.everybody || std::ranges::includes(world.need.actors, offer.actors));
    if (rule == OracleRule::no_role && offer.role == 0) line.counts = false;
    const bool zeroed = !offer.actors.contains(2) && offer.place >= 0;
    if (rule == OracleRule::respectful && zeroed) line.counts = false;
  }
  std::ranges::stable_sort(lines, {}, [&](const Line& line) {
    return std::ranges::count_if(lines,
                                 [&](const Line& part) { return lies_inside(*part.best, *line.best); });
  });
  return lines;
}

// What these lines add up to: all of them, or the largest sum without two rivals.
inline std::int64_t added_up(const std::vector<Line>& lines, const std::vector<std::size_t>& these,
                             const std::vector<std::int64_t>& added, bool rivals_add) {
  std::int64_t best = 0;
  for (std::size_t chosen = 0; chosen < std::size_t{1} << these.size(); ++chosen) {
    std::int64_t sum = 0;
    bool apart = true;
    for (std::size_t i = 0; i < these.size(); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      sum += added[these[i]];
      for (std::size_t j = 0; j < i; ++j)
        apart = apart && (rivals_add || (chosen >> j & 1U) == 0 || !rivals(lines[these[i]], lines[these[j]]));
    }
    if (apart) best = std::max(best, sum);
  }
  return best;
}

// What each line adds to its parts (amount -1: not there). REQUIRES parts before totals.
inline std::vector<std::int64_t> remainders(const std::vector<Line>& lines,
                                            const std::vector<std::int64_t>& amounts, bool rivals_add) {
  std::vector<std::int64_t> added;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::int64_t left = std::max<std::int64_t>(0, amounts[i]);
    std::vector<std::size_t> counted_parts;
    for (std::size_t j = 0; j < i; ++j) {
      if (!contains(lines[i], lines[j])) continue;
      if (lines[j].counts)
        counted_parts.push_back(j);
      else
        left -= added[j];
    }
    added.push_back(std::max<std::int64_t>(0, left - added_up(lines, counted_parts, added, rivals_add)));
  }
  return added;
}

// What all counted lines bring together.
inline std::int64_t brought(const std::vector<Line>& lines, const std::vector<std::int64_t>& amounts,
                            bool rivals_add) {
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].counts) counted.push_back(i);
  return added_up(lines, counted, remainders(lines, amounts, rivals_add), rivals_add);
}

inline std::vector<std::pair<std::int64_t, double>> spread_of(const Offer& offer) {
  std::vector<std::pair<std::int64_t, double>> spread;
  const std::int64_t d = offer.low / 10;
  if (offer.about)
    for (std::int64_t k = -d; k <= d; ++k)
      spread.emplace_back(offer.low + k,
                          static_cast<double>(d + 1 - std::abs(k)) / static_cast<double>((d + 1) * (d + 1)));
  else
    for (std::int64_t k = offer.low; k <= offer.high; ++k)
      spread.emplace_back(k, 1 / static_cast<double>(offer.high - offer.low + 1));
  return spread;
}

// The chance of each sum while the lines of `present` are there.
inline std::map<std::int64_t, double> sums_of(const std::vector<Line>& lines,
                                              const std::vector<bool>& present, bool rivals_add) {
  std::map<std::int64_t, double> chances;
  std::vector<std::int64_t> amounts(lines.size(), -1);
  const std::function<void(std::size_t, double)> walk = [&](std::size_t i, double chance) {
    if (i == lines.size()) {
      chances[brought(lines, amounts, rivals_add)] += chance;
      return;
    }
    if (!present[i]) return walk(i + 1, chance);
    for (const auto& [amount, weight] : spread_of(*lines[i].best)) {
      amounts[i] = amount;
      walk(i + 1, chance * weight);
    }
    amounts[i] = -1;
  };
  walk(0, 1);
  return chances;
}

// Something that may be so or not, with the two ends of its probability.
struct Coin {
  double low = 0, high = 0;
};

// At every corner of the coins' ranges, the chances of the sums.
inline std::vector<std::map<std::int64_t, double>> corner_sums(const World& world, OracleRule rule,
                                                               bool high_end) {
  const std::vector<Line> lines = lines_of(world, rule);
  std::vector<Coin> coins = {{world.factor_low[0], world.factor_high[0]},
                             {world.factor_low[1], world.factor_high[1]}};
  for (const Line& line : lines) coins.push_back({line.best->p_low, line.best->p_high});
  std::vector<std::map<std::int64_t, double>> truths;
  for (std::size_t truth = 0; truth < std::size_t{1} << coins.size(); ++truth) {
    std::vector<bool> present;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Offer& offer = *lines[i].best;
      bool there = (truth >> (i + 2) & 1U) != 0 && (high_end || !offer.elsewhere);
      if (offer.factor >= 0) there = there && ((truth >> offer.factor & 1U) != 0) != offer.unless;
      present.push_back(there);
    }
    truths.push_back(sums_of(lines, present, high_end));
  }
  std::vector<std::map<std::int64_t, double>> corners;
  for (std::size_t corner = 0; corner < std::size_t{1} << coins.size(); ++corner) {
    bool repeats = false;  // a coin without a range has one corner
    for (std::size_t i = 0; i < coins.size(); ++i)
      repeats = repeats || ((corner >> i & 1U) != 0 && coins[i].low == coins[i].high);
    if (repeats) continue;
    std::map<std::int64_t, double> mixed;
    for (std::size_t truth = 0; truth < truths.size(); ++truth) {
      double weight = 1;
      for (std::size_t i = 0; i < coins.size(); ++i) {
        const double p = (corner >> i & 1U) != 0 ? coins[i].high : coins[i].low;
        weight *= (truth >> i & 1U) != 0 ? p : 1 - p;
      }
      if (weight == 0) continue;
      for (const auto& [sum, chance] : truths[truth]) mixed[sum] += weight * chance;
    }
    corners.push_back(std::move(mixed));
  }
  return corners;
}

inline double at_least(const std::map<std::int64_t, double>& chances, std::int64_t x) {
  double sum = 0;
  for (auto at = chances.lower_bound(x); at != chances.end(); ++at) sum += at->second;
  return sum;
}

}  // namespace surety::oracle
