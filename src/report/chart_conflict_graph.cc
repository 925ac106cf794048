// Conflict graph: a row a statement in the order of the list, a column a conflict with its members chained,
// and a column a way out with what falls in it.
//
// A conflict may have three members or more, so it is drawn as an incidence matrix (as in UpSet plots, Lex et
// al. 2014), not as lines between pairs: nothing crosses, and every name has its row.
#include <algorithm>

#include "report/chart_body.h"
#include "report/chart_legend.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kStep = 14, kGroupGap = 10, kWayStep = 26, kBlockGap = 26, kText = 330, kId = 46;
constexpr double kLeading = 14, kRowGap = 7, kDot = 4.2;
constexpr std::size_t kLinesMax = 3;

struct Columns {
  std::vector<double> conflict, way;  // middles
  double ways_left = 0, right = 0;
};

Columns columns_of(const ConflictGraph& graph) {
  Columns columns;
  double x = kText + kBlockGap;
  int group = graph.conflicts.empty() ? 0 : graph.conflicts.front().group;
  for (const ConflictGraph::Conflict& conflict : graph.conflicts) {
    if (conflict.group != group) x += kGroupGap;
    group = conflict.group;
    columns.conflict.push_back(x + kStep / 2);
    x += kStep;
  }
  const double title = text_width(graph.conflicts_word, kTickSize, true);
  x = std::max(x, kText + kBlockGap + title);
  if (!graph.ways.empty()) x += kBlockGap;
  columns.ways_left = x;
  for (std::size_t i = 0; i < graph.ways.size(); ++i) {
    columns.way.push_back(x + kWayStep / 2);
    x += kWayStep;
  }
  columns.right = std::max(x, columns.ways_left + text_width(graph.ways_word, kTickSize, true));
  return columns;
}

void draw_cross(double x, double y, ChartInk& ink) {
  ink.line(x - 4, y - 4, x + 4, y + 4, "cross");
  ink.line(x - 4, y + 4, x + 4, y - 4, "cross");
}

void draw_lozenge(double x, double y, ChartInk& ink) {
  ink.path("M" + coordinate(x) + " " + coordinate(y - 5.5) + "l5.5 5.5l-5.5 5.5l-5.5 -5.5z", "lozenge");
}

void draw_check(double x, double y, ChartInk& ink) {
  ink.path("M" + coordinate(x - 4) + " " + coordinate(y) + "l3 4l6 -8", "check");
}

std::string names_of(const ConflictGraph& graph, const std::vector<int>& nodes, std::string_view between) {
  std::string text;
  for (const int node : nodes)
    text += (text.empty() ? "" : std::string(between)) + graph.nodes[static_cast<std::size_t>(node)].id;
  return text;
}

// Rows of names; returns the middle of each and, as the last one, where they end.
std::vector<double> draw_names(const ConflictGraph& graph, double top, double right, ChartInk& ink) {
  std::vector<double> middles;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const ConflictGraph::Node& node = graph.nodes[i];
    const auto id = lines_in_width(node.id, kTickSize, kId - 4, 1, node.pivot);
    const auto lines = lines_in_width(node.text, kLabelSize, kText - kId, kLinesMax, node.pivot);
    const double height = static_cast<double>(std::max<std::size_t>(1, lines.size())) * kLeading + kRowGap;
    if (i % 2 == 0) ink.rectangle(0, top, right, height, "band");
    const double middle = top + height / 2;
    const double first = middle - (static_cast<double>(lines.size()) - 1) * kLeading / 2 + 4;
    ink.begin(node.id + ": " + node.text);
    ink.lines(4, lines.empty() ? middle + 4 : first, id, kLeading,
              {.size = kTickSize, .bold = node.pivot, .soft = true});
    ink.lines(kId, first, lines, kLeading, {.bold = node.pivot});
    ink.end();
    middles.push_back(middle);
    top += height;
  }
  middles.push_back(top);
  return middles;
}

void draw_conflicts(const ConflictGraph& graph, const Columns& columns, const std::vector<double>& middles,
                    ChartInk& ink) {
  for (std::size_t c = 0; c < graph.conflicts.size(); ++c) {
    const std::vector<int>& members = graph.conflicts[c].members;
    const double x = columns.conflict[c];
    double first = middles.back(), last = 0;
    for (const int node : members) {
      first = std::min(first, middles[static_cast<std::size_t>(node)]);
      last = std::max(last, middles[static_cast<std::size_t>(node)]);
    }
    ink.begin(names_of(graph, members, " – "));
    if (last > first) ink.line(x, first, x, last, "chain");
    for (const int node : members) ink.circle(x, middles[static_cast<std::size_t>(node)], kDot, "dot");
    ink.end();
  }
}

void draw_ways(const ConflictGraph& graph, const Columns& columns, const std::vector<double>& middles,
               double top, ChartInk& ink) {
  for (std::size_t w = 0; w < graph.ways.size(); ++w) {
    const ConflictGraph::Way& way = graph.ways[w];
    const double x = columns.way[w];
    const auto label = lines_in_width(way.label, kTickSize, kWayStep - 4, 1);
    ink.lines(x, top - 6, label, kLeading, {.size = kTickSize, .anchor = Anchor::middle});
    ink.begin(
        graph.ways_word + " " + way.label + ": " + names_of(graph, way.given_up, ", ") +
        (way.untrue.empty() ? "" : "; " + graph.untrue_word + ": " + names_of(graph, way.untrue, ", ")));
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) ink.circle(x, middles[n], 1.4, "faint");
    for (const int node : way.given_up) draw_cross(x, middles[static_cast<std::size_t>(node)], ink);
    for (const int node : way.untrue) draw_lozenge(x, middles[static_cast<std::size_t>(node)], ink);
    ink.end();
  }
}

void draw_goals(const ConflictGraph& graph, const Columns& columns, double y, ChartInk& ink) {
  const auto lines = lines_in_width(graph.goals_word, kTickSize, columns.ways_left - 12, 1);
  ink.lines(columns.ways_left - 8, y + 4, lines, kLeading,
            {.size = kTickSize, .anchor = Anchor::end, .soft = true});
  for (std::size_t w = 0; w < graph.ways.size(); ++w) {
    if (graph.ways[w].keeps_goals)
      draw_check(columns.way[w], y, ink);
    else
      ink.line(columns.way[w] - 4, y, columns.way[w] + 4, y, "link");
  }
}

double draw_legend(const ConflictGraph& graph, double top, double width, ChartInk& ink) {
  ChartLegend legend(top, width, ink);
  if (!graph.conflicts.empty())
    legend.add(graph.together_word, [&](double x, double y) {
      ink.line(x, y - 6, x, y + 6, "chain");
      ink.circle(x, y, kDot, "dot");
    });
  if (graph.ways.empty()) return legend.bottom();
  legend.add(graph.given_up_word, [&](double x, double y) { draw_cross(x, y, ink); });
  legend.add(graph.untrue_word, [&](double x, double y) { draw_lozenge(x, y, ink); });
  return legend.bottom();
}

}  // namespace

double conflict_graph_width(const ConflictGraph& graph) { return columns_of(graph).right + 6; }

double draw_conflict_graph(const ConflictGraph& graph, double top, double width, ChartInk& ink) {
  const Columns columns = columns_of(graph);
  double y = draw_legend(graph, top, width, ink) + 22;
  const TextLook head{.size = kTickSize, .bold = true};
  if (!graph.conflicts.empty()) ink.text(kText + kBlockGap, y, graph.conflicts_word, head);
  if (!graph.ways.empty()) ink.text(columns.ways_left, y, graph.ways_word, head);
  y += 22;
  const std::vector<double> middles = draw_names(graph, y, columns.right, ink);
  draw_conflicts(graph, columns, middles, ink);
  draw_ways(graph, columns, middles, y, ink);
  y = middles.back();
  if (!graph.ways.empty() && !graph.goals_word.empty()) {
    draw_goals(graph, columns, y + 12, ink);
    y += 22;
  }
  const auto more = lines_in_width(graph.more, kTickSize, width, 2);
  y = ink.lines(0, y + 14, more, kLeading, {.size = kTickSize, .soft = true}) - (more.empty() ? 14 : 4);
  return y;
}

}  // namespace surety
