// See grid_lines.h.
#include "report/grid_lines.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace surety {
namespace {

constexpr int kNarrowestColumn = 6;    // below this, words come in crumbs and a list reads better
constexpr int kSensibleForProse = 20;  // what the wrapping column keeps while others can give way
constexpr int kHang = 2;

using Cells = std::vector<std::string>;

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

// The cell of this row that may run over the columns behind it, because they are empty here and aligned left.
std::size_t running_cell(const Cells& row, const std::vector<Align>& align) {
  std::size_t last = row.size();
  while (last > 0 && row[last - 1].empty()) --last;
  if (last == 0 || last == row.size()) return kNoColumn;
  for (std::size_t i = last - 1; i < align.size(); ++i) {
    if (align[i] == Align::right) return kNoColumn;
  }
  return last - 1;
}

// The grid without columns that have no text at all.
Grid without_empty_columns(const Grid& grid) {
  Grid kept{{}, {}, std::vector<Cells>(grid.rows.size()), grid.indent};
  for (std::size_t i = 0; i < grid.align.size(); ++i) {
    const bool in_header = !grid.header.empty() && !grid.header[i].empty();
    if (!in_header && std::ranges::all_of(grid.rows, [i](const Cells& row) { return row[i].empty(); }))
      continue;
    kept.align.push_back(grid.align[i]);
    if (!grid.header.empty()) kept.header.push_back(grid.header[i]);
    for (std::size_t r = 0; r < grid.rows.size(); ++r) kept.rows[r].push_back(grid.rows[r][i]);
  }
  return kept;
}

std::vector<int> natural_widths(const Grid& grid) {
  std::vector<int> widths(grid.align.size(), 0);
  for (std::size_t i = 0; i < grid.header.size(); ++i) widths[i] = display_width(grid.header[i]);
  for (const Cells& row : grid.rows) {
    const std::size_t running = running_cell(row, grid.align);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != running) widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  return widths;
}

// The last column that is aligned left, else the last one: numbers at the right margin stay whole.
std::size_t wrapping_column(const std::vector<Align>& align) {
  for (std::size_t i = align.size(); i > 0; --i) {
    if (align[i - 1] == Align::left) return i - 1;
  }
  return align.size() - 1;
}

int sum(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

// Widths that fit into `room` together.
std::vector<int> fitted(std::vector<int> widths, std::size_t wrapping, int room) {
  const int others = sum(widths) - widths[wrapping];
  const int floor = std::min(widths[wrapping], kSensibleForProse);
  widths[wrapping] = std::clamp(room - others, floor, widths[wrapping]);
  for (int over = sum(widths) - room; over > 0; --over) --*std::ranges::max_element(widths);
  return widths;
}

std::vector<std::string> row_lines(const Cells& row, const std::vector<CellColumn>& columns, int indent,
                                   int width) {
  std::vector<Align> align;
  align.reserve(columns.size());
  for (const CellColumn& column : columns) align.push_back(column.align);
  const std::size_t running = running_cell(row, align);
  if (running == kNoColumn) return side_by_side(row, columns, indent);
  std::vector<CellColumn> own(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(running) + 1);
  int start = indent;
  for (std::size_t i = 0; i < running; ++i) start += own[i].width > 0 ? own[i].width + kColumnGap : 0;
  own[running].width = width - start;
  return side_by_side(std::span(row).first(running + 1), own, indent);
}

PageLines list_lines(const Grid& grid, int indent, int width) {
  PageLines lines;
  for (const auto& row : grid.rows) {
    bool first = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const bool named = !grid.header.empty() && !grid.header[i].empty();
      const std::string text = named ? grid.header[i] + ": " + row[i] : row[i];
      append(lines, hanging(text, first ? indent : indent + kHang, kHang, width));
      first = false;
    }
  }
  return lines;
}

}  // namespace

PageLines grid_lines(const Grid& whole, int width) {
  const Grid grid = without_empty_columns(whole);
  if (grid.align.empty()) return {};
  std::vector<int> widths = natural_widths(grid);
  const int indent = std::clamp(grid.indent, 0, width / 4);
  const int room = width - indent - kColumnGap * (static_cast<int>(widths.size()) - 1);
  int least = 0;
  for (const int natural : widths) least += std::min(natural, kNarrowestColumn);
  if (least > room) return list_lines(grid, indent, width);

  widths = fitted(std::move(widths), wrapping_column(grid.align), room);
  std::vector<CellColumn> columns;
  columns.reserve(widths.size());
  for (std::size_t i = 0; i < widths.size(); ++i) columns.push_back({widths[i], grid.align[i]});
  PageLines lines;
  if (!grid.header.empty()) {
    for (std::string& line : side_by_side(grid.header, columns, indent)) {
      const std::size_t bytes = line.size();
      lines.push_back({std::move(line), bytes});
    }
  }
  for (const Cells& row : grid.rows) append(lines, row_lines(row, columns, indent, width));
  return lines;
}

}  // namespace surety
