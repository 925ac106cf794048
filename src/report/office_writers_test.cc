// Tests of XLSX and DOCX on random documents: archives whose parts are XML that another reader takes.
#include <doctest/doctest.h>

#include <cmath>

#include "base/zip_archive.h"
#include "report/docx_writer.h"
#include "report/random_chart_test.h"
#include "report/xlsx_cell.h"
#include "report/xlsx_writer.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

const auto kAll = [](std::string_view) { return true; };

void check_parts(const std::string& archive) {
  const auto parts = zip_contents(archive, kAll, 100'000'000);
  REQUIRE(parts.has_value());
  REQUIRE(parts->contains("[Content_Types].xml"));
  for (const auto& [name, bytes] : *parts) {
    CAPTURE(name);
    REQUIRE(bytes.starts_with("<?xml"));
    REQUIRE(bytes.find('\x1B') == std::string::npos);
    REQUIRE(bytes.find("<b>") == std::string::npos);
  }
}

TEST_CASE("random documents become archives, the same ones twice") {
  Random random(kSeed);
  MESSAGE("seed ", kSeed);
  for (int i = 0; i < 120; ++i) {
    CAPTURE(i);
    Document document = random_document(random);
    for (int k = 0; k < 30; ++k)
      document.reasons.push_back({"S" + std::to_string(k), hostile_text(random), hostile_texts(random, 2)});
    document.charts.push_back(random_drawing(random));
    document.blocks.emplace_back(ChartPlace{document.charts.back().key});
    const auto book = xlsx_workbook(document);
    REQUIRE(book.has_value());
    REQUIRE(*book == *xlsx_workbook(document));
    check_parts(*book);
    const auto text = docx_file(document, {}, "");
    REQUIRE(text.has_value());
    REQUIRE(*text == *docx_file(document, {}, ""));
    check_parts(*text);
  }
}

TEST_CASE("cells: names, numbers, what is text") {
  CHECK(cell_name(0, 0) == "A1");
  CHECK(cell_name(25, 9) == "Z10");
  CHECK(cell_name(26, 0) == "AA1");
  CHECK(cell_name(701, 0) == "ZZ1");
  CHECK(cell_name(702, 0) == "AAA1");
  CHECK(value_cell(0, 0, Value(std::int64_t{5000}), false) == "<c r=\"A1\" s=\"2\"><v>5000</v></c>");
  CHECK(value_cell(0, 0, Value(Hundredths{1250}), false) == "<c r=\"A1\" s=\"3\"><v>12.5</v></c>");
  CHECK(value_cell(0, 0, Value(.16), true, "B2/C2") == "<c r=\"A1\" s=\"4\"><f>B2/C2</f><v>0.16</v></c>");
  CHECK(value_cell(0, 0, Value(std::nan("")), false) == "");
  CHECK(value_cell(0, 0, Value(std::int64_t{1} << 60), false).find("inlineStr") != std::string::npos);
  CHECK(text_cell(0, 0, "=1+1").find("<f>") == std::string::npos);
  CHECK(cell_text("_x000D_ <&\nb") == "_x005F_x000D_ &lt;&amp;\nb");
  CHECK(cell_text(std::string(40'000, 'x')).size() <= 32'767);
}

}  // namespace
}  // namespace surety
