// surety ledger init, export, verify, log: a ledger as a whole.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow ledger_init_command();
CommandRow ledger_export_command();
CommandRow ledger_verify_command();
CommandRow ledger_log_command();

}  // namespace surety
