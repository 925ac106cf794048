// Tests of the commands export and import: what one writes, the other reads; what is wrong is refused by
// name.
#include "commands/export_command.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "commands/import_command.h"

namespace surety {
namespace {

const std::string kCase = std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08";

Answer asked(const CommandRow& command, std::vector<std::string> arguments,
             std::map<std::string, std::vector<std::string>> options = {}) {
  Request request;
  request.command = command.name;
  request.arguments = std::move(arguments);
  request.options = std::move(options);
  request.format = "toml";
  return command.run(request);
}

std::string bytes(const Answer& answer) { return std::get<std::string>(answer.content); }

class File {
 public:
  explicit File(const std::string& text)
      : path_(std::filesystem::temp_directory_path() / "surety-export-command-test.csv") {
    std::ofstream(path_) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST_CASE("export and import: the statements of a case, imported into it, change nothing") {
  const std::string toml = bytes(asked(export_command(), {kCase}));
  const std::string csv = bytes(asked(export_command(), {kCase}, {{"csv", {""}}}));
  CHECK(toml.starts_with("[case]\n"));
  CHECK(csv.starts_with("id,kind,speaker,holder,"));
  const File file(csv);
  CHECK(bytes(asked(import_command(), {kCase, file.path()})) == toml);
}

TEST_CASE("export: two forms at once are refused") {
  CHECK(asked(export_command(), {kCase}, {{"csv", {""}}, {"toml", {""}}}).outcome == Outcome::refused);
}

TEST_CASE("import: another content under a known id is refused by name, and so is a file that is not there") {
  const File file("id,kind,speaker,chain\nS51,demand,FRA,article-2025-08-21\n");
  const Answer answer = asked(import_command(), {kCase, file.path()});
  CHECK(answer.outcome == Outcome::refused);
  REQUIRE_FALSE(answer.faults.empty());
  CHECK(answer.faults.front().message.find("S51") != std::string::npos);
  CHECK(asked(import_command(), {kCase, "there/is/none.csv"}).outcome == Outcome::refused);
}

}  // namespace
}  // namespace surety
