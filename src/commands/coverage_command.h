// The command `coverage`: does it add up?
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow coverage_command();

}  // namespace surety
