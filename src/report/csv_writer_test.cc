// Tests of csv_writer.h: the form, the refusals, and random tables read back by a reader written from RFC
// 4180.
#include "report/csv_writer.h"

#include <cmath>
#include <cstdlib>

#include <doctest/doctest.h>

#include "base/heard_test.h"
#include "base/number_text.h"
#include "base/text.h"
#include "report/random_document_test.h"

namespace surety {
namespace {

using Cells = std::vector<std::string>;

// Records of cells; quotation marks doubled inside quoted cells, line feeds between records.
std::vector<Cells> read_csv(const std::string& text) {
  std::vector<Cells> records;
  Cells record;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      cell += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == ',' || c == '\n')) {
      record.push_back(std::move(cell));
      cell.clear();
      if (c == '\n') records.push_back(std::move(record)), record.clear();
    } else
      cell += c;
  }
  REQUIRE(!quoted);
  REQUIRE((cell.empty() && record.empty()));
  return records;
}

Cells read_list(const std::string& cell) {
  Cells list;
  if (cell.empty()) return list;
  list.emplace_back();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '|')
      list.emplace_back();
    else
      list.back() += cell[i] == '\\' ? cell[++i] : cell[i];
  }
  return list;
}

// What a text becomes: controls that RFC 4180 does not allow, and bytes that are not UTF-8, as U+FFFD.
std::string kept(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    const bool control = (now.value < 0x20 && now.value != '\t' && now.value != '\n' && now.value != '\r') ||
                         (now.value >= 0x7F && now.value <= 0x9F);
    result += now.valid && !control ? text.substr(at, now.bytes) : "\uFFFD";
    at += now.bytes;
  }
  return result;
}

void check_cell(const Value& value, const std::string& cell) {
  if (const auto* flag = std::get_if<bool>(&value))
    REQUIRE(cell == (*flag ? "true" : "false"));
  else if (const auto* whole = std::get_if<std::int64_t>(&value))
    REQUIRE(cell == std::to_string(*whole));
  else if (const auto* money = std::get_if<Hundredths>(&value))
    REQUIRE(cell == plain_hundredths(money->count));
  else if (const auto* text = std::get_if<std::string>(&value))
    REQUIRE(cell == kept(*text));
  else if (const auto* list = std::get_if<Cells>(&value)) {
    const Cells read = read_list(cell);
    REQUIRE(read.size() == list->size());
    for (std::size_t i = 0; i < read.size(); ++i) REQUIRE(read[i] == kept((*list)[i]));
  } else if (const auto* number = std::get_if<double>(&value)) {
    REQUIRE(cell.empty() == !std::isfinite(*number));
    if (!cell.empty()) REQUIRE(std::strtod(cell.c_str(), nullptr) == *number);
  } else {
    REQUIRE(cell.empty());
  }
}

Document two_tables() {
  Document document;
  document.tables = {{"rules",
                      {{"rule", ""}, {"share_min", ""}, {"met", ""}, {"who", ""}, {"cost", "EUR"}},
                      {{{"a, \"b\"", 0.16, true, Cells{"FRA", "a|b\\c"}, Hundredths{1'250}}, {"S58", "S9"}},
                       {{"=1+1", {}, false, Cells{}, std::nan("")}, {}},
                       {{"", std::int64_t{-5}, {}, {}, {}}, {"S1"}},
                       {{"two\nlines", 1e21, {}, {}, {}}, {}}}},
                     {"needs", {{"statement", ""}}, {}}};
  return document;
}

}  // namespace

TEST_CASE("csv_writer: a table") {
  const auto csv = csv_table(two_tables(), "");
  REQUIRE(csv);
  CHECK(*csv == R"(rule,share_min,met,who,cost,because
"a, ""b""",0.16,true,FRA|a\|b\\c,12.5,S58|S9
=1+1,,false,,,
"",-5,,,,S1
"two
lines",1e+21,,,,
)");
  CHECK(csv_table(two_tables(), "rules") == *csv);
  CHECK(csv_table(two_tables(), "needs") == "statement,because\n");
}

TEST_CASE("csv_writer: an unknown table is refused by naming those there are") {
  const auto csv = csv_table(two_tables(), "rule");
  REQUIRE(!csv);
  CHECK(heard(csv.error()).code == ErrorCode::not_found);
  CHECK(csv.error().message == "this answer has no table \"rule\"; it has rules, needs");
  const auto none = csv_table(Document{}, "");
  REQUIRE(!none);
  CHECK(heard(none.error()).message == "this answer has no table");
}

TEST_CASE("csv_writer: random tables read back equal") {
  constexpr std::uint64_t kSeed = 20250821;
  Random random(kSeed);
  for (int round = 0; round < 1'000; ++round) {
    Document document;
    document.tables = {random_table(random, "t")};
    const Table& table = document.tables.front();
    CAPTURE(kSeed);
    CAPTURE(round);
    const auto csv = csv_table(document, "t");
    REQUIRE(csv);
    const auto records = read_csv(*csv);
    REQUIRE(records.size() == table.rows.size() + 1);
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      REQUIRE(records[0][c] == kept(table.columns[c].key));
    REQUIRE(records[0].back() == "because");
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      REQUIRE(records[r + 1].size() == row.cells.size() + 1);
      for (std::size_t c = 0; c < row.cells.size(); ++c) check_cell(row.cells[c], records[r + 1][c]);
      REQUIRE(read_list(records[r + 1].back()) == row.because.ids());
    }
  }
}

}  // namespace surety
