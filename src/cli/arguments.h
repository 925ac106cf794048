// Arguments: the words of a command line read by the table of commands, or the one sentence that refuses
// them.
#pragma once
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/language.h"
#include "commands/answer_writing.h"
#include "commands/command.h"

namespace surety {

enum class Colour { automatic, always, never };

// What a command line asks for: the request, and what only this door has to know.
struct Invocation {
  Request request;
  const CommandRow* command = nullptr;  // null: --version
  std::string output;                   // a file; empty: stdout
  AnswerForm form;                      // what is to be written, and how
  std::optional<int> width;
  Colour colour = Colour::automatic;
  bool ascii = false;
};

// The first thing wrong with a command line: what follows it would only be guessed at. In the language asked
// for.
struct Misuse {
  Fault fault;
  Language language = Language::en;
};

// `words` are argv without the program, `table` is commands/table.h, `language` is $SURETY_LANG or empty.
//
// - `--name value` and `--name=value`; a value that begins with `--` takes the second form; no value is empty
// - `--` ends the options; a lone `-` is an argument
// - options may stand anywhere, before the command too; one that is not repeatable stands once
// - `--help` and `surety help` are the same command; --version goes before everything but a fault
std::expected<Invocation, Misuse> read_arguments(std::span<const std::string> words,
                                                 std::span<const CommandRow> table,
                                                 std::string_view language);

}  // namespace surety
