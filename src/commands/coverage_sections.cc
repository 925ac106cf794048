// The sections of the coverage page after the bars; see coverage_text.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/coverage_text.h"
#include "commands/statement_text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr std::size_t kRowsShown = 12;
constexpr std::size_t kMonthsShown = 8;

constexpr Phrase kRemaining = {
    "{} of {} name no number; to close the gap, each of them would have to bring {} on average",
    "{} ohne Zahl aus der Gruppe „{}“: Um die Lücke zu schließen, müsste jeder davon im Schnitt {} bringen"};
constexpr Phrase kHowSure = {"How sure is it?", "Wie sicher ist das?"};
constexpr Phrase kReached = {"reached", "erreicht"};
constexpr Phrase kAdditional = {"still needed for certain", "fest noch nötig"};
constexpr Phrase kWithLevel = {"with {}", "mit {}"};
constexpr Phrase kMean = {"expected", "zu erwarten"};
constexpr Phrase kExpected = {"To be expected: {}; in nine cases of ten between {} and {}.",
                              "Zu erwarten: {}; in neun von zehn Fällen zwischen {} und {}."};
constexpr Phrase kErrorBound = {" Probabilities are exact to {}.",
                                " Wahrscheinlichkeiten sind auf {} genau."};
constexpr Phrase kRotation = {"The pool behind the force", "Der Pool hinter der Truppe"};
constexpr Phrase kPool = {"pool", "Pool"};
constexpr Phrase kOfPool = {"offered of it", "angeboten"};
constexpr Phrase kInPlace = {"keeps in place", "trägt auf Dauer"};
constexpr Phrase kBurden = {"Shares by burden key", "Anteile nach Lastenschlüssel"};
constexpr Phrase kOffered = {"offered", "angeboten"};
constexpr Phrase kBurdenMore = {"The shares of the other requirements stand in table burden.",
                                "Die Anteile der übrigen Anforderungen stehen in Tabelle burden."};
constexpr Phrase kTimeline = {"What counted when", "Was wann zählte"};
constexpr Phrase kSizing = {"Is {} a likely size? Published models, no verdict",
                            "Ist {} eine übliche Größe? Veröffentlichte Modelle, kein Urteil"};
constexpr Phrase kAssumed = {"Assumed: {}", "Angenommen: {}"};
constexpr Phrase kUnnamed = {"{} – members that nobody has named: {} [{}]",
                             "{} – Mitglieder, die niemand genannt hat: {} [{}]"};
constexpr Phrase kIndependent = {"pledges hold independently of each other",
                                 "Zusagen halten unabhängig voneinander"};
constexpr Phrase kWhy = {"Why?", "Warum?"};
constexpr Phrase kWhatIf = {"What if?", "Was wäre, wenn?"};
constexpr Phrase kMore = {"{} more in table {}", "{} weitere in Tabelle {}"};

struct ModelName {
  std::string_view model;
  Phrase name;
};
constexpr std::array<ModelName, 7> kModelNames = {{
    {"population:light_peacekeeping",
     {"by population, light peacekeeping (RAND 2007)",
      "nach Bevölkerung, leichte Friedenssicherung (RAND 2007)"}},
    {"population:heavy_enforcement",
     {"by population, heavy enforcement (RAND 2007)",
      "nach Bevölkerung, schwere Friedenserzwingung (RAND 2007)"}},
    {"population:stabilisation",
     {"by population, stabilisation (Quinlivan 1995)", "nach Bevölkerung, Stabilisierung (Quinlivan 1995)"}},
    {"space:korea",
     {"line that it holds, as dense as US forces in Korea",
      "Linie, die sie hält, so dicht wie US-Truppen in Korea"}},
    {"space:line_of_peacekeepers",
     {"the same, as peacekeepers (Lviv Herald 2025)", "dieselbe, als Friedenstruppe (Lviv Herald 2025)"}},
    {"space:monitoring", {"the same, as monitors (GCSP 2025)", "dieselbe, als Beobachter (GCSP 2025)"}},
    {"rotation:pool",
     {"pool behind it, 3:1 (rule of thumb) to 5:1 (UK Harmony)",
      "Pool dahinter, 3:1 (Faustregel) bis 5:1 (UK Harmony)"}},
}};

std::string rough(double value, Language language) {
  if (value != std::round(value)) return decimal_text(value, 1, language);
  return number_text(static_cast<std::int64_t>(std::llround(value)), language);
}

// The mean of a large sum of money keeps no hundredths: it is no amount that anybody pledged.
std::string mean_text(const Requirement& asked, Ends ends, Language language) {
  const double one = asked.money ? 100 : 1;
  if (asked.money && ends.high < 1'000 * one)
    return amount_range_text(asked, std::llround(ends.low), std::llround(ends.high), language);
  return range_text(std::llround(ends.low / one), std::llround(ends.high / one), language);
}

bool is_headline(const CoverageFindings& found, const CoverageRow& row) {
  return found.rule(row.rule).is_default;
}

}  // namespace

std::string remaining_text(const Standing& standing, const CoverageFindings& found, const RemainingShare& one,
                           Language language) {
  const Actor* group = find_actor(standing.c(), one.group);
  const std::string name = group == nullptr ? one.group : name_of(group->name, one.group, language);
  const std::string count = number_text(static_cast<std::int64_t>(one.members.size()), language);
  const Requirement& asked = found.requirement(one.requirement);
  return phrased(kRemaining,
                 {count, name, amount_range_text(asked, one.average_min, one.average_max, language)},
                 language);
}

void add_how_sure(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks) {
  Grid grid{{Align::left, Align::left, Align::right, Align::right},
            {"", "", std::string(kReached.in(language)), std::string(kAdditional.in(language))},
            {},
            2};
  std::vector<std::string> means;
  std::set<int> shown;
  for (std::size_t i = 0; i < found.coverage.rows.size() && grid.rows.size() < kRowsShown; ++i) {
    const CoverageRow& row = found.coverage.rows[i];
    if (!is_headline(found, row) || !found.confidence[i]) continue;
    const Requirement& asked = found.requirement(row.requirement);
    const CoverageConfidence& sure = *found.confidence[i];
    const std::string name =
        found.coverage.requirements.size() > 1 ? standing.statement(asked.statement).id : "";
    for (const ReachedWith& level : sure.levels)
      grid.rows.push_back({shown.insert(row.requirement).second ? name : "",
                           phrased(kWithLevel, {percent_text(level.level, language)}, language),
                           amount_range_text(asked, level.reached_low, level.reached_high, language),
                           amount_range_text(asked, level.additional_low, level.additional_high, language)});
    std::string text;
    if (name.empty())
      text = phrased(kExpected,
                     {mean_text(asked, sure.expected, language),
                      amount_text(asked, sure.quantiles[0].reached_low, language),
                      amount_text(asked, sure.quantiles[2].reached_high, language)},
                     language);
    else
      grid.rows.push_back(
          {"", std::string(kMean.in(language)), mean_text(asked, sure.expected, language), ""});
    if (sure.error_bound > 0)
      text += phrased(kErrorBound, {percent_text(sure.error_bound, language)}, language);
    means.push_back(std::move(text));
  }
  if (grid.rows.empty()) return;
  blocks.emplace_back(
      Heading{2, std::string(kHowSure.in(language)), rule_name(found.coverage.default_rule(), language)});
  blocks.emplace_back(std::move(grid));
  blocks.emplace_back(Paragraph{joined(means, " ")});
}

void add_rotation(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks) {
  if (found.rotation.empty()) return;
  const bool several = found.coverage.requirements.size() > 1;
  Grid grid{{Align::left, Align::left, Align::right, Align::right, Align::right},
            {"", "", std::string(kPool.in(language)), std::string(kOfPool.in(language)),
             std::string(kInPlace.in(language))},
            {},
            2};
  for (const RotationPool& one : found.rotation) {
    if (grid.rows.size() == kRowsShown) break;
    const Rotation& rotation = standing.c().rotations[static_cast<std::size_t>(one.rotation)];
    const Requirement& asked = found.requirement(one.requirement);
    grid.rows.push_back({several ? standing.statement(asked.statement).id : "",
                         name_of(rotation.name, rotation.id, language), number_text(one.pool, language),
                         percent_range_text(one.pool_share_min, one.pool_share_max, language),
                         range_text(one.in_place_min, one.in_place_max, language)});
  }
  blocks.emplace_back(Heading{2, std::string(kRotation.in(language)), ""});
  const std::size_t left = found.rotation.size() - grid.rows.size();
  blocks.emplace_back(std::move(grid));
  if (left > 0)
    blocks.emplace_back(Paragraph{
        phrased(kMore, {number_text(static_cast<std::int64_t>(left), language), "rotation"}, language)});
}

void add_burden(const Standing& standing, const CoverageFindings& found, Language language,
                std::vector<Block>& blocks) {
  if (found.burden.empty()) return;
  const int shown = found.burden.front().requirement;
  const Requirement& asked = found.requirement(shown);
  std::vector<int> keys;
  std::map<std::string, std::map<int, const BurdenShare*>> by_actor;
  bool others = false;
  for (const BurdenShare& one : found.burden) {
    others = others || one.requirement != shown;
    if (one.requirement != shown) continue;
    if (std::ranges::find(keys, one.key) == keys.end()) keys.push_back(one.key);
    by_actor[one.actor][one.key] = &one;
  }
  Grid grid{{Align::left}, {""}, {}, 2};
  for (const int key : keys) {
    const BurdenKey& declared = standing.c().burden_keys[static_cast<std::size_t>(key)];
    grid.align.push_back(Align::right);
    grid.header.push_back(name_of(declared.name, declared.id, language));
  }
  grid.align.push_back(Align::right);
  grid.header.emplace_back(kOffered.in(language));
  for (const auto& [id, shares] : by_actor) {
    const Actor* actor = find_actor(standing.c(), id);
    std::vector<std::string> cells = {actor == nullptr ? id : name_of(actor->name, id, language)};
    for (const int key : keys)
      cells.push_back(shares.contains(key) ? amount_text(asked, shares.at(key)->amount, language) : "–");
    const BurdenShare& any = *shares.begin()->second;
    cells.push_back(any.offered ? amount_range_text(asked, any.offered_min, any.offered_max, language) : "–");
    grid.rows.push_back(std::move(cells));
  }
  const std::size_t count = grid.rows.size();
  if (count > kRowsShown) grid.rows.resize(kRowsShown);
  blocks.emplace_back(
      Heading{2, std::string(kBurden.in(language)), "[" + standing.statement(asked.statement).id + "]"});
  blocks.emplace_back(std::move(grid));
  if (count > kRowsShown)
    blocks.emplace_back(Paragraph{phrased(
        kMore, {number_text(static_cast<std::int64_t>(count - kRowsShown), language), "burden"}, language)});
  if (others) blocks.emplace_back(Paragraph{std::string(kBurdenMore.in(language))});
}

// Only months in which something changed, by the default rule.
void add_timeline(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks) {
  std::map<int, std::vector<const TimelinePoint*>> changes;  // by requirement
  for (const TimelinePoint& one : found.timeline) {
    if (!found.rule(one.rule).is_default) continue;
    std::vector<const TimelinePoint*>& list = changes[one.requirement];
    const TimelinePoint* before = list.empty() ? nullptr : list.back();
    if (before == nullptr || before->counted_min != one.counted_min || before->counted_max != one.counted_max)
      list.push_back(&one);
  }
  Grid grid{{Align::left, Align::left, Align::right}, {}, {}, 2};
  for (const auto& [requirement, list] : changes) {
    const Requirement& asked = found.requirement(requirement);
    if (list.size() < 2) continue;
    for (const TimelinePoint* one : list)
      grid.rows.push_back(
          {one == list.front() && changes.size() > 1 ? standing.statement(asked.statement).id : "",
           one->month, amount_range_text(asked, one->counted_min, one->counted_max, language)});
  }
  if (grid.rows.empty()) return;
  const std::size_t count = grid.rows.size();
  if (count > kMonthsShown) grid.rows.resize(kMonthsShown);
  blocks.emplace_back(
      Heading{2, std::string(kTimeline.in(language)), rule_name(found.coverage.default_rule(), language)});
  blocks.emplace_back(std::move(grid));
  if (count > kMonthsShown)
    blocks.emplace_back(Paragraph{
        phrased(kMore, {number_text(static_cast<std::int64_t>(count - kMonthsShown), language), "timeline"},
                language)});
}

void add_sizing(const Standing& standing, const CoverageFindings& found, Language language,
                std::vector<Block>& blocks) {
  if (found.sizing.empty()) return;
  const int shown = found.sizing.front().requirement;
  const Requirement& asked = found.requirement(shown);
  Grid grid{{Align::left, Align::right}, {}, {}, 2};
  for (const SizingCheck& one : found.sizing) {
    if (one.requirement != shown) continue;
    const auto name = std::ranges::find(kModelNames, one.model, &ModelName::model);
    std::string value = rough(one.value_low, language);
    if (one.value_high != one.value_low) value += "–" + rough(one.value_high, language);
    if (one.unit != asked.unit) value += " " + unit_word(one.unit, language);
    grid.rows.push_back(
        {name == kModelNames.end() ? std::string(one.model) : std::string(name->name.in(language)), value});
  }
  blocks.emplace_back(Heading{2, phrased(kSizing, {amount_text(asked, *asked.required, language)}, language),
                              "[" + standing.statement(asked.statement).id + "]"});
  blocks.emplace_back(std::move(grid));
}

void add_assumed(const Standing& standing, const CoverageFindings& found, Language language,
                 std::vector<Block>& blocks) {
  std::vector<std::string> items;
  if (std::ranges::any_of(found.coverage.requirements,
                          [](const Requirement& r) { return r.required.has_value(); }))
    items.emplace_back(kIndependent.in(language));
  std::set<std::string> ids;
  for (const CoverageRow& row : found.coverage.rows)
    ids.insert(row.counted.because.ids().begin(), row.counted.because.ids().end());
  for (const RemainingShare& one : found.remaining)
    ids.insert(one.because.ids().begin(), one.because.ids().end());
  for (const std::string& group : standing.unnamed_on) {
    const std::string id = unnamed_assumption_id(group);
    const Actor* actor = find_actor(standing.c(), group);
    if (ids.contains(id))
      items.push_back(
          phrased(kUnnamed,
                  {name_of(actor->name, group, language), number_text(*actor->unnamed_members, language), id},
                  language));
  }
  if (!items.empty()) blocks.emplace_back(Paragraph{phrased(kAssumed, {joined(items, "; ")}, language)});
}

void add_commands(const Standing& standing, const CoverageFindings& found, const Request& request,
                  std::vector<Block>& blocks) {
  const auto& all = found.coverage.requirements;
  const auto first = std::ranges::find_if(all, [](const Requirement& r) { return r.required.has_value(); });
  if (first == all.end()) return;
  const std::string place = shell_word(request.arguments.empty() ? "CASE" : request.arguments[0]) + " ";
  const std::string options = case_options_text(request);
  const std::string figure = shell_word("counted:" + standing.statement(first->statement).id);
  Commands lines{{{std::string(kWhy.in(request.language)), "surety because " + place + figure + options}}};
  // The first pledge whose one amount can be set to the need as it stands.
  for (const CountedLine& line :
       found.coverage.headline(static_cast<int>(first - all.begin())).counted.lines) {
    const Contribution& best = found.coverage.contributions[static_cast<std::size_t>(line.best)];
    const Statement& s = standing.statement(best.statement);
    if (!line.counted || s.claim->claim.atoms.size() != 1 || (first->money && best.currency != first->unit))
      continue;
    const std::string amount =
        first->money ? plain_hundredths(*first->required) : std::to_string(*first->required);
    lines.lines.push_back(
        {std::string(kWhatIf.in(request.language)),
         "surety coverage " + place + "--set " + shell_word(s.id + ".amount=" + amount) + options});
    break;
  }
  blocks.emplace_back(std::move(lines));
}

}  // namespace surety
