// XLSX as spreadsheets write it: the cells of one sheet as records of text, each with its sheet and cell as
// place.
//
// Sheet     the one called "statements", else the first
// Cells     text; numbers in the shortest form; days as 2025-08-21, whatever format shows them; true and
// false;
//           of a formula its last value
// Limits    kUnpackedBytesMax bytes unpacked, kRowsReadMax rows
// Cost      linear; the sheet is held in memory
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv_records.h"

namespace surety {

inline constexpr std::size_t kUnpackedBytesMax = std::size_t{512} * 1024 * 1024;
inline constexpr std::size_t kRowsReadMax = 1'048'576;

// Whether the bytes begin as a ZIP archive does.
bool looks_like_xlsx(std::string_view bytes);

// Rows with something in them, each as long as the first one, the header, or longer where more stands in it.
// The place of a cell: "list.xlsx:statements!B5".
std::expected<std::vector<CsvRecord>, Faults> xlsx_records(std::string_view bytes, const std::string& file);

}  // namespace surety
