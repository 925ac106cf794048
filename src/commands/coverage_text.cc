// See coverage_text.h; the sections after the bars stand in coverage_sections.cc.
#include "commands/coverage_text.h"

#include <algorithm>
#include <set>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/coverage_charts.h"
#include "commands/fault_words.h"
#include "commands/statement_text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

constexpr std::size_t kRequirementsShown = 8;
constexpr std::size_t kNeedsShown = 12;
constexpr std::size_t kNamesShown = 8;

constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kNoRequirement = {
    "Nobody has said how much is needed, so nothing can be said of what is missing.",
    "Niemand hat gesagt, wie viel gebraucht wird; über das Fehlende lässt sich deshalb nichts sagen."};
constexpr Phrase kVerdict = {"{}: at least {} needed, {} offered (rule: {}). That is {}, and {} missing.",
                             "{}: mindestens {} gebraucht, {} angeboten (Regel: {}). Das sind {}; {}."};
constexpr Phrase kMissing = {"{} are", "es fehlen {}"};
constexpr Phrase kNothingMissing = {"nothing is", "es fehlt nichts"};
constexpr Phrase kUpTo = {"up to {} are", "es fehlen bis zu {}"};
constexpr Phrase kPresence = {"{}: needed, without a number. Offered by: {}.",
                              "{}: gebraucht, ohne Zahl. Angeboten von: {}."};
constexpr Phrase kNobody = {"nobody", "niemandem"};
constexpr Phrase kNever = {"Even if every pledge held in full, it would not be enough.",
                           "Selbst wenn jede Zusage voll gehalten würde, reichte es nicht."};
constexpr Phrase kStatedNotEnough = {"The amounts that were stated would not be enough.",
                                     "Die bezifferten Mengen reichten nicht."};
constexpr Phrase kBestNotEnough = {
    "By the reports that are believed most it would not be enough, even if every pledge held.",
    "Nach den glaubwürdigsten Berichten reichte es nicht, auch wenn jede Zusage hielte."};
constexpr Phrase kAlways = {"It is enough whatever happens.", "Es reicht in jedem Fall."};
constexpr Phrase kMet = {
    "If every pledge holds as firmly as it was given, and none because of another, it is enough with a "
    "probability of {}.",
    "Hält jede Zusage so fest, wie sie gegeben wurde, und keine wegen einer anderen, reicht es mit einer "
    "Wahrscheinlichkeit von {}."};
constexpr Phrase kOtherDependence = {
    " If one common cause lies behind all pledges: {}; at the very worst: {}.",
    " Steht hinter allen Zusagen eine gemeinsame Ursache: {}; im schlimmsten Fall: {}."};
constexpr Phrase kNotComputed = {
    "Not everything could be computed: {}. What stands here is right. --budget SECONDS gives more time.",
    "Nicht alles ließ sich berechnen: {}. Was hier steht, stimmt. --budget SEKUNDEN gibt mehr Zeit."};
constexpr Phrase kNeeded = {"needed: ", "gebraucht: "};
constexpr Phrase kNoNumber = {"no number stated, so counted nowhere: {}",
                              "ohne Zahl und deshalb nirgends gezählt: {}"};
constexpr Phrase kBeside = {"{}; beside a number: {}", "{}; neben einer Zahl: {}"};
constexpr Phrase kOnlyBeside = {"also offered without a number: {}", "auch ohne Zahl angeboten: {}"};
constexpr Phrase kDispute = {"in dispute, several reports of one word ({}): counted as {}",
                             "strittig, mehrere Berichte über ein Wort ({}): gezählt als {}"};
constexpr Phrase kTotal = {"{} is a total and contains {}: only what it adds is counted",
                           "{} ist eine Gesamtzahl und enthält {}: Gezählt wird nur, was hinzukommt"};
constexpr Phrase kOverlap = {
    "Warning: {} and {} overlap and may be counted twice; the low figure counts the larger one, the high "
    "figure both",
    "Warnung: {} und {} überschneiden sich und sind womöglich doppelt; der untere Wert zählt das größere, "
    "der obere beide"};
constexpr Phrase kConditional = {"counted as if the condition were met: {}",
                                 "gezählt, als wäre die Bedingung erfüllt: {}"};
constexpr Phrase kRefused = {"withdrawn by a later refusal: {}", "durch eine spätere Absage hinfällig: {}"};
constexpr Phrase kNeeds = {"What was asked for, and who offers it",
                           "Was gefordert wird, und wer es anbietet"};
constexpr Phrase kNone = {"nobody", "niemand"};
constexpr Phrase kUnquantified = {"without a number: {}", "ohne Zahl: {}"};
constexpr Phrase kWith = {"{} from {}", "{} von: {}"};
constexpr Phrase kMore = {"{} more in table {}", "{} weitere in Tabelle {}"};
constexpr Phrase kJoint = {
    "All requirements together are met with a probability of {}{} (rule: {}).",
    "Alle Anforderungen zusammen sind mit einer Wahrscheinlichkeit von {}{} erfüllt (Regel: {})."};
constexpr Phrase kBounds = {" (bounds only, since they hang on the same pledges)",
                            " (nur Schranken, denn sie hängen an denselben Zusagen)"};

// Statement ids with the names of who offers: "France [S51]", each statement once.
std::string offers_text(const Standing& standing, const CoverageFindings& found,
                        const std::vector<int>& offers, Language language) {
  std::vector<std::string> names;
  std::set<int> told;
  for (const int i : offers) {
    const int statement = found.coverage.contributions[static_cast<std::size_t>(i)].statement;
    if (told.insert(statement).second)
      names.push_back(holders_text(standing, statement, language) + " [" + standing.statement(statement).id +
                      "]");
  }
  if (names.size() > kNamesShown) {
    names.resize(kNamesShown);
    names.emplace_back("…");
  }
  return joined(names, ", ");
}

// The built-in rule is left out where a declared one says the same.
bool is_shown(const Coverage& coverage, const Rule& rule) {
  if (rule.is_default || rule.declared.id != "all_quantified") return true;
  return std::ranges::none_of(coverage.rules, [&](const Rule& other) {
    const CountingRule& d = other.declared;
    return d.id != rule.declared.id && d.states_from == rule.declared.states_from &&
           d.roles_excluded.empty() && d.respect.empty() && d.credibility_to >= 6;
  });
}

class Page {
 public:
  Page(const Standing& standing, const CoverageFindings& found, const Request& request,
       std::vector<Block>& blocks)
      : standing_(standing), found_(found), request_(request), language_(request.language), blocks_(blocks) {}

  void head() {
    blocks_.emplace_back(Heading{1, name_of(standing_.c().title, standing_.c().id, language_),
                                 std::string(kAsOf.in(language_)) + standing_.as_of.valid.text(language_)});
    if (!found_.not_computed.empty()) {
      std::vector<std::string> reasons;
      for (const std::string& why : found_.not_computed) reasons.push_back(said_in(why, language_));
      say(phrased(kNotComputed, {joined(reasons, "; ")}, language_), true);
    }
    if (found_.coverage.requirements.empty()) say(std::string(kNoRequirement.in(language_)));
  }

  void requirements() {
    const std::size_t count = std::min(found_.coverage.requirements.size(), kRequirementsShown);
    for (std::size_t r = 0; r < count; ++r) {
      const CoverageRow& row = found_.coverage.headline(static_cast<int>(r));
      verdict(row);
      if (is_drawn(row)) chart(row);
    }
    if (found_.coverage.requirements.size() > count)
      more(found_.coverage.requirements.size() - count, "rules");
    for (const JointMet& joint : found_.joint) {
      if (!found_.rule(joint.rule).is_default) continue;
      say(phrased(kJoint,
                  {percent_range_text(joint.met.low, joint.met.high, language_),
                   std::string(joint.exact ? "" : kBounds.in(language_)),
                   rule_name(found_.rule(joint.rule), language_)},
                  language_));
    }
  }

  void needs() {
    if (found_.coverage.needs.empty()) return;
    blocks_.emplace_back(Heading{2, std::string(kNeeds.in(language_)), ""});
    Grid grid{{Align::left, Align::left}, {}, {}, 2};
    for (std::size_t i = 0; i < std::min(found_.coverage.needs.size(), kNeedsShown); ++i) {
      const CapabilityNeed& need = found_.coverage.needs[i];
      const std::string name = measure_text(standing_, need.measure, language_) + " [" +
                               standing_.statement(need.statement).id + "]";
      grid.rows.push_back({name, need_text(need)});
    }
    blocks_.emplace_back(std::move(grid));
    if (found_.coverage.needs.size() > kNeedsShown) more(found_.coverage.needs.size() - kNeedsShown, "needs");
  }

 private:
  void say(std::string text, bool strong = false) {
    blocks_.emplace_back(Paragraph{std::move(text), strong});
  }
  void more(std::size_t count, std::string_view table) {
    say(phrased(kMore, {number_text(static_cast<std::int64_t>(count), language_), std::string(table)},
                language_));
  }
  const Contribution& offer(int i) const {
    return found_.coverage.contributions[static_cast<std::size_t>(i)];
  }
  std::string offered(const std::vector<int>& offers) const {
    return offers_text(standing_, found_, offers, language_);
  }
  std::string range(const Requirement& asked, std::int64_t low, std::int64_t high) const {
    return amount_range_text(asked, low, high, language_);
  }

  // Bars of nothing are left out, unless there is something to say below them.
  bool is_drawn(const CoverageRow& headline) const {
    if (!found_.requirement(headline.requirement).required) return false;
    return !headline.counted.unquantified.empty() ||
           std::ranges::any_of(found_.coverage.rows, [&](const CoverageRow& row) {
             return row.requirement == headline.requirement && row.counted.counted_max > 0;
           });
  }

  void verdict(const CoverageRow& row) {
    const Requirement& asked = found_.requirement(row.requirement);
    const std::string name = requirement_name(standing_, found_, row.requirement, language_);
    if (!asked.required) {
      std::vector<int> all = row.counted.unquantified;
      say(phrased(kPresence, {name, all.empty() ? std::string(kNobody.in(language_)) : offered(all)},
                  language_),
          true);
      return;
    }
    std::string missing(kNothingMissing.in(language_));
    if (*row.gap_min > 0)
      missing = phrased(kMissing, {range(asked, *row.gap_min, *row.gap_max)}, language_);
    else if (*row.gap_max > 0)
      missing = phrased(kUpTo, {amount_text(asked, *row.gap_max, language_)}, language_);
    const bool with_unit = !asked.unit.empty();
    const std::string needed = amount_text(asked, *asked.required, language_) +
                               (with_unit ? " " + unit_word(asked.unit, language_) : "");
    const std::string share =
        row.share_min ? percent_range_text(*row.share_min, *row.share_max, language_) : "–";
    say(phrased(kVerdict,
                {name, needed, range(asked, row.counted.counted_min, row.counted.counted_max),
                 rule_name(found_.rule(row.rule), language_), share, missing},
                language_) +
        " " + likelihood(row));
  }

  std::string likelihood(const CoverageRow& row) const {
    if (!row.met) return "";
    if (row.met->high <= 0) return std::string(never(row).in(language_));
    if (row.met->low >= 1) return std::string(kAlways.in(language_));
    std::string text = phrased(kMet, {percent_range_text(row.met->low, row.met->high, language_)}, language_);
    const auto index = static_cast<std::size_t>(&row - found_.coverage.rows.data());
    if (const auto& other = found_.dependence[index])
      text += phrased(kOtherDependence,
                      {percent_range_text(other->comonotone.low, other->comonotone.high, language_),
                       percent_text(other->worst_low, language_)},
                      language_);
    return text;
  }

  // Why it cannot be enough. A pledge without a number, or of at least so much, may bring more than is
  // counted.
  Phrase never(const CoverageRow& row) const {
    if (row.gap_min.value_or(0) == 0) return kBestNotEnough;
    const bool open = !row.counted.unquantified.empty() ||
                      std::ranges::any_of(row.counted.counted_contributions, [&](int i) {
                        return found_.coverage.contributions[static_cast<std::size_t>(i)].at_least;
                      });
    return open ? kStatedNotEnough : kNever;
  }

  void chart(const CoverageRow& headline) {
    const Requirement& asked = found_.requirement(headline.requirement);
    BarChart chart;
    chart.key = "coverage:" + requirement_key(standing_, found_.coverage, headline.requirement);
    chart.title = measure_text(standing_, asked.measure, language_);
    chart.aside = std::string(kNeeded.in(language_)) + amount_text(asked, *asked.required, language_) + " [" +
                  standing_.statement(asked.statement).id + "]";
    chart.unit = unit_word(asked.unit, language_);
    const double one = asked.money ? 100 : 1;
    chart.needed = static_cast<double>(*asked.required) / one;
    const auto add = [&](const CoverageRow& row) {
      const Rule& rule = found_.rule(row.rule);
      std::string text = range(asked, row.counted.counted_min, row.counted.counted_max);
      if (row.share_min) text += " · " + percent_range_text(*row.share_min, *row.share_max, language_);
      chart.bars.push_back({rule_name(rule, language_), static_cast<double>(row.counted.counted_min) / one,
                            static_cast<double>(row.counted.counted_max) / one, true, text,
                            row.counted.because});
    };
    add(headline);
    for (const CoverageRow& row : found_.coverage.rows)
      if (row.requirement == headline.requirement && row.rule != headline.rule &&
          is_shown(found_.coverage, found_.rule(row.rule)))
        add(row);
    add_notes(headline, asked, chart.notes);
    blocks_.emplace_back(std::move(chart));
  }

  void add_notes(const CoverageRow& row, const Requirement& asked, std::vector<std::string>& notes) const {
    add_unquantified(row, notes);
    for (const RemainingShare& one : found_.remaining)
      if (one.requirement == row.requirement)
        notes.push_back(remaining_text(standing_, found_, one, language_));
    std::vector<int> conditional, refused;
    for (const CountedLine& line : row.counted.lines) {
      if (!line.counted) continue;
      for (const int report : line.reports)
        if (!offer(report).condition.none()) conditional.push_back(report);
      if (line.disputed() && line.low != line.high)
        notes.push_back(
            phrased(kDispute, {offered(line.reports), range(asked, line.low, line.high)}, language_));
      std::vector<int> parts;
      for (const int part : line.parts)
        parts.push_back(row.counted.lines[static_cast<std::size_t>(part)].best);
      if (!parts.empty()) notes.push_back(phrased(kTotal, {offered({line.best}), offered(parts)}, language_));
    }
    for (const auto& [a, b] : row.counted.rivals) {
      const CountedLine &x = row.counted.lines[static_cast<std::size_t>(a)],
                        &y = row.counted.lines[static_cast<std::size_t>(b)];
      if (x.counted && y.counted)
        notes.push_back(phrased(kOverlap, {total(x.best), total(y.best)}, language_));
    }
    if (!conditional.empty()) notes.push_back(phrased(kConditional, {offered(conditional)}, language_));
    for (std::size_t i = 0; i < found_.coverage.contributions.size(); ++i)
      if (offer(static_cast<int>(i)).refused() && inside(asked, offer(static_cast<int>(i))))
        refused.push_back(static_cast<int>(i));
    if (!refused.empty()) notes.push_back(phrased(kRefused, {offered(refused)}, language_));
  }

  // A total by those whose total it is: "France + Poland [S7]".
  std::string total(int contribution) const {
    std::vector<std::string> names;
    for (const std::string& id : offer(contribution).by) {
      const Actor* actor = find_actor(standing_.c(), id);
      names.push_back(actor == nullptr ? id : name_of(actor->name, id, language_));
    }
    if (names.empty()) return offered({contribution});
    return joined(names, " + ") + " [" + standing_.statement(offer(contribution).statement).id + "]";
  }

  // Offers without a number: those of whoever has none at all first, then those beside a number.
  void add_unquantified(const CoverageRow& row, std::vector<std::string>& notes) const {
    std::set<int> numbered;
    for (const CountedLine& line : row.counted.lines)
      numbered.insert(offer(line.best).selector.actors.begin(), offer(line.best).selector.actors.end());
    std::vector<int> bare, beside;
    std::set<int> bare_statements;
    for (const int i : row.counted.unquantified) {
      const bool all =
          std::ranges::all_of(offer(i).selector.actors, [&](int actor) { return numbered.contains(actor); });
      if (!all) bare_statements.insert(offer(i).statement);
    }
    for (const int i : row.counted.unquantified)
      (bare_statements.contains(offer(i).statement) ? bare : beside).push_back(i);
    if (bare.empty() && beside.empty()) return;
    if (bare.empty()) return notes.push_back(phrased(kOnlyBeside, {offered(beside)}, language_));
    const std::string text = phrased(kNoNumber, {offered(bare)}, language_);
    notes.push_back(beside.empty() ? text : phrased(kBeside, {text, offered(beside)}, language_));
  }

  std::string need_text(const CapabilityNeed& need) const {
    if (need.offers.empty()) return std::string(kNone.in(language_));
    if (!need.quantified) return phrased(kUnquantified, {offered(need.offers)}, language_);
    const Capability& capability = standing_.c().capabilities[static_cast<std::size_t>(need.capability)];
    Requirement unit;
    unit.money = capability.money;
    std::vector<int> numbered;
    std::ranges::copy_if(need.offers, std::back_inserter(numbered),
                         [&](int i) { return offer(i).quantified; });
    return phrased(kWith, {range(unit, need.low, need.high), offered(numbered)}, language_);
  }

  const Standing& standing_;
  const CoverageFindings& found_;
  const Request& request_;
  Language language_;
  std::vector<Block>& blocks_;
};

}  // namespace

std::string phrased(Phrase phrase, const std::vector<std::string>& values, Language language) {
  std::string text;
  std::string_view rest = phrase.in(language);
  for (const std::string& value : values) {
    const std::size_t at = std::min(rest.find("{}"), rest.size());
    text += rest.substr(0, at);
    text += value;
    rest.remove_prefix(std::min(at + 2, rest.size()));
  }
  return text + std::string(rest);
}

std::string requirement_name(const Standing& standing, const CoverageFindings& found, int requirement,
                             Language language) {
  const Requirement& asked = found.requirement(requirement);
  return measure_text(standing, asked.measure, language) + " [" + standing.statement(asked.statement).id +
         "]";
}

std::vector<Block> coverage_blocks(const Standing& standing, const CoverageFindings& found,
                                   const Request& request) {
  std::vector<Block> blocks;
  Page page(standing, found, request, blocks);
  page.head();
  page.requirements();
  page.needs();
  add_how_sure(standing, found, request.language, blocks);
  add_rotation(standing, found, request.language, blocks);
  add_burden(standing, found, request.language, blocks);
  add_timeline(standing, found, request.language, blocks);
  add_sizing(standing, found, request.language, blocks);
  add_assumed(standing, found, request.language, blocks);
  add_commands(standing, found, request, blocks);
  return blocks;
}

}  // namespace surety
