// See chart_svg.h.
#include "report/chart_svg.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "report/chart_body.h"
#include "report/chart_text.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr double kWidth = 720, kMargin = 16, kHeadLeading = 20, kFootLeading = 14;

// Rules are written for light first; librsvg, which draws for print, reads no further.
constexpr std::string_view kStyle = R"(svg.chart{font-family:"Liberation Sans",Arial,Helvetica,sans-serif}
svg.chart .ground{fill:#fff}
svg.chart .ink{fill:#1b1f24}
svg.chart .soft{fill:#57606b}
svg.chart .t-yes{fill:#00498c}
svg.chart .t-partly{fill:#8f5400}
svg.chart .t-no{fill:#5c0f12}
svg.chart .t-unknown{fill:#57606b}
svg.chart .grid{stroke:#e1e5ea;stroke-width:1}
svg.chart .base{stroke:#57606b;stroke-width:1}
svg.chart .needed{stroke:#1b1f24;stroke-width:2;stroke-dasharray:6 3}
svg.chart .whisker{stroke:#1b1f24;stroke-width:1.5}
svg.chart .bar{fill:#3a6fa5}
svg.chart .total{fill:#17406d}
svg.chart .possible{stroke:#3a6fa5;stroke-width:1}
svg.chart .hatch-ground{fill:#eaf0f7}
svg.chart .hatch-line{stroke:#3a6fa5;stroke-width:1.4}
svg.chart .open{fill:none;stroke:#57606b;stroke-width:1.2;stroke-dasharray:3 2}
svg.chart .before{fill:none;stroke:#57606b;stroke-width:1;stroke-dasharray:2 2}
svg.chart .dot{fill:#1b1f24}
svg.chart .ring{fill:#fff;stroke:#1b1f24;stroke-width:1.4}
svg.chart .faint{fill:#d5dae0}
svg.chart .band{fill:#f4f6f8}
svg.chart .link{stroke:#57606b;stroke-width:1.4;fill:none}
svg.chart .chain{stroke:#3a6fa5;stroke-width:1.6;fill:none}
svg.chart .cross{stroke:#5c0f12;stroke-width:2;fill:none}
svg.chart .lozenge{fill:#fff;stroke:#cf7a00;stroke-width:1.8}
svg.chart .check{stroke:#00498c;stroke-width:2;fill:none}
svg.chart .curve{stroke:#17406d;stroke-width:2;fill:none}
svg.chart .curve-high{stroke:#17406d;stroke-width:1.6;fill:none;stroke-dasharray:2 3}
svg.chart .between{fill:#a9c3e0;fill-opacity:.5}
svg.chart .key0{fill:#1b1f24}
svg.chart .key1{fill:#cf7a00}
svg.chart .key2{fill:none;stroke:#5c0f12;stroke-width:1.8}
svg.chart .key3{fill:none;stroke:#57606b;stroke-width:1.8}
)";
constexpr std::string_view kDarkStyle = R"(@media screen and (prefers-color-scheme:dark){
svg.chart .ground{fill:#15181c}
svg.chart .ink{fill:#e9ecef}
svg.chart .soft,svg.chart .t-unknown{fill:#a7afb9}
svg.chart .t-yes{fill:#5aa9ff}
svg.chart .t-partly{fill:#ffcf4d}
svg.chart .t-no{fill:#ec7b5b}
svg.chart .grid{stroke:#2b3138}
svg.chart .base,svg.chart .open,svg.chart .before,svg.chart .link,svg.chart .key3{stroke:#8b9099}
svg.chart .needed,svg.chart .whisker{stroke:#e9ecef}
svg.chart .bar{fill:#5f92c9}
svg.chart .total{fill:#a9c3e0}
svg.chart .possible,svg.chart .hatch-line,svg.chart .chain{stroke:#7fb0e3}
svg.chart .hatch-ground{fill:#1f2a36}
svg.chart .dot,svg.chart .key0{fill:#e9ecef}
svg.chart .ring{fill:#15181c;stroke:#e9ecef}
svg.chart .faint{fill:#3a414a}
svg.chart .band{fill:#1c2127}
svg.chart .cross,svg.chart .key2{stroke:#ec7b5b}
svg.chart .lozenge{fill:#15181c;stroke:#ffcf4d}
svg.chart .check{stroke:#5aa9ff}
svg.chart .curve,svg.chart .curve-high{stroke:#a9c3e0}
svg.chart .between{fill:#3a6fa5}
svg.chart .key1{fill:#ffcf4d}
}
)";

std::string prefix_of(const Chart& chart) {
  return "c" + sha256_hex(chart.key + "\n" + chart.title).substr(0, 8) + "-";
}

double width_of(const Chart& chart) {
  const auto* graph = std::get_if<ConflictGraph>(&chart.data);
  return graph == nullptr ? kWidth - 2 * kMargin
                          : std::max(kWidth - 2 * kMargin, conflict_graph_width(*graph));
}

double draw_head(const Chart& chart, double width, ChartInk& ink) {
  double y = ink.lines(0, kTitleSize, lines_in_width(chart.title, kTitleSize, width, 3, true), kHeadLeading,
                       {.size = kTitleSize, .bold = true});
  y = ink.lines(0, y, lines_in_width(chart.unit, kLabelSize, width, 3), kFootLeading + 2, {.soft = true});
  return y;
}

double draw_body(const Chart& chart, double top, double width, ChartInk& ink) {
  struct Draw {
    const Chart& chart;
    double top, width;
    ChartInk& ink;
    double operator()(const RangeBars& bars) const {
      return draw_range_bars(bars, chart.language, top, width, ink);
    }
    double operator()(const SpeechTimeline& timeline) const {
      return draw_timeline(timeline, chart.language, top, width, ink);
    }
    double operator()(const ConflictGraph& graph) const {
      return draw_conflict_graph(graph, top, width, ink);
    }
    double operator()(const BurdenShares& shares) const {
      return draw_burden_shares(shares, chart.language, top, width, ink);
    }
    double operator()(const DistributionCurve& curve) const {
      return draw_distribution(curve, chart.language, top, width, ink);
    }
  };
  return std::visit(Draw{chart, top, width, ink}, chart.data);
}

double draw_foot(const Chart& chart, double top, double width, ChartInk& ink) {
  double y = top + kFootLeading;
  const TextLook look{.size = kFootSize, .soft = true};
  for (const std::string* line : {&chart.rule, &chart.as_of, &chart.source})
    y = ink.lines(0, y, lines_in_width(*line, kFootSize, width, 3), kFootLeading, look);
  return y - kFootLeading + 4;
}

struct Drawn {
  ChartInk ink;
  double width = 0, height = 0;
};

Drawn draw(const Chart& chart) {
  Drawn drawn{ChartInk(prefix_of(chart)), 0, 0};
  const double width = width_of(chart);
  const double head = draw_head(chart, width, drawn.ink);
  const double body = draw_body(chart, head, width, drawn.ink);
  drawn.height = std::ceil(draw_foot(chart, body, width, drawn.ink) + 2 * kMargin);
  drawn.width = std::ceil(width + 2 * kMargin);
  return drawn;
}

}  // namespace

std::string_view chart_style() {
  static const std::string style = std::string(kStyle) + std::string(kDarkStyle);
  return style;
}

std::string chart_svg(const Chart& chart, ChartSetting setting) {
  const Drawn drawn = draw(chart);
  const std::string prefix = prefix_of(chart), width = coordinate(drawn.width),
                    height = coordinate(drawn.height);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 " + width + " " +
                    height + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\" lang=\"" +
                    (chart.language == Language::de ? "de" : "en") + "\" aria-labelledby=\"" + prefix +
                    "title " + prefix + "desc\">\n";
  svg += "<title id=\"" + prefix + "title\">" + xml_text(chart.title) + "</title>\n";
  svg += "<desc id=\"" + prefix + "desc\">" + xml_text(chart.description) + "</desc>\n";
  if (setting == ChartSetting::alone) {
    svg += "<style>";
    svg.append(chart_style()).append("</style>\n");
  }
  svg += "<defs><pattern id=\"" + prefix +
         "hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
         "<rect width=\"6\" height=\"6\" class=\"hatch-ground\"/>"
         "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch-line\"/></pattern></defs>\n";
  if (setting == ChartSetting::alone)
    svg += "<rect width=\"" + width + "\" height=\"" + height + "\" class=\"ground\"/>\n";
  svg += "<g transform=\"translate(" + coordinate(kMargin) + " " + coordinate(kMargin) + ")\">\n" +
         drawn.ink.elements() + "</g>\n</svg>\n";
  return svg;
}

ChartGeometry chart_geometry(const Chart& chart) {
  Drawn drawn = draw(chart);
  ChartGeometry geometry{drawn.width - 2 * kMargin, drawn.height - 2 * kMargin, drawn.ink.boxes()};
  return geometry;
}

}  // namespace surety
