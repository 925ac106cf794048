// See chart_ink.h.
#include "report/chart_ink.h"

#include <cmath>

#include "base/text.h"
#include "report/chart_text.h"
#include "report/xml_text.h"

namespace surety {
namespace {

std::string attribute(std::string_view name, double value) {
  std::string text(" ");
  text.append(name).append("=\"").append(coordinate(value)).append("\"");
  return text;
}

std::string classed(std::string_view look) { return " class=\"" + std::string(look) + "\""; }

}  // namespace

std::string coordinate(double value) {
  if (!std::isfinite(value)) value = 0;
  const auto hundredths = std::llround(value * 100);
  const auto whole = std::abs(hundredths) / 100, rest = std::abs(hundredths) % 100;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest == 0) return text;
  text += "." + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
  if (text.ends_with('0')) text.pop_back();
  return text;
}

void ChartInk::text(double x, double baseline, std::string_view words, const TextLook& look) {
  if (words.empty()) return;
  const double width = text_width(words, look.size, look.bold);
  const double left = look.anchor == Anchor::start ? x
                      : look.anchor == Anchor::end ? x - width
                                                   : x - width / 2;
  boxes_.push_back({left, baseline - .8 * look.size, width, look.size, std::string(words)});
  std::string look_class = look.soft ? "soft" : "ink";
  if (!look.tone.empty()) look_class = "t-" + std::string(look.tone);
  elements_ += "<text" + attribute("x", x) + attribute("y", baseline) + attribute("font-size", look.size);
  if (look.bold) elements_ += " font-weight=\"bold\"";
  if (look.anchor != Anchor::start)
    elements_ += look.anchor == Anchor::end ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
  elements_ += classed(look_class) + ">" + xml_text(words) + "</text>\n";
}

double ChartInk::lines(double x, double baseline, const std::vector<std::string>& words, double leading,
                       const TextLook& look) {
  for (const std::string& line : words) {
    text(x, baseline, line, look);
    baseline += leading;
  }
  return baseline;
}

void ChartInk::line(double x1, double y1, double x2, double y2, std::string_view look) {
  elements_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
               attribute("y2", y2) + classed(look) + "/>\n";
}

void ChartInk::rectangle(double x, double y, double width, double height, std::string_view look) {
  elements_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) +
               attribute("height", height) + classed(look) + "/>\n";
}

void ChartInk::hatched(double x, double y, double width, double height, std::string_view look) {
  elements_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) +
               attribute("height", height) + classed(look) + " fill=\"url(#" + prefix_ + "hatch)\"/>\n";
}

void ChartInk::circle(double x, double y, double radius, std::string_view look) {
  elements_ +=
      "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", radius) + classed(look) + "/>\n";
}

void ChartInk::path(std::string_view d, std::string_view look) {
  elements_.append("<path d=\"").append(d).append("\"").append(classed(look)).append("/>\n");
}

void ChartInk::begin(std::string_view tooltip) {
  elements_ += tooltip.empty() ? "<g>\n" : "<g><title>" + xml_text(tooltip) + "</title>\n";
}

void ChartInk::end() { elements_ += "</g>\n"; }

void ChartInk::take(const ChartInk& sheet) {
  elements_ += sheet.elements_;
  boxes_.insert(boxes_.end(), sheet.boxes_.begin(), sheet.boxes_.end());
}

std::string_view state_sign(ChartState state) {
  switch (state) {
    case ChartState::yes:
      return "✓";
    case ChartState::partly:
      return "◐";
    case ChartState::no:
      return "✗";
    case ChartState::unknown:
      break;
  }
  return "?";
}

std::string_view state_tone(ChartState state) {
  switch (state) {
    case ChartState::yes:
      return "yes";
    case ChartState::partly:
      return "partly";
    case ChartState::no:
      return "no";
    case ChartState::unknown:
      break;
  }
  return "unknown";
}

}  // namespace surety
