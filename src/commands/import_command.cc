// See import_command.h.
#include "commands/import_command.h"

#include "commands/case_request.h"
#include "exchange/case_toml_writer.h"
#include "exchange/input_file.h"
#include "exchange/statement_csv.h"
#include "exchange/xlsx_records.h"

namespace surety {
namespace {

Answer import_statements(const Request& request) {
  const auto read = requested_case(request);
  if (!read) return read.error();
  const std::string& path = request.arguments.at(1);
  auto bytes = read_input_file(path);
  if (!bytes) {
    Answer answer = refused(std::move(bytes.error().faults));
    if (bytes.error().machine_failed) answer.outcome = Outcome::machine_failed;
    return answer;
  }
  auto statements = looks_like_xlsx(*bytes) ? read_statement_xlsx(*bytes, path)
                                            : read_statement_csv(*std::move(bytes), path);
  if (!statements) return refused(std::move(statements.error()));
  Case merged = **read;
  const Faults faults = merge_statements(merged, *std::move(statements));
  if (!faults.empty()) return refused(faults);
  return {case_toml(merged), {}, {}, Outcome::answered};
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
