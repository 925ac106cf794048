// See diff_command.h.
#include "commands/diff_command.h"

#include <algorithm>

#include "base/text.h"
#include "commands/case_request.h"
#include "commands/case_view.h"
#include "commands/comparison.h"
#include "commands/comparison_text.h"

namespace surety {
namespace {

constexpr Phrase kKnown = {", known ", ", bekannt "};
constexpr Phrase kJudgedBy = {", judged by ", ", beurteilt von "};
constexpr Phrase kNoFrom = {"the earlier look is missing", "der frühere Blick fehlt"};
constexpr Phrase kFromExpected = {"--from 2025-08-20, two analysts, or a second case file",
                                  "--from 2025-08-20, zwei Analysten oder eine zweite Falldatei"};
constexpr Phrase kNoDates = {"' does not fit here", "' passt hier nicht"};
constexpr Phrase kDates = {
    "a date such as 2025-08-20, or two: valid on, known on (2025-08-20,2025-08-21)",
    "ein Tag wie 2025-08-20, oder zwei: gültig am, bekannt am (2025-08-20,2025-08-21)"};
constexpr Phrase kTwoCases = {"these are two cases: '{}' and '{}'", "das sind zwei Fälle: „{}“ und „{}“"};
constexpr Phrase kOneCase = {"two files of one case, since ids name the same statements in both",
                             "zwei Dateien eines Falls, denn Kennungen meinen in beiden dieselben Aussagen"};
constexpr Phrase kManyAnalysts = {"more than two analysts are named", "mehr als zwei Analysten sind genannt"};
constexpr Phrase kOneOrTwo = {"one analyst for both looks, or two",
                              "ein Analyst für beide Blicke, oder zwei"};
constexpr Phrase kDetail = {"In detail", "Im Einzelnen"};

struct Look {
  CaseQuestion question;
  CaseView view;
};

// What a person calls a look: what tells it from the other one.
std::string name_of_look(const Look& look, const Look& other, Language language) {
  std::string name;
  if (look.question.path != other.question.path) name = without_controls(look.question.path);
  const bool dates_differ =
      look.view.as_of.valid != other.view.as_of.valid || look.view.as_of.known != other.view.as_of.known;
  if (name.empty() || dates_differ) name += (name.empty() ? "" : ", ") + look.view.as_of.valid.text(language);
  if (look.view.as_of.known != other.view.as_of.known)
    name += std::string(kKnown.in(language)) + look.view.as_of.known.text(language);
  if (look.question.analyst != other.question.analyst)
    name += std::string(kJudgedBy.in(language)) + without_controls(look.question.analyst);
  return name;
}

struct Looks {
  Look from, to;
};

std::expected<Looks, Answer> requested_looks(const Request& request) {
  const Language language = request.language;
  Faults faults;
  const auto from = requested_two_dates(request, "from"), to = requested_two_dates(request, "to");
  for (const auto* dates : {&from, &to})
    if (!*dates) faults.insert(faults.end(), dates->error().begin(), dates->error().end());
  const std::vector<std::string> analysts = request.list("analyst");
  if (analysts.size() > 2)
    faults.push_back(
        {{"--analyst", 0, 0}, std::string(kManyAnalysts.in(language)), std::string(kOneOrTwo.in(language))});
  const bool two_paths = request.arguments.size() > 1;
  if (!request.has("from") && !two_paths && analysts.size() < 2)
    faults.push_back(
        {{"--from", 0, 0}, std::string(kNoFrom.in(language)), std::string(kFromExpected.in(language))});
  if (!faults.empty()) return std::unexpected(refused(std::move(faults)));
  const std::string first = analysts.empty() ? "" : analysts.front(),
                    second = analysts.empty() ? "" : analysts.back();
  CaseQuestion ask_from{request.arguments[0], from->valid, from->known, first};
  CaseQuestion ask_to{request.arguments[two_paths ? 1 : 0], to->valid, to->known, second};
  auto view_from = case_view(ask_from);
  if (!view_from) return std::unexpected(std::move(view_from.error()));
  auto view_to = case_view(ask_to);
  if (!view_to) return std::unexpected(std::move(view_to.error()));
  if (view_from->c->id != view_to->c->id)
    return std::unexpected(refused(
        Faults{{{ask_to.path, 0, 0},
                filled(kTwoCases, {quoted_for_message(view_from->c->id), quoted_for_message(view_to->c->id)},
                       language),
                std::string(kOneCase.in(language))}}));
  return Looks{{std::move(ask_from), *std::move(view_from)}, {std::move(ask_to), *std::move(view_to)}};
}

// The commands that lead on: the first changed statement, and the page of the later look.
Commands next_steps(const Looks& looks, const Comparison& comparison, Language language) {
  Commands commands;
  const std::string later =
      shell_word(looks.to.question.path) + " --as-of " + looks.to.view.as_of.valid.iso();
  std::string first;
  for (const ChangedStatement& change : comparison.diff.statements) {
    if (find_statement(*looks.to.view.c, change.id) == nullptr) continue;
    const bool moved_a_figure = std::ranges::any_of(
        comparison.figures, [&](const ChangedFigure& one) { return one.through.contains(change.id); });
    if (first.empty() || moved_a_figure) first = change.id;
    if (moved_a_figure) break;
  }
  if (!first.empty())
    commands.lines.push_back(
        {std::string(kDetail.in(language)), "surety show " + later + " " + shell_word(first)});
  commands.lines.push_back(
      {std::string(Phrase{"The page", "Die Seite"}.in(language)), "surety assess " + later});
  return commands;
}

Answer run(const Request& request) {
  auto looks = requested_looks(request);
  if (!looks) return std::move(looks.error());
  const Language language = request.language;
  const std::string from_name = name_of_look(looks->from, looks->to, language),
                    to_name = name_of_look(looks->to, looks->from, language);
  auto comparison =
      compared(request, side_of(standing_of(looks->from.view.c, looks->from.view.as_of), from_name),
               side_of(standing_of(looks->to.view.c, looks->to.view.as_of), to_name));
  if (!comparison) return std::move(comparison.error());
  const Standing& to = comparison->to.standing;
  Document document = document_for(request, to);
  document.complete = comparison->complete();
  document.figures = comparison_figures(*comparison);
  document.tables = comparison_tables(*comparison);
  document.blocks.push_back(
      Heading{1, name_of(to.c().title, to.c().id, language), from_name + " → " + to_name});
  document.blocks.push_back(Paragraph{change_sentence(*comparison, language), true});
  lay_out_changes(*comparison, request.has("all"), document);
  document.blocks.push_back(next_steps(*looks, *comparison, language));
  return {std::move(document), {}, {}, comparison->complete() ? Outcome::answered : Outcome::stopped};
}

}  // namespace

std::expected<TwoDates, Faults> requested_two_dates(const Request& request, const std::string& option) {
  TwoDates dates;
  if (!request.has(option)) return dates;
  const std::string text = request.value(option);
  const std::size_t comma = text.find(',');
  dates.valid = Date::parse(text.substr(0, comma));
  if (comma != std::string::npos) dates.known = Date::parse(text.substr(comma + 1));
  if (dates.valid && (comma == std::string::npos || dates.known)) return dates;
  return std::unexpected(Faults{{{"--" + option, 0, 0},
                                 "'" + quoted_for_message(text) + std::string(kNoDates.in(request.language)),
                                 std::string(kDates.in(request.language))}});
}

CommandRow diff_command() {
  CommandRow row{
      "diff",
      {"what changed between two days, two files or two analysts, and what it did to the answer",
       "was sich zwischen zwei Tagen, Dateien oder Analysten geändert hat, und was das mit der Antwort "
       "machte"},
      {case_argument(),
       {"OTHER",
        {"the later case, where it is another file", "der spätere Fall, wo er eine andere Datei ist"},
        false,
        false}},
      {{"from",
        "DATE[,KNOWN]",
        {"the earlier look: valid on DATE, known on KNOWN",
         "der frühere Blick: gültig am Tag, bekannt am Tag"},
        false},
       {"to",
        "DATE[,KNOWN]",
        {"the later look (default: the case's reference date)",
         "der spätere Blick (sonst: Stichtag des Falls)"},
        false},
       {"analyst",
        "NAME[,NAME]",
        {"as this analyst judges; of two, the first for the earlier look",
         "wie dieser Analyst urteilt; von zweien gilt der erste für den früheren Blick"},
        false},
       {"all", "", {"show every line", "jede Zeile zeigen"}, false}},
      run,
      "surety diff cases/ukraine-2025-08 --from 2025-08-17"};
  row.options.push_back(budget_option());
  return row;
}

}  // namespace surety
