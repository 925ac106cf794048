// CSV writer: one table of a Document for spreadsheets and scripts (RFC 4180, semantics 11).
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/document.h"

namespace surety {

// The table with this key ("": the first one): a header of the column keys and `because`, then one line a
// row, each ended by a line feed, cells separated by commas, never localised. Not found: an Error that names
// the tables there are. Cost: linear.
//
// - Numbers print as in JSON; true and false; a missing value and a double that is not finite are an empty
// cell, an
//   empty text is "" in quotation marks, which some readers keep apart.
// - A list stands in one cell, `|` between its elements; a `|` or `\` inside an element is written `\|`,
// `\\`.
// - Control characters other than tab and line ends, which RFC 4180 does not allow, and bytes that are not
// UTF-8 become
//   U+FFFD. Everything else is kept as it is.
//
// A text that begins with = + - @ is kept as data, too, without an apostrophe before it. A spreadsheet may
// take it for a formula when the file is opened by a double click instead of imported as text. We keep it
// because this file is read back by programs, and because a changed id leads nowhere; sheets for people are
// the business of other writers.
Result<std::string> csv_table(const Document& document, std::string_view table_key);

}  // namespace surety
