// See shell_help.h.
#include "commands/shell_help.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "commands/general_options.h"

namespace surety {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

// Text for roff: a line may not begin with a control sign, a backslash and a hyphen are named.
std::string roff(std::string_view given) {
  std::string text = replaced(replaced(std::string(given), "\\", "\\e"), "-", "\\-");
  if (text.starts_with('.') || text.starts_with('\'')) text.insert(0, "\\&");
  return text;
}

std::string option_entry(const OptionRow& row, Language language) {
  std::string text = ".TP\n.B " + roff("--" + row.name);
  if (!row.value.empty()) text += " \\fI" + roff(row.value) + "\\fR";
  return text + "\n" + roff(row.help.in(language)) + "\n";
}

std::string usage(const CommandRow& command) {
  std::string text = "surety " + command.name;
  for (const ArgumentRow& row : command.arguments) {
    const std::string name = row.name + (row.repeatable ? " ..." : "");
    text += row.required ? " " + name : " [" + name + "]";
  }
  return text;
}

// The words between the bars of "en|de"; none where the value is no choice.
std::vector<std::string> choices_of(const OptionRow& row, const CommandRow* command) {
  if (row.name == "format" && command != nullptr) return command->formats;
  std::vector<std::string> words;
  if (!row.value.contains('|')) return words;
  for (std::size_t from = 0; from <= row.value.size();) {
    const std::size_t bar = std::min(row.value.find('|', from), row.value.size());
    words.push_back(row.value.substr(from, bar - from));
    from = bar + 1;
  }
  return words;
}

// In single quotes of a shell.
std::string quoted(std::string_view text) { return "'" + replaced(std::string(text), "'", "'\\''") + "'"; }

std::string first_word(const CommandRow& row) { return row.name.substr(0, row.name.find(' ')); }

// The first words of all commands, each once.
std::string names_of(std::span<const CommandRow> table) {
  std::vector<std::string> names;
  for (const CommandRow& row : table)
    if (names.empty() || names.back() != first_word(row)) names.push_back(first_word(row));
  return joined(names, " ");
}

// The second words of the commands that begin with this one.
std::string seconds_of(std::span<const CommandRow> table, const std::string& first) {
  std::vector<std::string> names;
  for (const CommandRow& row : table)
    if (first_word(row) == first && row.name != first) names.push_back(row.name.substr(first.size() + 1));
  return joined(names, " ");
}

}  // namespace

std::string manual_page(std::span<const CommandRow> table, Language language) {
  const auto say = [&](Phrase phrase) { return std::string(phrase.in(language)); };
  std::string page = ".TH SURETY 1 \"\" \"surety " SURETY_VERSION "\" \"" +
                     say({"User Commands", "Benutzerbefehle"}) + "\"\n";
  page += ".SH NAME\nsurety \\- " +
          say({"does a multilateral guarantee hold, where does it break, and who could mend it",
               "trägt eine gemeinsame Garantie, wo bricht sie, und wer könnte sie retten"}) +
          "\n";
  page += ".SH " + say({"SYNOPSIS", "ÜBERSICHT"}) + "\n";
  for (const CommandRow& command : table) page += ".B " + roff(usage(command)) + "\n.br\n";
  page += ".SH " + say({"COMMANDS", "BEFEHLE"}) + "\n";
  for (const CommandRow& command : table) {
    page += ".SS " + roff(usage(command)) + "\n" + roff(command.help.in(language)) + ".\n";
    for (const ArgumentRow& row : command.arguments)
      page += ".TP\n.I " + roff(row.name) + "\n" + roff(row.help.in(language)) + "\n";
    for (const OptionRow& row : command.options) page += option_entry(row, language);
    page += ".PP\n" + say({"Formats: ", "Formate: "}) + roff(joined(command.formats, ", ")) + "\n";
    page += ".PP\n" + say({"Example:", "Beispiel:"}) + "\n.B " + roff(command.example) + "\n";
  }
  page += ".SH " + say({"OPTIONS OF EVERY COMMAND", "OPTIONEN ALLER BEFEHLE"}) + "\n";
  for (const OptionRow& row : general_options()) page += option_entry(row, language);
  page += ".SH " + say({"EXIT STATUS", "RÜCKGABEWERTE"}) + "\n";
  page += say(
      {".TP\n.B 0\nanswered, whatever the answer\n.TP\n.B 1\nthe machine failed\n.TP\n.B 2\nthe input or the "
       "arguments were refused\n.TP\n.B 3\nstopped at a limit or interrupted, with what was found so far\n",
       ".TP\n.B 0\nbeantwortet, wie auch immer\n.TP\n.B 1\ndie Maschine hat versagt\n.TP\n.B 2\nEingabe oder "
       "Argumente abgelehnt\n.TP\n.B 3\nan einer Grenze oder durch ein Signal beendet, mit dem bis dahin "
       "Gefundenen\n"});
  page += ".SH " + say({"ENVIRONMENT", "UMGEBUNG"}) + "\n.TP\n.B SURETY_LANG\n" +
          say({"language of the answers, en or de", "Sprache der Antworten, en oder de"}) +
          "\n.TP\n.B NO_COLOR\n" +
          say({"no bold and pale text in a terminal", "keine fette und blasse Schrift im Terminal"}) + "\n";
  return page;
}

std::string bash_completion(std::span<const CommandRow> table) {
  const auto offer = [](const std::string& words) {
    return "COMPREPLY=($(compgen -W " + quoted(words) + " -- \"$word\")); return";
  };
  std::vector<std::string> names, general;
  for (const CommandRow& row : table) names.push_back(quoted(row.name));
  for (const OptionRow& row : general_options()) general.push_back("--" + row.name);
  std::string script =
      "# bash completion of surety; written by: surety help --format bash\n_surety() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= options= i one\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    for one in \"${COMP_WORDS[i]}\" \"${COMP_WORDS[i]} ${COMP_WORDS[i+1]}\"; do\n      case $one in\n "
      "       " +
      joined(names, "|") + ") command=$one ;;\n      esac\n    done\n    [[ $command ]] && break\n  done\n";
  script += "  options=" + quoted(joined(general, " ")) + "\n  case $before in\n";
  for (const OptionRow& row : general_options())
    if (const auto choices = choices_of(row, nullptr); !choices.empty() && row.name != "format")
      script += "    --" + row.name + ") " + offer(joined(choices, " ")) + " ;;\n";
  script += "    --output|--style|--gcnf) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
  for (const CommandRow& row : table)
    if (const std::string seconds = seconds_of(table, first_word(row));
        !seconds.empty() && row.name == first_word(row) + " " + seconds.substr(0, seconds.find(' ')))
      script += "    " + first_word(row) + ") [[ $command ]] || { " + offer(seconds) + "; } ;;\n";
  script += "  esac\n  case $command in\n";
  for (const CommandRow& command : table) {
    std::vector<std::string> own;
    for (const OptionRow& row : command.options) own.push_back("--" + row.name);
    script += "    " + quoted(command.name) + ")\n      options+=" + quoted(" " + joined(own, " ")) +
              "\n      if [[ $before == --format ]]; then " + offer(joined(command.formats, " ")) +
              "; fi ;;\n";
  }
  return script +
         "  esac\n  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  elif [[ -z $command || $command == help ]]; then " +
         offer(names_of(table)) +
         "\n  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\ncomplete -o filenames -F _surety surety\n";
}

std::string zsh_completion(std::span<const CommandRow> table, Language language) {
  // In a description of zsh a colon and brackets have a meaning.
  const auto told = [&](Phrase phrase) {
    return replaced(replaced(replaced(std::string(phrase.in(language)), "[", "("), "]", ")"), ":", ";");
  };
  const auto option = [&](const OptionRow& row, const CommandRow* command) {
    std::string text = (row.repeatable ? "*--" : "--") + row.name + "[" + told(row.help) + "]";
    if (row.value.empty()) return quoted(text);
    const auto choices = choices_of(row, command);
    const bool file = row.value.starts_with("FILE");
    return quoted(text + ":" + replaced(row.value, ":", ";") + ":" +
                  (file              ? "_files"
                   : choices.empty() ? " "
                                     : "(" + joined(choices, " ") + ")"));
  };
  std::string script =
      "#compdef surety\n# zsh completion of surety; written by: surety help --format zsh\n_surety() {\n"
      "  local -a commands\n  commands=(";
  std::string before;
  for (const CommandRow& command : table)
    if (std::exchange(before, first_word(command)) != first_word(command))
      script += "\n    " + quoted(first_word(command) + ":" + told(command.help));
  script +=
      "\n  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] in\n";
  for (std::size_t i = 0; i < table.size();) {
    const std::string first = first_word(table[i]), seconds = seconds_of(table, first);
    script += "    " + first + ")\n      _arguments '1:command:(" + first + ")'" +
              (seconds.empty() ? "" : " '2:command:(" + seconds + ")'") + " '*:file:_files'";
    std::vector<std::string> told_already;
    const auto add = [&](const OptionRow& row, const CommandRow& command) {
      if (std::ranges::find(told_already, row.name) != told_already.end()) return;
      told_already.push_back(row.name);
      script += " \\\n        " + option(row, &command);
    };
    for (; i < table.size() && first_word(table[i]) == first; ++i) {
      for (const OptionRow& row : table[i].options) add(row, table[i]);
      for (const OptionRow& row : general_options()) add(row, table[i]);
    }
    script += " ;;\n";
  }
  return script + "  esac\n}\n_surety \"$@\"\n";
}

std::string fish_completion(std::span<const CommandRow> table, Language language) {
  const auto option = [&](const OptionRow& row, const std::string& condition, const CommandRow* command) {
    std::string line = "complete -c surety -n " + quoted(condition) + " -l " + row.name;
    if (!row.value.empty()) line += " -r";
    if (const auto choices = choices_of(row, command); !choices.empty())
      line += " -f -a " + quoted(joined(choices, " "));
    return line + " -d " + quoted(row.help.in(language)) + "\n";
  };
  std::string script = "# fish completion of surety; written by: surety help --format fish\n";
  for (const CommandRow& command : table) {
    const std::string first = first_word(command);
    const bool alone = command.name == first;
    if (!alone) script += "complete -c surety -n __fish_use_subcommand -a " + first + "\n";
    script += "complete -c surety -n " +
              quoted(alone ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + first) + " -a " +
              (alone ? first : command.name.substr(first.size() + 1)) + " -d " +
              quoted(command.help.in(language)) + "\n";
  }
  for (const CommandRow& command : table) {
    const std::string here = "__fish_seen_subcommand_from " + first_word(command);
    for (const OptionRow& row : command.options) script += option(row, here, &command);
    for (const OptionRow& row : general_options())
      if (row.name == "format") script += option(row, here, &command);
  }
  for (const OptionRow& row : general_options())
    if (row.name != "format") script += option(row, "true", nullptr);
  return script;
}

}  // namespace surety
