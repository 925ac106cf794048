// Tests of XLSX as others write it: shared strings, days, gaps between cells, faults with sheet and cell.
#include "exchange/xlsx_records.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/zip_archive.h"

namespace surety {
namespace {

std::string workbook(const std::string& rows, const std::string& name = "Statements") {
  std::vector<ZipEntry> entries;
  entries.push_back(zip_entry(
      "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Notes\" r:id=\"a\"/><sheet name=\"" +
                             name + "\" r:id=\"b\"/></sheets></workbook>"));
  entries.push_back(
      zip_entry("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Target=\"worksheets/one.xml\"/><Relationship "
                "Id=\"b\" Target=\"/xl/worksheets/two.xml\"/></Relationships>"));
  entries.push_back(zip_entry(
      "xl/sharedStrings.xml",
      "<sst><si><t>id</t></si><si><r><t>so</t></r><r><t>urce</t></r><rPh><t>x</t></rPh></si></sst>"));
  entries.push_back(
      zip_entry("xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy\"/></numFmts><cellXfs>"
                "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"));
  entries.push_back(zip_entry("xl/worksheets/one.xml", "<worksheet><sheetData/></worksheet>"));
  entries.push_back(
      zip_entry("xl/worksheets/two.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
  return *zip_archive(std::move(entries));
}

const std::string kHeader =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>start</t></is></c></row>)";

TEST_CASE("texts, numbers, days, truth and gaps") {
  const auto records = xlsx_records(
      workbook(
          kHeader +
          R"(<row r="3"><c r="A3" s="1"><v>45890</v></c><c r="C3"><v>0.69999999999999996</v></c></row>)"
          R"(<row r="4"><c r="B4" s="2"><v>45890.5</v></c><c r="C4" t="b"><v>1</v></c></row><row r="5"/>)"),
      "list.xlsx");
  REQUIRE(records.has_value());
  REQUIRE(records->size() == 3);
  CHECK((*records)[0][1].text == "source");
  CHECK((*records)[1][0].text == "2025-08-21");
  CHECK((*records)[1][1].text == "");
  CHECK((*records)[1][2].text == "0.7");
  CHECK((*records)[1][2].at.file == "list.xlsx:Statements!C3");
  CHECK((*records)[2][1].text == "2025-08-21");
  CHECK((*records)[2][2].text == "true");
}

TEST_CASE("an error in a cell is a fault with its place") {
  const auto records =
      xlsx_records(workbook(kHeader + R"(<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>)"), "list.xlsx");
  REQUIRE_FALSE(records.has_value());
  CHECK(records.error().front().place.file == "list.xlsx:Statements!B2");
}

TEST_CASE("without a sheet of that name the first one is read") {
  const auto records = xlsx_records(workbook(kHeader, "Others"), "list.xlsx");
  REQUIRE(records.has_value());
  CHECK(records->empty());
}

TEST_CASE("no bytes break the reader") {
  Random random(20250821);
  const std::string whole = workbook(kHeader);
  CHECK(looks_like_xlsx(whole));
  CHECK_FALSE(looks_like_xlsx("id,kind"));
  for (int i = 0; i < 300; ++i) {
    std::string broken = whole;
    for (std::uint64_t n = 1 + random.below(8); n > 0; --n)
      broken[random.below(broken.size())] = static_cast<char>(random.below(256));
    if (random.chance(0.3)) broken.resize(random.below(broken.size()));
    (void)xlsx_records(broken, "broken.xlsx");
  }
}

}  // namespace
}  // namespace surety
