// See export_command.h.
#include "commands/export_command.h"

#include <algorithm>
#include <charconv>

#include "commands/case_request.h"
#include "exchange/case_toml_writer.h"
#include "exchange/statement_csv.h"

namespace surety {
namespace {

constexpr Phrase kOneForm = {"these ask for two forms at once", "das verlangt zwei Formen zugleich"};

// The case as the what-if has it, ready to be read back: what is off is marked so, and what was assumed gets
// an id that a file may declare.
Case as_changed(const Standing& standing) {
  Case c = standing.c();
  for (Assumption& assumption : c.assumptions) {
    if (std::ranges::find(standing.off, assumption.id) != standing.off.end()) assumption.enabled = false;
    if (!assumption.id.starts_with("what_if:")) continue;
    std::string id = "what_if_" + assumption.id.substr(8);
    const auto taken = [&](const auto& one) { return one.id == id; };
    while (std::ranges::any_of(c.assumptions, taken) || std::ranges::any_of(c.statements, taken)) id += "_";
    assumption.id = std::move(id);
  }
  return c;
}

// The columns of the CSV; numbers as numbers, so that a spreadsheet may sort by them.
Table statement_sheet(const Case& c) {
  Table table{"statements", {}, {}};
  for (std::string& name : statement_column_names()) table.columns.push_back({std::move(name), ""});
  for (const Statement& s : c.statements) {
    Row row;
    for (std::string& cell : statement_cells(s)) {
      const std::string& key = table.columns[row.cells.size()].key;
      const bool is_number =
          key == "start" || key == "end" || key == "credibility" || key.starts_with("likelihood");
      double number = 0;
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
      if (cell.empty())
        row.cells.emplace_back();
      else if (is_number && error == std::errc() && end == cell.data() + cell.size())
        row.cells.emplace_back(number);
      else
        row.cells.emplace_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Answer export_case(const Request& request) {
  const bool csv = request.has("csv") || (request.format_given && request.format == "csv");
  const bool toml = request.has("toml") || (request.format_given && request.format == "toml");
  if (csv && toml)
    return refused(
        Faults{{{"--csv, --toml", 0, 0}, std::string(kOneForm.in(request.language)), "--toml | --csv"}});
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  const Case c = as_changed(*standing);
  if (request.format_given && request.format == "xlsx") {
    Document document = document_for(request, *standing);
    document.tables.push_back(statement_sheet(c));
    return {std::move(document), {}, {}, Outcome::answered};
  }
  return {csv ? statement_csv(c.statements) : case_toml(c), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow export_command() {
  CommandRow row{
      "export",
      {"a whole case as one TOML file, or its statements as CSV or XLSX",
       "ein ganzer Fall als eine TOML-Datei, oder seine Aussagen als CSV oder XLSX"},
      {case_argument()},
      {{"toml", "", {"the whole case (default)", "den ganzen Fall (sonst)"}, false},
       {"csv",
        "",
        {"the statements, as `surety import` reads them", "die Aussagen, wie `surety import` sie liest"},
        false}},
      export_case,
      "surety export cases/ukraine-2025-08 --csv",
      {"toml", "csv", "xlsx"}};
  row.options.insert(row.options.end(), what_if_options().begin(), what_if_options().end());
  return row;
}

}  // namespace surety
