// See chart_table.h.
#include "report/chart_table.h"

#include <algorithm>

#include "base/number_text.h"
#include "base/text.h"
#include "report/chart_ink.h"
#include "report/chart_scale.h"

namespace surety {
namespace {

constexpr Phrase kWhat = {"what", "was"};
constexpr Phrase kAmount = {"amount", "Menge"};
constexpr Phrase kStands = {"stands", "steht"};
constexpr Phrase kSpeaker = {"speaker", "Sprecher"};
constexpr Phrase kStatement = {"statement", "Aussage"};
constexpr Phrase kSaid = {"said", "gesagt"};
constexpr Phrase kReported = {"reported", "berichtet"};
constexpr Phrase kConflicts = {"conflicts with", "widerspricht"};
constexpr Phrase kWays = {"falls in ways", "fällt in Weg"};
constexpr Phrase kActor = {"actor", "Akteur"};
constexpr Phrase kProbability = {"probability of at least so much",
                                 "Wahrscheinlichkeit von mindestens so viel"};
constexpr std::size_t kCurveRows = 12;

class TableOf {
 public:
  explicit TableOf(Language language) : language_(language) {}

  Grid operator()(const RangeBars& bars) const {
    Grid grid{{Align::left, Align::left, Align::right}, {say(kWhat), say(kStands), say(kAmount)}, {}, 2};
    for (const RangeBars::Bar& bar : bars.bars) {
      grid.rows.push_back({bar.label, bar.state_word, bar.text});
      grid.states.push_back(bar.state);
      grid.because.push_back(bar.because);
    }
    if (bars.needed > 0) {
      grid.rows.push_back({bars.needed_text, "", ""});
      grid.states.emplace_back();
      grid.because.emplace_back();
    }
    return grid;
  }

  Grid operator()(const SpeechTimeline& timeline) const {
    Grid grid{{Align::left, Align::left, Align::left, Align::left},
              {say(kStatement), say(kSpeaker), say(kSaid), say(kReported)},
              {},
              2};
    for (const SpeechTimeline::Lane& lane : timeline.lanes)
      for (const SpeechTimeline::Mark& mark : lane.marks) {
        std::string said = mark.said_from ? mark.said_from->text(language_) : "";
        if (mark.said_to && mark.said_from != mark.said_to) said += " – " + mark.said_to->text(language_);
        grid.rows.push_back({"[" + mark.label + "] " + mark.text, lane.name, said,
                             mark.reported ? mark.reported->text(language_) : ""});
      }
    return grid;
  }

  Grid operator()(const ConflictGraph& graph) const {
    Grid grid{{Align::left, Align::left, Align::left}, {say(kStatement), say(kConflicts), say(kWays)}, {}, 2};
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      const auto node = static_cast<int>(i);
      std::vector<std::string> others, ways;
      for (const ConflictGraph::Conflict& conflict : graph.conflicts) {
        if (std::ranges::find(conflict.members, node) == conflict.members.end()) continue;
        std::vector<std::string> set;
        for (const int member : conflict.members)
          if (member != node) set.push_back(graph.nodes[static_cast<std::size_t>(member)].id);
        others.push_back(joined(set, " + "));
      }
      for (const ConflictGraph::Way& way : graph.ways)
        if (std::ranges::find(way.given_up, node) != way.given_up.end() ||
            std::ranges::find(way.untrue, node) != way.untrue.end())
          ways.push_back(way.label);
      grid.rows.push_back(
          {"[" + graph.nodes[i].id + "] " + graph.nodes[i].text, joined(others, ", "), joined(ways, ", ")});
    }
    return grid;
  }

  Grid operator()(const BurdenShares& shares) const {
    Grid grid{{Align::left}, {say(kActor)}, {}, 2};
    for (const std::string& key : shares.keys) {
      grid.align.push_back(Align::right);
      grid.header.push_back(key);
    }
    grid.align.push_back(Align::right);
    grid.header.push_back(shares.offered_word);
    for (const BurdenShares::Row& row : shares.rows) {
      std::vector<std::string> cells = {row.label};
      for (std::size_t key = 0; key < shares.keys.size(); ++key)
        cells.push_back(key < row.by_key.size() && row.by_key[key] ? tick_text(*row.by_key[key], language_)
                                                                   : "–");
      cells.push_back(row.text);
      grid.rows.push_back(std::move(cells));
      grid.because.push_back(row.because);
    }
    return grid;
  }

  Grid operator()(const DistributionCurve& curve) const {
    Grid grid{{Align::right, Align::right}, {say(kAmount), say(kProbability)}, {}, 2};
    const std::size_t count = std::min(curve.points.size(), kCurveRows);
    for (std::size_t i = 0; i < count; ++i) {
      const DistributionCurve::Point& point =
          curve.points[count == 1 ? 0 : i * (curve.points.size() - 1) / (count - 1)];
      grid.rows.push_back({tick_text(point.amount, language_),
                           percent_range_text(point.at_least_low, point.at_least_high, language_)});
    }
    return grid;
  }

 private:
  std::string say(Phrase phrase) const { return std::string(phrase.in(language_)); }
  Language language_;
};

}  // namespace

Grid chart_table(const Chart& chart) { return std::visit(TableOf(chart.language), chart.data); }

}  // namespace surety
