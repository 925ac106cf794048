// See statements_command.h.
#include "commands/statements_command.h"

#include <algorithm>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "model/claim_sentence.h"
#include "model/likelihood.h"

namespace surety {
namespace {

constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kAssumptions = {"Assumptions", "Annahmen"};
constexpr Phrase kOff = {" – off", " – abgeschaltet"};
constexpr Phrase kNotCurrent = {" – not current: ", " – gilt nicht: "};
constexpr Phrase kSeveral = {" statements, of which ", " Aussagen, davon "};
constexpr Phrase kCurrent = {" current", " gültig"};
constexpr Phrase kNothingFound = {"Nothing fits what was asked for.",
                                  "Nichts passt zu dem, was gefragt war."};

// Which statements are asked for; what is empty lets everything pass.
struct Filter {
  std::string find;  // case-folded
  std::vector<std::string> kinds, holders;
  bool current = false;
};

bool names(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

void check_words(const std::vector<std::string>& words, const std::vector<std::string>& known,
                 const std::string& option, Phrase message, Phrase expected, Language language,
                 Faults& faults) {
  for (const std::string& word : words) {
    if (names(known, word)) continue;
    const std::optional<std::string> near = nearest_word(word, known);
    const std::string question =
        near ? std::string(Phrase{"did you mean ", "war gemeint: "}.in(language)) + *near + "?" : "";
    faults.push_back({{"--" + option, 0, 0},
                      "'" + quoted_for_message(word) + std::string(message.in(language)),
                      near ? question : std::string(expected.in(language))});
  }
}

std::expected<Filter, Faults> requested_filter(const Request& request, const Case& c) {
  Filter filter{case_folded(request.value("find")), request.list("kind"), request.list("holder"),
                request.has("current")};
  Faults faults;
  const std::vector<std::string> kinds = words_of<StatementKind>();
  const std::string all_kinds = joined(kinds, " ");
  check_words(filter.kinds, kinds, "kind", {"' is no kind of statement", "' ist keine Art von Aussage"},
              {all_kinds, all_kinds}, request.language, faults);
  std::vector<std::string> actors;
  for (const Actor& actor : c.actors) actors.push_back(actor.id);
  check_words(filter.holders, actors, "holder",
              {"' is no actor of this case", "' ist kein Akteur dieses Falls"},
              {"the id of an actor", "die Kennung eines Akteurs"}, request.language, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return filter;
}

// Everything of a statement that --find looks into, in every language of the case.
std::string searched_text(const Case& c, const Statement& s) {
  std::string text = s.id;
  for (const auto& [language, gloss] : s.gloss) text += "\n" + gloss;
  std::vector<std::string> ids = holders_of(c, s);
  ids.insert(ids.end(), s.speakers.begin(), s.speakers.end());
  for (const std::string& id : ids) {
    text += "\n" + id;
    if (const Actor* actor = find_actor(c, id))
      for (const auto& [language, name] : actor->name) text += "\n" + name;
  }
  if (const auto claim = full_claim(s)) text += "\n" + print_claim(*claim);
  return case_folded(text);
}

std::vector<int> matching(const Standing& standing, const Filter& filter) {
  std::vector<int> found;
  for (int i = 0; i < static_cast<int>(standing.c().statements.size()); ++i) {
    const Statement& s = standing.statement(i);
    if (filter.current && !std::ranges::binary_search(standing.statements, i)) continue;
    if (!filter.kinds.empty() && !names(filter.kinds, word(s.kind))) continue;
    const std::vector<std::string> holders = holders_of(standing.c(), s);
    const auto is_holder = [&](const std::string& id) { return names(holders, id); };
    if (!filter.holders.empty() && std::ranges::none_of(filter.holders, is_holder)) continue;
    if (!filter.find.empty() && searched_text(standing.c(), s).find(filter.find) == std::string::npos)
      continue;
    found.push_back(i);
  }
  return found;
}

Row statement_row(const Standing& standing, int index) {
  const Case& c = standing.c();
  const Statement& s = standing.statement(index);
  const auto claim_cell = [](const std::optional<WrittenClaim>& claim) {
    return claim ? Value(print_claim(claim->claim)) : Value();
  };
  const ProbabilityRange likelihood = likelihood_of(c, s);
  return {{s.id, std::string(word(s.kind)), s.speakers, holders_of(c, s), chain_ids(s), said_cell(s),
           claim_cell(s.claim), claim_cell(s.condition),
           s.kind == StatementKind::pledge ? Value(std::string(word(state_of(s)))) : Value(),
           s.modality.empty() ? Value() : Value(s.modality), likelihood.low(), likelihood.high(),
           std::ranges::binary_search(standing.statements, index)},
          Because{s.id}};
}

Table statement_table(const Standing& standing, const std::vector<int>& found) {
  Table table{"statements", {}, {}};
  for (const char* key : {"id", "kind", "speaker", "holder", "chain", "said", "claim", "if", "state",
                          "modality", "likelihood_low", "likelihood_high", "current"})
    table.columns.push_back({key, ""});
  for (const int index : found) table.rows.push_back(statement_row(standing, index));
  return table;
}

std::string reason_of(const Standing& standing, const std::string& id, Language language) {
  if (const Assumption* assumption = find_assumption(standing.c(), id))
    return name_of(assumption->reason, "", language);
  for (const Actor& actor : standing.c().actors)
    if (unnamed_assumption_id(actor.id) == id) return unnamed_text(standing.c(), actor, language);
  return "";
}

// What the analyst adds: the assumptions of the case, and that groups have members who are not named. Tables
// are the same in every language, so that reasons stand here in English where the case has them.
Table assumption_table(const Standing& standing) {
  Table table{"assumptions", {{"id", ""}, {"claim", ""}, {"enabled", ""}, {"reason", ""}}, {}};
  const Case& c = standing.c();
  for (int i = 0; i < static_cast<int>(c.assumptions.size()); ++i) {
    const Assumption& a = standing.assumption(i);
    const bool on = std::ranges::binary_search(standing.assumptions, i);
    const std::string reason = reason_of(standing, a.id, Language::en);
    table.rows.push_back(
        {{a.id, print_claim(a.claim.claim), on, reason.empty() ? Value() : Value(reason)}, Because{a.id}});
  }
  for (const Actor& actor : c.actors) {
    if (!actor.unnamed_members || *actor.unnamed_members == 0) continue;
    const std::string id = unnamed_assumption_id(actor.id);
    table.rows.push_back(
        {{id, {}, names(standing.unnamed_on, actor.id), reason_of(standing, id, Language::en)}, Because{id}});
  }
  return table;
}

void lay_out_statements(const Standing& standing, const std::vector<int>& found, Document& document) {
  const Language language = document.language;
  Outline lines;
  for (const int index : found) {
    const Statement& s = standing.statement(index);
    const std::string said = said_text(standing.c(), s, language);
    lines.items.push_back({0, s.id,
                           (said.empty() ? "" : said + " · ") + kind_text(s.kind, language) + " · " +
                               holders_text(standing, index, language) + ": " +
                               gloss_of(standing, index, language)});
    const auto claim = full_claim(s);
    const std::string why_not = why_not_current(standing, index, language);
    std::string below = claim && !s.gloss.empty() ? claim_sentence(standing.c(), *claim, language) : "";
    if (!why_not.empty())
      below += std::string(kNotCurrent.in(language).substr(below.empty() ? 5 : 0)) + why_not;
    if (!below.empty()) lines.items.push_back({1, "", below});
  }
  document.blocks.push_back(std::move(lines));
}

void lay_out_assumptions(const Standing& standing, const Table& assumptions, Document& document) {
  if (assumptions.rows.empty()) return;
  const Language language = document.language;
  document.blocks.push_back(Heading{2, std::string(kAssumptions.in(language)), ""});
  Outline lines;
  for (const Row& row : assumptions.rows) {
    const auto& id = std::get<std::string>(row.cells[0]);
    const Assumption* assumption = find_assumption(standing.c(), id);
    const std::string off = std::get<bool>(row.cells[2]) ? "" : std::string(kOff.in(language));
    const std::string reason = reason_of(standing, id, language);
    const std::string claim =
        assumption == nullptr ? "" : claim_sentence(standing.c(), assumption->claim.claim, language);
    lines.items.push_back({0, id, (claim.empty() ? reason : claim) + off});
    if (!claim.empty() && !reason.empty()) lines.items.push_back({1, "", reason});
  }
  document.blocks.push_back(std::move(lines));
}

Answer statements(const Request& request) {
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  const auto filter = requested_filter(request, standing->c());
  if (!filter) return refused(filter.error());
  const Language language = request.language;
  const std::vector<int> found = matching(*standing, *filter);
  Document document = document_for(request, *standing);
  document.tables = {statement_table(*standing, found), assumption_table(*standing)};
  const auto is_current = [&](int i) { return std::ranges::binary_search(standing->statements, i); };
  document.blocks.push_back(Heading{1, name_of(standing->c().title, standing->c().id, language),
                                    std::string(kAsOf.in(language)) + standing->as_of.valid.text(language)});
  const std::string count =
      number_text(static_cast<std::int64_t>(found.size()), language) + std::string(kSeveral.in(language)) +
      number_text(std::ranges::count_if(found, is_current), language) + std::string(kCurrent.in(language));
  document.blocks.push_back(
      Paragraph{found.empty() ? std::string(kNothingFound.in(language)) : count, false});
  lay_out_statements(*standing, found, document);
  lay_out_assumptions(*standing, document.tables.back(), document);
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow statements_command() {
  CommandRow row{
      "statements",
      {"who said what, and what of it counts today", "wer was gesagt hat, und was davon heute gilt"},
      {case_argument()},
      {case_options().begin(), case_options().end()},
      statements,
      "surety statements cases/ukraine-2025-08 --find soldiers"};
  row.options.push_back({"find",
                         "TEXT",
                         {"only those with this text in id, gloss, names or claim",
                          "nur die mit diesem Text in Kennung, Inhalt, Namen oder Behauptung"},
                         false});
  row.options.push_back({"kind",
                         "KINDS",
                         {"only these kinds, such as pledge,demand", "nur diese Arten, etwa pledge,demand"},
                         true});
  row.options.push_back({"holder", "IDS", {"only those of these actors", "nur die dieser Akteure"}, true});
  row.options.push_back({"current", "", {"only those that count today", "nur die, die heute gelten"}, false});
  return row;
}

}  // namespace surety
