// See ledger_file_commands.h.
#include "commands/ledger_file_commands.h"

#include <algorithm>
#include <charconv>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/ledger_entries_commands.h"
#include "commands/ledger_session.h"
#include "exchange/case_toml_writer.h"
#include "exchange/ledger_case.h"
#include "exchange/ndjson.h"
#include "ledger/payload.h"
#include "model/standing.h"

namespace surety {
namespace {

constexpr Phrase kBegun = {"A ledger without records was begun.", "Ein Register ohne Einträge ist angelegt."};
constexpr Phrase kOneForm = {"these ask for two forms at once", "das verlangt zwei Formen zugleich"};
constexpr Phrase kWholeOnly = {"NDJSON is the whole ledger", "NDJSON ist das ganze Register"};
constexpr Phrase kOnlyToml = {"this option only with --toml", "diese Option nur mit --toml"};
constexpr Phrase kNoDate = {"' is no day", "' ist kein Tag"};
constexpr Phrase kDate = {"a date such as 2025-08-21", "ein Tag wie 2025-08-21"};
constexpr Phrase kNoHash = {"' is no hash", "' ist keine Prüfsumme"};
constexpr Phrase kHash = {"64 digits 0-9 a-f", "64 Ziffern 0-9 a-f"};
constexpr Phrase kOtherHead = {
    "the newest record is another one: the ledger was cut, or somebody wrote to it",
    "der neueste Eintrag ist ein anderer: das Register wurde gekürzt, oder jemand "
    "hat hineingeschrieben"};
constexpr Phrase kWhole = {"Every record is as it was written.",
                           "Jeder Eintrag steht da, wie er geschrieben wurde."};
constexpr Phrase kHead = {"head: record ", "Kopf: Eintrag "};
constexpr Phrase kOf = {" of ", " vom "};
constexpr Phrase kEarlier = {" earlier records", " frühere Einträge"};
constexpr Phrase kNoNumber = {"' is no number", "' ist keine Zahl"};
constexpr Phrase kNumber = {"a whole number from 1", "eine ganze Zahl ab 1"};
constexpr Phrase kLog = {"Records", "Einträge"};

constexpr std::int64_t kLogShown = 50;

Answer refused_option(const Request& request, const std::string& option, const std::string& value,
                      Phrase message, Phrase expected) {
  const std::string quoted = value.empty() ? "" : "'" + quoted_for_message(value);
  return refused(Faults{{{option, 0, 0},
                         quoted + std::string(message.in(request.language)),
                         std::string(expected.in(request.language))}});
}

Answer init(const Request& request) {
  if (const auto created = create_ledger(request.arguments.at(0)); !created) return refused(created.error());
  Document document;
  document.command = request.command;
  document.language = request.language;
  document.blocks.push_back(Paragraph{std::string(kBegun.in(request.language)), true});
  return {std::move(document), {}, {}, Outcome::answered};
}

// What was said by V, with V as the day on which the case is asked; what a rule respects stays.
void cut_to(Case& c, Date valid) {
  std::vector<std::string> respected;
  for (const CountingRule& rule : c.counting_rules)
    respected.insert(respected.end(), rule.respect.begin(), rule.respect.end());
  std::vector<std::string> gone;
  for (const Statement& s : c.statements)
    if (!said_by(c, s, valid) && std::ranges::find(respected, s.id) == respected.end()) gone.push_back(s.id);
  std::ranges::sort(gone);
  const auto is_gone = [&](const std::string& id) { return std::ranges::binary_search(gone, id); };
  std::erase_if(c.statements, [&](const Statement& s) { return is_gone(s.id); });
  for (Statement& s : c.statements) std::erase_if(s.supersedes, is_gone);
  c.reference_date = valid;
}

Answer export_toml(const Request& request, Ledger& ledger) {
  LedgerView view;
  view.analyst = request.value("analyst");
  std::optional<Date> valid;
  for (const auto& [option, into] : {std::pair("known", &view.known), std::pair("as-of", &valid)}) {
    if (!request.has(option)) continue;
    *into = Date::parse(request.value(option));
    if (!*into)
      return refused_option(request, std::string("--") + option, request.value(option), kNoDate, kDate);
  }
  auto known = case_of_ledger(ledger, request.arguments.at(0), view);
  if (!known) return refused(known.error());
  if (valid) cut_to(known->c, *valid);
  return {case_toml(known->c), {}, {}, Outcome::answered};
}

Answer export_ledger(const Request& request) {
  const bool toml = request.has("toml") || (request.format_given && request.format == "toml");
  const bool ndjson = request.has("ndjson") || (request.format_given && request.format == "ndjson");
  if (toml && ndjson)
    return refused_option(request, "--toml, --ndjson", "", kOneForm,
                          {"--toml | --ndjson", "--toml | --ndjson"});
  auto ledger = requested_ledger(request, LedgerAccess::read);
  if (!ledger) return std::move(ledger.error());
  if (toml) return export_toml(request, **ledger);
  for (const char* option : {"known", "as-of", "analyst"})
    if (request.has(option))
      return refused_option(request, std::string("--") + option, "", kWholeOnly, kOnlyToml);
  const ByteSource lines = [shared = std::shared_ptr<Ledger>(*std::move(ledger))](const auto& take) {
    return write_ndjson(*shared, take);
  };
  return {lines, {}, {}, Outcome::answered};
}

Answer verify(const Request& request) {
  const std::string wanted = request.value("expect");
  if (!wanted.empty() && wanted.find_first_not_of("0123456789abcdef") != std::string::npos)
    return refused_option(request, "--expect", wanted, kNoHash, kHash);
  auto ledger = requested_ledger(request, LedgerAccess::read);
  if (!ledger) return std::move(ledger.error());
  const std::string& path = request.arguments.at(0);
  const auto check = (*ledger)->verify();
  if (!check) return refused(check.error());
  if (!check->whole()) return refused(Faults{{{path, 0, 0}, check->sentence, ""}});
  if (!wanted.empty() && wanted != check->head.hash) {
    const std::string head = "record " + std::to_string(check->head.seq) + ", " + check->head.hash;
    return refused(
        Faults{{{path, 0, 0}, std::string(kOtherHead.in(request.language)) + ": " + head, wanted}});
  }
  Document document;
  document.command = request.command;
  document.language = request.language;
  document.input_sha256 = check->head.hash;
  document.figures = {{"records", check->records, {}, {}, "", {}}};
  Table table{"head", {{"record", ""}, {"recorded", ""}, {"hash", ""}}, {}};
  table.rows.push_back({{check->head.seq, check->head.recorded, check->head.hash}, {}});
  document.tables.push_back(std::move(table));
  document.blocks.push_back(Paragraph{std::string(kWhole.in(request.language)), true});
  document.blocks.push_back(Paragraph{
      std::string(kHead.in(request.language)) + std::to_string(check->head.seq) + ", " + check->head.hash,
      false});
  return {std::move(document), {}, {}, Outcome::answered};
}

// What a record is about, in the words of its payload.
struct LogLine {
  Record record;
  std::string hash, table, id, reason;
};

LogLine log_line(std::string_view line, JsonReader& reader) {
  LogLine shown;
  const auto record = record_of_line(line);
  if (!record) return shown;
  shown.record = *record;
  shown.hash = record_hash(line);
  const auto document = reader.read(record->payload);
  if (!document) return shown;
  const auto payload = payload_of(record->kind, **document);
  if (!payload) return shown;
  shown.id = payload->kind == RecordKind::retraction ? std::to_string(payload->retracted) : payload->id;
  shown.table = payload->kind == RecordKind::retraction ? "record"
                : payload->kind == RecordKind::note     ? ""
                                                        : std::string(word(payload->table));
  const JsonNode& root = (*document)->root();
  if (!payload->declares())
    shown.reason = (*document)->text(root, payload->kind == RecordKind::note ? "text" : "reason");
  return shown;
}

Answer log(const Request& request) {
  std::int64_t shown = kLogShown;
  if (request.has("last")) {
    const std::string text = request.value("last");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), shown);
    if (error != std::errc() || end != text.data() + text.size() || shown < 1)
      return refused_option(request, "--last", text, kNoNumber, kNumber);
  }
  auto ledger = requested_ledger(request, LedgerAccess::read);
  if (!ledger) return std::move(ledger.error());
  const auto head = (*ledger)->head();
  if (!head) return refused(head.error());
  const Language language = request.language;
  Document document;
  document.command = request.command;
  document.language = language;
  document.input_sha256 = head->hash;
  Table table{"records",
              {{"seq", ""},
               {"recorded", ""},
               {"analyst", ""},
               {"kind", ""},
               {"table", ""},
               {"id", ""},
               {"reason", ""},
               {"hash", ""}},
              {}};
  Outline lines;
  JsonReader reader;
  const std::int64_t from = std::max<std::int64_t>(1, head->seq - shown + 1);
  const auto read = (*ledger)->each(from, head->seq, [&](std::int64_t seq, std::string_view line) {
    const LogLine at = log_line(line, reader);
    const auto or_nothing = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
    table.rows.push_back({{seq, at.record.recorded, at.record.analyst, std::string(word(at.record.kind)),
                           or_nothing(at.table), or_nothing(at.id), or_nothing(at.reason), at.hash},
                          {}});
    lines.items.push_back(
        {0, std::to_string(seq),
         at.record.recorded + " · " + at.record.analyst + " · " + std::string(word(at.record.kind)) +
             (at.table.empty() || at.table == word(at.record.kind) ? "" : " " + at.table) +
             (at.id.empty() ? "" : " " + at.id) + (at.reason.empty() ? "" : ": " + at.reason)});
    return true;
  });
  if (!read) return refused(read.error());
  document.tables.push_back(std::move(table));
  document.blocks.push_back(Heading{1, std::string(kLog.in(language)), ""});
  if (from > 1)
    document.blocks.push_back(
        Paragraph{number_text(from - 1, language) + std::string(kEarlier.in(language)), false});
  if (!lines.items.empty()) document.blocks.push_back(std::move(lines));
  document.blocks.push_back(
      Paragraph{std::string(kHead.in(language)) + std::to_string(head->seq) + ", " + head->hash, false});
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow ledger_init_command() {
  return {"ledger init",
          {"begin a ledger: one file, for one case", "ein Register anlegen: eine Datei, für einen Fall"},
          {{"LEDGER", {"a name that nothing bears yet", "ein Name, den noch nichts trägt"}, true, false}},
          {},
          init,
          "surety ledger init ukraine.ledger"};
}

CommandRow ledger_export_command() {
  return {"ledger export",
          {"the whole ledger as NDJSON, or the case as of two dates as TOML",
           "das ganze Register als NDJSON, oder der Fall zu zwei Stichtagen als TOML"},
          {ledger_argument()},
          {{"ndjson",
            "",
            {"every record, byte for byte (default)", "jeder Eintrag, Byte für Byte (sonst)"},
            false},
           {"toml", "", {"the case", "den Fall"}, false},
           {"known",
            "DATE",
            {"as known on this day (default: now)", "wie an diesem Tag bekannt (sonst: jetzt)"},
            false},
           {"as-of",
            "DATE",
            {"only what was said by this day, which becomes the case's reference date",
             "nur was bis zu diesem Tag gesagt war, der Stichtag des Falls wird"},
            false},
           {"analyst",
            "NAME",
            {"with this analyst's judgements applied", "mit den Urteilen dieser Person"},
            false}},
          export_ledger,
          "surety ledger export ukraine.ledger --toml --known 2025-08-22",
          {"ndjson", "toml"}};
}

CommandRow ledger_verify_command() {
  return {"ledger verify",
          {"is every record as it was written", "steht jeder Eintrag da, wie er geschrieben wurde"},
          {ledger_argument()},
          {{"expect",
            "HASH",
            {"the hash that the newest record had when somebody looked",
             "die Prüfsumme, die der neueste Eintrag hatte, als jemand nachsah"},
            false}},
          verify,
          "surety ledger verify ukraine.ledger"};
}

CommandRow ledger_log_command() {
  return {
      "ledger log",
      {"who recorded what, and when", "wer was wann eingetragen hat"},
      {ledger_argument()},
      {{"last", "NUMBER", {"the newest so many (default: 50)", "die neuesten so vielen (sonst: 50)"}, false}},
      log,
      "surety ledger log ukraine.ledger"};
}

}  // namespace surety
