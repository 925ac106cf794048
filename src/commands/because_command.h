// The command `because`: the statements behind a figure or a row of another command's answer, from mouth to
// page.
#pragma once
#include <vector>

#include "commands/command.h"

namespace surety {

// `questions` are the commands whose figures and rows have a because, in the order in which they are asked
// for a key.
CommandRow because_command(std::vector<CommandRow> questions);

}  // namespace surety
