// See verdict_text.h.
#include "commands/verdict_text.h"

#include <algorithm>

#include "base/number_text.h"
#include "commands/conflict_text.h"
#include "commands/statement_text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr Phrase kAssumptions = {
    "Nothing can be said: the assumptions of the case contradict each other.",
    "Es lässt sich nichts sagen: Die Annahmen des Falls widersprechen einander."};
constexpr Phrase kNotHeld = {"It does not hold on what is said today.",
                             "Nach dem, was heute gesagt ist, trägt sie nicht."};
constexpr Phrase kAtAgreement = {" It breaks first at agreement: “{}” clashes with {}.",
                                 " Sie scheitert zuerst an der Einigung: „{}“ widerspricht {}."};
constexpr Phrase kOthersCount = {"{} other statements", "{} anderen Aussagen"};
constexpr Phrase kOneOther = {"one other statement", "einer anderen Aussage"};
constexpr Phrase kAlone = {
    " It breaks first at agreement: “{}” cannot hold under the assumptions.",
    " Sie scheitert zuerst an der Einigung: „{}“ kann unter den Annahmen nicht gelten."};
constexpr Phrase kNotAtAll = {" It breaks first at agreement: “{}” cannot hold at all.",
                              " Sie scheitert zuerst an der Einigung: „{}“ kann gar nicht gelten."};
constexpr Phrase kAtDispute = {
    " It breaks first at agreement: two reports of one word differ, “{}” and “{}”.",
    " Sie scheitert zuerst an der Einigung: Zwei Berichte über ein Wort gehen auseinander, „{}“ und „{}“."};
constexpr Phrase kEvenWithout = {" Even if every pledge were kept, {} of at least {} {} would be missing.",
                                 " Auch wenn jede Zusage gehalten würde, fehlten {} von mindestens {} {}."};
constexpr Phrase kAtCoverage = {
    " Nothing contradicts, but it breaks at coverage: it lacks {} of at least {} {}.",
    " Nichts widerspricht sich, aber sie scheitert an der Deckung: Es fehlen {} von mindestens {} {}."};
constexpr Phrase kNotOffered = {" Nothing is offered of what is required: {}.",
                                " Nichts angeboten ist vom Verlangten: {}."};
constexpr Phrase kHolds = {
    "On what is said today nothing contradicts and every requirement is met, if every pledge is kept. "
    "Whether it deters is open.",
    "Nach dem, was heute gesagt ist, widerspricht sich nichts, und jeder Bedarf ist gedeckt, wenn jede "
    "Zusage gehalten wird. Ob es abschreckt, ist offen."};
constexpr Phrase kPerhaps = {
    "On what is said today nothing contradicts; the requirements are met only if the pledges come to their "
    "upper ends. Whether it deters is open.",
    "Nach dem, was heute gesagt ist, widerspricht sich nichts; gedeckt ist der Bedarf nur, wenn die Zusagen "
    "an ihr oberes Ende reichen. Ob es abschreckt, ist offen."};
constexpr Phrase kUnknown = {
    "Nothing can be said yet: the search for contradictions was stopped before it found one or proved that "
    "there is none.",
    "Es lässt sich noch nichts sagen: Die Suche nach Widersprüchen endete, bevor sie einen fand oder bewies, "
    "dass es keinen gibt."};
constexpr Phrase kOfSeveral = {" That is the worst of {} requirements that are not met: {}.",
                               " Das ist die am wenigsten gedeckte von {} ungedeckten Anforderungen: {}."};
constexpr Phrase kNothingAsked = {
    "Nothing that was said contradicts anything else, and no requirement is stated against which pledges "
    "could be counted.",
    "Nichts Gesagtes widerspricht sich, und es ist kein Bedarf genannt, an dem sich Zusagen messen ließen."};
constexpr Phrase kOfOne = {" This is about: {}.", " Dabei geht es um: {}."};
constexpr Phrase kSome = {"needed, no number stated", "gebraucht, ohne Zahl"};
constexpr Phrase kNothingAskedToo = {" No requirement is stated.", " Ein Bedarf ist nicht genannt."};

// The requirement that is covered worst by the default rule; nothing where every one is met.
const CoverageRow* worst_row(const Assessment& a) {
  const CoverageRow* worst = nullptr;
  for (std::size_t i = 0; i < a.coverage.requirements.size(); ++i) {
    const CoverageRow& row = a.coverage.headline(static_cast<int>(i));
    if (!row.gap_max || *row.gap_max == 0) continue;
    if (worst == nullptr || row.share_min.value_or(1) < worst->share_min.value_or(1)) worst = &row;
  }
  return worst;
}

std::string missing_text(const Standing& standing, const Assessment& a, Phrase phrase, Language language) {
  const CoverageRow* row = worst_row(a);
  if (row == nullptr) return "";
  const Requirement& requirement = a.coverage.requirements[static_cast<std::size_t>(row->requirement)];
  std::string several;
  if (a.coverage.requirements.size() > 1) {
    const auto unmet = std::ranges::count_if(a.coverage.rows, [&](const CoverageRow& r) {
      return a.coverage.rules[static_cast<std::size_t>(r.rule)].is_default && r.gap_max.value_or(0) > 0;
    });
    const std::string measure = measure_text(standing, requirement.measure, language);
    several = unmet == 1 ? filled(kOfOne, {measure}, language)
                         : filled(kOfSeveral, {std::to_string(unmet), measure}, language);
  }
  return filled(phrase,
                {amount_range_text(requirement, *row->gap_min, *row->gap_max, language),
                 amount_text(requirement, *requirement.required, language),
                 unit_word(requirement.unit, language)},
                language) +
         several;
}

std::string agreement_text(const Standing& standing, const Assessment& a, Language language) {
  const ConflictGroup& group = a.groups.front();
  const std::string pivot = node_line(standing, a.conflicts, group.pivot, language);
  std::vector<int> others;
  for (const GroupSet& nodes : group.conflicts)
    for (const int node : nodes)
      if (node != group.pivot && std::ranges::find(others, node) == others.end()) others.push_back(node);
  if (others.empty()) return filled(assumes(standing) ? kAlone : kNotAtAll, {pivot}, language);
  if (group.kind == ConflictGroup::Kind::dispute)
    return filled(kAtDispute, {pivot, node_line(standing, a.conflicts, others.front(), language)}, language);
  const std::string count = others.size() == 1
                                ? std::string(kOneOther.in(language))
                                : filled(kOthersCount, {std::to_string(others.size())}, language);
  return filled(kAtAgreement, {pivot, count}, language);
}

}  // namespace

std::string verdict_text(const Standing& standing, const Assessment& a, Language language) {
  switch (a.breaks_at) {
    case BreaksAt::assumptions:
      return std::string(kAssumptions.in(language));
    case BreaksAt::unknown:
      return std::string(kUnknown.in(language));
    case BreaksAt::nothing_asked:
      return std::string(kNothingAsked.in(language));
    case BreaksAt::nowhere:
      return std::string((a.met_for_sure ? kHolds : kPerhaps).in(language));
    case BreaksAt::agreement: {
      const std::string rest = a.coverage.requirements.empty()
                                   ? std::string(kNothingAskedToo.in(language))
                                   : missing_text(standing, a, kEvenWithout, language);
      return std::string(kNotHeld.in(language)) + agreement_text(standing, a, language) + rest;
    }
    case BreaksAt::coverage:
      break;
  }
  std::string missing = missing_text(standing, a, kAtCoverage, language);
  if (missing.empty()) {
    std::vector<std::string> asked;
    for (const Requirement& requirement : a.coverage.requirements)
      if (!requirement.required) asked.push_back(measure_text(standing, requirement.measure, language));
    missing = filled(kNotOffered, {listed(asked, language)}, language);
  }
  return std::string(kNotHeld.in(language)) + missing;
}

Phrase covered_word(const Assessment& a) {
  if (a.coverage.requirements.empty()) return {"open", "offen"};
  bool all = true, possibly = true;
  for (std::size_t i = 0; i < a.coverage.requirements.size(); ++i) {
    const CoverageRow& row = a.coverage.headline(static_cast<int>(i));
    const Requirement& requirement = a.coverage.requirements[i];
    const bool offered = requirement.required || share_text(a.coverage, row, Language::en) == "offered";
    all = all && offered && row.gap_max.value_or(0) == 0;
    possibly = possibly && offered && row.gap_min.value_or(0) == 0;
  }
  if (all) return {"yes", "ja"};
  return possibly ? Phrase{"perhaps", "vielleicht"} : Phrase{"no", "nein"};
}

std::string share_text(const Coverage& coverage, const CoverageRow& row, Language language) {
  const Requirement& requirement = coverage.requirements[static_cast<std::size_t>(row.requirement)];
  if (row.share_min) return percent_range_text(*row.share_min, *row.share_max, language);
  if (requirement.required) return "";
  const bool offered = std::ranges::any_of(coverage.contributions, [&](const Contribution& offer) {
    return inside(requirement, offer) && !offer.refused();
  });
  return std::string((offered ? Phrase{"offered", "angeboten"} : Phrase{"none", "nichts"}).in(language));
}

std::string requirement_text(const Standing& standing, const Requirement& requirement, Language language) {
  const Phrase of = {"of at least ", "von mindestens "};
  if (!requirement.required)
    return measure_text(standing, requirement.measure, language) + ": " + std::string(kSome.in(language));
  return std::string(of.in(language)) + amount_text(requirement, *requirement.required, language) + " " +
         unit_word(requirement.unit, language);
}

bool shown_rule(const Coverage& coverage, const CoverageRow& row) {
  const Rule& rule = coverage.rules[static_cast<std::size_t>(row.rule)];
  const bool built_in =
      row.rule == 0 && rule.declared.at.file.empty() && rule.declared.id == "all_quantified";
  return rule.is_default || !built_in;
}

}  // namespace surety
