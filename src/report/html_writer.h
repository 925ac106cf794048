// HTML writer: a Document as one file that needs nothing else: pictures, tables, and every number's reasons
// inside.
#pragma once
#include <string>

#include "report/document.h"

namespace surety {

// A whole page of HTML 5. Nothing is loaded and no script runs; the page forbids both to itself. Light and
// dark as the reader's system says; A4 on paper.
// - A picture stands where its bars or its ChartPlace stand, with its table; a document without charts shows
// the
//   bars as a table.
// - Numbers with a because lead to the list "What the figures rest on", from there to each statement with its
// way
//   from mouth to page and the place of its evidence; an id in brackets leads to its statement at once.
// - Case text is text: markup in it is shown, controls are U+FFFD (report/xml_text.h).
// Cost: linear in the document.
std::string html_page(const Document& document);

}  // namespace surety
