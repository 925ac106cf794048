// See xlsx_sheet.h.
#include "report/xlsx_sheet.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/number_text.h"
#include "base/text.h"
#include "report/xlsx_cell.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr std::size_t kBecauseCells = 24;   // ids of a because that have a cell of their own
constexpr std::size_t kMeasuredRows = 200;  // that decide how wide a column is
constexpr std::size_t kRowsAtOnce = 256;
constexpr double kWidthMin = 8, kWidthMax = 60;

constexpr Phrase kBecause = {"rests on", "stützt sich auf"};
constexpr Phrase kMore = {"{} more", "{} weitere"};
constexpr Phrase kCut = {"cut: the table has {} rows, a sheet has room for {}",
                         "gekürzt: Die Tabelle hat {} Zeilen, ein Blatt fasst {}"};

using Links = std::vector<std::pair<std::string, std::string>>;

// Shares and probabilities, which the machine contract calls by these names (semantics 11).
bool is_share(std::string_view key) {
  constexpr std::array<std::string_view, 5> kBegins = {"share", "met", "likelihood", "level", "at_least"};
  return std::ranges::any_of(kBegins, [&](std::string_view begin) { return key.starts_with(begin); });
}

std::string row_of(std::size_t row, const std::string& cells) {
  return "<row r=\"" + std::to_string(row + 1) + "\">" + cells + "</row>";
}

std::string header_row(const std::vector<std::string>& words) {
  std::string cells;
  for (std::size_t i = 0; i < words.size(); ++i) cells += text_cell(i, 0, words[i], CellLook::header);
  return row_of(0, cells);
}

// "{counted_min}/{required}" for one row; empty where a cell that it needs is.
std::string formula_in_row(const Table& table, std::size_t r, const std::string& formula) {
  std::string result;
  for (std::size_t at = 0; at < formula.size();) {
    const std::size_t open = std::min(formula.find('{', at), formula.size());
    result += formula.substr(at, open - at);
    if (open == formula.size()) break;
    const std::size_t close = formula.find('}', open);
    const std::string key = formula.substr(open + 1, close - open - 1);
    const auto column = std::ranges::find(table.columns, key, &Column::key);
    if (column == table.columns.end()) return "";
    const auto index = static_cast<std::size_t>(column - table.columns.begin());
    if (std::holds_alternative<std::monostate>(table.rows[r].cells[index])) return "";
    result += cell_name(index, r + 1);
    at = close + 1;
  }
  return result;
}

double width_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return display_width(cut_to_width(*text, 80));
  if (const auto* list = std::get_if<std::vector<std::string>>(&value))
    return display_width(cut_to_width(joined(*list, ", "), 80));
  return 10;
}

// Cells with the ids of a because from `column` on.
std::string because_cells(const Because& because, std::size_t column, std::size_t row, Language language) {
  std::string cells;
  const std::vector<std::string>& ids = because.ids();
  for (std::size_t i = 0; i < std::min(ids.size(), kBecauseCells); ++i)
    cells += text_cell(column + i, row, ids[i], CellLook::link);
  if (ids.size() > kBecauseCells)
    cells += text_cell(column + kBecauseCells, row,
                       filled(kMore, {std::to_string(ids.size() - kBecauseCells)}, language));
  return cells;
}

void add_links(const Because& because, std::size_t column, std::size_t row, const std::string& reasons,
               const ReasonPlaces& places, Links& links) {
  for (std::size_t i = 0; i < std::min(because.ids().size(), kBecauseCells); ++i)
    if (const auto place = places.find(because.ids()[i]); place != places.end())
      links.emplace_back(cell_name(column + i, row), reasons + "!" + cell_name(0, place->second + 1));
}

std::size_t most_ids(const Table& table) {
  std::size_t most = 0;
  for (const Row& row : table.rows) most = std::max(most, row.because.ids().size());
  return std::min(most, kBecauseCells + 1);
}

std::vector<std::string> because_header(std::size_t count, Language language) {
  std::vector<std::string> words(count);
  if (count > 0) words.front() = kBecause.in(language);
  return words;
}

}  // namespace

std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
  std::string name;
  for (const char c : on_one_line(wanted)) name += std::string_view("[]:*?/\\'!").contains(c) ? '_' : c;
  name = cut_to_width(name.empty() ? "sheet" : name, 26);
  std::string free = name;
  const auto is_taken = [&](const std::string& other) { return case_folded(other) == case_folded(free); };
  for (int n = 2; std::ranges::any_of(taken, is_taken); ++n) free = name + "_" + std::to_string(n);
  return free;
}

Sheet table_sheet(const Table& table, const std::string& reasons, const ReasonPlaces& places) {
  Sheet sheet;
  sheet.name = table.key;
  const std::size_t own = table.columns.size(), ids = most_ids(table);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < own; ++i) {
    const Column& column = table.columns[i];
    words.push_back(column.unit.empty() ? column.key : column.key + " (" + column.unit + ")");
    double width = display_width(cut_to_width(words.back(), 40)) + 3;
    for (std::size_t r = 0; r < std::min(table.rows.size(), kMeasuredRows); ++r)
      width = std::max(width, width_of(table.rows[r].cells[i]) + 1);
    sheet.widths.push_back(std::clamp(width, kWidthMin, kWidthMax));
  }
  for (std::string& word : because_header(ids, Language::en)) words.push_back(std::move(word));
  sheet.head = {header_row(words)};
  sheet.filtered = true;
  sheet.columns = own;
  sheet.rows = std::min(table.rows.size(), kSheetRowsMax);
  sheet.row_at = [&table, own](std::size_t r) {
    std::string cells;
    for (std::size_t i = 0; i < own; ++i) {
      const Column& column = table.columns[i];
      const std::string formula = column.formula.empty() ? "" : formula_in_row(table, r, column.formula);
      cells += value_cell(i, r + 1, table.rows[r].cells[i], is_share(column.key), formula);
    }
    return row_of(r + 1, cells + because_cells(table.rows[r].because, own, r + 1, Language::en));
  };
  if (table.rows.size() > kSheetRowsMax)
    sheet.head.front().insert(
        sheet.head.front().size() - 6,
        text_cell(
            own + ids, 0,
            filled(kCut, {std::to_string(table.rows.size()), std::to_string(kSheetRowsMax)}, Language::en)));
  sheet.links = [&table, own, reasons, &places] {
    Links links;
    for (std::size_t r = 0; r < std::min(table.rows.size(), kSheetRowsMax); ++r)
      add_links(table.rows[r].because, own, r + 1, reasons, places, links);
    return links;
  };
  return sheet;
}

Sheet overview_sheet(const Document& document, const std::string& reasons, const ReasonPlaces& places) {
  const auto say = [&](Phrase phrase) { return std::string(phrase.in(document.language)); };
  std::string title = document.case_id;
  for (const Block& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block)) {
      title = heading->text;
      break;
    }
  Sheet sheet;
  sheet.widths = {34, 14, 14, 14, 14, 12};
  sheet.head.push_back(row_of(0, text_cell(0, 0, title, CellLook::title)));
  sheet.head.push_back(row_of(1, text_cell(0, 1, document.valid + " / " + document.known)));
  std::size_t row = 2;
  for (const Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph != nullptr && paragraph->strong)
      sheet.head.push_back(row_of(row, text_cell(0, row, paragraph->text))), ++row;
  ++row;
  std::string header;
  const std::vector<std::string> words = {say({"figure", "Zahl"}),  say({"value", "Wert"}),
                                          say({"low", "unten"}),    say({"high", "oben"}),
                                          say({"unit", "Einheit"}), say(kBecause)};
  for (std::size_t i = 0; i < words.size(); ++i) header += text_cell(i, row, words[i], CellLook::header);
  sheet.head.push_back(row_of(row, header));
  const std::size_t first = row + 1;
  sheet.rows = document.figures.size();
  sheet.row_at = [&document, first](std::size_t i) {
    const Figure& figure = document.figures[i];
    const std::size_t at = first + i;
    const bool share = is_share(figure.key);
    return row_of(at, text_cell(0, at, figure.key) + value_cell(1, at, figure.value, share) +
                          value_cell(2, at, figure.low, share) + value_cell(3, at, figure.high, share) +
                          (figure.unit.empty() ? "" : text_cell(4, at, figure.unit)) +
                          because_cells(figure.because, 5, at, document.language));
  };
  sheet.links = [&document, first, reasons, &places] {
    Links links;
    for (std::size_t i = 0; i < document.figures.size(); ++i)
      add_links(document.figures[i].because, 5, first + i, reasons, places, links);
    return links;
  };
  return sheet;
}

Sheet reasons_sheet(const Document& document) {
  const auto say = [&](Phrase phrase) { return std::string(phrase.in(document.language)); };
  Sheet sheet;
  sheet.widths = {12, 60, 80};
  sheet.head = {header_row(
      {"id", say({"what was said", "was gesagt wurde"}), say({"from mouth to page", "vom Mund zum Blatt"})})};
  sheet.rows = std::min(document.reasons.size(), kSheetRowsMax);
  sheet.filtered = true;
  sheet.columns = 3;
  sheet.row_at = [&document](std::size_t i) {
    const Reason& reason = document.reasons[i];
    return row_of(i + 1, text_cell(0, i + 1, reason.id) +
                             text_cell(1, i + 1, reason.sentence, CellLook::wrapped) +
                             text_cell(2, i + 1, joined(reason.details, "\n"), CellLook::soft));
  };
  return sheet;
}

Sheet method_sheet(const Document& document) {
  Sheet sheet;
  sheet.widths = {110};
  sheet.rows = document.method.size();
  sheet.row_at = [&document](std::size_t i) {
    return row_of(i, text_cell(0, i, document.method[i], CellLook::wrapped));
  };
  return sheet;
}

namespace {

std::string sheet_begin(const Sheet& sheet) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
      "workbookViewId=\"0\">";
  if (sheet.filtered)
    xml += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>";
  xml += "</sheetView></sheetViews>";
  if (!sheet.widths.empty()) xml += "<cols>";
  for (std::size_t i = 0; i < sheet.widths.size(); ++i)
    xml += "<col min=\"" + std::to_string(i + 1) + "\" max=\"" + std::to_string(i + 1) + "\" width=\"" +
           shortest_number(sheet.widths[i]) + "\" customWidth=\"1\"/>";
  if (!sheet.widths.empty()) xml += "</cols>";
  xml += "<sheetData>";
  for (const std::string& row : sheet.head) xml += row;
  return xml;
}

std::string sheet_end(const Sheet& sheet) {
  std::string xml = "</sheetData>";
  if (sheet.filtered && sheet.columns > 0)
    xml += "<autoFilter ref=\"A1:" + cell_name(sheet.columns - 1, sheet.rows) + "\"/>";
  const Links links = sheet.links ? sheet.links() : Links{};
  if (!links.empty()) xml += "<hyperlinks>";
  for (const auto& [cell, target] : links)
    xml += "<hyperlink ref=\"" + cell + "\" location=\"" + xml_text(target) + "\"/>";
  if (!links.empty()) xml += "</hyperlinks>";
  return xml +
         "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>"
         "<pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>";
}

}  // namespace

std::function<bool(std::string&)> sheet_parts(Sheet given) {
  return [sheet = std::make_shared<Sheet>(std::move(given)), at = std::size_t{0}, begun = false,
          ended = false](std::string& part) mutable {
    if (ended) return false;
    if (!std::exchange(begun, true)) part += sheet_begin(*sheet);
    for (std::size_t n = 0; n < kRowsAtOnce && at < sheet->rows; ++n) part += sheet->row_at(at++);
    if (at == sheet->rows) {
      part += sheet_end(*sheet);
      ended = true;
    }
    return true;
  };
}

}  // namespace surety
