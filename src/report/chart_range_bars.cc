// Range bars: a bar for what is sure, hatches for what is possible, a whisker over the range, and the line.
#include <algorithm>
#include <cmath>

#include "report/chart_axis.h"
#include "report/chart_body.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kLeading = 15, kRowGap = 10, kBarHeight = 14, kColumnGap = 14;
constexpr double kLabelShare = .32, kTextShare = .24;  // of the width, at most
constexpr std::size_t kLinesMax = 3;
constexpr double kUnknownBox = 34;

double at_least_zero(double value) { return std::isfinite(value) && value > 0 ? value : 0; }

struct BarRow {
  std::vector<std::string> label, text;
  double height = 0;
};

struct BarColumns {
  double label = 0, from = 0, to = 0, text = 0;
};

std::string state_text(const RangeBars::Bar& bar) {
  if (!bar.state) return "";
  return std::string(state_sign(*bar.state)) + (bar.state_word.empty() ? "" : " " + bar.state_word);
}

BarColumns columns_of(const RangeBars& bars, double width) {
  double label = 0, text = 0;
  for (const RangeBars::Bar& bar : bars.bars) {
    label = std::max(label, text_width(bar.label, kLabelSize, bar.total));
    text = std::max(
        {text, text_width(bar.text, kLabelSize, bar.total), text_width(state_text(bar), kLabelSize)});
  }
  BarColumns columns;
  columns.label = std::clamp(label + 1, 40.0, width * kLabelShare);
  columns.text = std::clamp(text + 1, 40.0, width * kTextShare);
  columns.from = columns.label + kColumnGap;
  columns.to = width - columns.text - kColumnGap;
  return columns;
}

double largest_of(const RangeBars& bars) {
  double largest = at_least_zero(bars.needed);
  for (const RangeBars::Bar& bar : bars.bars) {
    largest = std::max(largest, at_least_zero(bar.range.high));
    if (bar.before) largest = std::max(largest, at_least_zero(bar.before->high));
  }
  return largest;
}

void draw_whisker(double low, double high, double y, ChartInk& ink) {
  if (high - low < .5) return;
  ink.line(low, y, high, y, "whisker");
  ink.line(low, y - 5, low, y + 5, "whisker");
  ink.line(high, y - 5, high, y + 5, "whisker");
}

void draw_bar(const RangeBars::Bar& bar, const ChartScale& scale, double middle, ChartInk& ink) {
  const double zero = scale.at(0), top = middle - kBarHeight / 2;
  if (!bar.quantified) {
    ink.rectangle(zero, top, kUnknownBox, kBarHeight, "open");
    ink.text(zero + kUnknownBox / 2, middle + 4, "?",
             {.size = kTickSize, .anchor = Anchor::middle, .bold = true});
    return;
  }
  const double low = scale.at(at_least_zero(bar.range.low)),
               high = std::max(low, scale.at(at_least_zero(bar.range.high)));
  if (bar.before) {
    const double before = scale.at(at_least_zero(bar.before->high));
    ink.rectangle(zero, top - 3, before - zero, kBarHeight + 6, "before");
  }
  if (low > zero) ink.rectangle(zero, top, low - zero, kBarHeight, bar.total ? "bar total" : "bar");
  if (high > low) ink.hatched(low, top, high - low, kBarHeight, "possible");
  draw_whisker(low, high, middle, ink);
}

}  // namespace

double draw_range_bars(const RangeBars& bars, Language language, double top, double width, ChartInk& ink) {
  const BarColumns columns = columns_of(bars, width);
  const ChartScale scale(largest_of(bars), columns.from, columns.to);
  std::vector<BarRow> rows;
  double height = 0;
  for (const RangeBars::Bar& bar : bars.bars) {
    BarRow row;
    row.label = lines_in_width(bar.label, kLabelSize, columns.label, kLinesMax, bar.total);
    row.text = lines_in_width(bar.text, kLabelSize, columns.text, kLinesMax, bar.total);
    const std::size_t state_lines = bar.state ? 1 : 0;
    const auto count = std::max({row.label.size(), row.text.size() + state_lines, std::size_t{1}});
    row.height = static_cast<double>(count) * kLeading + kRowGap;
    height += row.height + (bar.total ? 6 : 0);
    rows.push_back(std::move(row));
  }
  if (bars.needed > 0) top += 20;
  draw_ticks(scale, language, top, top + height, width, ink);
  double y = top;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RangeBars::Bar& bar = bars.bars[i];
    if (bar.total) {
      ink.line(0, y + 2, width, y + 2, "grid");
      y += 6;
    }
    const double middle = y + rows[i].height / 2;
    const auto first_of = [&](std::size_t count) {
      return middle - (static_cast<double>(count) - 1) * kLeading / 2 + 4;
    };
    ink.begin(bar.label + ": " + bar.text + (bar.state ? ", " + state_text(bar) : ""));
    ink.lines(0, first_of(rows[i].label.size()), rows[i].label, kLeading, {.bold = bar.total});
    draw_bar(bar, scale, middle, ink);
    const std::size_t text_lines = rows[i].text.size() + (bar.state ? 1 : 0);
    const double after =
        ink.lines(columns.to + kColumnGap, first_of(text_lines), rows[i].text, kLeading, {.bold = bar.total});
    if (bar.state) {
      const auto state = lines_in_width(state_text(bar), kLabelSize, columns.text, 1);
      ink.lines(columns.to + kColumnGap, after, state, kLeading, {.tone = state_tone(*bar.state)});
    }
    ink.end();
    y += rows[i].height;
  }
  draw_needed(scale, bars.needed, bars.needed_text, top, top + height, 0, width, ink);
  return top + height + kAxisRoom;
}

}  // namespace surety
