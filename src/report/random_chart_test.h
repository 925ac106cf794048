// Random charts for the tests of the pictures: few and many marks, long names, numbers of every size.
#pragma once
#include <algorithm>
#include <limits>

#include "base/random.h"
#include "report/chart.h"
#include "report/random_document_test.h"

namespace surety {

inline std::string chart_name(Random& random) {
  if (random.chance(0.1)) return hostile_text(random);
  if (random.chance(0.05)) return std::string(10'000, 'W');
  std::string name;
  for (std::uint64_t n = random.below(61); n > 0; --n)
    name += random.chance(0.15)
                ? ' '
                : static_cast<char>('A' + random.below(58) % 26 + (random.chance(0.8) ? 32 : 0));
  return name;
}

// How the numbers of one chart lie: all zero, all equal, up to 10^12, or out to break things.
inline double chart_number(Random& random, int manner) {
  switch (manner) {
    case 0:
      return 0;
    case 1:
      return 5000;
    case 2:
      return random.unit() * 1e12;
    case 3:
      return hostile_number(random);
    default:
      return static_cast<double>(random.below(50'000));
  }
}

inline RangeBars random_bars(Random& random, std::size_t count) {
  const auto manner = static_cast<int>(random.below(5));
  RangeBars bars{chart_number(random, manner), chart_name(random), {}};
  for (std::size_t i = 0; i < count; ++i) {
    const double a = chart_number(random, manner), b = chart_number(random, manner);
    RangeBars::Bar bar{
        chart_name(random), {std::min(a, b), std::max(a, b)}, random.chance(0.8), chart_name(random)};
    if (random.chance(0.5)) bar.state = static_cast<ChartState>(random.below(4));
    bar.state_word = chart_name(random);
    bar.total = random.chance(0.1);
    if (random.chance(0.2)) bar.before = RangeBars::Range{a / 2, b / 2};
    bars.bars.push_back(std::move(bar));
  }
  return bars;
}

inline SpeechTimeline random_timeline(Random& random, std::size_t count) {
  SpeechTimeline timeline;
  timeline.said_word = "said";
  timeline.reported_word = "reported";
  timeline.both_word = chart_name(random);
  const auto day = [&]() -> std::optional<Date> {
    if (random.chance(0.2)) return std::nullopt;
    return Date::from(static_cast<int>(random.chance(0.9) ? 2025 : random.between(1, 9999)),
                      static_cast<int>(random.between(1, 12)), static_cast<int>(random.between(1, 28)));
  };
  for (std::uint64_t n = 1 + random.below(8); n > 0; --n) timeline.lanes.push_back({chart_name(random), {}});
  for (std::size_t i = 0; i < count; ++i) {
    const auto from = day(), reported = day();
    timeline.lanes[random.below(timeline.lanes.size())].marks.push_back(
        {random.chance(0.8) ? "S" + std::to_string(i) : chart_name(random), chart_name(random), from,
         random.chance(0.2) ? reported : from, reported});
  }
  return timeline;
}

inline ConflictGraph random_graph(Random& random, std::size_t count) {
  ConflictGraph graph;
  graph.conflicts_word = "conflicts";
  graph.ways_word = "ways out";
  graph.together_word = chart_name(random);
  graph.given_up_word = "given up";
  graph.untrue_word = chart_name(random);
  graph.goals_word = "keeps every goal";
  graph.more = random.chance(0.3) ? chart_name(random) : "";
  for (std::size_t i = 0; i < count; ++i)
    graph.nodes.push_back({random.chance(0.8) ? "S" + std::to_string(i) : chart_name(random),
                           chart_name(random), random.chance(0.3)});
  const auto some = [&] {
    std::vector<int> nodes;
    for (std::uint64_t n = random.below(4); n > 0 && count > 0; --n)
      nodes.push_back(static_cast<int>(random.below(count)));
    return nodes;
  };
  int group = 0;
  for (std::uint64_t n = random.below(25); n > 0; --n)
    graph.conflicts.push_back({group += random.chance(0.3) ? 1 : 0, some()});
  for (std::uint64_t n = random.below(13), i = 1; i <= n; ++i)
    graph.ways.push_back({std::to_string(i), some(), some(), random.chance(0.5)});
  return graph;
}

inline BurdenShares random_shares(Random& random, std::size_t count) {
  const auto manner = static_cast<int>(random.below(5));
  BurdenShares shares;
  for (std::uint64_t n = 1 + random.below(5); n > 0; --n) shares.keys.push_back(chart_name(random));
  shares.offered_word = "offered";
  for (std::size_t i = 0; i < count; ++i) {
    BurdenShares::Row row{chart_name(random), {}, std::nullopt, chart_name(random)};
    for (std::size_t key = 0; key < shares.keys.size(); ++key)
      row.by_key.push_back(random.chance(0.9) ? std::optional(chart_number(random, manner)) : std::nullopt);
    if (random.chance(0.5)) {
      const double a = chart_number(random, manner), b = chart_number(random, manner);
      row.offered = RangeBars::Range{std::min(a, b), std::max(a, b)};
    }
    shares.rows.push_back(std::move(row));
  }
  return shares;
}

inline DistributionCurve random_curve(Random& random, std::size_t count) {
  const auto manner = static_cast<int>(random.below(5));
  DistributionCurve curve;
  curve.needed = chart_number(random, manner);
  curve.needed_text = chart_name(random);
  curve.low_word = "low end";
  curve.high_word = chart_name(random);
  curve.axis_word = chart_name(random);
  double amount = 0;
  for (std::size_t i = 0; i < count; ++i) {
    amount += chart_number(random, manner);
    const double p = 1 - static_cast<double>(i) / static_cast<double>(count);
    curve.points.push_back({amount, p * random.unit(), p});
  }
  return curve;
}

inline Chart random_drawing(Random& random) {
  static constexpr std::array<std::size_t, 5> kCounts = {0, 1, 2, 7, 60};
  const std::size_t count = kCounts[random.below(kCounts.size())];
  Chart chart{"coverage:S58",
              chart_name(random),
              chart_name(random),
              chart_name(random),
              chart_name(random),
              chart_name(random),
              chart_name(random),
              random.chance(0.5) ? Language::de : Language::en,
              {}};
  switch (random.below(5)) {
    case 0:
      chart.data = random_bars(random, count);
      break;
    case 1:
      chart.data = random_timeline(random, count);
      break;
    case 2:
      chart.data = random_graph(random, count);
      break;
    case 3:
      chart.data = random_shares(random, count);
      break;
    default:
      chart.data = random_curve(random, count);
  }
  return chart;
}

}  // namespace surety
