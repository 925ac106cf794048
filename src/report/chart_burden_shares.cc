// Burden shares: a row an actor, a mark of its own shape a key, and a bar for what is offered.
#include <algorithm>
#include <cmath>

#include "report/chart_axis.h"
#include "report/chart_body.h"
#include "report/chart_legend.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kLeading = 15, kRowGap = 7, kBarHeight = 10, kColumnGap = 14;
constexpr double kLabelShare = .3, kTextShare = .2;
constexpr std::size_t kLinesMax = 2;
constexpr std::size_t kShapes = 4;

// A full lozenge, a full square, an open triangle, an open square: told apart without colour.
void draw_key(std::size_t key, double x, double y, ChartInk& ink) {
  const std::string at = "M" + coordinate(x) + " " + coordinate(y);
  static constexpr std::string_view kPaths[kShapes] = {"m0 -5.5l5 5.5l-5 5.5l-5 -5.5z", "m-4 -4h8v8h-8z",
                                                       "m0 -5l5 9h-10z", "m-4 -4h8v8h-8z"};
  const std::size_t shape = key % kShapes;
  ink.path(at + std::string(kPaths[shape]), "key" + std::to_string(shape));
}

double largest_of(const BurdenShares& shares) {
  double largest = 0;
  for (const BurdenShares::Row& row : shares.rows) {
    for (const std::optional<double>& share : row.by_key)
      if (share && std::isfinite(*share)) largest = std::max(largest, *share);
    if (row.offered && std::isfinite(row.offered->high)) largest = std::max(largest, row.offered->high);
  }
  return largest;
}

void draw_row(const BurdenShares::Row& row, const ChartScale& scale, double middle, ChartInk& ink) {
  const double zero = scale.at(0), top = middle - kBarHeight / 2;
  if (row.offered) {
    const double low = scale.at(row.offered->low), high = std::max(low, scale.at(row.offered->high));
    if (low > zero) ink.rectangle(zero, top, low - zero, kBarHeight, "bar");
    if (high > low) ink.hatched(low, top, high - low, kBarHeight, "possible");
  }
  for (std::size_t key = 0; key < row.by_key.size(); ++key)
    if (row.by_key[key]) draw_key(key, scale.at(*row.by_key[key]), middle, ink);
}

}  // namespace

double draw_burden_shares(const BurdenShares& shares, Language language, double top, double width,
                          ChartInk& ink) {
  ChartLegend legend(top, width, ink);
  for (std::size_t key = 0; key < shares.keys.size(); ++key)
    legend.add(shares.keys[key], [&](double x, double y) { draw_key(key, x, y, ink); });
  legend.add(shares.offered_word,
             [&](double x, double y) { ink.rectangle(x - 6, y - 5, 14, kBarHeight, "bar"); });
  double label = 0, text = 0;
  for (const BurdenShares::Row& row : shares.rows) {
    label = std::max(label, text_width(row.label, kLabelSize));
    text = std::max(text, text_width(row.text, kLabelSize));
  }
  label = std::clamp(label + 1, 40.0, width * kLabelShare);
  text = std::clamp(text + 1, 40.0, width * kTextShare);
  const ChartScale scale(largest_of(shares), label + kColumnGap, width - text - kColumnGap);
  top = legend.bottom() + 14;
  ChartInk rows = ink.sheet();
  double y = top;
  for (const BurdenShares::Row& row : shares.rows) {
    const auto name = lines_in_width(row.label, kLabelSize, label, kLinesMax),
               words = lines_in_width(row.text, kLabelSize, text, kLinesMax);
    const auto count = std::max({name.size(), words.size(), std::size_t{1}});
    const double height = static_cast<double>(count) * kLeading + kRowGap, middle = y + height / 2;
    const auto first_of = [&](std::size_t lines) {
      return middle - (static_cast<double>(lines) - 1) * kLeading / 2 + 4;
    };
    rows.begin(row.label + (row.text.empty() ? "" : ": " + row.text));
    rows.lines(0, first_of(name.size()), name, kLeading);
    draw_row(row, scale, middle, rows);
    rows.lines(width - text, first_of(words.size()), words, kLeading);
    rows.end();
    y += height;
  }
  draw_ticks(scale, language, top, y, width, ink);
  ink.take(rows);
  return y + kAxisRoom;
}

}  // namespace surety
