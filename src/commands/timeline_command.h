// The command `timeline`: what was said, carried, in force and replaced, day by day.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow timeline_command();

}  // namespace surety
