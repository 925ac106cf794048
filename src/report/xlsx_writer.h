// XLSX writer: a Document as a workbook: a sheet a table, numbers as numbers, every figure linked to its
// reasons.
//
// SpreadsheetML of our own in a ZIP (docs/decisions/0008): the XLSX library of Debian 12 can only write to
// named files. Sheets    "overview" (what is asked, the figures), one a table under its key, "reasons" (each
// id of a because with
//           its sentence, way from mouth to page and evidence), "method"
// Cells     whole numbers, money and shares as numbers with formats that a spreadsheet shows in the reader's
// way;
//           text is text, also where it begins with = + - @; beyond 2^53 a number is text, lest it lose
//           digits
// Formulas  where a column says how it is worked out (Column::formula), with our number as the value
// Limits    a million rows a sheet and 32,767 characters a cell, as the format has it; what is beyond is cut,
// and the
//           sheet says so
// Cost      linear; rows are written as they are packed, so a long sheet is never in memory as text
#pragma once
#include <string>

#include "base/result.h"
#include "report/document.h"

namespace surety {

Result<std::string> xlsx_workbook(const Document& document);

}  // namespace surety
