// XML text: what a case file says, as character data of SVG, HTML, WordprocessingML and SpreadsheetML.
#pragma once
#include <string>
#include <string_view>

namespace surety {

// `text` with the signs of markup escaped, quotation marks included, so that it may stand in an attribute,
// too. Controls, characters that XML does not allow and bytes that are not UTF-8 are U+FFFD; tab and line
// ends are one space.
std::string xml_text(std::string_view text);

}  // namespace surety
