// Document: an answer laid out once, for people (blocks) and programs (figures, tables); writers print it.
//
// A command fills it; a writer of this room prints it. What the blocks say is already in the reader's
// language; figures and tables are the same in every language. Every number carries its unit and its because.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/because.h"
#include "base/language.h"
#include "report/chart.h"

namespace surety {

// An amount counted in hundredths of its unit: money. Printed as 12.5 by machines, 12.50 or 12,50 for people.
struct Hundredths {
  std::int64_t count = 0;
  friend auto operator<=>(Hundredths, Hundredths) = default;
};

// std::monostate is "no value": null in JSON, an empty cell in CSV.
using Value = std::variant<std::monostate, bool, std::int64_t, Hundredths, double, std::string,
                           std::vector<std::string>>;

// One named number of the answer (semantics 11, "figures").
struct Figure {
  std::string key;
  Value value, low, high;
  std::string unit;  // empty: none
  Because because;
};

struct Column {
  std::string key;   // never changes between versions
  std::string unit;  // empty: none
  // How a spreadsheet works the cell out from others of its row, keys of columns in braces:
  // "{counted_min}/{required}". Empty: it is not worked out so.
  std::string formula = {};
};

struct Row {
  std::vector<Value> cells;  // one a column
  Because because;
};

// One table of the answer (semantics 11, "tables").
struct Table {
  std::string key;
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// What stands behind an id of a because, for writers that lead on to it.
struct Reason {
  std::string id;
  std::string sentence;              // who says what
  std::vector<std::string> details;  // kind and day, claim, way from mouth to page, place of the evidence
};

// ---- blocks: what a person reads, in order ------------------------------------------------------------
//
// A because here is that of the numbers in the text beside it; empty where it has none of its own.

struct Heading {
  int level = 1;  // 1 the page, 2 a section
  std::string text;
  std::string aside;  // stands at the right margin when there is room, else on the next line
  Because because = {};
};

struct Paragraph {
  std::string text;
  bool strong = false;
  Because because = {};
};

enum class Align { left, right };

// Rows of cells in aligned columns. The last column wraps; the others keep to one line unless the page is too
// narrow.
struct Grid {
  std::vector<Align> align;                    // one a column
  std::vector<std::string> header;             // empty: none
  std::vector<std::vector<std::string>> rows;  // each as long as `align`
  int indent = 2;
  std::vector<Because> because = {};  // one a row, or none at all
  // How the row stands, one a row or none at all: the cell in the second column is its word.
  std::vector<std::optional<ChartState>> states = {};
};

// Bars along one scale with the line that must be reached.
struct BarChart {
  struct Bar {
    std::string label;
    double low = 0;
    double high = 0;
    bool quantified = true;  // false: no bar, only the text
    std::string text;        // stands at the end of the bar: "8,000-10,000"
    Because because = {};
  };
  std::string key;
  std::string title;
  std::string aside;  // "needed: 50,000 [S58]"
  std::string unit;
  double needed = 0;  // where the line stands; 0: none
  std::vector<Bar> bars;
  std::vector<std::string> notes;  // lines below the bars
};

// Lines with a depth, as in a table of contents: groups of conflicts, chains from mouth to page.
struct Outline {
  struct Item {
    int depth = 0;
    std::string
        label;  // stands before the text in a column of its own among items of one depth; may be empty
    std::string text;
  };
  std::vector<Item> items;
};

// Lines to be pasted into a shell; never wrapped.
struct Commands {
  struct Line {
    std::string label;  // "Why?"
    std::string command;
  };
  std::vector<Line> lines;
};

// Where a chart of the document stands that has no twin among the blocks. Pages of text say nothing here:
// what it shows stands in the blocks around it.
struct ChartPlace {
  std::string key;
};

using Block = std::variant<Heading, Paragraph, Grid, BarChart, Outline, Commands, ChartPlace>;

struct Document {
  std::string command;  // "assess"
  std::string case_id;
  std::string valid, known;  // ISO dates
  std::string input_sha256;  // hexadecimal
  Language language = Language::en;
  bool complete = true;  // false: stopped at a limit; the blocks say so, too
  std::vector<Figure> figures;
  std::vector<Table> tables;
  std::vector<Block> blocks;
  std::vector<Chart> charts;        // only where somebody asked for pictures
  std::vector<Reason> reasons;      // only for writers that show them; in the order of the case
  std::vector<std::string> method;  // sentences: how it was computed, by which rules
};

}  // namespace surety
