// Chart: the data of one picture, as a command lays it out; chart_svg.h draws it.
//
// A chart carries what a reader needs where the picture is passed on alone: title, unit, the two dates, the
// counting rule and the source. Texts are in the reader's language already; numbers are raw, in the unit
// named.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/because.h"
#include "base/date.h"
#include "base/language.h"

namespace surety {

// How a thing stands. Each is drawn as a sign, a word, a colour and a fill, never as a colour alone.
enum class ChartState { yes, partly, no, unknown };

// Bars along one scale with the line that must be reached: offers, or one bar a counting rule.
struct RangeBars {
  struct Range {
    double low = 0;
    double high = 0;
  };
  struct Bar {
    std::string label;
    Range range;
    bool quantified = true;  // false: a dashed box, never a bar of length 0
    std::string text;        // "8,000–10,000"
    std::optional<ChartState> state = {};
    std::string state_word = {};       // "short"
    bool total = false;                // a sum of the bars above, set apart
    std::optional<Range> before = {};  // the same on an earlier date, drawn as an outline
    Because because = {};              // key of the figure or row that holds the reason: "rules:1"
  };
  double needed = 0;        // where the line stands; 0: none
  std::string needed_text;  // stands at the line: "needed: 50,000 [S58]"
  std::vector<Bar> bars;
};

// Statements by speaker: when said, when reported.
struct SpeechTimeline {
  struct Mark {
    std::string label;                       // the id
    std::string text;                        // what was said, for whoever asks
    std::optional<Date> said_from, said_to;  // neither: nobody knows
    std::optional<Date> reported;
  };
  struct Lane {
    std::string name;
    std::vector<Mark> marks;
  };
  std::vector<Lane> lanes;
  std::string said_word, reported_word, both_word;  // of the legend
};

// Who clashes with whom, and who moves in which way out: the rows are the statements in the order of the
// list.
struct ConflictGraph {
  struct Node {
    std::string id;
    std::string text;
    bool pivot = false;  // the one its group is told by
  };
  struct Conflict {
    int group = 0;             // conflicts of one group stand together
    std::vector<int> members;  // indices of `nodes`
  };
  struct Way {
    std::string label;  // "1"
    std::vector<int> given_up, untrue;
    bool keeps_goals = true;
  };
  std::vector<Node> nodes;
  std::vector<Conflict> conflicts;
  std::vector<Way> ways;
  std::string conflicts_word, ways_word;                              // above the columns
  std::string together_word, given_up_word, untrue_word, goals_word;  // of the legend and the last row
  std::string more;  // what is not drawn: "7 more conflicts"; empty: everything is
};

// What each would carry by a key, against what it offers.
struct BurdenShares {
  struct Row {
    std::string label;
    std::vector<std::optional<double>> by_key;  // one a key
    std::optional<RangeBars::Range> offered;
    std::string text;  // "5,000"
    Because because = {};
  };
  std::vector<std::string> keys;
  std::string offered_word;
  std::vector<Row> rows;
};

// How likely it is that at least so much is there, at both ends of the likelihoods.
struct DistributionCurve {
  struct Point {
    double amount = 0;
    double at_least_low = 0, at_least_high = 0;  // 0..1
  };
  std::vector<Point> points;  // rising amounts
  double needed = 0;          // 0: none
  std::string needed_text;
  std::string low_word, high_word;  // of the legend
  std::string axis_word;            // "probability of at least so much"
};

using ChartData = std::variant<RangeBars, SpeechTimeline, ConflictGraph, BurdenShares, DistributionCurve>;

struct Chart {
  std::string key;  // "coverage:S58"
  std::string title;
  std::string unit;         // what is counted, or a line that says how to read it
  std::string as_of;        // "as of 21 Aug 2025, known 21 Aug 2025"
  std::string rule;         // "counted: quantified offers"; empty: nothing is counted
  std::string source;       // "Source: ..."
  std::string description;  // one or two sentences for whoever cannot see it
  Language language = Language::en;
  ChartData data;
};

}  // namespace surety
