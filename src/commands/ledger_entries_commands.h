// surety ledger add, import, correct: entries from files into a ledger.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow ledger_add_command();
CommandRow ledger_import_command();
CommandRow ledger_correct_command();

}  // namespace surety
