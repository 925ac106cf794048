// See xlsx_cell.h.
#include "report/xlsx_cell.h"

#include <cmath>

#include "base/number_text.h"
#include "base/text.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr std::size_t kCharactersMax = 32'767;
constexpr std::int64_t kExactMax = std::int64_t{1} << 53;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// "_x000D_" in a cell means a character; an underscore that begins such a thing is written as "_x005F_".
std::string without_escapes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool escape = rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' && is_hex(rest[2]) &&
                        is_hex(rest[3]) && is_hex(rest[4]) && is_hex(rest[5]);
    result += escape ? "_x005F_" : std::string(1, text[i]);
  }
  return result;
}

std::string opened(std::size_t column, std::size_t row, CellLook look, std::string_view type) {
  std::string cell = "<c r=\"" + cell_name(column, row) + "\"";
  if (look != CellLook::plain) cell += " s=\"" + std::to_string(static_cast<int>(look)) + "\"";
  if (!type.empty()) cell += " t=\"" + std::string(type) + "\"";
  return cell + ">";
}

std::string number_cell(std::size_t column, std::size_t row, const std::string& number, CellLook look,
                        std::string_view formula) {
  std::string cell = opened(column, row, look, "");
  if (!formula.empty()) cell += "<f>" + xml_text(formula) + "</f>";
  return cell + "<v>" + number + "</v></c>";
}

struct Cell {
  std::size_t column, row;
  bool is_share;
  std::string_view formula;

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(bool yes) const {
    return opened(column, row, CellLook::plain, "b") + "<v>" + (yes ? "1" : "0") + "</v></c>";
  }
  std::string operator()(std::int64_t number) const {
    if (number > kExactMax || number < -kExactMax) return text_cell(column, row, std::to_string(number));
    return number_cell(column, row, std::to_string(number), CellLook::whole, formula);
  }
  std::string operator()(Hundredths amount) const {
    if (amount.count > kExactMax || amount.count < -kExactMax)
      return text_cell(column, row, plain_hundredths(amount.count));
    return number_cell(column, row, plain_hundredths(amount.count), CellLook::hundredths, formula);
  }
  std::string operator()(double number) const {
    if (!std::isfinite(number)) return "";
    return number_cell(column, row, shortest_number(number), is_share ? CellLook::share : CellLook::decimal,
                       formula);
  }
  std::string operator()(const std::string& text) const { return text_cell(column, row, text); }
  std::string operator()(const std::vector<std::string>& list) const {
    return text_cell(column, row, joined(list, ", "));
  }
};

}  // namespace

std::string cell_name(std::size_t column, std::size_t row) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

std::string cell_text(std::string_view text) {
  std::string kept = without_escapes(text);
  if (kept.size() > kCharactersMax) {  // bytes are at least as many as characters
    std::size_t at = 0;
    while (at < kCharactersMax - 4) at += code_point_at(kept, at).bytes;
    kept = kept.substr(0, at) + "…";
  }
  std::string escaped;
  for (std::size_t from = 0; from <= kept.size();) {
    const std::size_t end = std::min(kept.find('\n', from), kept.size());
    escaped += (from == 0 ? "" : "\n") + xml_text(std::string_view(kept).substr(from, end - from));
    from = end + 1;
  }
  return escaped;
}

std::string text_cell(std::size_t column, std::size_t row, std::string_view text, CellLook look) {
  return opened(column, row, look, "inlineStr") + "<is><t xml:space=\"preserve\">" + cell_text(text) +
         "</t></is></c>";
}

std::string value_cell(std::size_t column, std::size_t row, const Value& value, bool is_share,
                       std::string_view formula) {
  return std::visit(Cell{column, row, is_share, formula}, value);
}

std::string xlsx_styles() {
  // In the order of CellLook.
  return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0\ %"/><numFmt numFmtId="165" formatCode="#,##0.####"/></numFmts><fonts count="5"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><u/><sz val="10"/><color rgb="FF17406D"/><name val="Arial"/></font><font><b/><sz val="14"/><name val="Arial"/></font><font><sz val="10"/><color rgb="FF57606B"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF1B1F24"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
)";
}

}  // namespace surety
