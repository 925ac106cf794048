// See export_command.h.
#include "commands/export_command.h"

#include <algorithm>

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

Answer export_case(const Request& request) {
  const bool csv = request.has("csv") || (request.format_given && request.format == "csv");
  const bool toml = request.has("toml") || (request.format_given && request.format == "toml");
  if (csv && toml)
    return refused(
        Faults{{{"--csv, --toml", 0, 0}, std::string(kOneForm.in(request.language)), "--toml | --csv"}});
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  const Case c = as_changed(*standing);
  return {csv ? statement_csv(c.statements) : case_toml(c), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow export_command() {
  CommandRow row{
      "export",
      {"a whole case as one TOML file, or its statements as CSV",
       "ein ganzer Fall als eine TOML-Datei, oder seine Aussagen als CSV"},
      {case_argument()},
      {{"toml", "", {"the whole case (default)", "den ganzen Fall (sonst)"}, false},
       {"csv",
        "",
        {"the statements, as `surety import` reads them", "die Aussagen, wie `surety import` sie liest"},
        false}},
      export_case,
      "surety export cases/ukraine-2025-08 --csv",
      {"toml", "csv"}};
  row.options.insert(row.options.end(), what_if_options().begin(), what_if_options().end());
  return row;
}

}  // namespace surety
