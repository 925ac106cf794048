// See check_command.h.
#include "commands/check_command.h"

#include <algorithm>

#include "base/number_text.h"
#include "commands/answer_writing.h"
#include "commands/case_request.h"
#include "model/case_check.h"

namespace surety {
namespace {

constexpr Phrase kNoFault = {"No fault: ", "Kein Fehler: "};
constexpr Phrase kWarnings = {"Worth a look", "Einen Blick wert"};
constexpr Phrase kFaults = {"Faults", "Fehler"};
constexpr Phrase kAnd = {" and ", " und "};

// What a case consists of: the key of a figure, and the words for one and for several.
struct Part {
  std::string_view key;
  Phrase one, several;
  std::size_t count;
};

std::vector<Part> parts_of(const Case& c) {
  const auto claims =
      std::ranges::count_if(c.statements, [](const Statement& s) { return s.claim.has_value(); });
  return {
      {"statements", {"statement", "Aussage"}, {"statements", "Aussagen"}, c.statements.size()},
      {"claims", {"claim", "Behauptung"}, {"claims", "Behauptungen"}, static_cast<std::size_t>(claims)},
      {"assumptions", {"assumption", "Annahme"}, {"assumptions", "Annahmen"}, c.assumptions.size()},
      {"actors", {"actor", "Akteur"}, {"actors", "Akteure"}, c.actors.size()},
      {"sources", {"source", "Quelle"}, {"sources", "Quellen"}, c.sources.size()},
      {"capabilities", {"capability", "Fähigkeit"}, {"capabilities", "Fähigkeiten"}, c.capabilities.size()},
      {"issues", {"issue", "Streitfrage"}, {"issues", "Streitfragen"}, c.issues.size()},
      {"factors", {"factor", "Ereignis"}, {"factors", "Ereignisse"}, c.factors.size()},
      {"counting_rules",
       {"counting rule", "Zählregel"},
       {"counting rules", "Zählregeln"},
       c.counting_rules.size()}};
}

// "65 statements (of which ...), 12 assumptions and 40 actors": what there is none of is left out.
std::string sentence_of(const std::vector<Part>& parts, Language language) {
  std::vector<std::string> items;
  for (const Part& part : parts)
    if (part.count > 0)
      items.push_back(number_text(static_cast<std::int64_t>(part.count), language) + " " +
                      std::string((part.count == 1 ? part.one : part.several).in(language)));
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 < items.size() ? ", " : std::string(kAnd.in(language))) + items[i];
  return text;
}

Table fault_table(const Faults& faults, std::string key) {
  Table table{
      std::move(key), {{"file", ""}, {"line", ""}, {"column", ""}, {"message", ""}, {"expected", ""}}, {}};
  for (const Fault& fault : faults) {
    const auto number = [](int n) { return n > 0 ? Value(static_cast<std::int64_t>(n)) : Value(); };
    const Value expected = fault.expected.empty() ? Value() : Value(fault.expected);
    table.rows.push_back(
        {{fault.place.file, number(fault.place.line), number(fault.place.column), fault.message, expected},
         {}});
  }
  return table;
}

Outline fault_lines(const Faults& faults, Language language) {
  Outline outline;
  for (const Fault& fault : faults) outline.items.push_back({0, "", fault_line(fault, language)});
  return outline;
}

// The faults as an answer of their own, besides the lines on stderr. In a terminal those lines say
// everything, so the page stays empty.
Answer faulty(const Request& request, Answer refusal) {
  Document document;
  document.command = request.command;
  document.language = request.language;
  document.tables = {fault_table(refusal.faults, "faults"), fault_table({}, "warnings")};
  if (request.format != "text") {
    document.blocks.push_back(Heading{1, std::string(kFaults.in(request.language)), ""});
    document.blocks.push_back(fault_lines(refusal.faults, request.language));
  }
  refusal.content = std::move(document);
  return refusal;
}

Answer check(const Request& request) {
  auto standing = requested_standing(request);
  if (!standing)
    return standing.error().outcome == Outcome::refused ? faulty(request, std::move(standing.error()))
                                                        : standing.error();
  const Case& c = standing->c();
  const Language language = request.language;
  const Faults warnings = case_warnings(c);
  const std::vector<Part> parts = parts_of(c);
  Document document;
  document.command = request.command;
  document.case_id = c.id;
  document.valid = document.known = c.reference_date->iso();
  document.input_sha256 = c.input_sha256;
  document.language = language;
  for (const Part& part : parts)
    document.figures.push_back(
        {std::string(part.key), static_cast<std::int64_t>(part.count), {}, {}, "", {}});
  document.tables = {fault_table({}, "faults"), fault_table(warnings, "warnings")};
  document.blocks.push_back(Heading{1, name_of(c.title, c.id, language), c.reference_date->text(language)});
  document.blocks.push_back(
      Paragraph{std::string(kNoFault.in(language)) + sentence_of(parts, language) + ".", false});
  if (!warnings.empty()) {
    document.blocks.push_back(Heading{2, std::string(kWarnings.in(language)), ""});
    document.blocks.push_back(fault_lines(warnings, language));
  }
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow check_command() {
  CommandRow row{"check",
                 {"whether a case is sound: every fault at once, with its place",
                  "ob ein Fall in Ordnung ist: alle Fehler auf einmal, mit ihrer Stelle"},
                 {case_argument()},
                 {},
                 check,
                 "surety check cases/ukraine-2025-08"};
  row.options.assign(case_options().begin(), case_options().end());
  return row;
}

}  // namespace surety
