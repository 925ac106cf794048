// The command `statements`: who said what, what counts today and why the rest does not.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow statements_command();

}  // namespace surety
