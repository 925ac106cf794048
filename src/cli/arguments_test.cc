// Tests of arguments.h: every command and option of the table is understood, and every misuse is one
// sentence.
#include "cli/arguments.h"

#include <doctest/doctest.h>

#include "commands/answer_writing.h"
#include "commands/general_options.h"
#include "commands/table.h"

namespace surety {
namespace {

using Words = std::vector<std::string>;

std::expected<Invocation, Misuse> read(const Words& words, std::string_view language = "") {
  return read_arguments(words, command_table(), language);
}

// The sentence that refuses the words; empty where they are understood.
std::string refusal(const Words& words, std::string_view language = "") {
  const auto invocation = read(words, language);
  return invocation ? "" : fault_line(invocation.error().fault, invocation.error().language);
}

// As many arguments as the command needs.
Words least_words(const CommandRow& command) {
  Words words = {command.name};
  for (const ArgumentRow& row : command.arguments)
    if (row.required) words.push_back("argument");
  return words;
}

TEST_CASE("arguments: every command of the table is understood with every option of its own, in both forms") {
  for (const CommandRow& command : command_table()) {
    CAPTURE(command.name);
    const Words least = least_words(command);
    const auto plain = read(least);
    REQUIRE(plain);
    CHECK(plain->request.command == command.name);
    CHECK(plain->request.format == command.formats.front());
    CHECK(plain->request.arguments.size() == least.size() - 1);
    for (const OptionRow& option : command.options) {
      CAPTURE(option.name);
      const bool flag = option.value.empty();
      Words apart = least, joined = least;
      apart.push_back("--" + option.name);
      if (!flag) apart.push_back("value");
      joined.push_back("--" + option.name + (flag ? "" : "=value"));
      for (const Words& words : {apart, joined}) {
        const auto invocation = read(words);
        REQUIRE(invocation);
        CHECK(invocation->request.options ==
              std::map<std::string, Words>{{option.name, {flag ? "" : "value"}}});
      }
      Words twice = joined;
      twice.push_back(joined.back());
      CHECK(refusal(twice).empty() == option.repeatable);
      Words unfit = least;
      unfit.push_back("--" + option.name + (flag ? "=yes" : ""));
      CHECK_FALSE(refusal(unfit).empty());
    }
  }
}

TEST_CASE("arguments: no command calls an option of its own what every command calls one") {
  for (const CommandRow& command : command_table())
    for (const OptionRow& own : command.options)
      for (const OptionRow& general : general_options()) CHECK(own.name != general.name);
}

TEST_CASE("arguments: options stand anywhere, and `--` ends them") {
  const auto before = read({"--lang", "de", "--without", "S1", "assess", "case"});
  REQUIRE(before);
  CHECK(before->request.language == Language::de);
  CHECK(before->request.arguments == Words{"case"});
  CHECK(before->request.list("without") == Words{"S1"});
  const auto after = read({"assess", "--", "--strange.toml"});
  REQUIRE(after);
  CHECK(after->request.arguments == Words{"--strange.toml"});
  const auto lone = read({"assess", "-"});
  REQUIRE(lone);
  CHECK(lone->request.arguments == Words{"-"});
  const auto equals =
      read({"assess", "case", "--set=S51.amount=8000", "--assume", "a = b", "--without", "-x"});
  REQUIRE(equals);
  CHECK(equals->request.value("set") == "S51.amount=8000");
  CHECK(equals->request.value("assume") == "a = b");
  CHECK(equals->request.value("without") == "-x");
}

TEST_CASE("arguments: what only the door has to know") {
  const auto invocation = read({"coverage", "case", "--format=csv", "--table", "rules", "--output", "file",
                                "--width", "40", "--colour", "always", "--ascii"});
  REQUIRE(invocation);
  CHECK(invocation->request.format == "csv");
  CHECK(invocation->request.format_given);
  CHECK(invocation->form.table == "rules");
  CHECK(invocation->output == "file");
  CHECK(invocation->width == 40);
  CHECK(invocation->colour == Colour::always);
  CHECK(invocation->ascii);
  CHECK(invocation->request.options.empty());
}

TEST_CASE("arguments: --help is the command help, --version is no command") {
  for (const Words& words :
       {Words{"assess", "--help"}, Words{"--help", "assess", "--all"}, Words{"help", "assess"}}) {
    const auto invocation = read(words);
    REQUIRE(invocation);
    CHECK(invocation->request.command == "help");
    CHECK(invocation->request.arguments == Words{"assess"});
    CHECK(invocation->request.options.empty());
  }
  CHECK(read({"--help"})->request.arguments.empty());
  CHECK(read({"--version"})->command == nullptr);
}

TEST_CASE("arguments: the language is the option's, else the environment's") {
  CHECK(read({"help"})->request.language == Language::en);
  CHECK(read({"help"}, "de")->request.language == Language::de);
  CHECK(read({"help", "--lang", "en"}, "de")->request.language == Language::en);
  CHECK(read({"help", "--lang", "de"}, "fr")->request.language == Language::de);
}

struct MisuseCase {
  Words words;
  std::string_view said;
};

TEST_CASE("arguments: every misuse is one sentence with what was expected") {
  const std::vector<MisuseCase> cases = {
      {{"asess", "case"}, "surety: no command is called 'asess' (did you mean assess?)"},
      {{"--lang=de", "asess"}, "surety: kein Befehl heißt 'asess' (war gemeint: assess?)"},
      {{"assess"}, "surety: CASE is missing (expected surety assess CASE)"},
      {{"because", "case"}, "surety: KEY is missing (expected surety because CASE KEY)"},
      {{"assess", "a", "b"}, "surety: 'b' is one argument too many (expected surety assess CASE)"},
      {{"assess", "case", "--fromat", "json"},
       "surety: '--fromat' is no option of assess (did you mean --format?)"},
      {{"assess", "case", "--xyzzy-plugh"},
       "surety: '--xyzzy-plugh' is no option of assess (expected one listed by: surety help assess)"},
      {{"assess", "case", "-h"},
       "surety: '-h' is no option of assess (expected one listed by: surety help assess)"},
      {{"assess", "case", "--find", "x"},
       "surety: '--find' is an option of statements or timeline, not of assess"},
      {{"assess", "case", "--all=yes"}, "--all: this option takes no value (expected --all)"},
      {{"assess", "case", "--as-of"}, "--as-of: the value of this option is missing (expected --as-of DATE)"},
      {{"assess", "case", "--as-of", "--all"},
       "--as-of: the value of this option is missing (expected --as-of DATE)"},
      {{"assess", "case", "--output="},
       "--output: the value of this option is missing (expected --output FILE)"},
      {{"assess", "case", "--lang", "en", "--lang", "en"},
       "--lang: this option stands here twice (expected it once)"},
      {{"assess", "case", "--lang", "fr"}, "--lang: 'fr' is no language here (expected en or de)"},
      {{"assess", "case", "--format", "jsn"}, "--format: 'jsn' is no format here (did you mean json?)"},
      {{"assess", "case", "--format", "toml"},
       "--format: 'toml' is no format here (expected text, markdown, json, csv, html, docx or xlsx)"},
      {{"export", "case", "--format", "text"},
       "--format: 'text' is no format here (expected toml, csv or xlsx)"},
      {{"assess", "case", "--table", "rules"},
       "--table: only CSV is one table (expected --format csv --table KEY)"},
      {{"assess", "case", "--width", "39"},
       "--width: '39' is no width (expected a whole number from 40 to 1000)"},
      {{"assess", "case", "--width", "80x"},
       "--width: '80x' is no width (expected a whole number from 40 to 1000)"},
      {{"assess", "case", "--colour", "maybe"},
       "--colour: 'maybe' is no choice (expected auto, always or never)"},
      {{"\x1b"
        "asses"},
       "surety: no command is called '\uFFFDasses' (did you mean assess?)"},
  };
  for (const MisuseCase& misuse : cases) {
    CAPTURE(misuse.said);
    CHECK(refusal(misuse.words) == misuse.said);
  }
  CHECK(refusal({}).starts_with("surety: the command is missing (expected assess, "));
  CHECK(refusal({"help"}, "fr") == "SURETY_LANG: 'fr' is no language here (expected en or de)");
}

}  // namespace
}  // namespace surety
