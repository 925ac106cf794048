// The command `conflict` on the shipped case and on group CNF: sets, price, refusals.
#include "commands/conflict_command.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace surety;

namespace {

Answer run(Request request) {
  request.command = "conflict";
  return conflict_command().run(request);
}

std::set<std::vector<std::string>> members(const Document& document, std::string_view table) {
  std::set<std::vector<std::string>> sets;
  const auto at = std::ranges::find(document.tables, table, &Table::key);
  REQUIRE(at != document.tables.end());
  for (const Row& row : at->rows) sets.insert(std::get<std::vector<std::string>>(row.cells[0]));
  return sets;
}

Request on_case() {
  Request request;
  request.arguments = {std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08"};
  return request;
}

}  // namespace

// The eleven conflicts and eight concessions that were found by brute force when the article was annotated.
TEST_CASE("the statements of the first annotation give exactly its conflicts and concessions") {
  Request request = on_case();
  request.options["only"] = {
      "S03,S04,S09,S26,S27,S28,S30,S33,S37,S41,S42,S43,S44,S45,S46,S50,S51,S52,S58,S59,S60,S61,S64,S66,A1,A2,"
      "A3,A4,A5,A6,A7"};
  const Answer answer = run(request);
  REQUIRE(answer.outcome == Outcome::answered);
  const auto& document = std::get<Document>(answer.content);
  CHECK(members(document, "conflicts") == std::set<std::vector<std::string>>{{"S03", "S41"},
                                                                             {"S03", "S42"},
                                                                             {"S03", "S43"},
                                                                             {"S03", "S44"},
                                                                             {"S03", "S45"},
                                                                             {"S51", "S64"},
                                                                             {"S52", "S64"},
                                                                             {"S59", "S64"},
                                                                             {"S60", "S64"},
                                                                             {"S09", "S66"},
                                                                             {"S03", "S09", "S46"}});
  const auto concessions = members(document, "concessions");
  CHECK(concessions.size() == 8);
  CHECK(concessions.contains({"S03", "S09", "S64"}));
  CHECK(concessions.contains({"S03", "S64", "S66"}));
}

TEST_CASE("the full case: two more conflicts, the cheapest concession, assumptions in the because") {
  const Answer answer = run(on_case());
  const auto& document = std::get<Document>(answer.content);
  CHECK(members(document, "conflicts").size() == 13);
  CHECK(members(document, "concessions").size() == 8);
  const auto cheapest = std::ranges::find(document.figures, "cheapest_concession", &Figure::key);
  REQUIRE(cheapest != document.figures.end());
  CHECK(std::get<std::int64_t>(cheapest->value) == 240);
  const Table& conflicts = document.tables[0];
  const auto jets = std::ranges::find_if(conflicts.rows, [](const Row& row) {
    return std::get<std::vector<std::string>>(row.cells[0]) == std::vector<std::string>{"S03", "S41"};
  });
  REQUIRE(jets != conflicts.rows.end());
  CHECK(jets->because == Because{"S03", "S41", "A1"});
}

TEST_CASE("a group CNF is asked about its groups") {
  const std::string path = (std::filesystem::temp_directory_path() / "surety-conflict-test.gcnf").string();
  std::ofstream(path) << "p gcnf 2 4 3\n{0} 1 2 0\n{1} -1 0\n{2} -2 0\n{3} 1 0\n";
  Request request;
  request.options["gcnf"] = {path};
  const Answer answer = run(request);
  REQUIRE(answer.outcome == Outcome::answered);
  const auto& document = std::get<Document>(answer.content);
  CHECK(members(document, "conflicts") == std::set<std::vector<std::string>>{{"1", "2"}, {"1", "3"}});
  CHECK(members(document, "concessions") == std::set<std::vector<std::string>>{{"1"}, {"2", "3"}});
  std::filesystem::remove(path);
}

TEST_CASE("what cannot be asked is refused with a sentence") {
  CHECK(run({}).outcome == Outcome::refused);
  Request both = on_case();
  both.options["gcnf"] = {"x.gcnf"};
  CHECK(run(both).outcome == Outcome::refused);
  Request zero = on_case();
  zero.options["budget"] = {"0"};
  const Answer refused = run(zero);
  CHECK(refused.outcome == Outcome::refused);
  REQUIRE(refused.faults.size() == 1);
  CHECK(refused.faults[0].place.file == "--budget");
}
