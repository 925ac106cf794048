// Chart bodies: what stands between a chart's head and its foot, one kind a function.
//
// Each draws from `top` down within `width` and returns where it ends. No text lies on another: labels,
// values and ticks have columns and rows of their own, and what is too long for its room is broken or ends in
// "…".
#pragma once
#include "report/chart_ink.h"

namespace surety {

double draw_range_bars(const RangeBars& bars, Language language, double top, double width, ChartInk& ink);
double draw_timeline(const SpeechTimeline& timeline, Language language, double top, double width,
                     ChartInk& ink);
double draw_conflict_graph(const ConflictGraph& graph, double top, double width, ChartInk& ink);
double draw_burden_shares(const BurdenShares& shares, Language language, double top, double width,
                          ChartInk& ink);
double draw_distribution(const DistributionCurve& curve, Language language, double top, double width,
                         ChartInk& ink);

// How wide a graph must be so that its columns have room.
double conflict_graph_width(const ConflictGraph& graph);

}  // namespace surety
