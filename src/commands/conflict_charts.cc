// See conflict_charts.h.
#include "commands/conflict_charts.h"

#include <algorithm>
#include <map>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/chart_frame.h"
#include "commands/conflict_text.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

constexpr std::size_t kConflictsShown = 24, kWaysShown = 8, kNodesShown = 60, kMarksShown = 300;

constexpr Phrase kConflictsTitle = {"What contradicts what", "Was sich widerspricht"};
constexpr Phrase kWaysTitle = {"What contradicts what, and who moves in which way out",
                               "Was sich widerspricht, und wer in welchem Ausweg nachgibt"};
constexpr Phrase kReading = {
    "a row a statement, in the order of the list; a column a conflict, or a way out",
    "eine Zeile je Aussage, in der Folge der Liste; eine Spalte je Konflikt oder Ausweg"};
constexpr Phrase kConflicts = {"conflicts", "Konflikte"};
constexpr Phrase kWays = {"ways out", "Auswege"};
constexpr Phrase kTogether = {"cannot hold together", "können nicht zusammen gelten"};
constexpr Phrase kGivenUp = {"given up in this way", "fällt in diesem Weg"};
constexpr Phrase kUntrue = {"would have to be untrue", "müsste falsch sein"};
constexpr Phrase kGoals = {"keeps every goal", "wahrt alle Ziele"};
constexpr Phrase kNotDrawn = {"Not drawn: {} conflicts, {} ways out, {} statements.",
                              "Nicht gezeichnet: {} Konflikte, {} Auswege, {} Aussagen."};
constexpr Phrase kDescribed = {"{} conflicts among {} statements; {} ways out.",
                               "{} Konflikte zwischen {} Aussagen; {} Auswege."};

constexpr Phrase kTimelineTitle = {"Who said what, and when it was reported",
                                   "Wer was gesagt hat, und wann darüber berichtet wurde"};
constexpr Phrase kDays = {"days; a break stands for days on which nothing was said",
                          "Tage; ein Bruch steht für Tage, an denen nichts gesagt wurde"};
constexpr Phrase kSaid = {"said", "gesagt"};
constexpr Phrase kReported = {"reported", "berichtet"};
constexpr Phrase kBoth = {"said and reported on one day", "am selben Tag gesagt und berichtet"};
constexpr Phrase kTimelineDescribed = {"{} statements of {} speakers.", "{} Aussagen von {} Sprechern."};
constexpr Phrase kUndated = {"{} without a day are not drawn.", "{} ohne Tag sind nicht gezeichnet."};

// Nodes of the answer to rows of the chart, in the order of the list: a group's pivot, then those it clashes
// with.
class GraphRows {
 public:
  GraphRows(const Standing& standing, const ConflictAnswer& conflicts, Language language,
            ConflictGraph& graph)
      : standing_(standing), conflicts_(conflicts), language_(language), graph_(graph) {}

  void add(int node, bool pivot) {
    const auto [at, is_new] = row_of_.try_emplace(node, static_cast<int>(graph_.nodes.size()));
    if (!is_new) {
      graph_.nodes[static_cast<std::size_t>(at->second)].pivot |= pivot;
      return;
    }
    const std::vector<int>& voices = conflicts_.clauses.voices[static_cast<std::size_t>(node)].voices;
    std::string line = node_line(standing_, conflicts_, node, language_);
    const std::string id = standing_.statement(voices.front()).id;
    if (voices.size() == 1 && line.ends_with(" [" + id + "]")) line.resize(line.size() - id.size() - 3);
    graph_.nodes.push_back({id, std::move(line), pivot});
  }
  int row(int node) const { return row_of_.at(node); }
  // The row of a statement; -1: it is in no conflict.
  int row_of_statement(int statement) const {
    for (const auto& [node, row] : row_of_)
      if (std::ranges::binary_search(conflicts_.clauses.voices[static_cast<std::size_t>(node)].voices,
                                     statement))
        return row;
    return -1;
  }

 private:
  const Standing& standing_;
  const ConflictAnswer& conflicts_;
  Language language_;
  ConflictGraph& graph_;
  std::map<int, int> row_of_;
};

std::vector<int> rows_of(const GraphRows& rows, const std::vector<int>& statements) {
  std::vector<int> found;
  for (const int statement : statements) {
    const int row = rows.row_of_statement(statement);
    if (row >= 0 && std::ranges::find(found, row) == found.end()) found.push_back(row);
  }
  return found;
}

std::string text_of(std::size_t count, Language language) {
  return number_text(static_cast<std::int64_t>(count), language);
}

// What lies beyond the last row that has room is cut off, conflicts with it.
std::size_t cut(ConflictGraph& graph) {
  if (graph.nodes.size() <= kNodesShown) return 0;
  const std::size_t left_out = graph.nodes.size() - kNodesShown;
  graph.nodes.resize(kNodesShown);
  const auto beyond = [](int row) { return static_cast<std::size_t>(row) >= kNodesShown; };
  std::erase_if(graph.conflicts,
                [&](const auto& conflict) { return std::ranges::any_of(conflict.members, beyond); });
  for (ConflictGraph::Way& way : graph.ways) {
    std::erase_if(way.given_up, beyond);
    std::erase_if(way.untrue, beyond);
  }
  return left_out;
}

}  // namespace

Chart conflict_chart(const Standing& standing, const ConflictAnswer& conflicts,
                     const std::vector<ConflictGroup>& groups, const WaysOut& ways, Language language) {
  ConflictGraph graph;
  GraphRows rows(standing, conflicts, language, graph);
  Because because;
  std::size_t told = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    rows.add(groups[g].pivot, true);
    for (const GroupSet& nodes : groups[g].conflicts) {
      ++told;
      for (const int node : nodes) rows.add(node, false);
      because.add(Because(ids_of(standing, statements_of(conflicts, nodes))));
      std::vector<int> members;
      for (const int node : nodes) members.push_back(rows.row(node));
      if (graph.conflicts.size() < kConflictsShown)
        graph.conflicts.push_back({static_cast<int>(g), std::move(members)});
    }
  }
  const bool has_goals =
      std::ranges::any_of(standing.statements, [&](int i) { return standing.statement(i).goal; });
  for (std::size_t w = 0; w < std::min(ways.ways.size(), kWaysShown); ++w)
    graph.ways.push_back({std::to_string(w + 1), rows_of(rows, ways.ways[w].gives_up),
                          rows_of(rows, ways.ways[w].if_untrue), ways.ways[w].keeps_goals});
  graph.conflicts_word = kConflicts.in(language);
  graph.ways_word = kWays.in(language);
  graph.together_word = kTogether.in(language);
  graph.given_up_word = kGivenUp.in(language);
  graph.untrue_word = kUntrue.in(language);
  if (has_goals) graph.goals_word = kGoals.in(language);
  const std::size_t nodes = graph.nodes.size(), left_out = cut(graph);
  const std::size_t hidden = told - graph.conflicts.size(), more_ways = ways.ways.size() - graph.ways.size();
  if (hidden + more_ways + left_out > 0)
    graph.more = filled(
        kNotDrawn, {text_of(hidden, language), text_of(more_ways, language), text_of(left_out, language)},
        language);
  Chart chart = chart_frame(standing, "conflicts",
                            std::string((graph.ways.empty() ? kConflictsTitle : kWaysTitle).in(language)),
                            because, language);
  chart.unit = kReading.in(language);
  chart.description = filled(
      kDescribed, {text_of(told, language), text_of(nodes, language), text_of(ways.ways.size(), language)},
      language);
  chart.data = std::move(graph);
  return chart;
}

Chart timeline_chart(const Standing& standing, const std::vector<int>& statements, Language language) {
  const Case& c = standing.c();
  SpeechTimeline timeline;
  std::map<std::string, std::size_t> lane_of;
  std::vector<std::pair<std::optional<Date>, int>> in_order;
  for (const int index : statements) in_order.emplace_back(said_from(c, standing.statement(index)), index);
  std::ranges::stable_sort(in_order, {}, [](const auto& entry) { return entry.first; });
  Because because;
  std::size_t undated = 0;
  for (const auto& [day, index] : in_order) {
    const Statement& s = standing.statement(index);
    const Source* source = source_of(c, s);
    SpeechTimeline::Mark mark{
        s.id, gloss_of(standing, index, language), {}, {}, source == nullptr ? std::nullopt : source->date};
    if (s.said) {
      mark.said_from = s.said->from ? s.said->from : s.said->to;
      mark.said_to = s.said->to;
    }
    if ((!mark.said_from && !mark.reported) || because.ids().size() >= kMarksShown) {
      ++undated;
      continue;
    }
    because.add(s.id);
    const std::string holder = holders_text(standing, index, language);
    const auto [at, is_new] = lane_of.try_emplace(holder, timeline.lanes.size());
    if (is_new) timeline.lanes.push_back({holder, {}});
    timeline.lanes[at->second].marks.push_back(std::move(mark));
  }
  timeline.said_word = kSaid.in(language);
  timeline.reported_word = kReported.in(language);
  timeline.both_word = kBoth.in(language);
  Chart chart =
      chart_frame(standing, "timeline", std::string(kTimelineTitle.in(language)), because, language);
  chart.unit = kDays.in(language);
  if (undated > 0) chart.rule = filled(kUndated, {text_of(undated, language)}, language);
  chart.description =
      filled(kTimelineDescribed,
             {text_of(because.ids().size(), language), text_of(timeline.lanes.size(), language)}, language);
  chart.data = std::move(timeline);
  return chart;
}

}  // namespace surety
