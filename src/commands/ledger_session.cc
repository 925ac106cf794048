// See ledger_session.h.
#include "commands/ledger_session.h"

#include <algorithm>
#include <map>

#include "base/number_text.h"
#include "base/text.h"
#include "exchange/ledger_case.h"
#include "exchange/settings.h"

namespace surety {
namespace {

constexpr std::size_t kShown = 20;

constexpr Phrase kNoAnalyst = {"nobody said who is writing", "niemand hat gesagt, wer hier schreibt"};
constexpr Phrase kSayAnalyst = {"--analyst NAME, or analyst = \"NAME\" in ",
                                "--analyst NAME, oder analyst = \"NAME\" in "};
constexpr Phrase kAskAnalyst = {"Under which name do you keep ledgers? ",
                                "Unter welchem Namen führen Sie Register? "};
constexpr Phrase kNoMoment = {"' is no moment", "' ist kein Zeitpunkt"};
constexpr Phrase kMoment = {"a moment such as 2025-08-21T14:03:05Z",
                            "ein Zeitpunkt wie 2025-08-21T14:03:05Z"};
constexpr Phrase kClockBehind = {
    "the clock stands before the newest record; recorded is that record's time, ",
    "die Uhr steht vor dem neuesten Eintrag; eingetragen wird dessen Zeit, "};
constexpr Phrase kLedger = {"a ledger", "ein Register"};
constexpr Phrase kNothing = {"Nothing was added", "Nichts hinzugefügt"};
constexpr Phrase kAdded = {" added", " hinzugefügt"};
constexpr Phrase kOneRecord = {"1 record", "1 Eintrag"};
constexpr Phrase kRecords = {" records", " Einträge"};
constexpr Phrase kThere = {" already there", " schon vorhanden"};
constexpr Phrase kHead = {"head: record ", "Kopf: Eintrag "};
constexpr Phrase kIsThere = {"already there", "schon vorhanden"};
constexpr Phrase kMore = {"and ", "und "};
constexpr Phrase kMoreEnd = {" more", " weitere"};

std::string records_text(std::int64_t count, Language language) {
  if (count == 1) return std::string(kOneRecord.in(language));
  return number_text(count, language) + std::string(kRecords.in(language));
}

// Who writes: the option, else the settings, else whoever sits at the terminal, once.
std::expected<std::string, Answer> requested_analyst(const Request& request) {
  const auto checked = [&](std::string name, const std::string& where) -> std::expected<std::string, Answer> {
    if (const auto fault = analyst_name_fault(name))
      return std::unexpected(refused(Faults{{{where, 0, 0}, *fault, {}}}));
    return name;
  };
  if (request.has("analyst")) return checked(request.value("analyst"), "--analyst");
  auto kept = analyst_in_settings(request.settings_folder);
  if (!kept) return std::unexpected(refused(kept.error()));
  if (!kept->empty()) return checked(*kept, settings_file(request.settings_folder));
  if (request.ask)
    if (const auto said = request.ask(std::string(kAskAnalyst.in(request.language)))) {
      auto name = checked(*said, "");
      if (name && !request.settings_folder.empty())
        if (const auto done = keep_analyst(request.settings_folder, *name); !done)
          return std::unexpected(refused(done.error()));
      return name;
    }
  const std::string file =
      request.settings_folder.empty() ? "config.toml" : settings_file(request.settings_folder);
  return std::unexpected(refused(Faults{{{"--analyst", 0, 0},
                                         std::string(kNoAnalyst.in(request.language)),
                                         std::string(kSayAnalyst.in(request.language)) + file}}));
}

std::expected<std::string, Answer> requested_moment(const Request& request) {
  const std::string text = request.has("recorded") ? request.value("recorded")
                           : request.clock         ? request.clock()
                                                   : "";
  if (is_moment(text)) return text;
  return std::unexpected(
      refused(Faults{{{"--recorded", 0, 0},
                      "'" + quoted_for_message(text) + std::string(kNoMoment.in(request.language)),
                      std::string(kMoment.in(request.language))}}));
}

}  // namespace

ArgumentRow ledger_argument() { return {"LEDGER", kLedger, true, false}; }

std::vector<OptionRow> writing_options() {
  return {{"analyst",
           "NAME",
           {"who writes (default: analyst in config.toml below $XDG_CONFIG_HOME/surety)",
            "wer schreibt (sonst: analyst in config.toml unter $XDG_CONFIG_HOME/surety)"},
           false},
          {"recorded",
           "MOMENT",
           {"the time to record, such as 2025-08-21T14:03:05Z (default: now; never before the newest record)",
            "die Zeit des Eintrags, etwa 2025-08-21T14:03:05Z (sonst: jetzt; nie vor dem neuesten Eintrag)"},
           false}};
}

OptionRow reason_option(Phrase help) { return {"reason", "TEXT", help, false}; }

Answer refused(const InputRefused& why) {
  Answer answer = refused(why.faults);
  if (why.machine_failed) answer.outcome = Outcome::machine_failed;
  return answer;
}

std::expected<std::unique_ptr<Ledger>, Answer> requested_ledger(const Request& request, LedgerAccess access) {
  const std::string& path = request.arguments.at(0);
  auto ledger = open_ledger(path, access);
  if (!ledger) return std::unexpected(refused(ledger.error()));
  return *std::move(ledger);
}

std::expected<LedgerSession, Answer> LedgerSession::begin(const Request& request) {
  LedgerSession session(request);
  session.path_ = request.arguments.at(0);
  auto ledger = requested_ledger(request, LedgerAccess::write);
  if (!ledger) return std::unexpected(std::move(ledger.error()));
  session.ledger_ = *std::move(ledger);
  auto analyst = requested_analyst(request);
  if (!analyst) return std::unexpected(std::move(analyst.error()));
  auto moment = requested_moment(request);
  if (!moment) return std::unexpected(std::move(moment.error()));
  auto writing = session.ledger_->begin_writing(*analyst, *moment);
  if (!writing) return std::unexpected(refused(writing.error()));
  session.writing_ = *std::move(writing);
  if (session.writing_->moment() != *moment)
    session.messages_.push_back(std::string(kClockBehind.in(request.language)) + session.writing_->moment());
  return session;
}

void LedgerSession::append(RecordKind kind, std::string_view payload, const std::string& table,
                           const std::string& id, const Place& at) {
  const auto appended = writing_->append(kind, payload);
  if (!appended) {
    machine_failed_ |= appended.error().code == ErrorCode::storage;
    if (!appended.error().message.empty()) faults_.push_back({at, appended.error().message, ""});
    return;
  }
  changes_.push_back({appended->seq, appended->already_there, kind, table, id, at});
  ++(appended->already_there ? already_there_ : added_);
}

Answer LedgerSession::finish(const PlaceOfRecord& place_of) {
  if (!faults_.empty()) return refused(InputRefused{std::move(faults_), machine_failed_});
  std::map<std::int64_t, Place> places;
  std::vector<std::string> touched;
  for (const Change& change : changes_) {
    if (change.already_there) continue;
    if (!change.at.file.empty()) places.emplace(change.record, change.at);
    if (change.table == "statement") touched.push_back(change.id);
  }
  const PlaceOfRecord place = [&](std::int64_t seq) {
    if (place_of) return place_of(seq);
    const auto at = places.find(seq);
    return at == places.end() ? Place{path_ + "#" + std::to_string(seq), 0, 0} : at->second;
  };
  if (added_ > 0) {
    const Date known = day_of(writing_->head().recorded);
    const auto found = check_all_ ? check_all(*ledger_, path_, known, place)
                                  : check_statements(*ledger_, path_, known, touched, place);
    if (!found) return refused(found.error());
    if (!found->empty()) return refused(*found);
  }
  const auto head = writing_->commit();
  if (!head) return refused(head.error());
  Answer answer{page(*head), {}, messages_, Outcome::answered};
  return answer;
}

Document LedgerSession::page(const LedgerHead& head) const {
  const Language language = request_->language;
  Document document;
  document.command = request_->command;
  document.language = language;
  document.input_sha256 = head.hash;
  document.figures = {{"added", added_, {}, {}, "", {}},
                      {"already_there", already_there_, {}, {}, "", {}},
                      {"head", head.seq, {}, {}, "", {}}};
  Table table{
      "records", {{"record", ""}, {"kind", ""}, {"table", ""}, {"id", ""}, {"already_there", ""}}, {}};
  Outline lines;
  for (const Change& change : changes_) {
    table.rows.push_back(
        {{change.record, std::string(word(change.kind)), change.table, change.id, change.already_there}, {}});
    if (lines.items.size() < kShown)
      lines.items.push_back(
          {0, std::to_string(change.record),
           std::string(word(change.kind)) + (change.table == word(change.kind) ? "" : " " + change.table) +
               " " + change.id + (change.already_there ? " · " + std::string(kIsThere.in(language)) : "")});
  }
  document.tables.push_back(std::move(table));
  std::string said = added_ == 0 ? std::string(kNothing.in(language))
                                 : records_text(added_, language) + std::string(kAdded.in(language));
  if (already_there_ > 0)
    said += ", " + number_text(already_there_, language) + std::string(kThere.in(language));
  document.blocks.push_back(Paragraph{said + ".", true});
  if (!lines.items.empty()) document.blocks.push_back(std::move(lines));
  if (changes_.size() > kShown)
    document.blocks.push_back(
        Paragraph{std::string(kMore.in(language)) +
                      number_text(static_cast<std::int64_t>(changes_.size() - kShown), language) +
                      std::string(kMoreEnd.in(language)),
                  false});
  document.blocks.push_back(
      Paragraph{std::string(kHead.in(language)) + std::to_string(head.seq) + ", " + head.hash, false});
  return document;
}

}  // namespace surety
