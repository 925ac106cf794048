// See origins_text.h.
#include "commands/origins_text.h"

#include <algorithm>
#include <array>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/conflict_text.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

constexpr std::size_t kOriginsNamed = 6;

constexpr std::array<Phrase, 5> kClasses = {
    {{"first hand: the speaker's own word, carried by the page itself",
      "aus erster Hand: das eigene Wort des Sprechers, vom Blatt selbst getragen"},
     {"reported: a named voice's word, through another outlet or another named voice",
      "berichtet: das Wort einer genannten Stimme, über ein anderes Medium oder eine andere genannte Stimme"},
     {"hearsay: a nameless voice stands between speaker and page, or is the speaker",
      "Hörensagen: zwischen Sprecher und Blatt steht eine namenlose Stimme, oder sie ist der Sprecher"},
     {"hearsay: an outlet says it and names no voice",
      "Hörensagen: ein Medium sagt es und nennt keine Stimme"},
     {"hearsay: the page says it and names no voice",
      "Hörensagen: das Blatt sagt es und nennt keine Stimme"}}};
constexpr Phrase kOrigin = {"independent origin", "unabhängiger Ursprung"};
constexpr Phrase kOrigins = {"independent origins", "unabhängige Ursprünge"};
constexpr Phrase kVoice = {"voice", "Stimme"};
constexpr Phrase kVoices = {"voices", "Stimmen"};
constexpr Phrase kMore = {"{} more", "{} weitere"};
constexpr Phrase kNoOutlet = {"no outlet named", "kein Medium genannt"};
constexpr Phrase kNoVoice = {"names no voice", "nennt keine Stimme"};
constexpr Phrase kRepeated = {"; only repeated in {}", "; nur wiederholt in {}"};

std::string outlets_text(const Case& c, const Origin& origin, Language language) {
  if (origin.outlets.empty()) return std::string(kNoOutlet.in(language));
  return party_names(c, origin.outlets, language);
}

}  // namespace

std::string provenance_text(ProvenanceClass provenance, Language language) {
  return std::string(kClasses[static_cast<std::size_t>(provenance)].in(language));
}

Figure origins_figure(const Standing& standing, const std::vector<Origin>& origins) {
  Because because;
  for (const Origin& origin : origins) {
    because.add(Because(ids_of(standing, origin.statements)));
    because.add(Because(ids_of(standing, origin.repeats)));
  }
  const auto count = static_cast<std::int64_t>(origins.size());
  return {"origins", count, count, count, "", std::move(because)};
}

Table origins_table(const Standing& standing, const std::vector<Origin>& origins) {
  Table table{"origins", {{"outlets", ""}, {"voices", ""}, {"statements", ""}, {"repeats", ""}}, {}};
  for (const Origin& origin : origins) {
    Because because(ids_of(standing, origin.statements));
    because.add(Because(ids_of(standing, origin.repeats)));
    table.rows.push_back({{origin.outlets, origin.voices, ids_of(standing, origin.statements),
                           ids_of(standing, origin.repeats)},
                          std::move(because)});
  }
  return table;
}

std::string origins_text(const Standing& standing, const std::vector<Origin>& origins, Language language) {
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min(origins.size(), kOriginsNamed); ++i) {
    const auto voices = static_cast<std::int64_t>(origins[i].voices.size());
    std::string text = outlets_text(standing.c(), origins[i], language);
    if (voices > 0) text += " (" + counted_text(voices, kVoice, kVoices, language) + ")";
    named.push_back(std::move(text));
  }
  if (origins.size() > kOriginsNamed)
    named.push_back(filled(kMore, {std::to_string(origins.size() - kOriginsNamed)}, language));
  return counted_text(static_cast<std::int64_t>(origins.size()), kOrigin, kOrigins, language) + ": " +
         joined(named, ", ") + ".";
}

Outline origins_outline(const Standing& standing, const std::vector<Origin>& origins, Language language) {
  Outline outline;
  for (const Origin& origin : origins) {
    std::string text = outlets_text(standing.c(), origin, language) + ": " +
                       (origin.voices.empty() ? std::string(kNoVoice.in(language))
                                              : party_names(standing.c(), origin.voices, language)) +
                       " " + ids_text(standing, origin.statements);
    if (!origin.repeats.empty()) text += filled(kRepeated, {ids_text(standing, origin.repeats)}, language);
    outline.items.push_back({0, "", std::move(text)});
  }
  return outline;
}

}  // namespace surety
