// See xml_text.h.
#include "report/xml_text.h"

#include "base/text.h"

namespace surety {
namespace {

// U+FFFE, U+FFFF and the like: no XML document may hold them.
bool is_noncharacter(char32_t c) { return (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF); }

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string line = on_one_line(text);
  std::string escaped;
  escaped.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (c.value == '&')
      escaped += "&amp;";
    else if (c.value == '<')
      escaped += "&lt;";
    else if (c.value == '>')
      escaped += "&gt;";
    else if (c.value == '"')
      escaped += "&quot;";
    else if (is_noncharacter(c.value))
      escaped += "\uFFFD";
    else
      escaped.append(line, at, c.bytes);
    at += c.bytes;
  }
  return escaped;
}

}  // namespace surety
