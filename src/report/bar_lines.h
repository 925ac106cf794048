// Bar lines: a bar chart as lines of a terminal page, with the line that must be reached.
#pragma once
#include "report/text_layout.h"

namespace surety {

// How a bar fills its room, in signs.
struct BarSigns {
  int sure = 0;      // ■ up to `low`
  int possible = 0;  // □ from there to `high`
};

// Where the line of `needed` stands in a room of `room` signs on a scale that ends at `scale`; 0: there is no
// line.
int needed_sign(double needed, double scale, int room);

// Rounded to whole signs, with three promises: what is more than nothing has a sign; a part reaches the line
// exactly if its number does; and a range shows at least one □ where that breaks neither. Numbers that are
// negative or not finite count as 0. REQUIRES room >= 2 and scale >= both numbers.
BarSigns bar_signs(double low, double high, double needed, double scale, int room);

// Title and aside, one line a bar (label, bar, text at the right margin), then the notes. The scale ends at
// `needed` or at the longest bar. A bar that is not quantified has its text where the bar would begin.
PageLines bar_lines(const BarChart& chart, int width);

}  // namespace surety
