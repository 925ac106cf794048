// See export_command.h.
#include "commands/export_command.h"

#include "commands/case_request.h"
#include "exchange/case_toml_writer.h"
#include "exchange/statement_csv.h"

namespace surety {
namespace {

constexpr Phrase kOneForm = {"these ask for two forms at once", "das verlangt zwei Formen zugleich"};

Answer export_case(const Request& request) {
  const bool csv = request.has("csv") || (request.format_given && request.format == "csv");
  const bool toml = request.has("toml") || (request.format_given && request.format == "toml");
  if (csv && toml)
    return refused(
        Faults{{{"--csv, --toml", 0, 0}, std::string(kOneForm.in(request.language)), "--toml | --csv"}});
  const auto read = requested_case(request);
  if (!read) return read.error();
  return {csv ? statement_csv((*read)->statements) : case_toml(**read), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow export_command() {
  return {"export",
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
}

}  // namespace surety
