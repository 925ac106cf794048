// Grid lines: a grid of cells as lines of a terminal page.
#pragma once
#include "report/text_layout.h"

namespace surety {

// Columns as wide as their widest cell; the last left-aligned one (or the last of all) wraps when the page is
// too narrow for that, and the others give way only when it has no sensible room. A page too narrow for
// columns at all shows each row as a list, "header: cell" a line. Columns without any text are left out.
// Where a left-aligned cell has only empty ones behind it, it runs over their columns and does not widen its
// own. Cost: linear in the text, times the number of columns that the page is too narrow by.
PageLines grid_lines(const Grid& whole, int width);

}  // namespace surety
