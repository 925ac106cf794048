// CSV as people and spreadsheets write it: records of cells, each with its place; knows no statement.
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"

namespace surety {

struct CsvCell {
  std::string text;
  Place at;  // of its first character, behind a quote
};

using CsvRecord = std::vector<CsvCell>;

// The records of a text that is valid UTF-8. Cells are separated by `,` or `;`, whichever stands first in the
// first line; a cell in quotes may hold separators, line breaks and doubled quotes; lines end in LF or CRLF;
// empty lines are left out. Every fault at once; after an open quote nothing can be told.
std::expected<std::vector<CsvRecord>, Faults> csv_records(std::string_view text, const std::string& file);

// A cell as it is written: in quotes where it must be.
std::string csv_cell(std::string_view text);

}  // namespace surety
