// Tests of the command because: keys of every kind lead to their statements, the options go along, limits are
// said.
#include "commands/because_command.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "commands/case_request.h"
#include "commands/table.h"
#include "report/text_writer.h"

namespace surety {
namespace {

const std::string kCase = std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08";

Answer asked(const CommandRow& command, const std::string& key,
             std::map<std::string, std::vector<std::string>> options = {}) {
  Request request;
  request.command = "because";
  request.arguments = {kCase, key};
  request.options = std::move(options);
  return command.run(request);
}

std::vector<std::string> ids(const Answer& answer) {
  std::vector<std::string> found;
  for (const Row& row : std::get<Document>(answer.content).tables.front().rows)
    found.push_back(std::get<std::string>(row.cells[0]));
  return found;
}

// A question whose answer has one figure and one row, and which tells what it was asked with.
CommandRow question(const std::string& name, bool complete,
                    std::map<std::string, std::vector<std::string>>* seen = nullptr) {
  CommandRow row;
  row.name = name;
  row.options = {*std::ranges::find(case_options(), "without", &OptionRow::name)};
  row.run = [=](const Request& request) -> Answer {
    if (seen != nullptr) *seen = request.options;
    Document document;
    document.command = name;
    document.complete = complete;
    document.figures.push_back(
        {"total:S51", {}, std::int64_t{5}, std::int64_t{7}, "soldiers", Because{"S51", "A1"}});
    document.tables.push_back(
        {name, {{"members", ""}}, {{{std::vector<std::string>{"S52"}}, Because{"S52"}}}});
    return {std::move(document), {}, {}, complete ? Outcome::answered : Outcome::stopped};
  };
  return row;
}

TEST_CASE("because: figures, rows and ids of the case lead to their statements") {
  const CommandRow command = because_command({question("rows", true)});
  CHECK(ids(asked(command, "total:S51")) == std::vector<std::string>{"A1", "S51"});
  CHECK(ids(asked(command, "rows:1")) == std::vector<std::string>{"S52"});
  CHECK(ids(asked(command, "unnamed:ten")) == std::vector<std::string>{"unnamed:ten"});
  const Answer page = asked(command, "total:S51");
  CHECK(page.outcome == Outcome::answered);
  const std::string text = text_page(std::get<Document>(page.content));
  CHECK(text.find("5–7 soldiers") != std::string::npos);
  CHECK(text.find("from mouth to page: ") != std::string::npos);
}

TEST_CASE("because: only the options that a question knows go along, its arguments are the case") {
  std::map<std::string, std::vector<std::string>> seen;
  const CommandRow command = because_command({question("rows", true, &seen)});
  asked(command, "rows:1", {{"without", {"S66"}}, {"budget", {"5"}}});
  CHECK(seen == std::map<std::string, std::vector<std::string>>{{"without", {"S66"}}});
}

TEST_CASE("because: a complete answer goes before one that was stopped at its limit") {
  const CommandRow both = because_command({question("rows", false), question("rows", true)});
  CHECK(asked(both, "rows:1").outcome == Outcome::answered);
  const CommandRow only = because_command({question("rows", false)});
  const Answer stopped = asked(only, "rows:1");
  CHECK(stopped.outcome == Outcome::stopped);
  CHECK_FALSE(std::get<Document>(stopped.content).complete);
  CHECK(asked(only, "rows:2").outcome == Outcome::stopped);
}

TEST_CASE("because: an unknown key is refused with a near one, else with all of them") {
  const CommandRow command = because_command({question("rows", true)});
  for (const char* key : {"rows:0", "rows:2", "rows:", "rows:1x", ":1", "rows:99999999999999999999"}) {
    CAPTURE(key);
    CHECK(asked(command, key).outcome == Outcome::refused);
  }
  CHECK(asked(command, "total:S15").faults.at(0).expected == "did you mean total:S51?");
  CHECK(asked(command, "something else").faults.at(0).expected ==
        "one of: total:S51, rows:1, the id of a statement or assumption");
}

TEST_CASE("because: every id in every because of the first case is explained") {
  const CommandRow* command = find_command("because");
  REQUIRE(command != nullptr);
  Request request;
  request.command = "conflict";
  request.arguments = {kCase};
  const Answer conflicts = find_command("conflict")->run(request);
  const auto& tables = std::get<Document>(conflicts.content).tables;
  REQUIRE(tables.front().key == "conflicts");
  for (std::size_t i = 0; i < tables.front().rows.size(); ++i)
    CHECK(ids(asked(*command, "conflicts:" + std::to_string(i + 1))) == tables.front().rows[i].because.ids());
}

}  // namespace
}  // namespace surety
