// See import_command.h.
#include "commands/import_command.h"

#include "commands/case_request.h"
#include "exchange/case_file.h"
#include "exchange/case_toml_writer.h"
#include "exchange/input_file.h"
#include "exchange/statement_csv.h"
#include "exchange/xlsx_records.h"
#include "ledger/ledger.h"

namespace surety {
namespace {

// The case with the statements merged in; as TOML where nothing is wrong with it.
Answer merged_case(Case merged, std::vector<Statement> statements) {
  const Faults faults = merge_statements(merged, std::move(statements));
  if (!faults.empty()) return refused(faults);
  return {case_toml(merged), {}, {}, Outcome::answered};
}

Answer import_statements(const Request& request) {
  const std::string& path = request.arguments.at(1);
  auto bytes = read_input_file(path);
  if (!bytes) {
    Answer answer = refused(std::move(bytes.error().faults));
    if (bytes.error().machine_failed) answer.outcome = Outcome::machine_failed;
    return answer;
  }
  auto statements = looks_like_xlsx(*bytes) ? read_statement_xlsx(*bytes, path)
                                            : read_statement_csv(*std::move(bytes), path);
  const auto read = requested_case(request);
  if (!read) {
    // What the case lacks by itself may stand in the file: statements that a counting rule respects.
    const std::string& base = request.arguments.at(0);
    const bool may_be_whole = statements && look_of(base) == LedgerLook::other;
    if (auto entries = may_be_whole ? read_entries(base) : std::unexpected(InputRefused{})) {
      Answer answer = merged_case(*std::move(entries), *statements);
      if (answer.outcome == Outcome::answered) return answer;
    }
    return read.error();
  }
  if (!statements) return refused(std::move(statements.error()));
  return merged_case(**read, *std::move(statements));
}

}  // namespace

CommandRow import_command() {
  return {"import",
          {"a case with the statements of a CSV or XLSX file added, as TOML",
           "ein Fall mit den Aussagen einer CSV- oder XLSX-Datei dazu, als TOML"},
          {case_argument(),
           {"FILE",
            {"statements as CSV or XLSX, a header line first",
             "Aussagen als CSV oder XLSX, zuerst eine Kopfzeile"},
            true,
            false}},
          {},
          import_statements,
          "surety import cases/vaccine-pool statements.csv --output merged.toml",
          {"toml"}};
}

}  // namespace surety
