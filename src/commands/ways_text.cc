// See ways_text.h.
#include "commands/ways_text.h"

#include <algorithm>
#include <map>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/conflict_text.h"
#include "commands/statement_text.h"
#include "commands/work_limits.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr std::size_t kWaysShown = 4;
constexpr std::size_t kNamedMax = 8;       // statements named in one sentence of the page
constexpr std::size_t kWaysThoughtOn = 3;  // ways whose remaining options are worked out

constexpr Phrase kTitle = {"Ways out: {}, of which {} keep every goal",
                           "Auswege: {}, davon {} mit allen Zielen"};
constexpr Phrase kTitlePlain = {"Ways out: {}", "Auswege: {}"};
constexpr Phrase kWay = {"way", "Weg"};
constexpr Phrase kPrice = {"price", "Preis"};
constexpr Phrase kCoveredShare = {"covered", "gedeckt"};
constexpr Phrase kGivesUp = {"who gives up what", "wer gibt was auf"};
constexpr Phrase kUntrue = {"and this would have to be untrue – ", "und dies müsste falsch sein – "};
constexpr Phrase kUntrueOnly = {"this would have to be untrue – ", "dies müsste falsch sein – "};
constexpr Phrase kGoalLost = {" (gives up a goal of the case)", " (gibt ein Ziel des Falls auf)"};
constexpr Phrase kMoreWays = {"{} more: surety assess {} --all", "{} weitere: surety assess {} --all"};
constexpr Phrase kEveryKeeping = {"In every way that keeps the goals, this falls: ",
                                  "In jedem Weg, der die Ziele wahrt, fällt: "};
constexpr Phrase kEvery = {"In every way this falls: ", "In jedem Weg fällt: "};
constexpr Phrase kSoFar = {
    "Which statements fall in every way cannot be said before the search has ended.",
    "Welche Aussagen in jedem Weg fallen, steht erst fest, wenn die Suche zu Ende ist."};
constexpr Phrase kNobodyEvery = {"There is always a choice: no single statement falls in every way.",
                                 "Es gibt immer eine Wahl: Keine einzelne Aussage fällt in jedem Weg."};
constexpr Phrase kNoWay = {"Nobody has to move on, though it clashes: ",
                           "Obwohl es sich stößt, muss niemand nachgeben bei: "};
constexpr Phrase kStillLacks = {"No way meets what is required: the best still lacks {} of {} {} [{}].",
                                "Kein Weg deckt den Bedarf: Dem besten fehlen noch {} von {} {} [{}]."};
constexpr Phrase kSomeMeets = {"Way {} would meet every requirement that has a number.",
                               "Weg {} deckte jeden bezifferten Bedarf."};
constexpr Phrase kNoneAsked = {"Way {} leaves no requirement that has a number.",
                               "Weg {} lässt keinen bezifferten Bedarf übrig."};
constexpr Phrase kThen = {"Still possible after way 1: ", "Nach Weg 1 noch möglich: "};
constexpr Phrase kOr = {" or ", " oder "};
constexpr Phrase kMoreNamed = {" and {} more", " und {} weitere"};
constexpr Phrase kWhy = {"Why?", "Warum?"};
constexpr Phrase kWhatIf = {"What if?", "Was wäre, wenn?"};

// What would have to be untrue is told in full: it is the point on which such a way hangs.
std::string untrue_text(const Standing& standing, const std::vector<int>& members, Language language) {
  std::vector<std::string> lines;
  for (const int index : members) lines.push_back(statement_line(standing, index, language));
  return joined(lines, "; ");
}

std::string way_line(const Standing& standing, const WayOut& way, Language language) {
  std::string text = by_holder(standing, way.gives_up, language);
  if (!way.if_untrue.empty()) {
    text += text.empty() ? std::string(kUntrueOnly.in(language)) : "; " + std::string(kUntrue.in(language));
    text += untrue_text(standing, way.if_untrue, language);
  }
  if (!way.keeps_goals) text += kGoalLost.in(language);
  return text;
}

Because because_of(const Standing& standing, const WayOut& way) {
  return join(Because(ids_of(standing, way.members)), way.covered_because);
}

void add_rows(const Standing& standing, const WaysOut& ways, std::size_t shown, Language language,
              Document& document) {
  Grid grid{{Align::right, Align::right, Align::right, Align::left},
            {std::string(kWay.in(language)), std::string(kPrice.in(language)),
             std::string(kCoveredShare.in(language)), std::string(kGivesUp.in(language))},
            {},
            2};
  for (std::size_t i = 0; i < shown; ++i) {
    const WayOut& way = ways.ways[i];
    grid.rows.push_back({std::to_string(i + 1), number_text(way.price.count, language),
                         way.share_min ? percent_range_text(*way.share_min, *way.share_max, language) : "–",
                         way_line(standing, way, language)});
    grid.because.push_back(because_of(standing, way));
  }
  document.blocks.emplace_back(std::move(grid));
}

std::string named(const Standing& standing, const std::vector<int>& statements, bool all, Language language) {
  const std::size_t count = all ? statements.size() : std::min(statements.size(), kNamedMax);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back(statement_line(standing, statements[i], language));
  std::string text = joined(lines, " · ");
  if (count < statements.size())
    text += filled(kMoreNamed, {std::to_string(statements.size() - count)}, language);
  return text;
}

void add_key_holders(const Standing& standing, const Assessment& a, bool all, Document& document) {
  const Language language = document.language;
  const WaysOut& ways = a.ways;
  if (!a.conflicts.complete) {
    document.blocks.emplace_back(Paragraph{std::string(kSoFar.in(language))});
    return;
  }
  if (ways.moves_in_every_way.empty()) {
    document.blocks.emplace_back(Paragraph{std::string(kNobodyEvery.in(language))});
  } else {
    const bool goals = ways.over_goal_keepers && ways.keeping_goals < ways.count;
    document.blocks.emplace_back(Paragraph{std::string((goals ? kEveryKeeping : kEvery).in(language)) +
                                           named(standing, ways.moves_in_every_way, all, language) + "."});
  }
  if (!ways.moves_in_no_way.empty())
    document.blocks.emplace_back(Paragraph{std::string(kNoWay.in(language)) +
                                           named(standing, ways.moves_in_no_way, all, language) + "."});
}

// Over the ways that keep the goals (all, where none does): the best of them by the worst-covered
// requirement.
void add_lacking(const Standing& standing, const Assessment& a, Document& document) {
  const Language language = document.language;
  if (!a.conflicts.complete) return;
  const WayOut* best = nullptr;
  for (const WayOut& way : a.ways.ways) {
    if (a.ways.over_goal_keepers && !way.keeps_goals) continue;
    if (way.lacking.empty()) {
      best = &way;
      break;
    }
    if (!way.share_min) continue;
    if (best == nullptr ||
        std::pair(*way.share_min, *way.share_max) > std::pair(*best->share_min, *best->share_max))
      best = &way;
  }
  if (best == nullptr) return;
  if (best->lacking.empty()) {
    const Phrase meets = best->share_min ? kSomeMeets : kNoneAsked;
    document.blocks.emplace_back(
        Paragraph{filled(meets, {std::to_string(best - a.ways.ways.data() + 1)}, language), false,
                  because_of(standing, *best)});
    return;
  }
  if (!best->worst_covered) return;
  const Requirement& requirement = a.coverage.requirements[static_cast<std::size_t>(*best->worst_covered)];
  document.blocks.emplace_back(
      Paragraph{filled(kStillLacks,
                       {amount_range_text(requirement, *best->gap_min, *best->gap_max, language),
                        amount_text(requirement, *requirement.required, language),
                        unit_word(requirement.unit, language), standing.statement(requirement.statement).id},
                       language),
                false, because_of(standing, *best)});
}

void add_remaining(const Standing& standing, const Assessment& a, Document& document) {
  const Language language = document.language;
  Budget budget = Budget::of_steps(kExplainSteps);
  std::vector<std::string> issues;
  for (const RemainingOptions& remaining : remaining_options(standing, a.conflicts, a.ways.ways[0], budget)) {
    if (remaining.all || remaining.options.empty()) continue;
    const Issue& issue = standing.c().issues[static_cast<std::size_t>(remaining.issue)];
    std::string options = joined(remaining.options, kOr.in(language));
    std::ranges::replace(options, '_', ' ');  // options have ids only
    issues.push_back(name_of(issue.name, issue.id, language) + ": " + options);
  }
  if (!issues.empty())
    document.blocks.emplace_back(Paragraph{std::string(kThen.in(language)) + joined(issues, " · ") + "."});
}

std::string case_argument(const Request& request) {
  return shell_word(request.arguments.at(0)) + case_options_text(request);
}

}  // namespace

void lay_out_ways(const Standing& standing, const Assessment& a, bool all, Document& document) {
  const Language language = document.language;
  if (a.ways.ways.empty()) return;
  const std::string count = count_text(a.ways.count, language);
  const bool has_goals =
      std::ranges::any_of(standing.statements, [&](int i) { return standing.statement(i).goal; });
  document.blocks.emplace_back(
      Heading{2,
              has_goals ? filled(kTitle, {count, count_text(a.ways.keeping_goals, language)}, language)
                        : filled(kTitlePlain, {count}, language),
              ""});
  const std::size_t shown = all ? a.ways.ways.size() : std::min(a.ways.ways.size(), kWaysShown);
  add_rows(standing, a.ways, shown, language, document);
  add_key_holders(standing, a, all, document);
  add_lacking(standing, a, document);
  add_remaining(standing, a, document);
}

void lay_out_next_steps(const Request& request, const Standing& standing, const Assessment& a,
                        Document& document) {
  const Language language = document.language;
  const std::string argument = case_argument(request);
  Commands commands;
  if (static_cast<double>(kWaysShown) < a.ways.count && !request.has("all"))
    document.blocks.emplace_back(Paragraph{
        filled(kMoreWays, {count_text(a.ways.count - static_cast<double>(kWaysShown), language), argument},
               language)});
  const std::string key = !a.ways.ways.empty() ? "ways_out:1" : a.coverage.rows.empty() ? "" : "rules:1";
  if (!key.empty())
    commands.lines.push_back({std::string(kWhy.in(language)), "surety because " + argument + " " + key});
  const std::vector<int>& movers = a.ways.moves_in_every_way;
  if (!movers.empty()) {
    commands.lines.push_back(
        {std::string(kWhatIf.in(language)),
         "surety assess " + argument + " --without " + shell_word(standing.statement(movers[0]).id)});
  } else if (!a.ways.ways.empty()) {
    commands.lines.push_back({std::string(kWhatIf.in(language)),
                              "surety assess " + argument + " --without " +
                                  shell_word(joined(ids_of(standing, a.ways.ways[0].members), ","))});
  }
  if (!commands.lines.empty()) document.blocks.emplace_back(std::move(commands));
}

std::vector<Table> ways_tables(const Standing& standing, const Assessment& a) {
  Table ways{"ways_out",
             {{"members", ""},
              {"gives_up", ""},
              {"if_untrue", ""},
              {"price", "points"},
              {"keeps_goals", ""},
              {"share_min", ""},
              {"share_max", ""},
              {"lacking", ""}},
             {}};
  for (const WayOut& way : a.ways.ways) {
    const auto share = [](const std::optional<double>& s) { return s ? Value(*s) : Value(); };
    Because because = because_of(standing, way);
    ways.rows.push_back(
        {{ids_of(standing, way.members), ids_of(standing, way.gives_up), ids_of(standing, way.if_untrue),
          way.price.count, way.keeps_goals, share(way.share_min), share(way.share_max), way.lacking},
         std::move(because)});
  }
  Table every{"moves_in_every_way", {{"statement", ""}}, {}},
      none{"moves_in_no_way", {{"statement", ""}}, {}};
  for (const int index : a.ways.moves_in_every_way)
    every.rows.push_back({{standing.statement(index).id}, Because{standing.statement(index).id}});
  for (const int index : a.ways.moves_in_no_way)
    none.rows.push_back({{standing.statement(index).id}, Because{standing.statement(index).id}});
  Table remaining{"remaining_options", {{"way", ""}, {"issue", ""}, {"options", ""}}, {}};
  Budget budget = Budget::of_steps(kExplainSteps);
  for (std::size_t i = 0; i < std::min(a.ways.ways.size(), kWaysThoughtOn); ++i)
    for (const RemainingOptions& left : remaining_options(standing, a.conflicts, a.ways.ways[i], budget))
      remaining.rows.push_back({{static_cast<std::int64_t>(i + 1),
                                 standing.c().issues[static_cast<std::size_t>(left.issue)].id, left.options},
                                Because(ids_of(standing, a.ways.ways[i].members))});
  return {std::move(ways), std::move(every), std::move(none), std::move(remaining)};
}

}  // namespace surety
