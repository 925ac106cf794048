// The command `show`: one statement or assumption, from mouth to page, what became of it, and where it is
// used.
#pragma once
#include <vector>

#include "commands/command.h"

namespace surety {

// `questions` are the commands in whose figures and rows it is looked for, in the order in which they are
// told.
CommandRow show_command(std::vector<CommandRow> questions);

}  // namespace surety
