// See table.h.
#include "commands/table.h"

#include <algorithm>

#include "commands/assess_command.h"
#include "commands/because_command.h"
#include "commands/check_command.h"
#include "commands/conflict_command.h"
#include "commands/coverage_command.h"
#include "commands/diff_command.h"
#include "commands/export_command.h"
#include "commands/help_command.h"
#include "commands/import_command.h"
#include "commands/ledger_change_commands.h"
#include "commands/ledger_entries_commands.h"
#include "commands/ledger_file_commands.h"
#include "commands/show_command.h"
#include "commands/statements_command.h"
#include "commands/timeline_command.h"
#include "commands/verify_command.h"

namespace surety {
namespace {

// In the order of `surety help`; `because` asks the quick question first.
std::vector<CommandRow> all_rows() {
  return {assess_command(),
          coverage_command(),
          conflict_command(),
          because_command({statements_command(), coverage_command(), assess_command(), conflict_command()}),
          statements_command(),
          show_command({coverage_command(), assess_command()}),
          diff_command(),
          timeline_command(),
          verify_command(),
          check_command(),
          import_command(),
          export_command(),
          ledger_init_command(),
          ledger_add_command(),
          ledger_import_command(),
          ledger_export_command(),
          ledger_correct_command(),
          ledger_supersede_command(),
          ledger_retract_command(),
          ledger_judge_command(),
          ledger_accept_command(),
          ledger_reject_command(),
          ledger_note_command(),
          ledger_log_command(),
          ledger_verify_command(),
          help_command(&command_table)};
}

}  // namespace

std::span<const CommandRow> command_table() {
  static const std::vector<CommandRow> table = all_rows();
  return table;
}

const CommandRow* find_command(std::string_view name) {
  const auto table = command_table();
  const auto at = std::ranges::find(table, name, &CommandRow::name);
  return at == table.end() ? nullptr : &*at;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const CommandRow& row : command_table()) names.push_back(row.name);
  return names;
}

}  // namespace surety
