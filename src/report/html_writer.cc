// See html_writer.h.
#include "report/html_writer.h"

#include <algorithm>
#include <utility>

#include "report/because_numbers.h"
#include "report/chart_svg.h"
#include "report/chart_table.h"
#include "report/html_style.h"
#include "report/shown_blocks.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr Phrase kContents = {"Contents", "Inhalt"};
constexpr Phrase kTable = {"The same as a table", "Dasselbe als Tabelle"};
constexpr Phrase kRestsOn = {"What the figures rest on", "Worauf die Zahlen sich stützen"};
constexpr Phrase kStatements = {"Statements and assumptions", "Aussagen und Annahmen"};
constexpr Phrase kMethod = {"Method", "Methode"};

std::string number(std::size_t n) { return std::to_string(n); }

class HtmlPage {
 public:
  explicit HtmlPage(const Document& document)
      : document_(document), places_(reason_places(document)), blocks_(shown_blocks(document.blocks)) {}

  std::string write() {
    std::string main;
    for (const Block& block : blocks_) {
      const bool untitled = title_.empty();
      main += std::visit(*this, block);
      below_title_ = untitled && !title_.empty();
    }
    main += rests_on();
    main += reasons();
    main += method();
    return head() + contents() + "<main>\n" + main + "</main>\n" + foot();
  }

  std::string operator()(const Heading& heading) {
    const std::string aside =
        heading.aside.empty()
            ? ""
            : "<span class=\"aside\">" + inline_text(heading.aside, heading.because) + "</span>";
    if (heading.level <= 1 && title_.empty()) {
      title_ = heading.text;
      title_aside_ = aside;
      return "";
    }
    if (heading.level <= 1 && below_title_)
      return "<p class=\"aside\">" + inline_text(heading.text, {}) + " " + aside + "</p>\n";
    return section(heading.text, inline_text(heading.text, heading.because), aside);
  }
  std::string operator()(const Paragraph& paragraph) {
    if (paragraph.text.empty()) return "";
    return std::string(paragraph.strong ? "<p class=\"verdict\">" : "<p>") +
           inline_text(paragraph.text, paragraph.because) + "</p>\n";
  }
  std::string operator()(const Grid& grid) {
    if (grid.align.empty() || (grid.rows.empty() && grid.header.empty())) return "";
    std::string html = "<table>\n";
    if (!grid.header.empty()) {
      html += "<thead><tr>";
      for (std::size_t i = 0; i < grid.header.size(); ++i)
        html += "<th scope=\"col\"" + side(grid.align[i]) + ">" + xml_text(grid.header[i]) + "</th>";
      html += "</tr></thead>\n";
    }
    html += "<tbody>\n";
    for (std::size_t r = 0; r < grid.rows.size(); ++r) html += row_of(grid, r);
    return html + "</tbody>\n</table>\n";
  }
  std::string operator()(const BarChart& bars) {
    const Chart* chart = chart_with(bars.key);
    std::string html;
    if (chart != nullptr) {
      html = figure(*chart);
    } else {
      Grid grid{{Align::left, Align::right}, {bars.title, bars.aside}, {}, 2};
      for (const BarChart::Bar& bar : bars.bars) {
        grid.rows.push_back({bar.label, bar.text});
        grid.because.push_back(bar.because);
      }
      html = (*this)(grid);
    }
    for (const std::string& note : bars.notes)
      html += "<p class=\"notes\">" + inline_text(note, {}) + "</p>\n";
    return html;
  }
  std::string operator()(const Outline& outline) {
    std::string html = "<ul class=\"outline\">\n";
    int depth = 0;
    bool open = false;
    for (const Outline::Item& item : outline.items) {
      if (item.label.empty() && item.text.empty()) continue;
      const int wanted = std::clamp(item.depth, 0, open ? depth + 1 : 0);
      for (; depth > wanted; --depth) html += "</li></ul>\n";
      if (wanted > depth)
        html += "<ul>\n";
      else if (open)
        html += "</li>\n";
      depth = wanted;
      html += "<li>" +
              (item.label.empty()
                   ? ""
                   : "<span class=\"label\">" + inline_text(labelled(item.label), {}) + "</span>") +
              inline_text(item.text, {});
      open = true;
    }
    for (; depth > 0; --depth) html += "</li></ul>\n";
    return open ? html + "</li>\n</ul>\n" : "";
  }
  std::string operator()(const Commands& commands) {
    std::string lines;
    for (const Commands::Line& line : commands.lines) {
      if (!line.label.empty()) lines += "# " + xml_text(line.label) + "\n";
      lines += xml_text(line.command) + "\n";
    }
    return lines.empty() ? "" : "<pre>" + lines + "</pre>\n";
  }
  std::string operator()(const ChartPlace& place) {
    const Chart* chart = chart_with(place.key);
    return chart == nullptr ? "" : figure(*chart);
  }

 private:
  static std::string side(Align align) { return align == Align::right ? " class=\"right\"" : ""; }

  const Chart* chart_with(const std::string& key) const {
    const auto at = std::ranges::find(document_.charts, key, &Chart::key);
    return at == document_.charts.end() ? nullptr : &*at;
  }
  // A label that is an id leads to its statement, as it does in brackets.
  std::string labelled(const std::string& label) const {
    return places_.contains(label) ? "[" + label + "]" : label;
  }

  // Ids in brackets lead to their statement, numbers to their because.
  std::string inline_text(const std::string& text, const Because& because) {
    const std::string reason =
        number(because.empty() || document_.reasons.empty() ? 0 : numbers_.number_of(because));
    std::string html;
    bool first_id = false;
    for (const TextPiece& piece : text_pieces(text, places_)) {
      if (piece.kind == TextPiece::Kind::plain && piece.text == "[" && !std::exchange(first_id, true))
        html += "<span class=\"ids\">[";  // no line ends between a bracket and its first id
      else if (piece.kind == TextPiece::Kind::id)
        html += "<a href=\"#i" + number(piece.reason) + "\">" + xml_text(piece.text) + "</a>" +
                (std::exchange(first_id, false) ? "</span>" : "");
      else if (piece.kind == TextPiece::Kind::number && reason != "0")
        html += "<a href=\"#w" + reason + "\">" + xml_text(piece.text) + "</a>";
      else
        html += xml_text(piece.text);
    }
    return html;
  }

  std::string row_of(const Grid& grid, std::size_t r) {
    const Because because = r < grid.because.size() ? grid.because[r] : Because();
    const ChartState* state = r < grid.states.size() && grid.states[r] ? &*grid.states[r] : nullptr;
    std::string html = "<tr>";
    for (std::size_t i = 0; i < grid.rows[r].size(); ++i) {
      const std::string& cell = grid.rows[r][i];
      if (i == 0 && grid.align[0] == Align::left && !cell.empty()) {
        html += "<th scope=\"row\"" + std::string(grid.header.empty() ? " class=\"row\"" : "") + ">" +
                inline_text(cell, because) + "</th>";
      } else if (i == 1 && state != nullptr && !cell.empty()) {
        html += "<td class=\"state " + std::string(state_tone(*state)) + "\">" +
                std::string(state_sign(*state)) + " " + inline_text(cell, because) + "</td>";
      } else {
        html += "<td" + side(grid.align[i]) + ">" + inline_text(cell, because) + "</td>";
      }
    }
    return html + "</tr>\n";
  }

  std::string figure(const Chart& chart) {
    const auto shown = shown_blocks({chart_table(chart)});
    return "<figure>\n<div class=\"picture\">\n" + chart_svg(chart, ChartSetting::in_page) +
           "</div>\n<details><summary>" + say(kTable) + "</summary>\n" +
           (*this)(std::get<Grid>(shown.front())) + "</details>\n</figure>\n";
  }

  std::string section(const std::string& name, const std::string& text, const std::string& aside) {
    const std::string id = "s" + number(sections_.size() + 1);
    sections_.emplace_back(id, name);
    return "<h2 id=\"" + id + "\">" + aside + text + "</h2>\n";
  }
  std::string say(Phrase phrase) const { return std::string(phrase.in(document_.language)); }

  std::string rests_on() {
    if (numbers_.all().empty()) return "";
    std::string html = section(say(kRestsOn), say(kRestsOn), "") + "<ol class=\"because\">\n";
    const std::vector<Because> all = numbers_.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      html += "<li id=\"w" + number(i + 1) + "\">";
      for (std::size_t k = 0; k < all[i].ids().size(); ++k) {
        const std::string& id = all[i].ids()[k];
        const auto place = places_.find(id);
        html += k == 0 ? "" : ", ";
        html += place == places_.end()
                    ? xml_text(id)
                    : "<a href=\"#i" + number(place->second) + "\">" + xml_text(id) + "</a>";
      }
      html += "</li>\n";
    }
    return html + "</ol>\n";
  }
  std::string reasons() {
    if (document_.reasons.empty()) return "";
    std::string html = section(say(kStatements), say(kStatements), "");
    for (std::size_t i = 0; i < document_.reasons.size(); ++i) {
      const Reason& reason = document_.reasons[i];
      html += "<div class=\"reason\" id=\"i" + number(i) + "\"><p><span class=\"label\">" +
              xml_text(reason.id) + "</span>" + xml_text(reason.sentence) + "</p>";
      if (!reason.details.empty()) html += "<ul>";
      for (const std::string& detail : reason.details) html += "<li>" + xml_text(detail) + "</li>";
      html += reason.details.empty() ? "</div>\n" : "</ul></div>\n";
    }
    return html;
  }
  std::string method() {
    if (document_.method.empty()) return "";
    std::string html = section(say(kMethod), say(kMethod), "");
    for (const std::string& sentence : document_.method) html += "<p>" + xml_text(sentence) + "</p>\n";
    return html;
  }

  std::string head() const {
    const std::string title = title_.empty() ? "Surety" : title_;
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(document_.language == Language::de ? "de" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'\">\n<title>" +
           xml_text(title) + "</title>\n<style>" + std::string(html_style()) + std::string(chart_style()) +
           "</style>\n</head>\n<body>\n<header>\n<h1>" + xml_text(title) + "</h1>\n" +
           (title_aside_.empty() ? "" : "<p>" + title_aside_ + "</p>\n") + "</header>\n";
  }
  std::string contents() const {
    if (sections_.size() < 3) return "";
    std::string html = "<nav aria-label=\"" + say(kContents) + "\">\n<ul>\n";
    for (const auto& [id, name] : sections_)
      html += "<li><a href=\"#" + id + "\">" + xml_text(name) + "</a></li>\n";
    return html + "</ul>\n</nav>\n";
  }
  std::string foot() const {
    std::string text = document_.case_id + " · " + document_.valid;
    if (document_.known != document_.valid) text += " / " + document_.known;
    return "<footer><p>" +
           xml_text(text + " · Surety " SURETY_VERSION " · " + document_.input_sha256.substr(0, 16)) +
           "</p></footer>\n</body>\n</html>\n";
  }

  const Document& document_;
  ReasonPlaces places_;
  std::vector<Block> blocks_;
  BecauseNumbers numbers_;
  std::vector<std::pair<std::string, std::string>> sections_;
  std::string title_, title_aside_;
  bool below_title_ = false;  // the block before was the title
};

}  // namespace

std::string html_page(const Document& document) { return HtmlPage(document).write(); }

}  // namespace surety
