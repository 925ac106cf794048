// See ledger_change_commands.h.
#include "commands/ledger_change_commands.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "commands/ledger_session.h"
#include "exchange/ledger_case.h"
#include "exchange/toml_document.h"
#include "ledger/canonical_json.h"

namespace surety {
namespace {

constexpr Phrase kNotThere = {"' is not there", "' ist nicht vorhanden"};
constexpr Phrase kNoCandidate = {"' is no candidate", "' ist kein Vorschlag"};
constexpr Phrase kCandidate = {
    "a statement with status = \"proposed\"; what stands is taken back by: ledger retract",
    "eine Aussage mit status = \"proposed\"; was gilt, nimmt zurück: ledger retract"};
constexpr Phrase kNoReason = {"a retraction needs a reason", "eine Rücknahme braucht einen Grund"};
constexpr Phrase kReason = {"--reason TEXT", "--reason TEXT"};
constexpr Phrase kOneTarget = {"either an id or --record NUMBER",
                               "entweder eine Kennung oder --record NUMMER"};
constexpr Phrase kSeveral = {"' is an id in several tables", "' ist eine Kennung in mehreren Tabellen"};
constexpr Phrase kNoLikelihood = {"' is no likelihood", "' ist keine Wahrscheinlichkeit"};
constexpr Phrase kLikelihood = {"a number from 0 to 1 such as 0.4, or a range such as 0.3..0.5",
                                "eine Zahl von 0 bis 1 wie 0.4, oder ein Bereich wie 0.3..0.5"};
constexpr Phrase kNoJudgement = {"there is nothing to judge", "es gibt nichts zu beurteilen"};
constexpr Phrase kWholeNumber = {"a whole number", "eine ganze Zahl"};
constexpr Phrase kFits = {"' does not fit here", "' passt hier nicht"};

Fault fault(const Request& request, const std::string& where, const std::string& quoted, Phrase message,
            Phrase expected = {"", ""}) {
  return {
      {where, 0, 0},
      (quoted.empty() ? "" : "'" + quoted_for_message(quoted)) + std::string(message.in(request.language)),
      std::string(expected.in(request.language))};
}

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

// An entry as it stands now.
struct EntryNow {
  std::string table;
  std::int64_t declared = 0;
  std::optional<bool> decided;
  Case c;  // with this one entry
};

std::vector<EntryNow> entries_now(LedgerSession& session, const std::string& id) {
  std::vector<EntryNow> entries;
  if (session.writing().head().seq == 0) return entries;
  EntryQuery query{day_of(session.writing().head().recorded), {}, {}, {}, {id}, true};
  Faults faults;
  (void)session.ledger().each_entry(query, [&](const KnownEntry& known) {
    if (known.id != id) return true;
    EntryNow entry{std::string(known.table), known.declared, known.accepted, {}};
    read_entry(known.table, *known.document, *known.entry, {}, entry.c, faults);
    entries.push_back(std::move(entry));
    return true;
  });
  return entries;
}

Answer supersede(const Request& request) {
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  const std::string& newer = request.arguments.at(1);
  for (auto& entry : entries_now(*session, newer)) {
    if (entry.table != "statement") continue;
    Statement& statement = entry.c.statements.front();
    for (const std::string& older : std::span(request.arguments).subspan(2))
      if (std::ranges::find(statement.supersedes, older) == statement.supersedes.end())
        statement.supersedes.push_back(older);
    const DeclaredEntry declared = declared_entries(entry.c).front();
    session->append(RecordKind::correction, correction_payload(declared, request.value("reason")),
                    "statement", newer);
    return session->finish();
  }
  return refused(Faults{fault(request, session->path(), newer, kNotThere)});
}

// Whether taking this record back may leave any statement without what it names.
bool concerns_all(Ledger& ledger, std::int64_t record) {
  bool concerns = true;
  (void)ledger.each(record, record, [&](std::int64_t, std::string_view line) {
    const auto parts = parts_of_line(line);
    concerns = !parts || (parts->kind != RecordKind::judgement && parts->kind != RecordKind::decision &&
                          parts->kind != RecordKind::note);
    return true;
  });
  return concerns;
}

Answer retract(const Request& request) {
  if (request.value("reason").empty())
    return refused(Faults{fault(request, "--reason", "", kNoReason, kReason)});
  const bool by_id = request.arguments.size() > 1;
  if (by_id == request.has("record")) return refused(Faults{fault(request, "", "", kOneTarget)});
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  std::int64_t record = 0;
  std::string table, id;
  if (by_id) {
    id = request.arguments[1];
    std::vector<EntryNow> found = entries_now(*session, id);
    if (request.has("in"))
      std::erase_if(found, [&](const EntryNow& entry) { return entry.table != request.value("in"); });
    if (found.empty()) return refused(Faults{fault(request, session->path(), id, kNotThere)});
    if (found.size() > 1)
      return refused(Faults{fault(request, "", id, kSeveral, {"--in TABLE", "--in TABELLE"})});
    record = found.front().declared;
    table = found.front().table;
  } else {
    const auto number = whole_number(request.value("record"));
    if (!number)
      return refused(Faults{fault(request, "--record", request.value("record"), kFits, kWholeNumber)});
    record = *number;
  }
  const std::vector<JsonField> fields = {{"reason", json_quoted(request.value("reason"))},
                                         {"record", std::to_string(record)}};
  session->append(RecordKind::retraction, json_object(fields), table,
                  id.empty() ? std::to_string(record) : id);
  if (table != "statement" && concerns_all(session->ledger(), record)) session->check_all_statements();
  return session->finish();
}

std::optional<std::string> likelihood_json(const std::string& text) {
  const std::size_t dots = text.find("..");
  const auto number = [](std::string_view part) -> std::optional<double> {
    double value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size() || !(0 <= value && value <= 1))
      return std::nullopt;
    return value;
  };
  const auto low = number(std::string_view(text).substr(0, dots));
  const auto high = dots == std::string::npos ? low : number(std::string_view(text).substr(dots + 2));
  if (!low || !high || *low > *high) return std::nullopt;
  std::string json;
  if (*low == *high) {
    append_json_number(json, *low);
    return json;
  }
  json = "{\"high\":";
  append_json_number(json, *high);
  json += ",\"low\":";
  append_json_number(json, *low);
  return json + "}";
}

Answer judge(const Request& request) {
  std::vector<JsonField> fields;
  if (request.has("credibility")) {
    const auto credibility = whole_number(request.value("credibility"));
    if (!credibility || *credibility > 6)
      return refused(Faults{fault(request, "--credibility", request.value("credibility"), kFits,
                                  {"a whole number from 1 to 6", "eine ganze Zahl von 1 bis 6"})});
    fields.push_back({"credibility", std::to_string(*credibility)});
  }
  if (request.has("likelihood")) {
    const auto json = likelihood_json(request.value("likelihood"));
    if (!json)
      return refused(
          Faults{fault(request, "--likelihood", request.value("likelihood"), kNoLikelihood, kLikelihood)});
    fields.push_back({"likelihood", *json});
  }
  if (fields.empty())
    return refused(Faults{fault(request, "", "", kNoJudgement,
                                {"--likelihood or --credibility", "--likelihood oder --credibility"})});
  if (request.has("reason")) fields.push_back({"reason", json_quoted(request.value("reason"))});
  const std::string& id = request.arguments.at(1);
  fields.push_back({"statement", json_quoted(id)});
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  session->append(RecordKind::judgement, json_object(fields), "statement", id);
  return session->finish();
}

Answer decide(const Request& request, bool accept) {
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  for (const std::string& id : std::span(request.arguments).subspan(1)) {
    std::vector<EntryNow> found = entries_now(*session, id);
    std::erase_if(found, [](const EntryNow& entry) { return entry.table != "statement"; });
    if (found.empty()) {
      session->refuse(fault(request, session->path(), id, kNotThere));
      continue;
    }
    if (!found.front().decided && found.front().c.statements.front().status == StatementStatus::accepted) {
      session->refuse(fault(request, session->path(), id, kNoCandidate, kCandidate));
      continue;
    }
    std::vector<JsonField> fields = {{"accept", accept ? "true" : "false"}};
    if (request.has("reason")) fields.push_back({"reason", json_quoted(request.value("reason"))});
    fields.push_back({"statement", json_quoted(id)});
    session->append(RecordKind::decision, json_object(fields), "statement", id);
  }
  return session->finish();
}

Answer note(const Request& request) {
  std::vector<JsonField> fields;
  if (request.has("about")) fields.push_back({"about", json_quoted(request.value("about"))});
  fields.push_back({"text", json_quoted(request.arguments.at(1))});
  auto session = LedgerSession::begin(request);
  if (!session) return std::move(session.error());
  session->append(RecordKind::note, json_object(fields), "", request.value("about"));
  return session->finish();
}

std::vector<OptionRow> options_with(std::vector<OptionRow> more) {
  std::vector<OptionRow> options = writing_options();
  options.insert(options.begin(), more.begin(), more.end());
  return options;
}

OptionRow why_option() { return reason_option({"why, in words", "warum, in Worten"}); }

ArgumentRow statement_argument(bool repeatable) {
  return {"ID", {"a statement", "eine Aussage"}, true, repeatable};
}

}  // namespace

CommandRow ledger_supersede_command() {
  return {"ledger supersede",
          {"say that a statement replaces others", "sagen, dass eine Aussage andere ablöst"},
          {ledger_argument(),
           {"NEW", {"the statement that stands", "die Aussage, die gilt"}, true, false},
           {"OLD", {"a statement it replaces", "eine Aussage, die sie ablöst"}, true, true}},
          options_with({why_option()}),
          supersede,
          "surety ledger supersede ukraine.ledger E4 E2"};
}

CommandRow ledger_retract_command() {
  return {
      "ledger retract",
      {"take an entry, or any earlier record, back; a retraction too",
       "einen Eintrag oder etwas anderes Eingetragenes zurücknehmen, auch eine Rücknahme"},
      {ledger_argument(), {"ID", {"the entry", "der Eintrag"}, false, false}},
      options_with({{"record", "NUMBER", {"a record instead", "stattdessen ein Eintrag nach Nummer"}, false},
                    {"in",
                     "TABLE",
                     {"where an id stands in several tables", "wo eine Kennung in mehreren Tabellen steht"},
                     false},
                    why_option()}),
      retract,
      "surety ledger retract ukraine.ledger E4 --reason 'read wrongly'"};
}

CommandRow ledger_judge_command() {
  return {"ledger judge",
          {"record how likely you hold a statement, or how credible its report",
           "eintragen, für wie wahrscheinlich man eine Aussage hält, oder für wie glaubwürdig den Bericht"},
          {ledger_argument(), statement_argument(false)},
          options_with({{"likelihood", "RANGE", kLikelihood, false},
                        {"credibility", "NUMBER", {"1 (confirmed) to 6", "1 (bestätigt) bis 6"}, false},
                        why_option()}),
          judge,
          "surety ledger judge ukraine.ledger S51 --likelihood 0.3..0.5 --analyst Anna"};
}

CommandRow ledger_accept_command() {
  return {"ledger accept",
          {"accept proposed statements", "vorgeschlagene Aussagen annehmen"},
          {ledger_argument(), statement_argument(true)},
          options_with({why_option()}),
          [](const Request& request) { return decide(request, true); },
          "surety ledger accept ukraine.ledger C1 C2"};
}

CommandRow ledger_reject_command() {
  return {"ledger reject",
          {"reject proposed statements", "vorgeschlagene Aussagen verwerfen"},
          {ledger_argument(), statement_argument(true)},
          options_with({why_option()}),
          [](const Request& request) { return decide(request, false); },
          "surety ledger reject ukraine.ledger C3 --reason 'no source'"};
}

CommandRow ledger_note_command() {
  return {"ledger note",
          {"keep a note", "eine Notiz festhalten"},
          {ledger_argument(), {"TEXT", {"what to keep", "was festzuhalten ist"}, true, false}},
          options_with({{"about", "ID", {"what it is about", "worum es geht"}, false}}),
          note,
          "surety ledger note ukraine.ledger 'asked the ministry' --about S51"};
}

}  // namespace surety
