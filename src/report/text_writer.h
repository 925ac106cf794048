// Text writer: a Document as a page of a terminal or of a plain text file.
#pragma once
#include <string>

#include "report/document.h"

namespace surety {

struct TextStyle {
  int width = 80;       // columns of the page; less than 40 counts as 40
  bool colour = false;  // bold headings and pale ids, by SGR codes
  bool ascii = false;   // bars, dashes, dots and "…" in ASCII; letters stay as they are
};

// The blocks of the document, with an empty line between two of them, but none below a heading of level 2 nor
// between two headings of level 1 (title and subtitle; only the first is bold). Empty blocks are left out.
//
// Promises, tested on random documents:
// - no line is wider than `width` except those of Commands, which are never wrapped; no line ends in a space;
// - no control character gets through but the line feed and, with colour, the writer's own SGR codes: what
//   a case file says is foreign text (report/shown_blocks.h);
// - no-break spaces keep words together, then print as spaces;
// - without its SGR codes the page in colour is the page without colour.
// Cost: linear in the text.
std::string text_page(const Document& document, TextStyle style = {});

}  // namespace surety
