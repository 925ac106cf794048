// Chart frame: what every chart carries around its marks, filled in from the case: dates, counting rule,
// source line.
#pragma once
#include <string>

#include "base/because.h"
#include "commands/command.h"
#include "model/standing.h"
#include "report/chart.h"

namespace surety {

// Whether the answer needs pictures at all: --chart, or a format that shows them.
bool wants_charts(const Request& request);

// Whether the answer is a page or a workbook in which each number leads to its reasons.
bool wants_reasons(const Request& request);

// A chart without data. `because` decides whom the source line names.
Chart chart_frame(const Standing& standing, std::string key, std::string title, const Because& because,
                  Language language);

// "as of 21 Aug 2025, known 21 Aug 2025"
std::string as_of_text(const Standing& standing, Language language);

// "Source: German newspaper article of 21 August 2025; computed by Surety 0.1.0 from ukraine-2025-08
// (1a2b3c4d)": the pages on which the statements of `because` stand.
std::string source_line(const Standing& standing, const Because& because, Language language);

}  // namespace surety
