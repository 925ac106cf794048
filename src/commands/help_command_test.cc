// Tests of the command help: everything of the table is said, in both languages.
#include "commands/help_command.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "commands/general_options.h"
#include "commands/table.h"
#include "report/text_writer.h"

namespace surety {
namespace {

std::string page(std::vector<std::string> arguments, Language language) {
  Request request;
  request.command = "help";
  request.arguments = std::move(arguments);
  request.language = language;
  const Answer answer = find_command("help")->run(request);
  REQUIRE(answer.outcome == Outcome::answered);
  return text_page(std::get<Document>(answer.content), {1000, false, false});
}

TEST_CASE("help: every command, argument and option has its sentence in both languages") {
  for (const Language language : {Language::en, Language::de}) {
    const std::string whole = page({}, language);
    for (const OptionRow& row : general_options()) CHECK(whole.find("--" + row.name) != std::string::npos);
    for (const CommandRow& command : command_table()) {
      CAPTURE(command.name);
      CHECK_FALSE(command.help.in(language).empty());
      CHECK(whole.find(command.help.in(language)) != std::string::npos);
      const std::string text = page({command.name}, language);
      CHECK(text.find(command.example) != std::string::npos);
      for (const ArgumentRow& row : command.arguments)
        CHECK(text.find(row.help.in(language)) != std::string::npos);
      for (const OptionRow& row : command.options) {
        CHECK(text.find("--" + row.name) != std::string::npos);
        CHECK(text.find(row.help.in(language)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("the table of commands: names differ, examples begin with their command") {
  std::vector<std::string> names = command_names();
  std::ranges::sort(names);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  for (const CommandRow& command : command_table()) {
    CHECK(command.example.starts_with("surety " + command.name));
    CHECK_FALSE(command.formats.empty());
    CHECK(find_command(command.name) == &command);
  }
  CHECK(find_command("asess") == nullptr);
}

}  // namespace
}  // namespace surety
