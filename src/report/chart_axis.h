// Chart axis: the ticks below a plot, and the line of what is needed with its label above it.
#pragma once
#include "report/chart_ink.h"
#include "report/chart_scale.h"

namespace surety {

inline constexpr double kAxisRoom = 22;  // below a plot

// Thin lines of the ticks from `top` to `bottom`, their labels below, the last of them within `right`.
void draw_ticks(const ChartScale& scale, Language language, double top, double bottom, double right,
                ChartInk& ink);

// The label in the row that ends at `top`, moved so that it stays within `left`..`right`, and the line down
// to `bottom`. `needed` of 0: nothing.
void draw_needed(const ChartScale& scale, double needed, const std::string& label, double top, double bottom,
                 double left, double right, ChartInk& ink);

}  // namespace surety
