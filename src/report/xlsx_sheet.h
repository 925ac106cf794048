// XLSX sheets: what a sheet of a workbook holds, handed out row by row while the workbook is packed.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "report/because_numbers.h"
#include "report/document.h"

namespace surety {

inline constexpr std::size_t kSheetRowsMax = 1'000'000;

// One sheet: `rows` rows below its header; row_at(i) gives the cells of row i, which is row i + head_rows of
// the sheet.
struct Sheet {
  std::string name;
  std::vector<double> widths;     // in characters, one a column
  std::vector<std::string> head;  // XML of the rows above
  std::size_t rows = 0;
  std::function<std::string(std::size_t)> row_at;
  bool filtered = false;  // a frozen header with filters over all of it
  std::size_t columns = 0;
  // Cells that lead somewhere: "K2" and "reasons!A5", asked for after the rows.
  std::function<std::vector<std::pair<std::string, std::string>>()> links;
};

// The name under which a sheet may go: without []:*?/\ and ', at most 31 characters, unlike all of `taken`.
std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

// A table with its key as name; `reasons` is the name of the sheet to which the ids of a because lead.
Sheet table_sheet(const Table& table, const std::string& reasons, const ReasonPlaces& places);
Sheet overview_sheet(const Document& document, const std::string& reasons, const ReasonPlaces& places);
Sheet reasons_sheet(const Document& document);
Sheet method_sheet(const Document& document);

// The part xl/worksheets/sheetN.xml in pieces.
std::function<bool(std::string&)> sheet_parts(Sheet sheet);

}  // namespace surety
