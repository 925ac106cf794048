// The command `help`: what can be asked, and how, out of the table of commands.
#pragma once
#include <span>

#include "commands/command.h"

namespace surety {

// `table` hands out the table that this row will stand in.
CommandRow help_command(std::span<const CommandRow> (*table)());

}  // namespace surety
