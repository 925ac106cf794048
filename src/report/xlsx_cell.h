// XLSX cells: values as cells of SpreadsheetML, with the formats that xlsx_styles() declares.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "report/document.h"

namespace surety {

// Numbers of the formats in xlsx_styles().
enum class CellLook { plain, header, whole, hundredths, share, decimal, wrapped, link, title, soft };

// "A1" for 0, 0; "AB12".
std::string cell_name(std::size_t column, std::size_t row);

// `text` as the text of a cell: escaped, line ends kept, at most 32,767 characters.
std::string cell_text(std::string_view text);

std::string text_cell(std::size_t column, std::size_t row, std::string_view text,
                      CellLook look = CellLook::plain);
// Empty for no value. `formula` may be empty.
std::string value_cell(std::size_t column, std::size_t row, const Value& value, bool is_share,
                       std::string_view formula = {});

// The part xl/styles.xml.
std::string xlsx_styles();

}  // namespace surety
