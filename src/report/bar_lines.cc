// See bar_lines.h.
#include "report/bar_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "base/text.h"

namespace surety {
namespace {

constexpr std::string_view kSure = "■";
constexpr std::string_view kPossible = "□";
constexpr std::string_view kLine = "│";
constexpr int kLeastLine = 2;  // so that a bar short of the line can still have a sign

double counted(double value) { return std::isfinite(value) && value > 0 ? value : 0; }

int rounded(double value, double scale, int room) {
  return static_cast<int>(std::lround(value / scale * room));
}

// How many signs `value` takes; `line` is where the needed one stands, 0 if none does.
int signs_of(double value, double needed, int line, double scale, int room) {
  int signs = std::clamp(rounded(value, scale, room), value > 0 ? 1 : 0, room);
  if (line > 0) signs = value < needed ? std::min(signs, line - 1) : std::max(signs, line);
  return signs;
}

struct ChartRoom {
  int label = 0;
  int bar = 0;
  int text = 0;
};

// Labels and texts as wide as they are, each at most a third of the page; the bars take the rest.
ChartRoom room_of(const BarChart& chart, int width, bool line) {
  ChartRoom room;
  for (const auto& bar : chart.bars) {
    room.label = std::max(room.label, display_width(bar.label));
    if (bar.quantified) room.text = std::max(room.text, display_width(bar.text));
  }
  room.label = std::min(room.label, width / 3);
  room.text = std::min(room.text, width / 3);
  const int gaps = kColumnGap * ((room.label > 0 ? 1 : 0) + (room.text > 0 ? 1 : 0));
  room.bar = width - kIndent - room.label - room.text - gaps - (line ? 1 : 0);
  return room;
}

void repeat(std::string& text, std::string_view sign, int count) {
  for (int i = 0; i < count; ++i) text += sign;
}

// The signs of one bar, filled up to the room, with the line standing between two of them.
std::string drawn(BarSigns signs, int line, int room) {
  std::string bar;
  for (int i = 0; i < room; ++i) {
    if (line > 0 && i == line) bar += kLine;
    repeat(bar, i < signs.sure ? kSure : i < signs.sure + signs.possible ? kPossible : "\u00A0", 1);
  }
  if (line == room) bar += kLine;
  return bar;
}

}  // namespace

int needed_sign(double needed, double scale, int room) {
  if (counted(needed) == 0) return 0;
  return std::clamp(rounded(needed, scale, room), kLeastLine, room);
}

BarSigns bar_signs(double low, double high, double needed, double scale, int room) {
  low = counted(low);
  high = std::max(low, counted(high));
  SURETY_CHECK(room >= kLeastLine && scale >= high && scale > 0);
  const int line = needed_sign(needed, scale, room);
  int sure = signs_of(low, needed, line, scale, room);
  int all = signs_of(high, needed, line, scale, room);
  // A range of less than a sign: one sign of the sure part is shown as possible, or the bar grows by one.
  if (high > low && sure == all) {
    const bool may_shrink = sure > 1 && sure != line;
    const bool may_grow = all < room && all + 1 != line;
    if (may_shrink) --sure;
    if (!may_shrink && may_grow) ++all;
  }
  return {sure, all - sure};
}

PageLines bar_lines(const BarChart& chart, int width) {
  PageLines lines = title_lines(chart.title, chart.aside, width);
  double scale = counted(chart.needed);
  for (const auto& bar : chart.bars) {
    if (bar.quantified) scale = std::max({scale, counted(bar.low), counted(bar.high)});
  }
  const bool has_line = counted(chart.needed) > 0;
  const ChartRoom room = room_of(chart, width, has_line);
  const int bar_width = room.bar + (has_line ? 1 : 0);
  const std::array<CellColumn, 3> columns = {
      {{room.label, Align::left}, {bar_width, Align::left}, {room.text, Align::right}}};
  const int text_width = bar_width + (room.text > 0 ? kColumnGap + room.text : 0);
  const std::array<CellColumn, 2> columns_of_text = {{{room.label, Align::left}, {text_width, Align::left}}};
  for (const auto& bar : chart.bars) {
    if (!bar.quantified) {
      append(lines, side_by_side(std::array{bar.label, bar.text}, columns_of_text, kIndent));
      continue;
    }
    const BarSigns signs =
        scale > 0 ? bar_signs(bar.low, bar.high, chart.needed, scale, room.bar) : BarSigns{};
    const std::string drawing =
        drawn(signs, has_line ? needed_sign(chart.needed, scale, room.bar) : 0, room.bar);
    append(lines, side_by_side(std::array{bar.label, drawing, bar.text}, columns, kIndent));
  }
  for (const std::string& note : chart.notes) append(lines, hanging(note, kIndent, kIndent, width));
  return lines;
}

}  // namespace surety
