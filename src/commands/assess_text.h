// The front answer as a person reads it: verdict, agreed, covered, credible, what contradicts what, ways out.
#pragma once
#include <string>

#include "commands/command.h"
#include "model/standing.h"
#include "outlook/assess.h"
#include "report/document.h"

namespace surety {

// Adds the blocks of the front answer. `all` shows every way and conflict; otherwise the page stays a page.
void lay_out_assessment(const Request& request, const Standing& standing, const Assessment& assessment,
                        bool all, Document& document);

}  // namespace surety
