// The command `assess`: does the guarantee hold, where does it break first, and what are the ways out?
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow assess_command();

}  // namespace surety
