// See help_command.h.
#include "commands/help_command.h"

#include <algorithm>

#include "base/text.h"
#include "commands/general_options.h"
#include "commands/shell_help.h"

namespace surety {
namespace {

constexpr Phrase kWhatItIs = {
    "Does a multilateral guarantee hold, where does it break, and who could mend it? Surety answers from "
    "what the "
    "parties have said.",
    "Trägt eine gemeinsame Garantie, wo bricht sie, und wer könnte sie retten? Surety antwortet aus dem, was "
    "die "
    "Beteiligten gesagt haben."};
constexpr Phrase kCommands = {"Commands", "Befehle"};
constexpr Phrase kArguments = {"Arguments", "Argumente"};
constexpr Phrase kOptions = {"Options", "Optionen"};
constexpr Phrase kGeneral = {"Options of every command", "Optionen aller Befehle"};
constexpr Phrase kMore = {"More:", "Mehr:"};
constexpr Phrase kExample = {"Example:", "Beispiel:"};
constexpr Phrase kExitCodes = {
    "Exit codes: 0 answered, whatever the answer · 1 the machine failed · 2 the input or the arguments were "
    "refused · 3 stopped at a limit or interrupted, with what was found so far",
    "Rückgabewerte: 0 beantwortet, wie auch immer · 1 die Maschine hat versagt · 2 Eingabe oder Argumente "
    "abgelehnt · 3 an einer Grenze oder durch ein Signal beendet, mit dem bis dahin Gefundenen"};
constexpr Phrase kRepeatable = {" (may stand several times)", " (darf mehrmals stehen)"};
constexpr Phrase kNoSuchCommand = {"' is no command", "' ist kein Befehl"};
constexpr Phrase kDidYouMean = {"did you mean ", "war gemeint: "};

std::string usage(const CommandRow& command) {
  std::string text = "surety " + command.name;
  for (const ArgumentRow& row : command.arguments) {
    const std::string name = row.name + (row.repeatable ? " ..." : "");
    text += row.required ? " " + name : " [" + name + "]";
  }
  return text + " [--option ...]";
}

std::string option_text(const OptionRow& row) {
  return "--" + row.name + (row.value.empty() ? "" : " " + row.value);
}

Grid option_grid(std::span<const OptionRow> options, Language language) {
  Grid grid{{Align::left, Align::left}, {}, {}, 2};
  for (const OptionRow& row : options)
    grid.rows.push_back({option_text(row), std::string(row.help.in(language)) +
                                               std::string(row.repeatable ? kRepeatable.in(language) : "")});
  return grid;
}

// The options of every command, with the formats that this one has.
std::vector<OptionRow> general_options_of(const CommandRow& command) {
  std::vector<OptionRow> options(general_options().begin(), general_options().end());
  for (OptionRow& row : options)
    if (row.name == "format") row.value = joined(command.formats, "|");
  return options;
}

// Table `commands`: what a program needs to ask; the sentences for people are among the blocks.
void add_tables(std::span<const CommandRow> commands, Document& document) {
  Table rows{"commands", {{"command", ""}, {"arguments", ""}, {"formats", ""}, {"example", ""}}, {}};
  Table options{"options", {{"command", ""}, {"option", ""}, {"value", ""}, {"repeatable", ""}}, {}};
  const auto add_options = [&](const Value& command, std::span<const OptionRow> given) {
    for (const OptionRow& row : given)
      options.rows.push_back(
          {{command, row.name, row.value.empty() ? Value() : Value(row.value), row.repeatable}, {}});
  };
  for (const CommandRow& command : commands) {
    std::vector<std::string> arguments;
    for (const ArgumentRow& row : command.arguments) arguments.push_back(row.name);
    rows.rows.push_back({{command.name, arguments, command.formats, command.example}, {}});
    add_options(command.name, command.options);
  }
  add_options({}, general_options());
  document.tables = {std::move(rows), std::move(options)};
}

void lay_out_program(std::span<const CommandRow> table, Document& document) {
  const Language language = document.language;
  document.blocks.push_back(Heading{1, "surety COMMAND ...", SURETY_VERSION});
  document.blocks.push_back(Paragraph{std::string(kWhatItIs.in(language)), false});
  document.blocks.push_back(Heading{2, std::string(kCommands.in(language)), ""});
  Grid grid{{Align::left, Align::left}, {}, {}, 2};
  for (const CommandRow& row : table) grid.rows.push_back({row.name, std::string(row.help.in(language))});
  document.blocks.push_back(std::move(grid));
  document.blocks.push_back(Heading{2, std::string(kGeneral.in(language)), ""});
  document.blocks.push_back(option_grid(general_options(), language));
  document.blocks.push_back(Paragraph{std::string(kExitCodes.in(language)), false});
  document.blocks.push_back(
      Commands{{{std::string(kExample.in(language)), table.front().example},
                {std::string(kMore.in(language)), "surety help " + table.front().name}}});
}

void lay_out_command(const CommandRow& command, Document& document) {
  const Language language = document.language;
  document.blocks.push_back(Heading{1, usage(command), ""});
  document.blocks.push_back(Paragraph{std::string(command.help.in(language)), false});
  if (!command.arguments.empty()) {
    document.blocks.push_back(Heading{2, std::string(kArguments.in(language)), ""});
    Grid grid{{Align::left, Align::left}, {}, {}, 2};
    for (const ArgumentRow& row : command.arguments)
      grid.rows.push_back({row.name, std::string(row.help.in(language))});
    document.blocks.push_back(std::move(grid));
  }
  if (!command.options.empty()) {
    document.blocks.push_back(Heading{2, std::string(kOptions.in(language)), ""});
    document.blocks.push_back(option_grid(command.options, language));
  }
  document.blocks.push_back(Heading{2, std::string(kGeneral.in(language)), ""});
  document.blocks.push_back(option_grid(general_options_of(command), language));
  document.blocks.push_back(Commands{{{std::string(kExample.in(language)), command.example}}});
}

// Commands of two words that share the first.
void lay_out_family(std::span<const CommandRow> family, Document& document) {
  const Language language = document.language;
  Grid grid{{Align::left, Align::left}, {}, {}, 2};
  for (const CommandRow& row : family) grid.rows.push_back({row.name, std::string(row.help.in(language))});
  document.blocks.push_back(Heading{1, std::string(kCommands.in(language)), ""});
  document.blocks.push_back(std::move(grid));
  document.blocks.push_back(
      Commands{{{std::string(kMore.in(language)), "surety help " + family.front().name}}});
}

// Of the whole table, whatever command is named.
bool is_for_shells(const std::string& format) {
  return format == "man" || format == "bash" || format == "zsh" || format == "fish";
}

Answer help(const Request& request, std::span<const CommandRow> table) {
  Document document;
  document.command = request.command;
  document.language = request.language;
  if (request.arguments.empty() || is_for_shells(request.format)) {
    if (request.format == "man") return {manual_page(table, request.language), {}, {}, Outcome::answered};
    if (request.format == "bash") return {bash_completion(table), {}, {}, Outcome::answered};
    if (request.format == "zsh") return {zsh_completion(table, request.language), {}, {}, Outcome::answered};
    if (request.format == "fish")
      return {fish_completion(table, request.language), {}, {}, Outcome::answered};
    add_tables(table, document);
    lay_out_program(table, document);
    return {std::move(document), {}, {}, Outcome::answered};
  }
  const std::string name = joined(request.arguments, " ");
  const auto command = std::ranges::find(table, name, &CommandRow::name);
  if (command == table.end()) {
    std::vector<CommandRow> family;
    for (const CommandRow& row : table)
      if (row.name.starts_with(name + " ")) family.push_back(row);
    if (!family.empty()) {
      add_tables(family, document);
      lay_out_family(family, document);
      return {std::move(document), {}, {}, Outcome::answered};
    }
    std::vector<std::string> names;
    for (const CommandRow& row : table) names.push_back(row.name);
    const auto near = nearest_word(name, names);
    const std::string expected =
        near ? std::string(kDidYouMean.in(request.language)) + *near + "?" : joined(names, ", ");
    return refused(Faults{
        {{}, "'" + quoted_for_message(name) + std::string(kNoSuchCommand.in(request.language)), expected}});
  }
  add_tables({&*command, 1}, document);
  lay_out_command(*command, document);
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow help_command(std::span<const CommandRow> (*table)()) {
  return {"help",
          {"what can be asked, and how", "was man fragen kann, und wie"},
          {{"COMMAND", {"the command to explain", "der Befehl, um den es geht"}, false, true}},
          {},
          [table](const Request& request) { return help(request, table()); },
          "surety help assess",
          {"text", "markdown", "json", "csv", "html", "docx", "xlsx", "man", "bash", "zsh", "fish"}};
}

}  // namespace surety
