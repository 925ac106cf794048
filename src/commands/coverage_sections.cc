// The sections of the coverage page after the bars; see coverage_text.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/coverage_text.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

constexpr std::size_t kRowsShown = 12;
constexpr std::size_t kMonthsShown = 8;

constexpr Phrase kRemaining = {
    "The {} of {} that name no number would have to bring {} each on average to close the gap [{}].",
    "Von {} ohne Zahl aus der Gruppe „{}“ müsste jedes Mitglied im Schnitt {} bringen, um die Lücke zu "
    "schließen [{}]."};
constexpr Phrase kHowSure = {"How sure is it?", "Wie sicher ist das?"};
constexpr Phrase kReached = {"reached", "erreicht"};
constexpr Phrase kAdditional = {"still needed for certain", "fest noch nötig"};
constexpr Phrase kWithLevel = {"with {}", "mit {}"};
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
constexpr Phrase kMore = {"{} more in table {}", "{} weitere in Tabelle {}"};

struct ModelName {
  std::string_view model;
  Phrase name;
};
constexpr std::array<ModelName, 7> kModelNames = {{
    {"population:light_peacekeeping",
     {"by population, light peacekeeping", "nach Bevölkerung, leichte Friedenssicherung"}},
    {"population:heavy_enforcement",
     {"by population, heavy enforcement", "nach Bevölkerung, schwere Friedenserzwingung"}},
    {"population:stabilisation", {"by population, stabilisation", "nach Bevölkerung, Stabilisierung"}},
    {"space:korea", {"holds a line, as dense as in Korea", "hält eine Linie, so dicht wie in Korea"}},
    {"space:line_of_peacekeepers", {"holds a line, as peacekeepers", "hält eine Linie, als Friedenstruppe"}},
    {"space:monitoring", {"holds a line, as monitors", "hält eine Linie, als Beobachter"}},
    {"rotation:pool", {"pool behind it, 3:1 to 5:1", "Pool dahinter, 3:1 bis 5:1"}},
}};

std::string whole(double value, Language language) {
  return number_text(static_cast<std::int64_t>(std::llround(value)), language);
}

// A mean of money keeps no hundredths: it is no amount that anybody pledged.
std::string mean_text(const Requirement& asked, Ends ends, Language language) {
  const double one = asked.money ? 100 : 1;
  return range_text(std::llround(ends.low / one), std::llround(ends.high / one), language);
}

bool is_headline(const CoverageFindings& found, const CoverageRow& row) {
  return found.rule(row.rule).is_default;
}

}  // namespace

void add_remaining(const Standing& standing, const CoverageFindings& found, Language language,
                   std::vector<Block>& blocks) {
  for (const RemainingShare& one : found.remaining) {
    const Requirement& asked = found.requirement(one.requirement);
    const Actor* group = find_actor(standing.c(), one.group);
    blocks.emplace_back(
        Paragraph{phrased(kRemaining,
                          {number_text(static_cast<std::int64_t>(one.members.size()), language),
                           group == nullptr ? one.group : name_of(group->name, one.group, language),
                           amount_range_text(asked, one.average_min, one.average_max, language),
                           standing.statement(asked.statement).id},
                          language)});
  }
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
    std::string text = (name.empty() ? "" : name + " – ") +
                       phrased(kExpected,
                               {mean_text(asked, sure.expected, language),
                                amount_text(asked, sure.quantiles[0].reached_low, language),
                                amount_text(asked, sure.quantiles[2].reached_high, language)},
                               language);
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
  Grid grid{{Align::left, Align::left, Align::right}, {}, {}, 2};
  const TimelinePoint* before = nullptr;
  std::set<std::string> months;
  for (const TimelinePoint& one : found.timeline) {
    if (!found.rule(one.rule).is_default) continue;
    months.insert(one.month);
    const bool same_line = before != nullptr && before->requirement == one.requirement;
    const bool changed =
        !same_line || before->counted_min != one.counted_min || before->counted_max != one.counted_max;
    const Requirement& asked = found.requirement(one.requirement);
    if (changed)
      grid.rows.push_back(
          {!same_line && found.coverage.requirements.size() > 1 ? standing.statement(asked.statement).id : "",
           one.month, amount_range_text(asked, one.counted_min, one.counted_max, language)});
    before = &one;
  }
  if (months.size() < 2) return;
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
  Grid grid{{Align::left, Align::right, Align::left}, {}, {}, 2};
  for (const SizingCheck& one : found.sizing) {
    if (one.requirement != shown) continue;
    const auto name = std::ranges::find(kModelNames, one.model, &ModelName::model);
    std::string value = whole(one.value_low, language);
    if (one.value_high != one.value_low) value += "–" + whole(one.value_high, language);
    if (one.unit != asked.unit) value += " " + one.unit;
    grid.rows.push_back(
        {name == kModelNames.end() ? std::string(one.model) : std::string(name->name.in(language)), value,
         std::string(one.source)});
  }
  blocks.emplace_back(Heading{2, phrased(kSizing, {amount_text(asked, *asked.required, language)}, language),
                              "[" + standing.statement(asked.statement).id + "]"});
  blocks.emplace_back(std::move(grid));
}

}  // namespace surety
