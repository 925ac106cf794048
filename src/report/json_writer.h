// JSON writer: a Document as the machine contract promises it (semantics 11), format 1.
#pragma once
#include <string>
#include <string_view>

#include "report/document.h"

namespace surety {

// One object, keys in the order of the contract, figures and tables in the order of the document, one figure,
// row or text a line, ending in a line feed. The same in every language but for "text", which holds what the
// blocks say.
// - Whole numbers, Hundredths (12.5) and doubles print so that they read back equal; a double that is not
// finite, a
//   missing value, a unit that is "" and a name that is "" (case, date, hash) are null.
// - Control characters, those of writing direction included, are escaped (\u202e), so that JSON on a terminal
// is safe
//   and still reads back equal; bytes that are not UTF-8 become U+FFFD.
// REQUIRES, and checks: one cell a column in every row; no key twice among figures, tables or columns; no
// column that is called "because". Cost: linear.
std::string json_answer(const Document& document);

// `text` as a JSON string, quotation marks included.
std::string json_string(std::string_view text);

// `value` as JSON.
std::string json_value(const Value& value);

}  // namespace surety
