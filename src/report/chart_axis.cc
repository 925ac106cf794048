// See chart_axis.h.
#include "report/chart_axis.h"

#include <algorithm>

#include "report/chart_text.h"

namespace surety {

void draw_ticks(const ChartScale& scale, Language language, double top, double bottom, double right,
                ChartInk& ink) {
  for (const ScaleTick& tick : scale.ticks(language, kTickSize)) {
    const double x = scale.at(tick.value);
    ink.line(x, top, x, bottom, tick.value == 0 ? "base" : "grid");
    if (tick.label.empty()) continue;
    const double width = text_width(tick.label, kTickSize);
    ink.text(std::min(x - width / 2, right - width), bottom + 15, tick.label,
             {.size = kTickSize, .soft = true});
  }
}

void draw_needed(const ChartScale& scale, double needed, const std::string& label, double top, double bottom,
                 double left, double right, ChartInk& ink) {
  if (!(needed > 0)) return;
  const double x = scale.at(needed);
  const auto lines = lines_in_width(label, kLabelSize, right - left, 1, true);
  if (!lines.empty()) {
    const double width = text_width(lines.front(), kLabelSize, true);
    ink.text(std::clamp(x - width / 2, left, std::max(left, right - width)), top - 6, lines.front(),
             {.bold = true});
  }
  ink.line(x, top - 2, x, bottom, "needed");
}

}  // namespace surety
