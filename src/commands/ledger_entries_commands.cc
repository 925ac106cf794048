// See ledger_entries_commands.h.
#include "commands/ledger_entries_commands.h"

#include "base/text.h"
#include "commands/ledger_session.h"
#include "exchange/case_file.h"
#include "exchange/ndjson.h"
#include "exchange/statement_csv.h"

namespace surety {
namespace {

constexpr Phrase kOtherCase = {"the ledger is about another case, ",
                               "das Register betrifft einen anderen Fall, "};
constexpr Phrase kSameCase = {"the same [case] id in a ledger and what is added to it",
                              "dieselbe Kennung von [case] im Register und in dem, was dazukommt"};
constexpr Phrase kInterrupted = {"interrupted; nothing was written",
                                 "unterbrochen; nichts wurde geschrieben"};

// The id of the case that the ledger is about; empty: of none yet.
std::string case_id_of(Ledger& ledger) {
  std::string id;
  const auto head = ledger.head();
  if (!head || head->seq == 0) return id;
  (void)ledger.each_entry({day_of(head->recorded), {"case"}, {}, {}, {}, false},
                          [&](const KnownEntry& entry) {
                            id = entry.document->text(*entry.entry, "id");
                            return true;
                          });
  return id;
}

// One ledger holds one case.
void refuse_other_case(LedgerSession& session, const Case& c, Language language) {
  const std::string there = case_id_of(session.ledger());
  if (!there.empty() && !c.id.empty() && c.id != there)
    session.refuse({c.at, std::string(kOtherCase.in(language)) + "'" + quoted_for_message(there) + "'",
                    std::string(kSameCase.in(language))});
}

Answer add_entries(LedgerSession& session, const Case& c, const Request& request) {
  refuse_other_case(session, c, request.language);
  for (const DeclaredEntry& entry : declared_entries(c)) {
    if (request.stop.stop_requested())
      return {std::string(), {}, {std::string(kInterrupted.in(request.language))}, Outcome::stopped};
    session.append(entry);
  }
  return session.finish();
}

Answer add(const Request& request) {
  const auto entries = read_entries(request.arguments.at(1));
  if (!entries) return refused(entries.error());
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  return add_entries(*session, *entries, request);
}

Answer import_records(const Request& request) {
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  const std::string& file = request.arguments.at(1);
  const auto taken = take_ndjson(session->ledger(), session->writing(), file, [&](std::int64_t line) {
    if (request.progress) request.progress(line);
    return !request.stop.stop_requested();
  });
  if (!taken && request.stop.stop_requested())
    return {std::string(), {}, {std::string(kInterrupted.in(request.language))}, Outcome::stopped};
  if (!taken) return refused(taken.error());
  session->count(taken->added, taken->already_there);
  session->check_all_statements();
  return session->finish([&](std::int64_t seq) { return Place{file, static_cast<int>(seq), 1}; });
}

std::expected<Case, InputRefused> statements_of_csv(const std::string& path) {
  auto bytes = read_input_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto statements = read_statement_csv(*std::move(bytes), path);
  if (!statements) return std::unexpected(InputRefused{std::move(statements.error()), false});
  Case c;
  c.statements = *std::move(statements);
  return c;
}

bool is_csv(const std::string& path) { return path.ends_with(".csv") || path.ends_with(".CSV"); }

Answer import_into(const Request& request) {
  const std::string& path = request.arguments.at(1);
  if (!is_csv(path) && !is_directory(path) && looks_like_ndjson(path)) return import_records(request);
  const auto c = is_csv(path) ? statements_of_csv(path) : read_case(path);
  if (!c) return refused(c.error());
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  return add_entries(*session, *c, request);
}

Answer correct(const Request& request) {
  const auto entries = read_entries(request.arguments.at(1));
  if (!entries) return refused(entries.error());
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  refuse_other_case(*session, *entries, request.language);
  for (const DeclaredEntry& entry : declared_entries(*entries)) {
    session->append(RecordKind::correction, correction_payload(entry, request.value("reason")), entry.table,
                    entry.id, entry.at);
    if (entry.table != "statement") session->check_all_statements();
  }
  return session->finish();
}

ArgumentRow entries_argument() {
  return {"FILE",
          {"TOML with [[statement]], [[source]] ... as in a case; the rest may stand in the ledger",
           "TOML mit [[statement]], [[source]] ... wie in einem Fall; der Rest darf im Register stehen"},
          true,
          false};
}

}  // namespace

CommandRow ledger_add_command() {
  return {"ledger add",
          {"add statements, sources and other entries, all or none",
           "Aussagen, Quellen und anderes eintragen, alles oder nichts"},
          {ledger_argument(), entries_argument()},
          writing_options(),
          add,
          "surety ledger add ukraine.ledger second-day.toml"};
}

CommandRow ledger_import_command() {
  return {
      "ledger import",
      {"take a whole case, a table of statements or another ledger's records, all or none",
       "einen ganzen Fall, eine Tabelle von Aussagen oder die Einträge eines anderen Registers übernehmen, "
       "alles oder nichts"},
      {ledger_argument(),
       {"FILE",
        {"a case (TOML, file or folder), statements (.csv), or records (NDJSON)",
         "ein Fall (TOML, Datei oder Ordner), Aussagen (.csv) oder Einträge (NDJSON)"},
        true,
        false}},
      writing_options(),
      import_into,
      "surety ledger import ukraine.ledger cases/ukraine-2025-08"};
}

CommandRow ledger_correct_command() {
  CommandRow row{"ledger correct",
                 {"give entries that are there new content", "vorhandenen Einträgen neuen Inhalt geben"},
                 {ledger_argument(), entries_argument()},
                 writing_options(),
                 correct,
                 "surety ledger correct ukraine.ledger corrected.toml --reason 'the page says 4,000'"};
  row.options.push_back(reason_option({"why, in words", "warum, in Worten"}));
  return row;
}

}  // namespace surety
