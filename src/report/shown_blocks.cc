// See shown_blocks.h.
#include "report/shown_blocks.h"

#include <string_view>

#include "base/check.h"
#include "base/text.h"

namespace surety {
namespace {

void show(std::string& text) { text = on_one_line(text); }
void show(std::vector<std::string>& texts) {
  for (std::string& text : texts) show(text);
}

struct Show {
  void operator()(Heading& heading) const {
    show(heading.text);
    show(heading.aside);
  }
  void operator()(Paragraph& paragraph) const { show(paragraph.text); }
  void operator()(Grid& grid) const {
    show(grid.header);
    for (auto& row : grid.rows) show(row);
  }
  void operator()(BarChart& chart) const {
    show(chart.title);
    show(chart.aside);
    for (auto& bar : chart.bars) {
      show(bar.label);
      show(bar.text);
    }
    show(chart.notes);
  }
  void operator()(Outline& outline) const {
    for (auto& item : outline.items) {
      show(item.label);
      show(item.text);
    }
  }
  void operator()(ChartPlace& /*place*/) const {}
  void operator()(Commands& commands) const {
    for (auto& line : commands.lines) {
      show(line.label);
      line.command = without_controls(line.command);
    }
  }
};

// The texts that are not empty, two spaces between them.
std::string beside(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!line.empty()) line += "  ";
    line += text;
  }
  return line;
}

struct Plain {
  std::vector<std::string>& strings;

  void add(const std::vector<std::string>& texts) const {
    std::string line = beside(texts);
    if (!line.empty()) strings.push_back(std::move(line));
  }
  void operator()(const Heading& heading) const { add({heading.text, heading.aside}); }
  void operator()(const Paragraph& paragraph) const { add({paragraph.text}); }
  void operator()(const Grid& grid) const {
    add(grid.header);
    for (const auto& row : grid.rows) add(row);
  }
  void operator()(const BarChart& chart) const {
    add({chart.title, chart.aside});
    for (const auto& bar : chart.bars) add({bar.label, bar.text});
    for (const auto& note : chart.notes) add({note});
  }
  void operator()(const Outline& outline) const {
    for (const auto& item : outline.items) add({item.label, item.text});
  }
  void operator()(const ChartPlace& /*place*/) const {}
  void operator()(const Commands& commands) const {
    for (const auto& line : commands.lines) add({line.label, line.command});
  }
};

}  // namespace

std::vector<Block> shown_blocks(const std::vector<Block>& blocks) {
  std::vector<Block> shown = blocks;
  for (Block& block : shown) {
    std::visit(Show{}, block);
    if (const auto* grid = std::get_if<Grid>(&block)) {
      SURETY_CHECK(grid->header.empty() || grid->header.size() == grid->align.size());
      for (const auto& row : grid->rows) SURETY_CHECK(row.size() == grid->align.size());
    }
  }
  return shown;
}

std::vector<std::string> plain_strings(const Block& block) {
  std::vector<std::string> strings;
  std::visit(Plain{strings}, block);
  return strings;
}

}  // namespace surety
