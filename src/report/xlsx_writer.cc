// See xlsx_writer.h.
#include "report/xlsx_writer.h"

#include "base/zip_archive.h"
#include "report/xlsx_cell.h"
#include "report/xlsx_sheet.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string content_types(std::size_t sheets) {
  std::string xml(kXml);
  xml +=
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
      "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
      "PartName=\"/xl/styles.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
  for (std::size_t i = 1; i <= sheets; ++i)
    xml +=
        "<Override PartName=\"/xl/worksheets/sheet" + std::to_string(i) +
        ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
  return xml + "</Types>\n";
}

std::string package_relations() {
  return std::string(kXml) +
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"rId1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
         "Target=\"xl/workbook.xml\"/></Relationships>\n";
}

std::string workbook_relations(std::size_t sheets) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string xml(kXml);
  xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (std::size_t i = 1; i <= sheets; ++i)
    xml += "<Relationship Id=\"rId" + std::to_string(i) + "\" Type=\"" + type +
           "worksheet\" Target=\"worksheets/sheet" + std::to_string(i) + ".xml\"/>";
  return xml + "<Relationship Id=\"rId" + std::to_string(sheets + 1) + "\" Type=\"" + type +
         "styles\" Target=\"styles.xml\"/></Relationships>\n";
}

std::string workbook(const std::vector<Sheet>& sheets) {
  std::string xml(kXml);
  xml +=
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>";
  for (std::size_t i = 0; i < sheets.size(); ++i)
    xml += "<sheet name=\"" + xml_text(sheets[i].name) + "\" sheetId=\"" + std::to_string(i + 1) +
           "\" r:id=\"rId" + std::to_string(i + 1) + "\"/>";
  xml += "</sheets>";
  std::string names;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    if (sheets[i].filtered && sheets[i].columns > 0) {
      const std::string last = cell_name(sheets[i].columns - 1, sheets[i].rows);
      const std::size_t digits = last.find_first_of("0123456789");
      names += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + std::to_string(i) +
               "\" hidden=\"1\">'" + xml_text(sheets[i].name) + "'!$A$1:$" + last.substr(0, digits) + "$" +
               last.substr(digits) + "</definedName>";
    }
  if (!names.empty()) xml += "<definedNames>" + names + "</definedNames>";
  return xml + "<calcPr fullCalcOnLoad=\"1\"/></workbook>\n";
}

}  // namespace

Result<std::string> xlsx_workbook(const Document& document) {
  const ReasonPlaces places = reason_places(document);
  std::vector<std::string> names = {"overview", "reasons", "method"};
  std::vector<Sheet> sheets = {overview_sheet(document, "reasons", places)};
  sheets.front().name = names[0];
  for (const Table& table : document.tables) {
    sheets.push_back(table_sheet(table, "reasons", places));
    sheets.back().name = sheet_name(table.key, names);
    names.push_back(sheets.back().name);
  }
  sheets.push_back(reasons_sheet(document));
  sheets.back().name = names[1];
  sheets.push_back(method_sheet(document));
  sheets.back().name = names[2];
  std::vector<ZipEntry> entries;
  entries.push_back(zip_entry("[Content_Types].xml", content_types(sheets.size())));
  entries.push_back(zip_entry("_rels/.rels", package_relations()));
  entries.push_back(zip_entry("xl/workbook.xml", workbook(sheets)));
  entries.push_back(zip_entry("xl/_rels/workbook.xml.rels", workbook_relations(sheets.size())));
  entries.push_back(zip_entry("xl/styles.xml", xlsx_styles()));
  for (std::size_t i = 0; i < sheets.size(); ++i)
    entries.push_back(
        {"xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", sheet_parts(std::move(sheets[i]))});
  return zip_archive(std::move(entries));
}

}  // namespace surety
