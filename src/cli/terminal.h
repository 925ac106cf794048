// Terminal: what the program may know about where it prints: width, colour, whether somebody is watching.
#pragma once
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "commands/answer_writing.h"

namespace surety {

// Width: --width; else the terminal's on stdout, between 40 and 100 columns, by ioctl or, where that says
// nothing, by $COLUMNS; else 80. Colour: --colour; else in a terminal unless $NO_COLOR is there and not
// empty. A file is no terminal.
PageStyle page_style(const Invocation& invocation);

bool stderr_is_terminal();
bool stdin_is_terminal();

// Asks on stderr and reads one line of stdin; nothing where there is none.
std::optional<std::string> ask_on_terminal(const std::string& question);
bool stdout_is_terminal();

}  // namespace surety
