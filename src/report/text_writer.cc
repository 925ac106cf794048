// See text_writer.h.
#include "report/text_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "report/bar_lines.h"
#include "report/grid_lines.h"
#include "report/shown_blocks.h"
#include "report/text_layout.h"

namespace surety {
namespace {

constexpr int kNarrowestPage = 40;
constexpr int kShallow = 3;  // outlines deeper than this take smaller steps
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kPale = "\x1B[2m";
constexpr std::string_view kPlain = "\x1B[0m";

PageLines outline_lines(const Outline& outline, int width) {
  std::map<int, int> label_width;  // by depth
  int deepest = 0;
  for (const auto& item : outline.items) {
    int& widest = label_width[item.depth];
    widest = std::max(widest, std::min(display_width(item.label), width / 4));
    deepest = std::max(deepest, item.depth);
  }
  const int step = deepest <= kShallow ? 4 : 3;
  PageLines lines;
  for (const auto& item : outline.items) {
    if (item.label.empty() && item.text.empty()) continue;
    const int depth = std::clamp(item.depth, 0, width);
    const int indent = std::min(kIndent + step * depth, width * 3 / 10);
    const int label = label_width[item.depth];
    if (label == 0) {
      append(lines, hanging(item.text, indent, kIndent, width));
      continue;
    }
    const std::array<CellColumn, 2> columns = {{{label}, {width - indent - label - kColumnGap}}};
    append(lines, side_by_side(std::array{item.label, item.text}, columns, indent));
  }
  return lines;
}

PageLines command_lines(const Commands& commands) {
  int label = 0;
  for (const auto& line : commands.lines) label = std::max(label, display_width(line.label));
  PageLines lines;
  for (const auto& line : commands.lines) {
    lines.push_back(
        {label > 0 ? padded(line.label, label + kColumnGap + 1) + line.command : line.command, 0});
  }
  return lines;
}

struct LayOut {
  int width;

  PageLines operator()(const Heading& heading) const {
    return title_lines(heading.text, heading.aside, width);
  }
  PageLines operator()(const Paragraph& paragraph) const {
    PageLines lines;
    if (paragraph.text.find_first_not_of(' ') == std::string::npos) return lines;
    for (std::string& line : wrapped(paragraph.text, width)) {
      const std::size_t bytes = paragraph.strong ? line.size() : 0;
      lines.push_back({std::move(line), bytes});
    }
    return lines;
  }
  PageLines operator()(const Grid& grid) const { return grid_lines(grid, width); }
  PageLines operator()(const BarChart& chart) const { return bar_lines(chart, width); }
  PageLines operator()(const Outline& outline) const { return outline_lines(outline, width); }
  PageLines operator()(const ChartPlace& /*place*/) const { return {}; }
  PageLines operator()(const Commands& commands) const { return command_lines(commands); }
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Signs that only layout needed, or that an ASCII terminal cannot show; every one is as wide as what replaces
// it.
std::string printable(std::string text, bool ascii) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAscii = {{{"■", "#"},
                                                                                           {"□", "-"},
                                                                                           {"│", "|"},
                                                                                           {"–", "-"},
                                                                                           {"—", "-"},
                                                                                           {"−", "-"},
                                                                                           {"·", "-"},
                                                                                           {"…", "~"},
                                                                                           {"\uFFFD", "?"}}};
  replace_all(text, "\u00A0", " ");
  if (ascii) {
    for (const auto& [sign, plain] : kAscii) replace_all(text, sign, plain);
  }
  return text;
}

// The length of what stands in brackets at `at` and looks like ids, brackets included; 0 if it does not.
std::size_t ids_in_brackets(std::string_view text, std::size_t at) {
  if (text[at] != '[') return 0;
  const std::size_t end = text.find(']', at);
  if (end == text.npos || end == at + 1) return 0;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text[i] == '[' || text[i] == '#' || (text[i] == ' ' && text[i - 1] != ',')) return 0;
  }
  return end + 1 - at;
}

std::string painted(std::string_view text, bool strong) {
  std::string colours(strong ? kBold : "");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ids = ids_in_brackets(text, at);
    if (ids == 0) {
      colours += text[at++];
      continue;
    }
    colours.append(strong ? kPlain : "").append(kPale).append(text.substr(at, ids)).append(kPlain);
    colours.append(strong ? kBold : "");
    at += ids;
  }
  return colours.append(strong ? kPlain : "");
}

std::string finished(const PageLine& line, TextStyle style) {
  const std::size_t cut = std::min(line.strong, line.text.size());
  std::string strong = printable(line.text.substr(0, cut), style.ascii);
  std::string rest = printable(line.text.substr(cut), style.ascii);
  while (rest.ends_with(' ')) rest.pop_back();
  while (rest.empty() && strong.ends_with(' ')) strong.pop_back();
  if (!style.colour) return strong + rest;
  return (strong.empty() ? "" : painted(strong, true)) + painted(rest, false);
}

bool is_heading(const Block* block, int level) {
  const auto* heading = block ? std::get_if<Heading>(block) : nullptr;
  return heading && (level == 1 ? heading->level <= 1 : heading->level >= 2);
}

// The lines of one block as they are printed; "" if there is nothing to see in it.
std::string printed(PageLines lines, bool bold, TextStyle style) {
  std::string text;
  for (PageLine& line : lines) {
    if (!bold) line.strong = 0;
    const std::string out = finished(line, style);
    if (!text.empty() || !out.empty()) text += out + "\n";
  }
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace

std::string text_page(const Document& document, TextStyle style) {
  const int width = std::max(style.width, kNarrowestPage);
  const std::vector<Block> blocks = shown_blocks(document.blocks);
  std::string page;
  const Block* before = nullptr;
  for (const Block& block : blocks) {
    const bool subtitle = is_heading(before, 1) && is_heading(&block, 1);
    const bool below_heading = is_heading(before, 2) && !is_heading(&block, 1) && !is_heading(&block, 2);
    const std::string text = printed(std::visit(LayOut{width}, block), !subtitle, style);
    if (text.empty()) continue;
    page.append(before && !subtitle && !below_heading ? "\n" : "").append(text);
    before = &block;
  }
  return page;
}

}  // namespace surety
