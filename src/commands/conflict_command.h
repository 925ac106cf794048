// The command `conflict`: what contradicts what, and who must give way.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow conflict_command();

}  // namespace surety
