// See docx_body.h.
#include "report/docx_body.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "report/because_numbers.h"
#include "report/chart_ink.h"
#include "report/chart_table.h"
#include "report/shown_blocks.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr int kTextWidth = 9638;  // of A4 with margins of 20 mm, in twentieths of a point
constexpr double kEmuAPixel = 9525, kPictureWidth = 6'120'000;  // 17 cm
constexpr std::size_t kSentenceMax = 160;                       // code points of a reason in a footnote
constexpr std::size_t kReasonsInNote = 8;

constexpr Phrase kRestsOn = {"Rests on: ", "Stützt sich auf: "};
constexpr Phrase kSee = {"As note {}.", "Wie Anmerkung {}."};
constexpr Phrase kMethod = {"Method", "Methode"};

std::string run(const std::string& text, std::string_view look = {}) {
  if (text.empty()) return "";
  std::string xml = "<w:r>";
  if (!look.empty()) xml += "<w:rPr>" + std::string(look) + "</w:rPr>";
  return xml + "<w:t xml:space=\"preserve\">" + xml_text(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view style, const std::string& runs, std::string_view more = {}) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(more) + "</w:pPr>" +
         runs + "</w:p>";
}

// Width and height in the head of a PNG; 0, 0 where it is none.
std::pair<double, double> png_size(std::string_view png) {
  if (png.size() < 24 || !png.substr(1).starts_with("PNG")) return {0, 0};
  const auto number = [&](std::size_t at) {
    double value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

std::string_view state_colour(ChartState state) {
  switch (state) {
    case ChartState::yes:
      return "<w:color w:val=\"00498C\"/>";
    case ChartState::partly:
      return "<w:color w:val=\"8F5400\"/>";
    case ChartState::no:
      return "<w:color w:val=\"5C0F12\"/>";
    case ChartState::unknown:
      break;
  }
  return "<w:color w:val=\"57606B\"/>";
}

class Body {
 public:
  Body(const Document& document, const DocxPictures& pictures)
      : document_(document), pictures_(pictures), places_(reason_places(document)) {}

  DocxBody write() {
    for (const Block& block : shown_blocks(document_.blocks)) body_.xml += std::visit(*this, block);
    if (!document_.method.empty()) {
      body_.xml += paragraph("Heading1", run(say(kMethod)));
      body_.xml += paragraph("BodyText", run(joined(document_.method, " ")));
    }
    return std::move(body_);
  }

  std::string operator()(const Heading& heading) {
    if (heading.level <= 1 && body_.title.empty()) {
      body_.title = heading.text;
      return paragraph("Title", run(heading.text)) +
             (heading.aside.empty() ? "" : paragraph("Subtitle", run(heading.aside)));
    }
    const std::string aside =
        heading.aside.empty() ? ""
                              : run("  " + heading.aside, "<w:b w:val=\"0\"/><w:color w:val=\"57606B\"/>");
    return paragraph("Heading1", run(heading.text) + note(heading.because) + aside);
  }
  std::string operator()(const Paragraph& text) {
    if (text.text.empty()) return "";
    return paragraph(text.strong ? "Verdict" : "BodyText", run(text.text) + note(text.because));
  }
  std::string operator()(const Grid& grid) {
    if (grid.align.empty() || (grid.rows.empty() && grid.header.empty())) return "";
    const std::vector<int> widths = widths_of(grid);
    std::string xml =
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Table\"/><w:tblW w:w=\"" + std::to_string(kTextWidth) +
        "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"" +
        std::string(grid.header.empty() ? "0" : "1") + "\"/></w:tblPr><w:tblGrid>";
    for (const int width : widths) xml += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    xml += "</w:tblGrid>";
    if (!grid.header.empty()) {
      xml += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
      for (std::size_t i = 0; i < grid.header.size(); ++i)
        xml += cell(widths[i], grid.align[i], run(grid.header[i], "<w:b/><w:color w:val=\"57606B\"/>"));
      xml += "</w:tr>";
    }
    for (std::size_t r = 0; r < grid.rows.size(); ++r) xml += row_of(grid, r, widths);
    return xml + "</w:tbl>" +
           paragraph("BodyText", "", "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>");
  }
  std::string operator()(const BarChart& bars) {
    std::string xml;
    if (const Chart* chart = chart_with(bars.key); chart != nullptr && pictures_.contains(bars.key)) {
      xml = picture(*chart);
    } else {
      Grid grid{{Align::left, Align::right}, {bars.title, bars.aside}, {}, 2};
      for (const BarChart::Bar& bar : bars.bars) {
        grid.rows.push_back({bar.label, bar.text});
        grid.because.push_back(bar.because);
      }
      xml = (*this)(grid);
    }
    for (const std::string& line : bars.notes) xml += paragraph("Caption", run(line));
    return xml;
  }
  std::string operator()(const Outline& outline) {
    std::string xml;
    for (const Outline::Item& item : outline.items) {
      const int indent = 284 * std::clamp(item.depth, 0, 6) + (item.depth == 0 ? 0 : 284);
      const std::string label = item.label.empty() ? "" : item.label + "  ";
      xml += paragraph(
          "ListBullet",
          run(label, "<w:color w:val=\"57606B\"/>") + run(item.text, item.depth == 0 ? "<w:b/>" : ""),
          "<w:ind w:left=\"" + std::to_string(indent) + "\" w:hanging=\"" +
              std::string(item.depth == 0 ? "0" : "284") + "\"/>");
    }
    return xml;
  }
  std::string operator()(const Commands& commands) {
    std::string xml;
    for (const Commands::Line& line : commands.lines)
      xml += paragraph(
          "Commands", run(line.label.empty() ? "" : "# " + line.label + "  ", "<w:color w:val=\"57606B\"/>") +
                          run(line.command));
    return xml;
  }
  std::string operator()(const ChartPlace& place) {
    const Chart* chart = chart_with(place.key);
    if (chart == nullptr) return "";
    if (pictures_.contains(place.key)) return picture(*chart);
    const auto shown = shown_blocks({chart_table(*chart)});
    return paragraph("Heading2", run(chart->title)) + (*this)(std::get<Grid>(shown.front())) +
           paragraph("Caption", run(chart->source));
  }

 private:
  std::string say(Phrase phrase) const { return std::string(phrase.in(document_.language)); }
  const Chart* chart_with(const std::string& key) const {
    const auto at = std::ranges::find(document_.charts, key, &Chart::key);
    return at == document_.charts.end() ? nullptr : &*at;
  }

  // The first note on a because tells its reasons, later ones lead back to it.
  std::string note(const Because& because) {
    if (because.empty() || document_.reasons.empty()) return "";
    const std::size_t number = numbers_.number_of(because);
    const std::size_t id = ++notes_;
    std::string text;
    if (first_note_.size() < number) {
      first_note_.push_back(id);
      text = reasons_text(because);
    } else {
      text = filled(kSee, {std::to_string(first_note_[number - 1])}, document_.language);
    }
    const std::string mark = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    body_.footnotes +=
        "<w:footnote w:id=\"" + std::to_string(id + 1) + "\">" +
        paragraph("FootnoteText", "<w:r>" + mark + "<w:footnoteRef/></w:r>" + run(" " + text)) +
        "</w:footnote>";
    return "<w:r>" + mark + "<w:footnoteReference w:id=\"" + std::to_string(id + 1) + "\"/></w:r>";
  }
  std::string reasons_text(const Because& because) const {
    std::string text = say(kRestsOn);
    std::size_t told = 0;
    for (const std::string& id : because.ids()) {
      if (told == kReasonsInNote) break;
      const auto place = places_.find(id);
      const std::string sentence =
          place == places_.end() || told_.contains(id)
              ? ""
              : quoted_for_message(document_.reasons[place->second].sentence, kSentenceMax);
      told_.insert(id);
      text += (told == 0 ? "" : "; ") + (sentence.empty() ? "[" + id + "]" : sentence + " [" + id + "]");
      ++told;
    }
    if (told < because.ids().size()) {
      std::vector<std::string> rest(because.ids().begin() + static_cast<std::ptrdiff_t>(told),
                                    because.ids().end());
      text += "; [" + joined(rest, ", ") + "]";
    }
    return text + ".";
  }

  // As wide as what stands in them asks for; the widest column gives way.
  static std::vector<int> widths_of(const Grid& grid) {
    std::vector<double> wanted(grid.align.size(), 3);
    const auto measure = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        wanted[i] = std::max(wanted[i], std::min(52.0, static_cast<double>(display_width(cells[i])) + 2.5));
    };
    if (!grid.header.empty()) measure(grid.header);
    for (const auto& row : grid.rows) measure(row);
    double sum = 0;
    for (const double width : wanted) sum += width;
    std::vector<int> widths;
    for (const double width : wanted) widths.push_back(static_cast<int>(width / sum * kTextWidth));
    return widths;
  }
  static std::string cell(int width, Align align, const std::string& runs) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>" +
           paragraph("TableText", runs, align == Align::right ? "<w:jc w:val=\"right\"/>" : "") + "</w:tc>";
  }
  std::string row_of(const Grid& grid, std::size_t r, const std::vector<int>& widths) {
    const ChartState* state = r < grid.states.size() && grid.states[r] ? &*grid.states[r] : nullptr;
    std::string xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    // The note stands behind the last number that is alone in its cell, else behind the last cell.
    std::size_t noted = grid.rows[r].size();
    for (std::size_t i = 0; i < grid.rows[r].size(); ++i)
      if (grid.align[i] == Align::right && !grid.rows[r][i].empty()) noted = i;
    if (noted == grid.rows[r].size()) noted = grid.rows[r].empty() ? 0 : grid.rows[r].size() - 1;
    for (std::size_t i = 0; i < grid.rows[r].size(); ++i) {
      const std::string& text = grid.rows[r][i];
      std::string runs = i == 1 && state != nullptr && !text.empty()
                             ? run(std::string(state_sign(*state)) + " " + text, state_colour(*state))
                             : run(text, i == 0 && grid.header.empty() ? "<w:b/>" : "");
      if (i == noted && r < grid.because.size()) runs += note(grid.because[r]);
      xml += cell(widths[i], grid.align[i], runs);
    }
    return xml + "</w:tr>";
  }

  std::string picture(const Chart& chart) {
    const std::string& png = pictures_.at(chart.key);
    const auto [width, height] = png_size(png);
    if (width <= 0 || height <= 0) return "";
    body_.pictures.push_back(chart.key);
    const std::string number = std::to_string(body_.pictures.size());
    const double scale = std::min(1.0, kPictureWidth / (width / 2 * kEmuAPixel));
    const std::string cx = std::to_string(static_cast<long long>(width / 2 * kEmuAPixel * scale)),
                      cy = std::to_string(static_cast<long long>(height / 2 * kEmuAPixel * scale));
    const std::string told = xml_text(chart.title + ". " + chart.description);
    return paragraph(
        "BodyText",
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"" + cx +
            "\" cy=\"" + cy + "\"/><wp:docPr id=\"" + number + "\" name=\"" + xml_text(chart.key) +
            "\" descr=\"" + told +
            "\"/><a:graphic><a:graphicData "
            "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
            "<pic:nvPicPr><pic:cNvPr id=\"" +
            number + "\" name=\"" + xml_text(chart.key) + "\" descr=\"" + told +
            "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture" + number +
            "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
            "y=\"0\"/><a:ext cx=\"" +
            cx + "\" cy=\"" + cy +
            "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
  }

  const Document& document_;
  const DocxPictures& pictures_;
  ReasonPlaces places_;
  BecauseNumbers numbers_;
  std::vector<std::size_t> first_note_;  // of because i + 1
  std::size_t notes_ = 0;
  mutable std::set<std::string> told_;  // ids whose sentence stands in a note already
  DocxBody body_;
};

}  // namespace

DocxBody docx_body(const Document& document, const DocxPictures& pictures) {
  return Body(document, pictures).write();
}

}  // namespace surety
