// See provenance_text.h.
#include "commands/provenance_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/number_text.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "model/claim_sentence.h"
#include "model/likelihood.h"

namespace surety {
namespace {

constexpr Phrase kSaidBy = {"said by ", "gesagt von: "};
constexpr Phrase kNotCurrent = {"not current: ", "gilt nicht: "};
constexpr Phrase kClaims = {"claim: ", "Behauptung: "};
constexpr Phrase kFirmness = {"to hold as claimed: ", "dass es so gilt: "};
constexpr Phrase kWay = {"from mouth to page: ", "vom Mund zum Blatt: "};
constexpr Phrase kReport = {"the report: ", "der Bericht: "};
constexpr Phrase kStands = {"stands in ", "steht in: "};
constexpr Phrase kSigns = {"characters ", "Zeichen "};
constexpr Phrase kAssumption = {"assumption", "Annahme"};
constexpr Phrase kRate = {"exchange rate", "Wechselkurs"};

// The Admiralty scale of reports: reliability of the source, credibility of what it says.
constexpr std::array<Phrase, 6> kReliability = {{{"completely reliable", "völlig zuverlässig"},
                                                 {"usually reliable", "meist zuverlässig"},
                                                 {"fairly reliable", "recht zuverlässig"},
                                                 {"not usually reliable", "meist nicht zuverlässig"},
                                                 {"unreliable", "unzuverlässig"},
                                                 {"reliability not known", "Zuverlässigkeit unbekannt"}}};
constexpr std::array<Phrase, 6> kCredibility = {{{"confirmed by others", "von anderen bestätigt"},
                                                 {"probably true", "wahrscheinlich wahr"},
                                                 {"possibly true", "möglicherweise wahr"},
                                                 {"doubtful", "zweifelhaft"},
                                                 {"improbable", "unwahrscheinlich"},
                                                 {"cannot be judged", "nicht zu beurteilen"}}};

std::string rate_id(const ExchangeRate& rate) { return "rate:" + rate.from + "-" + rate.to; }

const ExchangeRate* find_rate(const Case& c, const std::string& id) {
  const auto at = std::ranges::find(c.exchange_rates, id, rate_id);
  return at == c.exchange_rates.end() ? nullptr : &*at;
}

const Actor* group_with_unnamed(const Case& c, const std::string& id) {
  for (const Actor& actor : c.actors)
    if (actor.unnamed_members && unnamed_assumption_id(actor.id) == id) return &actor;
  return nullptr;
}

// Where each statement stands: a page may ask for all of them.
std::unordered_map<std::string_view, int> statement_places(const Case& c) {
  std::unordered_map<std::string_view, int> places;
  for (std::size_t i = 0; i < c.statements.size(); ++i)
    places.emplace(c.statements[i].id, static_cast<int>(i));
  return places;
}

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value number_or_nothing(std::optional<std::int64_t> number) { return number ? Value(*number) : Value(); }

Row statement_row(const Case& c, const Statement& s) {
  const auto claim = full_claim(s);
  const Source* source = source_of(c, s);
  const Evidence evidence = s.evidence.value_or(Evidence{});
  return {{s.id, std::string(word(s.kind)), holders_of(c, s), chain_ids(s), said_cell(s),
           claim ? Value(print_claim(*claim)) : Value(),
           text_or_nothing(source == nullptr ? evidence.source : source->id),
           number_or_nothing(evidence.start), number_or_nothing(evidence.end)},
          Because{s.id}};
}

Row because_row(const Standing& standing, const std::string& id) {
  const Case& c = standing.c();
  if (const Statement* s = find_statement(c, id)) return statement_row(c, *s);
  Row row{{id, {}, {}, {}, {}, {}, {}, {}, {}}, Because{id}};
  if (const Assumption* a = find_assumption(c, id)) {
    row.cells[1] = "assumption";
    row.cells[5] = print_claim(a->claim.claim);
  } else if (group_with_unnamed(c, id) != nullptr) {
    row.cells[1] = "assumption";
  } else if (const ExchangeRate* rate = find_rate(c, id)) {
    row.cells[1] = "exchange_rate";
    if (rate->date) row.cells[4] = rate->date->iso();
    row.cells[6] = text_or_nothing(rate->source);
  }
  return row;
}

// "TASS (19 Aug 2025, B: usually reliable)"
std::string link_text(const Case& c, const ChainLink& link, Language language) {
  std::vector<std::string> details;
  const Source* source = find_source(c, link.id);
  const std::optional<Date> date = link.date || source == nullptr ? link.date : source->date;
  if (date) details.push_back(date->text(language));
  if (source != nullptr && source->reliability >= 'A' && source->reliability <= 'F')
    details.push_back(
        std::string(1, source->reliability) + ": " +
        std::string(kReliability[static_cast<std::size_t>(source->reliability - 'A')].in(language)));
  std::string text = party_name(c, link.id, language);
  for (std::size_t i = 0; i < details.size(); ++i) text += (i == 0 ? " (" : ", ") + details[i];
  return details.empty() ? text : text + ")";
}

std::string way_text(const Case& c, const Statement& s, Language language) {
  std::string text;
  for (const ChainLink& link : s.chain) text += (text.empty() ? "" : " → ") + link_text(c, link, language);
  return text;
}

std::string evidence_text(const Case& c, const Evidence& evidence, Language language) {
  std::string text = evidence.source + " – " + party_name(c, evidence.source, language);
  if (evidence.start && evidence.end)
    text += ", " + std::string(kSigns.in(language)) + std::to_string(*evidence.start) + "–" +
            std::to_string(*evidence.end);
  if (!evidence.quote.empty())
    text += language == Language::de ? ": „" + evidence.quote + "“" : ": “" + evidence.quote + "”";
  const Source* source = find_source(c, evidence.source);
  if (source != nullptr && !source->url.empty()) text += " <" + source->url + ">";
  return text;
}

// Likelihood (of the thing) and credibility (of the report) are two fields and stand on two lines.
std::vector<std::string> statement_lines(const Standing& standing, int index, Language language) {
  const Case& c = standing.c();
  const Statement& s = standing.statement(index);
  const auto said = [&](Phrase phrase, const std::string& text) {
    return std::string(phrase.in(language)) + text;
  };
  std::vector<std::string> lines;
  std::string first = kind_text(s.kind, language);
  if (const std::string day = said_text(c, s, language); !day.empty()) first += " · " + day;
  if (holders_of(c, s) != s.speakers) first += " · " + said(kSaidBy, party_names(c, s.speakers, language));
  lines.push_back(first);
  if (const std::string why = why_not_current(standing, index, language); !why.empty())
    lines.push_back(said(kNotCurrent, why));
  if (const auto claim = full_claim(s)) {
    lines.push_back(said(kClaims, claim_sentence(c, *claim, language)));
    lines.push_back(print_claim(*claim));
  }
  const std::string modality = s.modality.empty() ? "" : modality_name(c, s.modality, language) + ", ";
  lines.push_back(said(kFirmness, modality + likelihood_text(likelihood_of(c, s), language)));
  if (s.credibility && *s.credibility >= 1 && *s.credibility <= 6)
    lines.push_back(said(
        kReport, std::to_string(*s.credibility) + ", " +
                     std::string(kCredibility[static_cast<std::size_t>(*s.credibility - 1)].in(language))));
  if (!s.chain.empty()) lines.push_back(said(kWay, way_text(c, s, language)));
  if (s.evidence) lines.push_back(said(kStands, evidence_text(c, *s.evidence, language)));
  return lines;
}

void add_assumption(const Case& c, const Assumption& a, Language language, Outline& outline) {
  outline.items.push_back({0, a.id, claim_sentence(c, a.claim.claim, language)});
  const std::string reason = name_of(a.reason, "", language);
  outline.items.push_back(
      {1, "", std::string(kAssumption.in(language)) + (reason.empty() ? "" : ": " + reason)});
  outline.items.push_back({1, "", print_claim(a.claim.claim)});
}

void add_rate(const Case& c, const ExchangeRate& rate, Language language, Outline& outline) {
  outline.items.push_back({0, rate_id(rate), "1 " + rate.from + " = " + rate.rate + " " + rate.to});
  std::string text(kRate.in(language));
  if (rate.date) text += " · " + rate.date->text(language);
  if (!rate.source.empty()) text += " · " + party_name(c, rate.source, language);
  outline.items.push_back({1, "", text});
}

}  // namespace

std::vector<std::string> because_ids(const Standing& standing) {
  const Case& c = standing.c();
  std::vector<std::string> ids;
  for (const Statement& s : c.statements) ids.push_back(s.id);
  for (const Assumption& a : c.assumptions) ids.push_back(a.id);
  for (const Actor& actor : c.actors)
    if (actor.unnamed_members) ids.push_back(unnamed_assumption_id(actor.id));
  for (const ExchangeRate& rate : c.exchange_rates) ids.push_back(rate_id(rate));
  return ids;
}

Table because_table(const Standing& standing, const std::vector<std::string>& ids) {
  Table table{"because", {}, {}};
  for (const char* key : {"id", "kind", "holder", "chain", "said", "claim", "source", "start", "end"})
    table.columns.push_back({key, ""});
  for (const std::string& id : ids) table.rows.push_back(because_row(standing, id));
  return table;
}

Outline because_outline(const Standing& standing, const std::vector<std::string>& ids, Language language) {
  const Case& c = standing.c();
  Outline outline;
  const auto places = statement_places(c);
  for (const std::string& id : ids) {
    if (const auto place = places.find(id); place != places.end()) {
      const int index = place->second;
      outline.items.push_back(
          {0, id, holders_text(standing, index, language) + ": " + gloss_of(standing, index, language)});
      for (std::string& line : statement_lines(standing, index, language))
        outline.items.push_back({1, "", std::move(line)});
    } else if (const Assumption* a = find_assumption(c, id)) {
      add_assumption(c, *a, language, outline);
    } else if (const Actor* group = group_with_unnamed(c, id)) {
      outline.items.push_back({0, id, unnamed_text(c, *group, language)});
      outline.items.push_back({1, "", std::string(kAssumption.in(language))});
    } else if (const ExchangeRate* rate = find_rate(c, id)) {
      add_rate(c, *rate, language, outline);
    } else {
      outline.items.push_back({0, id, ""});
    }
  }
  return outline;
}

}  // namespace surety
