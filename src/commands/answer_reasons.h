// Answer reasons: what stands behind every id that an answer rests on, for the writers that lead on to it.
#pragma once
#include <string>
#include <vector>

#include "commands/command.h"
#include "model/standing.h"
#include "report/document.h"

namespace surety {

// Fills Document::reasons with everything that a because of a figure, row, block or chart of the document
// names, in the order of the case, and Document::method. Only where the format shows them (html docx xlsx).
void add_reasons(const Request& request, const Standing& standing, Document& document);

// Sentences: what is current, what counts, what contradicts, and by which program from which input.
std::vector<std::string> method_sentences(const Standing& standing, const Document& document);

}  // namespace surety
