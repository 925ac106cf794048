// Text layout: lines of a terminal page, and cells side by side in them, each wrapped in a column of its own.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace surety {

constexpr int kIndent = 2;     // of what stands below a heading
constexpr int kColumnGap = 2;  // between two columns

// One line of the page before colour. The first `strong` bytes are set in bold where there is colour.
struct PageLine {
  std::string text;
  std::size_t strong = 0;
};
using PageLines = std::vector<PageLine>;

struct CellColumn {
  int width = 0;
  Align align = Align::left;
};

// `text` padded with spaces to `width` columns; a wider text stays as it is.
std::string padded(std::string_view text, int width, Align align = Align::left);

// The cells of one row in lines, each cell wrapped to its column (never narrower than a wide character). A
// column of width 0 is left out with its gap. REQUIRES as many cells as columns.
std::vector<std::string> side_by_side(std::span<const std::string> cells, std::span<const CellColumn> columns,
                                      int indent);

// `text` wrapped between `indent` and `width`, further lines `hang` columns deeper.
std::vector<std::string> hanging(std::string_view text, int indent, int hang, int width);

// `left` in bold and `right` at the right margin, or on the next line where they have no room on one.
PageLines title_lines(const std::string& left, const std::string& right, int width);

void append(PageLines& page, const std::vector<std::string>& lines);

}  // namespace surety
