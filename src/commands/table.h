// The one table of commands: names, help, options and what runs, from which usage, dispatch and help are
// made.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.h"

namespace surety {

std::span<const CommandRow> command_table();
const CommandRow* find_command(std::string_view name);
std::vector<std::string> command_names();

}  // namespace surety
