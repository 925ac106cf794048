// See chart_text.h.
#include "report/chart_text.h"

#include <array>

#include "base/text.h"

namespace surety {
namespace {

// U+0020 .. U+007E.
constexpr std::array<short, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr double kMargin = 1.04;
constexpr double kBold = 1.08;

double em_of(std::string_view text, std::size_t at, const CodePoint& c) {
  if (c.value >= 0x20 && c.value <= 0x7E) return kWidths[c.value - 0x20] / 1000.0;
  if (c.value == 0xA0 || c.value == 0xB7 || c.value == 0x2019) return .333;
  if (c.value == 0x2013) return .556;                   // en dash
  if (c.value >= 0xC0 && c.value <= 0xDE) return .78;   // À .. Þ
  if (c.value == 0xC6 || c.value == 0x152) return 1.0;  // Æ Œ
  if (c.value >= 0xDF && c.value <= 0x24F) return c.value == 0xE6 ? .9 : .67;
  const int columns = display_width(text.substr(at, c.bytes));
  if (columns == 0) return 0;
  if (c.value >= 0x250 && c.value < 0x2000) return columns == 2 ? 1.0 : .8;  // Greek, Cyrillic, Arabic ...
  return columns == 2 ? 1.25 : 1.0;                                          // signs, ideographs, pictures
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
  double em = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    em += em_of(text, at, c);
    at += c.bytes;
  }
  return em * size * kMargin * (bold ? kBold : 1);
}

namespace {

// The bytes of `text` that fit into `width`, at least one code point.
std::size_t fitting(std::string_view text, double size, double width, bool bold) {
  double used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    used += em_of(text, at, c) * size * kMargin * (bold ? kBold : 1);
    if (used > width && at > 0) break;
    at += c.bytes;
  }
  return at;
}

std::string cut_with_dots(std::string_view text, double size, double width, bool bold) {
  const double dots = text_width("…", size, bold);
  std::string kept(text.substr(0, fitting(text, size, width - dots, bold)));
  while (kept.ends_with(' ')) kept.pop_back();
  return kept + "…";
}

}  // namespace

std::vector<std::string> lines_in_width(std::string_view text, double size, double width,
                                        std::size_t lines_max, bool bold) {
  const std::string line = on_one_line(text);
  std::vector<std::string> lines;
  std::string_view rest = line;
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  while (!rest.empty()) {
    std::size_t end = fitting(rest, size, width, bold);
    if (end < rest.size() && lines.size() + 1 == lines_max) {
      lines.push_back(cut_with_dots(rest, size, width, bold));
      return lines;
    }
    if (end < rest.size() && rest[end] != ' ')
      if (const std::size_t space = rest.substr(0, end).rfind(' ');
          space != std::string_view::npos && space > 0)
        end = space;
    std::string_view taken = rest.substr(0, end);
    while (taken.ends_with(' ')) taken.remove_suffix(1);
    if (!taken.empty()) lines.emplace_back(taken);
    rest.remove_prefix(end);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return lines;
}

}  // namespace surety
