// Distribution: with which probability at least so much is there, as a band between both ends of the
// likelihoods.
#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "report/chart_axis.h"
#include "report/chart_body.h"
#include "report/chart_legend.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kHeight = 200, kLeft = 46;

double clamped(double p) { return std::isfinite(p) ? std::clamp(p, 0.0, 1.0) : 0; }

// "P(at least x)" falls in steps: it keeps the value of a point up to that point.
std::string steps_of(const DistributionCurve& curve, const ChartScale& scale, double top,
                     double DistributionCurve::Point::* end, bool back) {
  std::string path;
  const auto y_at = [&](double p) { return top + kHeight * (1 - clamped(p)); };
  const auto to = [&](double x, double y) {
    path += (path.empty() && !back ? "M" : "L") + coordinate(x) + " " + coordinate(y);
  };
  double before = 0;
  std::vector<std::pair<double, double>> corners;
  for (const DistributionCurve::Point& point : curve.points) {
    const double y = y_at(point.*end);
    corners.emplace_back(scale.at(before), y);
    corners.emplace_back(scale.at(point.amount), y);
    before = point.amount;
  }
  if (!corners.empty()) {
    corners.emplace_back(scale.at(before), y_at(0));
    corners.emplace_back(scale.at(scale.end()), y_at(0));
  }
  if (back) std::ranges::reverse(corners);
  for (const auto& [x, y] : corners) to(x, y);
  return path;
}

}  // namespace

double draw_distribution(const DistributionCurve& curve, Language language, double top, double width,
                         ChartInk& ink) {
  ChartLegend legend(top, width, ink);
  legend.add(curve.low_word, [&](double x, double y) { ink.line(x - 6, y, x + 8, y, "curve"); });
  legend.add(curve.high_word, [&](double x, double y) { ink.line(x - 6, y, x + 8, y, "curve-high"); });
  double largest = std::isfinite(curve.needed) ? curve.needed : 0;
  for (const DistributionCurve::Point& point : curve.points)
    if (std::isfinite(point.amount)) largest = std::max(largest, point.amount);
  const ChartScale scale(largest * 1.04, kLeft, width - 24);
  const auto axis = lines_in_width(curve.axis_word, kTickSize, width, 1);
  top = legend.bottom();
  if (!axis.empty()) ink.lines(0, top += 20, axis, 0, {.size = kTickSize, .soft = true});
  top += curve.needed > 0 ? 34 : 16;
  const double bottom = top + kHeight;
  for (const double p : {0.0, .25, .5, .75, 1.0}) {
    const double y = top + kHeight * (1 - p);
    ink.line(kLeft, y, width - 24, y, p == 0 ? "base" : "grid");
    ink.text(kLeft - 6, y + 4, percent_text(p, language),
             {.size = kTickSize, .anchor = Anchor::end, .soft = true});
  }
  draw_ticks(scale, language, top, bottom, width, ink);
  if (!curve.points.empty()) {
    const std::string low = steps_of(curve, scale, top, &DistributionCurve::Point::at_least_low, false);
    ink.path(low + steps_of(curve, scale, top, &DistributionCurve::Point::at_least_high, true) + "Z",
             "between");
    ink.path(steps_of(curve, scale, top, &DistributionCurve::Point::at_least_high, false), "curve-high");
    ink.path(low, "curve");
  }
  draw_needed(scale, curve.needed, curve.needed_text, top, bottom, kLeft, width, ink);
  return bottom + kAxisRoom;
}

}  // namespace surety
