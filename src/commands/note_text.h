// The end of the note: the statements on which most hangs, the pages they stand on, and how it was computed.
#pragma once
#include "commands/command.h"
#include "model/standing.h"
#include "outlook/assess.h"
#include "report/document.h"

namespace surety {

// Whether the answer is passed on as a note: --format markdown, html or docx.
bool is_note(const Request& request);

// Adds "what most hangs on" (those that fall in most of the ways out that keep the goals, then those in most
// conflicts) and the sources; in Markdown the method, too, which HTML and DOCX show by themselves.
void lay_out_note_end(const Request& request, const Standing& standing, const Assessment& assessment,
                      Document& document);

}  // namespace surety
