// See markdown_writer.h.
#include "report/markdown_writer.h"

#include <algorithm>

#include "base/text.h"
#include "report/shown_blocks.h"

namespace surety {
namespace {

using Cells = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where `text` would begin a list, a rule or a definition ("- ", "12. ", "---", ": "), the place of the sign
// that makes it one.
std::size_t begins_block(std::string_view text) {
  if (text.empty()) return text.npos;
  if (text[0] == '-' || text[0] == '+' || text[0] == ':') return 0;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  const bool sign = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
  return sign && (at + 1 == text.size() || text[at + 1] == ' ') ? at : text.npos;
}

// Whether GitHub would make a link of what stands around `at`, whose text would then show our backslashes.
bool begins_link(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return (text[at] == ':' && text.substr(at).starts_with("://")) ||
         (text[at] == '.' && before.ends_with("www"));
}

// The length of an address of the web at `at`, of signs that need no escape between < and >, without the full
// stop or bracket that ends the sentence; 0 if there is none.
std::size_t address_length(std::string_view text, std::size_t at) {
  // No semicolon: with an & before it, it would be read as an entity, in an address, too.
  static constexpr std::string_view kSigns = "/:?=._~%+,@#&-!$'()*";
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("https://") && !rest.starts_with("http://")) return 0;
  std::size_t end = 0;
  while (end < rest.size() && (is_letter(rest[end]) || is_digit(rest[end]) || kSigns.contains(rest[end])))
    ++end;
  if (end < rest.size() && rest[end] != ' ') return 0;
  while (std::string_view(".,:!?)'").contains(rest[end - 1])) --end;
  return end > std::string_view("https://").size() ? end : 0;
}

// The text without spaces at its ends and with single ones inside: a paragraph that begins with four would be
// code.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string emphasised(std::string_view text, std::string_view mark) {
  const std::string inside = markdown_text(text);
  return inside.empty() ? inside : std::string(mark) + inside + std::string(mark);
}

std::string table_row(const Cells& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + (cell.empty() ? "|" : " |");
  return row + "\n";
}

std::string table_text(const Cells& header, const std::vector<Align>& align, const std::vector<Cells>& rows) {
  std::string text = table_row(header) + "|";
  for (const Align side : align) text += side == Align::right ? " ---: |" : " --- |";
  text += "\n";
  for (const Cells& row : rows) text += table_row(row);
  return text;
}

// A fence longer than any run of backticks inside.
std::string fence_around(std::string_view text) {
  std::size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string fence;
  fence.resize(longest + 1, '`');
  return fence;
}

struct Write {
  bool subtitle = false;  // a title right below the title

  std::string operator()(const Heading& heading) const {
    const std::string title = markdown_text(heading.text), aside = emphasised(heading.aside, "*");
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    const std::string marks = subtitle ? "" : std::string(level, '#') + " ";
    std::string text = title.empty() ? "" : marks + title + "\n";
    if (!aside.empty()) text += (text.empty() ? "" : "\n") + aside + "\n";
    return text;
  }
  std::string operator()(const Paragraph& paragraph) const {
    const std::string text =
        paragraph.strong ? emphasised(paragraph.text, "**") : markdown_text(paragraph.text);
    return text.empty() ? text : text + "\n";
  }
  std::string operator()(const Grid& grid) const {
    if (grid.align.empty() || (grid.rows.empty() && grid.header.empty())) return {};
    Cells header(grid.align.size());  // a table of GitHub has a header, if only an empty one
    std::ranges::transform(grid.header, header.begin(), markdown_text);
    std::vector<Cells> rows = grid.rows;
    for (Cells& row : rows) std::ranges::transform(row, row.begin(), markdown_text);
    return table_text(header, grid.align, rows);
  }
  std::string operator()(const BarChart& chart) const {
    std::vector<Cells> rows;
    rows.reserve(chart.bars.size());
    for (const auto& bar : chart.bars) rows.push_back({markdown_text(bar.label), markdown_text(bar.text)});
    std::string text;
    const Cells header = {emphasised(chart.title, "**"), markdown_text(chart.aside)};
    if (!rows.empty())
      text = table_text(header, {Align::left, Align::right}, rows);
    else if (!header[0].empty() || !header[1].empty())
      text = squeezed(header[0] + " " + header[1]) + "\n";
    for (const std::string& note : chart.notes) {
      const std::string line = markdown_text(note);
      if (!line.empty()) text += (text.empty() ? "" : "\n") + line + "\n";
    }
    return text;
  }
  std::string operator()(const Outline& outline) const {
    std::string text;
    int above = -1;
    for (const auto& item : outline.items) {
      const std::string label = emphasised(item.label, "**"), words = markdown_text(item.text);
      if (label.empty() && words.empty()) continue;
      above = std::clamp(item.depth, 0, above + 1);  // a list may only grow by one level at a time
      text += std::string(static_cast<std::size_t>(2 * above), ' ') + "- " + label;
      text += (label.empty() || words.empty() ? "" : " ") + words + "\n";
    }
    return text;
  }
  std::string operator()(const ChartPlace& /*place*/) const { return {}; }
  std::string operator()(const Commands& commands) const {
    std::string lines;
    for (const auto& line : commands.lines) {
      if (!line.label.empty()) lines += "# " + line.label + "\n";
      if (!line.command.empty()) lines += line.command + "\n";
    }
    const std::string fence = fence_around(lines);
    return lines.empty() ? lines : fence + "sh\n" + lines + fence + "\n";
  }
};

}  // namespace

std::string markdown_text(std::string_view text) {
  static constexpr std::string_view kMarkup = "\\`*_[]<>|~^&#$";
  const std::string line = squeezed(text);
  const std::size_t block = begins_block(line);
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool word_begins = i == 0 || line[i - 1] == ' ' || line[i - 1] == '(';
    if (const std::size_t address = word_begins ? address_length(line, i) : 0; address > 0) {
      escaped += "<" + line.substr(i, address) + ">";
      i += address - 1;
      continue;
    }
    if (i == block || kMarkup.contains(line[i]) || begins_link(line, i)) escaped += '\\';
    escaped += line[i];
  }
  return escaped;
}

std::string markdown_page(const Document& document) {
  std::string page;
  bool title_before = false;
  for (const Block& block : shown_blocks(document.blocks)) {
    const auto* heading = std::get_if<Heading>(&block);
    const bool title = heading && heading->level <= 1;
    Write write;
    write.subtitle = title && title_before;
    const std::string text = std::visit(write, block);
    if (text.empty()) continue;
    page += (page.empty() ? "" : "\n") + text;
    title_before = title;
  }
  return page;
}

}  // namespace surety
