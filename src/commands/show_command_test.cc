// Tests of show, timeline and verify on the first case: what a person and a program are told.
#include "commands/show_command.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "commands/table.h"
#include "report/text_writer.h"

namespace surety {
namespace {

using Options = std::map<std::string, std::vector<std::string>>;

const std::string kCase = std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08";

Answer asked(const std::string& command, std::vector<std::string> arguments, Options options = {}) {
  Request request;
  request.command = command;
  request.arguments = std::move(arguments);
  request.options = std::move(options);
  return find_command(command)->run(request);
}

Document answered(const std::string& command, std::vector<std::string> arguments, Options options = {}) {
  Answer answer = asked(command, std::move(arguments), std::move(options));
  REQUIRE(answer.outcome == Outcome::answered);
  return std::get<Document>(std::move(answer.content));
}

const Table& table(const Document& document, const std::string& key) {
  const auto at = std::ranges::find(document.tables, key, &Table::key);
  REQUIRE(at != document.tables.end());
  return *at;
}

// A folder with a case of one page, and that page.
class Desk {
 public:
  Desk() : folder_(std::filesystem::temp_directory_path() / ("surety desk " + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "texts");
    put("case.toml", R"(case = { id = "desk", reference_date = 2030-01-01 }
actor = [{ id = "A", kind = "state" }]
capability = [{ id = "boats" }]
source = [{ id = "page" }, { id = "other" }]
[[statement]]
id = "S1"
kind = "pledge"
speaker = "A"
evidence = { source = "page", start = 4, end = 9, quote = "boats" }
claim = "boats(by A) > 0"
[[statement]]
id = "S2"
kind = "pledge"
speaker = "A"
evidence = { source = "page", start = 0, end = 3, quote = "Two" }
[[statement]]
id = "S3"
kind = "pledge"
speaker = "A"
evidence = { source = "page", start = 0, end = 3, quote = "ships" }
[[statement]]
id = "S4"
kind = "pledge"
speaker = "A"
evidence = { source = "other", quote = "ships" }
[[statement]]
id = "S5"
kind = "pledge"
speaker = "A"
evidence = { source = "page", start = 0, end = 3 }
)");
  }
  ~Desk() { std::filesystem::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("show: every figure and row in which a statement is used is one that because knows") {
  for (const char* id : {"S51", "S64", "S58", "A1", "unnamed:ten"}) {
    CAPTURE(id);
    const Document shown = answered("show", {kCase, id});
    const Document front = answered("assess", {kCase});
    for (const Row& row : table(shown, "used_in_figures").rows) CHECK(row.because.contains(id));
    for (const Figure& figure : front.figures) {
      const bool told = std::ranges::any_of(table(shown, "used_in_figures").rows, [&](const Row& row) {
        return row.cells[0] == Value(figure.key);
      });
      CHECK(told == figure.because.contains(id));
    }
  }
  const Document shown = answered("show", {kCase, "S64"});
  const auto& rows = table(shown, "used_in_rows").rows;
  const auto conflicts =
      std::ranges::find_if(rows, [](const Row& row) { return row.cells[0] == Value("conflicts"); });
  REQUIRE(conflicts != rows.end());
  CHECK(std::get<std::vector<std::string>>(conflicts->cells[1]).size() == 6);
}

TEST_CASE("show: history, origins, an unknown id") {
  const Document shown = answered("show", {kCase, "S28"});
  CHECK(table(shown, "history").rows.size() == 2);
  CHECK(table(shown, "origins").rows.size() == 1);
  CHECK(text_page(shown).find("superseded by S27") != std::string::npos);
  const Answer unknown = asked("show", {kCase, "S510"});
  CHECK(unknown.outcome == Outcome::refused);
  CHECK(unknown.faults.at(0).expected.starts_with("did you mean S5"));
}

TEST_CASE("because: a row of statements") {
  const Document row = answered("because", {kCase, "statements:1"});
  CHECK(table(row, "because").rows.at(0).cells[0] == Value("S03"));
}

TEST_CASE("timeline: filters and a stretch of days") {
  const Document all = answered("timeline", {kCase});
  const Document some = answered("timeline", {kCase}, {{"holder", {"RUS"}}, {"from", {"2025-08-20"}}});
  CHECK(table(some, "timeline").rows.size() < table(all, "timeline").rows.size());
  for (const Row& row : table(some, "timeline").rows)
    CHECK(std::get<std::string>(row.cells[0]) >= "2025-08-20");
  CHECK(asked("timeline", {kCase}, {{"from", {"2025"}}}).outcome == Outcome::refused);
}

TEST_CASE("verify: found, moved, not found, no text, cannot be told") {
  const Desk desk;
  desk.put("texts/page.txt", "Our boats. Two boats.");
  const Document document = answered("verify", {desk.path("case.toml")}, {{"texts", {desk.path("texts")}}});
  std::vector<std::string> statuses;
  for (const Row& row : table(document, "evidence").rows)
    statuses.push_back(std::get<std::string>(row.cells[2]));
  CHECK(statuses == std::vector<std::string>{"found", "moved", "not_found", "no_text", "unchecked"});
  CHECK(table(document, "evidence").rows[1].cells[5] == Value(std::int64_t{11}));
  const std::string page = text_page(document);
  CHECK(page.find("1 of 5 statements with evidence stand where it says") != std::string::npos);
  CHECK(page.find("start = 11, end = 14") != std::string::npos);
}

TEST_CASE("verify: a text of hostile bytes, a folder that is not there, no folder") {
  const Desk desk;
  desk.put("texts/page.txt", "Our \xFF\xFE boats");
  const Document document = answered("verify", {desk.path("case.toml")}, {{"texts", {desk.path("texts")}}});
  CHECK(table(document, "evidence").rows[0].cells[2] == Value("no_text"));
  CHECK(text_page(document, {300, false, false}).find("not valid UTF-8") != std::string::npos);
  CHECK(asked("verify", {desk.path("case.toml")}, {{"texts", {desk.path("none")}}}).outcome ==
        Outcome::refused);
  CHECK(asked("verify", {desk.path("case.toml")}).faults.at(0).place.file == "--texts");
}

TEST_CASE("verify: the article, where a copy is at hand, holds every statement") {
  std::filesystem::path folder = std::filesystem::path(SURETY_SOURCE_DIR).parent_path() / "shared/reference";
  if (const char* named = std::getenv("SURETY_REFERENCE")) folder = named;
  if (!std::filesystem::is_directory(folder / "article")) {
    std::printf("skipped: no copy of the article in %s\n", folder.c_str());
    return;
  }
  const Document document = answered("verify", {kCase}, {{"texts", {(folder / "article").string()}}});
  for (const Row& row : table(document, "evidence").rows) CHECK(row.cells[2] == Value("found"));
  CHECK(table(document, "evidence").rows.size() == 53);
}

TEST_CASE("filters: each narrows by its field, values of one are alternatives, unknown words are refused") {
  const auto count = [](Options options) {
    return table(answered("statements", {kCase}, std::move(options)), "statements").rows.size();
  };
  const std::size_t all = count({});
  CHECK(count({{"provenance", {"first_hand,reported,hearsay"}}}) == all);
  CHECK(count({{"provenance", {"first_hand"}}}) + count({{"provenance", {"reported"}}}) +
            count({{"provenance", {"hearsay"}}}) ==
        all);
  CHECK(count({{"credibility", {"1-6"}}}) == all);
  CHECK(count({{"credibility", {"1,2"}}}) + count({{"credibility", {"3-6"}}}) == all);
  CHECK(count({{"source", {"WSJ"}}}) == count({{"source", {"wsj-2025-08-20"}}}));
  CHECK(count({{"actor", {"p.colby"}}}) > count({{"holder", {"p.colby"}}}));
  CHECK(count({{"capability", {"ground_troops"}}, {"kind", {"red_line"}}}) == 1);
  CHECK(count({{"find", {"SELENSKYJ"}}}) == count({{"find", {"zelensky"}}, {"holder", {"UKR"}}}));
  for (const char* option :
       {"actor", "holder", "kind", "capability", "issue", "source", "credibility", "provenance"}) {
    CAPTURE(option);
    const Answer refused = asked("statements", {kCase}, {{option, {"zzzzzz"}}});
    CHECK(refused.outcome == Outcome::refused);
    CHECK(refused.faults.size() == 1);
  }
  for (const char* grades : {"0", "7", "3-1", "1-", "-"})
    CHECK(asked("statements", {kCase}, {{"credibility", {grades}}}).outcome == Outcome::refused);
}

TEST_CASE("filters: assumptions are listed only where they fit") {
  const auto assumptions = [](Options options) {
    return table(answered("statements", {kCase}, std::move(options)), "assumptions").rows.size();
  };
  CHECK(assumptions({}) == 12);
  CHECK(assumptions({{"find", {"Article 5"}}}) == 2);
  CHECK(assumptions({{"find", {"no such text"}}}) == 0);
  CHECK(assumptions({{"kind", {"pledge"}}}) == 0);
  CHECK(assumptions({{"issue", {"veto"}}}) == 1);
  CHECK(assumptions({{"current", {""}}}) == 8);
}

}  // namespace surety
