// See verify_command.h.
#include "commands/verify_command.h"

#include <algorithm>
#include <array>

#include "analysis/provenance_anchor.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "commands/work_limits.h"
#include "exchange/text_folder.h"

namespace surety {
namespace {

constexpr std::size_t kLinesShown = 20;

constexpr std::array<Phrase, 5> kTitles = {
    {{"Found where the evidence says", "Gefunden, wo der Beleg es sagt"},
     {"Moved, each with its new place", "Verschoben, jeweils mit neuem Ort"},
     {"Not found", "Nicht gefunden"},
     {"The text of the source is missing", "Der Text der Quelle fehlt"},
     {"Cannot be told", "Nicht festzustellen"}}};
constexpr std::array<Phrase, 5> kDoubts = {
    {{"", ""},
     {"the copy has other bytes than the case names, and there is no quote to look for",
      "die Kopie hat andere Bytes, als der Fall nennt, und kein Zitat, nach dem sich suchen ließe"},
     {"the evidence has neither a position nor a quote", "der Beleg hat weder Ort noch Zitat"},
     {"the position lies beyond the end of the text", "der Ort liegt hinter dem Ende des Textes"},
     {"the search was stopped at its limit", "die Suche endete an ihrer Grenze"}}};
constexpr Phrase kAll = {"All {} statements with evidence stand where it says.",
                         "Alle {} Aussagen mit Beleg stehen, wo er es sagt."};
constexpr Phrase kSome = {"{} of {} statements with evidence stand where it says: {}.",
                          "{} von {} Aussagen mit Beleg stehen, wo er es sagt: {}."};
constexpr Phrase kNone = {"No statement of this case has evidence in a source.",
                          "Keine Aussage dieses Falls hat einen Beleg in einer Quelle."};
constexpr std::array<Phrase, 5> kCounts = {{{"{} found", "{} gefunden"},
                                            {"{} moved", "{} verschoben"},
                                            {"{} not found", "{} nicht gefunden"},
                                            {"{} without a text", "{} ohne Text"},
                                            {"{} cannot be told", "{} nicht festzustellen"}}};
constexpr Phrase kTexts = {"Texts", "Texte"};
constexpr Phrase kSame = {"the bytes that the case names", "die Bytes, die der Fall nennt"};
constexpr Phrase kOther = {"other bytes than the case names", "andere Bytes, als der Fall nennt"};
constexpr Phrase kUnnamed = {"found by its name; the case names no SHA-256",
                             "am Namen gefunden; der Fall nennt keinen SHA-256"};
constexpr Phrase kNoCopy = {"no copy: neither a file with its SHA-256 nor one named {}",
                            "keine Kopie: weder eine Datei mit seinem SHA-256 noch eine namens {}"};
constexpr Phrase kUnread = {"no text: {}", "kein Text: {}"};
constexpr Phrase kLoosely = {"but for white space, hyphens or quotation marks",
                             "bis auf Leerraum, Trennstriche oder Anführungszeichen"};
constexpr Phrase kOftener = {"{} such places", "{} solche Stellen"};
constexpr Phrase kMore = {"{} more: --all", "{} weitere: --all"};
constexpr Phrase kFolderMissing = {"the folder with the texts is missing", "der Ordner mit den Texten fehlt"};

struct Checked {
  int statement = 0;
  Anchoring anchoring;
};

struct Verification {
  std::vector<WantedText> wanted;  // sources that are evidence, in the order of the case
  std::vector<TextCopy> copies;    // of each
  std::vector<Checked> statements;
  bool complete = true;
};

std::vector<WantedText> wanted_texts(const Case& c) {
  std::vector<WantedText> wanted;
  for (const Source& source : c.sources) {
    const auto is_evidence = [&](const Statement& s) {
      return s.evidence && s.evidence->source == source.id;
    };
    if (!std::ranges::any_of(c.statements, is_evidence)) continue;
    std::string hash = source.sha256;
    std::ranges::transform(hash, hash.begin(), [](char digit) {
      return digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    });
    wanted.push_back({source.id, std::move(hash)});
  }
  return wanted;
}

std::expected<Verification, InputRefused> verification(const Case& c, const std::string& folder,
                                                       Budget& budget) {
  Verification result{wanted_texts(c), {}, {}, true};
  auto copies = read_text_copies(folder, result.wanted);
  if (!copies) return std::unexpected(std::move(copies.error()));
  result.copies = *std::move(copies);
  for (std::size_t i = 0; i < result.wanted.size(); ++i) {
    TextCopy& copy = result.copies[i];
    const bool readable = !copy.file.empty() && !copy.unread;
    SourceText text(readable ? copy.text : std::string());
    text.same_bytes = copy.same_bytes;
    copy.text.clear();
    for (int s = 0; s < static_cast<int>(c.statements.size()); ++s) {
      const auto& evidence = c.statements[static_cast<std::size_t>(s)].evidence;
      if (!evidence || evidence->source != result.wanted[i].id) continue;
      result.statements.push_back({s, readable ? anchored(*evidence, text, budget) : Anchoring{}});
    }
  }
  std::ranges::stable_sort(result.statements, {}, &Checked::statement);
  result.complete = !budget.exhausted();
  return result;
}

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value number_or_nothing(const std::optional<std::int64_t>& number) {
  return number ? Value(*number) : Value();
}

Table evidence_table(const Standing& standing, const Verification& found) {
  Table table{"evidence", {}, {}};
  for (const char* key : {"statement", "source", "status", "start", "end", "found_start", "found_end",
                          "loosely", "occurrences", "doubt"})
    table.columns.push_back({key, ""});
  for (const Checked& one : found.statements) {
    const Statement& s = standing.statement(one.statement);
    const Anchoring& a = one.anchoring;
    table.rows.push_back(
        {{s.id, s.evidence->source, std::string(word(a.status)), number_or_nothing(s.evidence->start),
          number_or_nothing(s.evidence->end), number_or_nothing(a.start), number_or_nothing(a.end), a.loosely,
          static_cast<std::int64_t>(a.occurrences), text_or_nothing(std::string(word(a.doubt)))},
         Because{s.id}});
  }
  return table;
}

Table texts_table(const Verification& found) {
  Table table{
      "texts", {{"source", ""}, {"file", ""}, {"sha256", ""}, {"same_bytes", ""}, {"unread", ""}}, {}};
  for (std::size_t i = 0; i < found.wanted.size(); ++i) {
    const TextCopy& copy = found.copies[i];
    table.rows.push_back(
        {{found.wanted[i].id, text_or_nothing(without_controls(copy.file)), text_or_nothing(copy.sha256),
          copy.same_bytes, copy.unread ? Value(on_one_line(copy.unread->message)) : Value()},
         {}});
  }
  return table;
}

std::int64_t count_of(const Verification& found, AnchorStatus status) {
  return std::ranges::count_if(found.statements,
                               [&](const Checked& one) { return one.anchoring.status == status; });
}

std::string sentence(const Verification& found, Language language) {
  const auto all = static_cast<std::int64_t>(found.statements.size());
  if (all == 0) return std::string(kNone.in(language));
  const std::int64_t good = count_of(found, AnchorStatus::found);
  if (good == all) return filled(kAll, {number_text(all, language)}, language);
  std::vector<std::string> rest;
  for (std::size_t i = 1; i < kCounts.size(); ++i)
    if (const std::int64_t count = count_of(found, static_cast<AnchorStatus>(i)); count > 0)
      rest.push_back(filled(kCounts[i], {number_text(count, language)}, language));
  return filled(kSome, {number_text(good, language), number_text(all, language), joined(rest, ", ")},
                language);
}

std::string copy_text(const WantedText& wanted, const TextCopy& copy, Language language) {
  if (copy.unread)
    return filled(kUnread, {on_one_line(copy.unread->place.file + ": " + copy.unread->message)}, language);
  if (copy.file.empty()) return filled(kNoCopy, {wanted.id}, language);
  const Phrase bytes = copy.same_bytes ? kSame : wanted.sha256.empty() ? kUnnamed : kOther;
  return without_controls(copy.file) + ": " + std::string(bytes.in(language));
}

// What is to be said of one statement besides its group.
std::string detail_text(const Standing& standing, const Checked& one, Language language) {
  const Evidence& evidence = *standing.statement(one.statement).evidence;
  const Anchoring& a = one.anchoring;
  std::vector<std::string> parts = {evidence.source};
  if (a.start && a.end)
    parts.push_back("start = " + std::to_string(*a.start) + ", end = " + std::to_string(*a.end));
  if (a.loosely) parts.emplace_back(kLoosely.in(language));
  if (a.occurrences > 1) parts.push_back(filled(kOftener, {std::to_string(a.occurrences)}, language));
  if (a.doubt != AnchorDoubt::none)
    parts.emplace_back(kDoubts[static_cast<std::size_t>(a.doubt)].in(language));
  return joined(parts, " · ");
}

void add_group(const Standing& standing, const Verification& found, AnchorStatus status, bool all,
               Document& document) {
  const Language language = document.language;
  std::vector<const Checked*> group;
  for (const Checked& one : found.statements)
    if (one.anchoring.status == status) group.push_back(&one);
  if (group.empty()) return;
  document.blocks.push_back(Heading{2,
                                    std::string(kTitles[static_cast<std::size_t>(status)].in(language)) +
                                        ": " + number_text(static_cast<std::int64_t>(group.size()), language),
                                    ""});
  if (status == AnchorStatus::found && !all) {  // nothing to do about these: their ids are enough
    std::vector<int> statements;
    for (const Checked* one : group) statements.push_back(one->statement);
    document.blocks.push_back(Outline{{{0, "", ids_text(standing, statements)}}});
    return;
  }
  Outline outline;
  const std::size_t shown = all ? group.size() : std::min(group.size(), kLinesShown);
  for (std::size_t i = 0; i < shown; ++i)
    outline.items.push_back(
        {0, standing.statement(group[i]->statement).id, detail_text(standing, *group[i], language)});
  if (shown < group.size())
    outline.items.push_back({0, "", filled(kMore, {std::to_string(group.size() - shown)}, language)});
  document.blocks.push_back(std::move(outline));
}

void lay_out(const Standing& standing, const Verification& found, bool all, Document& document) {
  const Language language = document.language;
  document.blocks.push_back(Heading{1, name_of(standing.c().title, standing.c().id, language), ""});
  document.blocks.push_back(Paragraph{sentence(found, language), true});
  Outline texts;
  for (std::size_t i = 0; i < found.wanted.size(); ++i)
    texts.items.push_back({0, found.wanted[i].id, copy_text(found.wanted[i], found.copies[i], language)});
  if (!texts.items.empty()) {
    document.blocks.push_back(Heading{2, std::string(kTexts.in(language)), ""});
    document.blocks.push_back(std::move(texts));
  }
  for (const AnchorStatus status : {AnchorStatus::moved, AnchorStatus::not_found, AnchorStatus::no_text,
                                    AnchorStatus::unchecked, AnchorStatus::found})
    add_group(standing, found, status, all, document);
}

Answer run(const Request& request) {
  if (!request.has("texts"))
    return refused(Faults{{{"--texts", 0, 0},
                           std::string(kFolderMissing.in(request.language)),
                           std::string(Phrase{"--texts FOLDER", "--texts ORDNER"}.in(request.language))}});
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  auto budget = requested_budget(request, kVerifySteps);
  if (!budget) return std::move(budget.error());
  auto found = verification(standing->c(), request.value("texts"), *budget);
  if (!found) {
    Answer answer = refused(std::move(found.error().faults));
    if (found.error().machine_failed) answer.outcome = Outcome::machine_failed;
    return answer;
  }
  Document document = document_for(request, *standing);
  document.complete = found->complete;
  document.tables = {evidence_table(*standing, *found), texts_table(*found)};
  lay_out(*standing, *found, request.has("all"), document);
  return {std::move(document), {}, {}, found->complete ? Outcome::answered : Outcome::stopped};
}

}  // namespace

CommandRow verify_command() {
  CommandRow row{"verify",
                 {"whether the statements still stand where the case says, in your own copies of the sources",
                  "ob die Aussagen noch stehen, wo der Fall es sagt, in eigenen Kopien der Quellen"},
                 {case_argument()},
                 {{"texts",
                   "FOLDER",
                   {"the folder with the copies: plain text, found by SHA-256 or as SOURCE_ID.txt",
                    "der Ordner mit den Kopien: reiner Text, gefunden am SHA-256 oder als KENNUNG.txt"},
                   false},
                  {"all", "", {"show every statement", "jede Aussage zeigen"}, false}},
                 run,
                 "surety verify cases/ukraine-2025-08 --texts ."};
  row.options.push_back(budget_option());
  return row;
}

}  // namespace surety
