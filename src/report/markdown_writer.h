// Markdown writer: a Document as CommonMark with the tables of GitHub, for notes, issues and wikis.
#pragma once
#include <string>
#include <string_view>

#include "report/document.h"

namespace surety {

// The blocks of the document, an empty line between two of them; paragraphs are not wrapped. A heading's
// aside stands in italics below it, and a title right below a title is a paragraph; a grid and a bar chart
// are tables (a chart shows labels and numbers, not bars), an outline is a nested list, commands are one
// fenced block with their labels as shell comments. What a case file says is text here, too: every sign that
// Markdown could take for markup is escaped, controls are U+FFFD (report/shown_blocks.h). Cost: linear.
std::string markdown_page(const Document& document);

// `text` so that CommonMark, GitHub and Pandoc show it as it is, at the begin of a line, too; only runs of
// spaces become one, and a plain address of the web becomes a link to itself. REQUIRES one line.
std::string markdown_text(std::string_view text);

}  // namespace surety
