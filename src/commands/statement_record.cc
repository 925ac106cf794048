// See statement_record.h.
#include "commands/statement_record.h"

#include <algorithm>
#include <array>

#include "base/number_text.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

struct KindWord {
  StatementKind kind;
  Phrase words;
};
constexpr std::array<KindWord, 10> kKinds = {{{StatementKind::pledge, {"pledge", "Zusage"}},
                                              {StatementKind::refusal, {"refusal", "Weigerung"}},
                                              {StatementKind::demand, {"demand", "Forderung"}},
                                              {StatementKind::red_line, {"red line", "rote Linie"}},
                                              {StatementKind::condition, {"condition", "Bedingung"}},
                                              {StatementKind::requirement, {"requirement", "Bedarf"}},
                                              {StatementKind::position, {"position", "Haltung"}},
                                              {StatementKind::assessment, {"assessment", "Einschätzung"}},
                                              {StatementKind::plan, {"plan", "Plan"}},
                                              {StatementKind::event, {"event", "Ereignis"}}}};

// The scale of ICD 203 by its lower ends; a range is named by the words of its two ends.
struct LikelihoodWord {
  double from;
  Phrase words;
};
constexpr std::array<LikelihoodWord, 7> kLikelihoods = {
    {{0.00, {"almost no chance", "fast ausgeschlossen"}},
     {0.05, {"very unlikely", "sehr unwahrscheinlich"}},
     {0.20, {"unlikely", "unwahrscheinlich"}},
     {0.45, {"roughly even chance", "etwa gleich wahrscheinlich"}},
     {0.55, {"likely", "wahrscheinlich"}},
     {0.80, {"very likely", "sehr wahrscheinlich"}},
     {0.95, {"almost certain", "fast sicher"}}}};

// `end` belongs to the word below a border when it is the upper end of a range: .55-.80 is "likely".
std::size_t likelihood_word(double p, bool upper_end) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < kLikelihoods.size(); ++i)
    if (upper_end ? p > kLikelihoods[i].from : p >= kLikelihoods[i].from) at = i;
  return at;
}

std::string range_of_days(const DateRange& range, Language language) {
  if (range.from && range.to && *range.from == *range.to) return range.from->text(language);
  if (range.from && range.to) return range.from->text(language) + " – " + range.to->text(language);
  if (range.from) return std::string(Phrase{"from ", "ab "}.in(language)) + range.from->text(language);
  if (range.to) return std::string(Phrase{"by ", "bis "}.in(language)) + range.to->text(language);
  return "";
}

std::string with_day(Phrase phrase, Date day, Language language) {
  return std::string(phrase.in(language)) + day.text(language);
}

// The accepted statements said by that day that supersede this one.
std::vector<std::string> superseding(const Standing& standing, const Statement& s) {
  std::vector<std::string> ids;
  for (const Statement& later : standing.c().statements)
    if (later.status == StatementStatus::accepted &&
        std::ranges::find(later.supersedes, s.id) != later.supersedes.end() &&
        said_by(standing.c(), later, standing.as_of.valid))
      ids.push_back(later.id);
  return ids;
}

}  // namespace

Value said_cell(const Statement& s) {
  if (!s.said || (!s.said->from && !s.said->to)) return {};
  const std::string from = s.said->from ? s.said->from->iso() : "", to = s.said->to ? s.said->to->iso() : "";
  return from == to ? from : from + "/" + to;
}

std::vector<std::string> chain_ids(const Statement& s) {
  std::vector<std::string> ids;
  for (const ChainLink& link : s.chain) ids.push_back(link.id);
  return ids;
}

std::string said_text(const Case& c, const Statement& s, Language language) {
  if (s.said) return range_of_days(*s.said, language);
  const std::optional<Date> from = said_from(c, s);
  return from ? from->text(language) : "";
}

std::string why_not_current(const Standing& standing, int statement, Language language) {
  if (std::ranges::binary_search(standing.statements, statement)) return "";
  const Statement& s = standing.statement(statement);
  const Date valid = standing.as_of.valid;
  if (std::ranges::find(standing.off, s.id) != standing.off.end())
    return std::string(Phrase{"switched off", "abgeschaltet"}.in(language));
  if (s.status == StatementStatus::proposed)
    return std::string(
        Phrase{"proposed, not accepted yet", "vorgeschlagen, noch nicht angenommen"}.in(language));
  if (s.status == StatementStatus::rejected) return std::string(Phrase{"rejected", "verworfen"}.in(language));
  if (s.state == PledgeState::withdrawn)
    return std::string(Phrase{"withdrawn", "zurückgezogen"}.in(language));
  if (s.state == PledgeState::expired) return std::string(Phrase{"expired", "abgelaufen"}.in(language));
  if (!said_by(standing.c(), s, valid))
    return with_day({"not said before ", "nicht gesagt vor: "}, *said_from(standing.c(), s), language);
  if (s.effective && s.effective->from && valid < *s.effective->from)
    return with_day({"in force from ", "gilt ab: "}, *s.effective->from, language);
  if (s.effective && s.effective->to && *s.effective->to < valid)
    return with_day({"in force until ", "galt bis: "}, *s.effective->to, language);
  return std::string(Phrase{"superseded by ", "ersetzt durch "}.in(language)) +
         listed(superseding(standing, s), language);
}

std::string kind_text(StatementKind kind, Language language) {
  const auto at = std::ranges::find(kKinds, kind, &KindWord::kind);
  return std::string(at->words.in(language));
}

std::string likelihood_text(ProbabilityRange likelihood, Language language) {
  const std::size_t high = likelihood_word(likelihood.high(), true);
  const std::size_t low = std::min(high, likelihood_word(likelihood.low(), false));
  std::string words(kLikelihoods[low].words.in(language));
  if (low != high)
    words += std::string(Phrase{" to ", " bis "}.in(language)) +
             std::string(kLikelihoods[high].words.in(language));
  return words + " (" + percent_range_text(likelihood.low(), likelihood.high(), language) + ")";
}

std::string unnamed_text(const Case& c, const Actor& group, Language language) {
  const std::string name = party_name(c, group.id, language);
  if (group.unnamed_unknown)
    return name + std::string(Phrase{": members who are not named count as one",
                                     ": nicht genannte Mitglieder zählen als eines"}
                                  .in(language));
  const std::int64_t count = group.unnamed_members.value_or(0);
  return name + ": " + number_text(count, language) +
         std::string((count == 1 ? Phrase{" member who is not named", " nicht genanntes Mitglied"}
                                 : Phrase{" members who are not named", " nicht genannte Mitglieder"})
                         .in(language));
}

std::string party_name(const Case& c, const std::string& id, Language language) {
  if (const Actor* actor = find_actor(c, id)) return name_of(actor->name, id, language);
  const Source* source = find_source(c, id);
  if (source == nullptr) return id;
  if (!source->name.empty() || source->outlet.empty()) return name_of(source->name, id, language);
  // One step and no further: an outlet may be named that leads back here.
  if (const Actor* actor = find_actor(c, source->outlet))
    return name_of(actor->name, source->outlet, language);
  const Source* outlet = find_source(c, source->outlet);
  return outlet == nullptr ? source->outlet : name_of(outlet->name, source->outlet, language);
}

std::string party_names(const Case& c, const std::vector<std::string>& ids, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(party_name(c, id, language));
  return listed(names, language);
}

}  // namespace surety
