// Chart SVG: a chart as one picture that stands alone or in a page; the same bytes for the same chart.
//
// Light by default, dark where the reader's system asks for it, plain on paper; every state has a sign and a
// word, what is only possible has hatches, so that grey and colour-blind readers lose nothing. Text is text;
// title and description are read aloud; nothing is loaded. Colours: docs/charts.md. Cost   linear in the
// marks; well below a millisecond for a page of bars (bench/chart_bench.cc)
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/chart.h"
#include "report/chart_ink.h"

namespace surety {

enum class ChartSetting {
  alone,   // a file: brings its style and its ground
  in_page  // inside HTML: the page brings chart_style() once
};

std::string chart_svg(const Chart& chart, ChartSetting setting = ChartSetting::alone);

// The boxes of all texts of the picture, and its size.
struct ChartGeometry {
  double width = 0, height = 0;
  std::vector<TextBox> texts;
};
ChartGeometry chart_geometry(const Chart& chart);

// The rules of style that charts in a page need, for elements under `svg.chart`.
std::string_view chart_style();

}  // namespace surety
