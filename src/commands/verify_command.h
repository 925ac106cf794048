// The command `verify`: whether the statements still stand where their evidence says, in the analyst's own
// copies of the sources.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow verify_command();

}  // namespace surety
