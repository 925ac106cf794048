// The command `import`: statements of a CSV file into a case.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow import_command();

}  // namespace surety
