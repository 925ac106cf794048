// The figures of the front answer, for `assess` and for what compares two of them.
#pragma once
#include <vector>

#include "model/standing.h"
#include "outlook/assess.h"
#include "report/document.h"

namespace surety {

// agreed, the figures of the conflicts, those of coverage by the default rule, and how many ways there are.
// None where the assumptions contradict each other.
std::vector<Figure> assess_figures(const Standing& standing, const Assessment& assessment);

}  // namespace surety
