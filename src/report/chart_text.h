// Chart text: how wide a text is in a chart's type, and how it breaks into lines there.
//
// Method  advance widths of Helvetica and Arial (Adobe's AFM files, 1/1000 em); accented letters as wide as
//         without, other scripts by their width in a terminal; a margin for the fonts that stand in for Arial
// Cost    linear
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace surety {

// In the unit of `size`, a font size in pixels. Never less than what Arial, Helvetica or Liberation Sans
// take.
double text_width(std::string_view text, double size, bool bold = false);

// Lines of at most `width`, broken at spaces, else between letters; after `lines_max` lines the rest is "…".
// "" gives no line. REQUIRES a width of at least two em.
std::vector<std::string> lines_in_width(std::string_view text, double size, double width,
                                        std::size_t lines_max, bool bold = false);

}  // namespace surety
