// Tests of the command check: the counts of a sound case, the faults of a broken one, in tables and in lines.
#include "commands/check_command.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "commands/answer_writing.h"
#include "exchange/case_file.h"
#include "report/text_writer.h"

namespace surety {
namespace {

Answer checked(const std::string& path, const std::string& format = "text",
               Language language = Language::en) {
  Request request;
  request.command = "check";
  request.arguments = {path};
  request.format = format;
  request.language = language;
  return check_command().run(request);
}

std::string broken_case() {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / "surety-check-command-test.toml";
  std::ofstream(path) << "[case]\nid = \"x\"\nreference_date = 2025-08-21\nnaem = \"y\"\n[[actor]]\nid = "
                         "\"A\"\nkind = \"stat\"\n";
  return path.string();
}

TEST_CASE("check: a sound case is said to be one, with its counts") {
  const Answer answer = checked(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  REQUIRE(answer.outcome == Outcome::answered);
  const auto& document = std::get<Document>(answer.content);
  REQUIRE(document.figures.front().key == "statements");
  const auto c = read_case(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  REQUIRE(c);
  CHECK(document.figures.front().value == Value(static_cast<std::int64_t>(c->statements.size())));
  const std::string count = std::to_string(c->statements.size());
  REQUIRE(document.tables.front().key == "faults");
  CHECK(document.tables.front().rows.empty());
  CHECK(text_page(document).find("No fault: " + count + " statements") != std::string::npos);
  const Answer german =
      checked(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08", "text", Language::de);
  CHECK(text_page(std::get<Document>(german.content)).find("Kein Fehler: " + count + " Aussagen") !=
        std::string::npos);
}

TEST_CASE("check: a broken case is refused, with a row and a line for each fault") {
  const std::string path = broken_case();
  const Answer answer = checked(path, "json");
  CHECK(answer.outcome == Outcome::refused);
  REQUIRE(answer.faults.size() == 2);
  CHECK(fault_line(answer.faults[0], Language::en).starts_with(path + ":4:1: "));
  const auto& document = std::get<Document>(answer.content);
  REQUIRE(document.tables.front().rows.size() == 2);
  CHECK(document.tables.front().rows[1].cells[1] == Value(std::int64_t{7}));
  CHECK_FALSE(document.blocks.empty());
  CHECK(std::get<Document>(checked(path).content).blocks.empty());
  std::remove(path.c_str());
}

TEST_CASE("check: what cannot be read is refused without a page") {
  const Answer answer = checked("there/is/no/such/case");
  CHECK(answer.outcome == Outcome::refused);
  CHECK(answer.faults.size() == 1);
}

TEST_CASE("fault lines: place, sentence and expectation on one line, without controls") {
  const Fault whole{{"case.toml", 12, 7}, "unknown key 'naem'", "did you mean 'name'?"};
  CHECK(fault_line(whole, Language::en) == "case.toml:12:7: unknown key 'naem' (did you mean 'name'?)");
  CHECK(fault_line({{"--as-of", 0, 0}, "m", "a date"}, Language::de) == "--as-of: m (erwartet: ein Datum)");
  CHECK(fault_line({{}, "a\nb\x1B", ""}, Language::en) == "surety: a b\uFFFD");
}

}  // namespace
}  // namespace surety
