// Tests of json_writer.h: the contract as a golden answer, and random documents read back by another JSON
// library.
#include "report/json_writer.h"

#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/number_text.h"
#include "base/text.h"
#include "report/random_document_test.h"

namespace surety {
namespace {

using Json = nlohmann::ordered_json;

// The bytes of `text` that are not UTF-8 as U+FFFD, everything else as it is.
std::string repaired(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    valid += now.valid ? text.substr(at, now.bytes) : std::string_view("\uFFFD");
    at += now.bytes;
  }
  return valid;
}

Json expected(const std::vector<std::string>& list) {
  Json json = Json::array();
  for (const std::string& element : list) json.push_back(repaired(element));
  return json;
}

Json expected(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* money = std::get_if<Hundredths>(&value)) return Json::parse(plain_hundredths(money->count));
  if (const auto* number = std::get_if<double>(&value))
    return std::isfinite(*number) ? Json(*number) : Json();
  if (const auto* text = std::get_if<std::string>(&value)) return repaired(*text);
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return expected(*list);
  return nullptr;
}

Json expected_or_null(const std::string& text) { return text.empty() ? Json() : Json(repaired(text)); }

void check_read_back(const Document& document) {
  const Json read = Json::parse(json_answer(document), nullptr, false);
  REQUIRE(!read.is_discarded());
  REQUIRE(read["case"] == expected_or_null(document.case_id));
  REQUIRE(read["complete"] == document.complete);
  REQUIRE(read["figures"].size() == document.figures.size());
  for (const Figure& figure : document.figures) {
    const Json& json = read["figures"][figure.key];
    REQUIRE(json["value"] == expected(figure.value));
    REQUIRE(json["low"] == expected(figure.low));
    REQUIRE(json["high"] == expected(figure.high));
    REQUIRE(json["unit"] == expected_or_null(figure.unit));
    REQUIRE(json["because"] == expected(figure.because.ids()));
  }
  REQUIRE(read["tables"].size() == document.tables.size());
  for (const Table& table : document.tables) {
    const Json& json = read["tables"][table.key];
    REQUIRE(json["columns"].size() == table.columns.size());
    REQUIRE(json["rows"].size() == table.rows.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::string key = repaired(table.columns[c].key);
      REQUIRE(json["columns"][c]["key"] == key);
      REQUIRE(json["columns"][c]["unit"] == expected_or_null(table.columns[c].unit));
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        REQUIRE(json["rows"][r][key] == expected(table.rows[r].cells[c]));
        REQUIRE(json["rows"][r]["because"] == expected(table.rows[r].because.ids()));
      }
    }
  }
}

}  // namespace

TEST_CASE("json_writer: the contract") {
  const Document document{
      .command = "assess",
      .case_id = "ukraine-2025-08",
      .valid = "2025-08-21",
      .known = "2025-08-22",
      .input_sha256 = "ab12",
      .language = Language::de,
      .complete = false,
      .figures = {{"gap",
                   std::int64_t{42'000},
                   std::int64_t{40'000},
                   std::int64_t{42'000},
                   "persons",
                   {"S58", "S9"}},
                  {"cost", Hundredths{1'250}, {}, {}, "", {}}},
      .tables = {{"ways_out",
                  {{"members", ""}, {"price", "points"}, {"keeps_goals", ""}, {"share_min", ""}},
                  {{{std::vector<std::string>{"S03", "S64"}, std::int64_t{269}, true, 0.16}, {"S03"}},
                   {{std::vector<std::string>{}, {}, false, std::nan("")}, {}}}},
                 {"empty", {{"statement", ""}}, {}}},
      .blocks = {Heading{1, "Sicherheitsgarantien", "Stand 21. August 2025"},
                 Paragraph{"Sie „trägt\" nicht.", false},
                 Grid{{Align::left, Align::left, Align::left}, {}, {{"einig", "", "nein"}}, 2},
                 Outline{{{0, "", "Russland"}, {1, "gegen", "Frankreich"}}}}};
  CHECK(json_answer(document) == R"({
 "surety": {"version": ")" SURETY_VERSION R"(", "format": 1, "input_sha256": "ab12"},
 "command": "assess",
 "case": "ukraine-2025-08",
 "as_of": {"valid": "2025-08-21", "known": "2025-08-22"},
 "complete": false,
 "figures": {
  "gap": {"value": 42000, "low": 40000, "high": 42000, "unit": "persons", "because": ["S58", "S9"]},
  "cost": {"value": 12.5, "low": null, "high": null, "unit": null, "because": []}
 },
 "tables": {
  "ways_out": {
   "columns": [{"key": "members", "unit": null}, {"key": "price", "unit": "points"}, )"
                                 R"({"key": "keeps_goals", "unit": null}, {"key": "share_min", "unit": null}],
   "rows": [
    {"members": ["S03", "S64"], "price": 269, "keeps_goals": true, "share_min": 0.16, "because": ["S03"]},
    {"members": [], "price": null, "keeps_goals": false, "share_min": null, "because": []}
   ]
  },
  "empty": {
   "columns": [{"key": "statement", "unit": null}],
   "rows": []
  }
 },
 "text": [
  "Sicherheitsgarantien  Stand 21. August 2025",
  "Sie „trägt\" nicht.",
  "einig  nein",
  "Russland",
  "gegen  Frankreich"
 ]
}
)");
}

TEST_CASE("json_writer: an empty document") {
  Document document;
  document.command = "check";
  CHECK(json_answer(document) == R"({
 "surety": {"version": ")" SURETY_VERSION R"(", "format": 1, "input_sha256": null},
 "command": "check",
 "case": null,
 "as_of": {"valid": null, "known": null},
 "complete": true,
 "figures": {},
 "tables": {},
 "text": []
}
)");
}

TEST_CASE("json_writer: strings and numbers") {
  CHECK(json_string("a\"b\\c\n\r\t\x01\x7F") == R"("a\"b\\c\n\r\t\u0001\u007f")");
  CHECK(json_string("\u202E\u009B\u2028ä漢🇺🇦") == R"("\u202e\u009b\u2028ä漢🇺🇦")");
  CHECK(json_string("a\xFFz") == "\"a\uFFFDz\"");
  CHECK(json_string(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(json_value(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(json_value(Hundredths{-5}) == "-0.05");
  CHECK(json_value(0.1) == "0.1");
  CHECK(json_value(-0.0) == "-0.0");
  CHECK(json_value(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("json_writer: random documents read back equal, without a control in the text") {
  constexpr std::uint64_t kSeed = 20250821;
  Random random(kSeed);
  for (int round = 0; round < 500; ++round) {
    const Document document = random_document(random);
    CAPTURE(kSeed);
    CAPTURE(round);
    check_read_back(document);
    std::string text = json_answer(document);
    std::erase(text, '\n');
    REQUIRE(without_controls(text) == text);
  }
}

}  // namespace surety
