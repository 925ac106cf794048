// Chart table: the numbers of a chart as a grid, its twin for whoever reads instead of looking.
#pragma once
#include "report/document.h"

namespace surety {

// With a header; every mark of the chart is in some row. Cost: linear in the marks.
Grid chart_table(const Chart& chart);

}  // namespace surety
