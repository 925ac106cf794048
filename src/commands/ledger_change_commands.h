// surety ledger supersede, retract, judge, accept, reject, note: a word about entries that are there.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow ledger_supersede_command();
CommandRow ledger_retract_command();
CommandRow ledger_judge_command();
CommandRow ledger_accept_command();
CommandRow ledger_reject_command();
CommandRow ledger_note_command();

}  // namespace surety
