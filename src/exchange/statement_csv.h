// Statements as a table: CSV out, CSV in, and into a case.
//
// Columns  docs/formats.md, section 5, says what each carries; the list stands in statement_csv_columns.cc
// Lists    `|` between entries; `\|` and `\\` for these characters in an id
// Chains   a link with its date is `id@2025-08-20`; `\@` for an @ in an id
// Leaves   caveats, the quote of the evidence, further languages of glosses and notes, and x_ keys
#pragma once
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "model/case.h"

namespace surety {

// The header and a line for each statement. Cells are written as they are, also those that begin with = + -
// or @.
std::string statement_csv(std::span<const Statement> statements);

// Reads the bytes of a CSV file: UTF-8, with or without a byte order mark. Every fault at once, with line and
// column of the cell and the name of its column. What the statements name is checked when they are merged
// into a case.
std::expected<std::vector<Statement>, Faults> read_statement_csv(std::string bytes, const std::string& file);

// The same from the bytes of an XLSX file (exchange/xlsx_records.h), whose faults name sheet and cell.
std::expected<std::vector<Statement>, Faults> read_statement_xlsx(std::string_view bytes,
                                                                  const std::string& file);

// The columns, and what a statement has in each, for whoever writes another kind of table.
std::vector<std::string> statement_column_names();
std::vector<std::string> statement_cells(const Statement& s);

// Adds the statements to the case, in order. One whose id is there already changes nothing when all its
// columns are equal, and is a fault when one is not. After any fault, those of the case as a whole included,
// the case is as it was.
Faults merge_statements(Case& c, std::vector<Statement> statements);

}  // namespace surety
