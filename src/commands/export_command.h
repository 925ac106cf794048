// The command `export`: a case as TOML, or its statements as CSV.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow export_command();

}  // namespace surety
