// See text_layout.h.
#include "report/text_layout.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace surety {
namespace {

constexpr int kWidestCharacter = 2;

std::string spaces(int count) {
  std::string text;
  text.resize(static_cast<std::size_t>(std::max(count, 0)), ' ');
  return text;
}

}  // namespace

std::string padded(std::string_view text, int width, Align align) {
  const std::string fill = spaces(width - display_width(text));
  return align == Align::left ? std::string(text) + fill : fill + std::string(text);
}

std::vector<std::string> side_by_side(std::span<const std::string> cells, std::span<const CellColumn> columns,
                                      int indent) {
  SURETY_CHECK(cells.size() == columns.size());
  std::vector<std::vector<std::string>> wrapped_cells;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped_cells.push_back(wrapped(cells[i], std::max(columns[i].width, kWidestCharacter)));
    if (columns[i].width > 0) height = std::max(height, wrapped_cells.back().size());
  }
  std::vector<std::string> lines(height, spaces(indent));
  for (std::size_t line = 0; line < height; ++line) {
    bool first = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].width <= 0) continue;
      if (!first) lines[line] += spaces(kColumnGap);
      first = false;
      const std::string_view part =
          line < wrapped_cells[i].size() ? wrapped_cells[i][line] : std::string_view();
      lines[line] += padded(part, columns[i].width, columns[i].align);
    }
  }
  return lines;
}

std::vector<std::string> hanging(std::string_view text, int indent, int hang, int width) {
  std::vector<std::string> lines = wrapped(text, width - indent, width - indent - hang);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].insert(0, spaces(i == 0 ? indent : indent + hang));
  return lines;
}

PageLines title_lines(const std::string& left, const std::string& right, int width) {
  PageLines lines;
  const int used = display_width(left) + kColumnGap + display_width(right);
  if (!left.empty() && !right.empty() && used <= width) {
    lines.push_back({left + padded(right, width - display_width(left), Align::right), left.size()});
    return lines;
  }
  if (!left.empty()) {
    for (std::string& line : wrapped(left, width)) {
      const std::size_t bytes = line.size();
      lines.push_back({std::move(line), bytes});
    }
  }
  if (!right.empty()) append(lines, wrapped(right, width));
  return lines;
}

void append(PageLines& page, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) page.push_back({line, 0});
}

}  // namespace surety
