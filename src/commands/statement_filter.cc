// See statement_filter.h.
#include "commands/statement_filter.h"

#include <algorithm>
#include <charconv>

#include "analysis/provenance.h"
#include "base/text.h"
#include "commands/statement_record.h"

namespace surety {
namespace {

bool names(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool share_one(const std::vector<std::string>& asked, const std::vector<std::string>& have) {
  return asked.empty() ||
         std::ranges::any_of(asked, [&](const std::string& word) { return names(have, word); });
}

template <class Declared>
std::vector<std::string> ids_of_all(const std::vector<Declared>& all) {
  std::vector<std::string> ids;
  for (const Declared& one : all) ids.push_back(one.id);
  return ids;
}

// Ids of sources and the outlets they name.
std::vector<std::string> source_words(const Case& c) {
  std::vector<std::string> words = ids_of_all(c.sources);
  for (const Source& source : c.sources)
    if (!source.outlet.empty() && !names(words, source.outlet)) words.push_back(source.outlet);
  for (const Actor& actor : c.actors)
    if (actor.kind == ActorKind::outlet && !names(words, actor.id)) words.push_back(actor.id);
  return words;
}

class Checking {
 public:
  Checking(const Request& request, Faults& faults) : request_(request), faults_(faults) {}

  // The words given for an option, each of which must be known.
  std::vector<std::string> words(const std::string& option, const std::vector<std::string>& known,
                                 Phrase message, Phrase expected) {
    std::vector<std::string> given = request_.list(option);
    for (const std::string& word : given) {
      if (names(known, word)) continue;
      const std::optional<std::string> near = nearest_word(word, known);
      refuse(option, word, message,
             near ? std::string(Phrase{"did you mean ", "war gemeint: "}.in(request_.language)) + *near + "?"
                  : std::string(expected.in(request_.language)));
    }
    if (request_.has(option) && given.empty())
      refuse(option, request_.value(option), message, std::string(expected.in(request_.language)));
    return given;
  }

  // "1,3" and "2-4"
  std::vector<int> credibility() {
    std::vector<int> grades;
    for (const std::string& word : request_.list("credibility")) {
      const std::size_t dash = word.find('-');
      const int low = grade(word.substr(0, dash));
      const int high = dash == std::string::npos ? low : grade(word.substr(dash + 1));
      if (low == 0 || high < low)
        refuse(
            "credibility", word, {"' is no grade of credibility", "' ist keine Stufe der Glaubwürdigkeit"},
            std::string(
                Phrase{"grades from 1 to 6, such as 1,2 or 1-3", "Stufen von 1 bis 6, etwa 1,2 oder 1-3"}.in(
                    request_.language)));
      for (int i = low; i <= high && low > 0; ++i) grades.push_back(i);
    }
    return grades;
  }

 private:
  static int grade(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 1 && value <= 6 ? value : 0;
  }
  void refuse(const std::string& option, const std::string& word, Phrase message, std::string expected) {
    faults_.push_back({{"--" + option, 0, 0},
                       "'" + quoted_for_message(word) + std::string(message.in(request_.language)),
                       std::move(expected)});
  }

  const Request& request_;
  Faults& faults_;
};

// Everything of a statement that --find looks into, in every language of the case.
std::string searched_text(const Case& c, const Statement& s) {
  std::string text = s.id;
  const auto add = [&](const Texts& texts) {
    for (const auto& [language, words] : texts) text += "\n" + words;
  };
  add(s.gloss);
  for (const Texts& caveat : s.caveats) add(caveat);
  std::vector<std::string> ids = parties_of(c, s);
  const std::vector<std::string> sources = sources_of(c, s);
  ids.insert(ids.end(), sources.begin(), sources.end());
  for (const std::string& id : ids) {
    text += "\n" + id;
    if (const Actor* actor = find_actor(c, id)) add(actor->name);
    if (const Source* source = find_source(c, id)) add(source->name);
  }
  if (const auto claim = full_claim(s)) text += "\n" + print_claim(*claim);
  return text;
}

bool fits(const Case& c, const Statement& s, const StatementFilter& filter) {
  if (!filter.kinds.empty() && !names(filter.kinds, word(s.kind))) return false;
  if (!filter.credibility.empty() &&
      (!s.credibility || std::ranges::find(filter.credibility, *s.credibility) == filter.credibility.end()))
    return false;
  if (!filter.provenance.empty()) {
    const ProvenanceClass provenance = carriage_of(c, s).provenance;
    if (!names(filter.provenance, word(provenance)) && !names(filter.provenance, word(hand_of(provenance))))
      return false;
  }
  return share_one(filter.holders, holders_of(c, s)) &&
         (filter.actors.empty() || share_one(filter.actors, parties_of(c, s))) &&
         share_one(filter.capabilities, capabilities_of(s)) && share_one(filter.issues, issues_of(s)) &&
         (filter.sources.empty() || share_one(filter.sources, sources_of(c, s))) &&
         (filter.find.empty() || filter.finds(searched_text(c, s)));
}

}  // namespace

std::span<const OptionRow> filter_options() {
  static const std::vector<OptionRow> options = {
      {"find",
       "TEXT",
       {"only those with this text in id, gloss, names, sources or claim; case does not count, accents only "
        "if typed",
        "nur die mit diesem Text in Kennung, Inhalt, Namen, Quellen oder Behauptung; Großschreibung zählt "
        "nicht, Akzente nur, wenn getippt"},
       false},
      {"actor",
       "IDS",
       {"only those in which one of these actors has a part: says, holds, carries, is asked or meant",
        "nur die, an denen einer dieser Akteure teilhat: sagt, will, trägt weiter, wird gefragt oder ist "
        "gemeint"},
       true},
      {"holder",
       "IDS",
       {"only those whose will or deed it is", "nur die, deren Wille oder Tat es ist"},
       true},
      {"kind",
       "KINDS",
       {"only these kinds, such as pledge,demand", "nur diese Arten, etwa pledge,demand"},
       true},
      {"capability",
       "IDS",
       {"only those that speak of these capabilities", "nur die, die von diesen Fähigkeiten sprechen"},
       true},
      {"issue",
       "IDS",
       {"only those that speak of these issues", "nur die, die von diesen Streitfragen sprechen"},
       true},
      {"source",
       "IDS",
       {"only those that these sources or outlets carry",
        "nur die, die diese Quellen oder Medien weitertragen"},
       true},
      {"credibility",
       "GRADES",
       {"only reports of these grades, such as 1-3", "nur Berichte dieser Stufen, etwa 1-3"},
       true},
      {"provenance",
       "CLASSES",
       {"only first_hand, reported or hearsay; or on_record, on_record_relayed, anonymous, outlet_only, "
        "editorial",
        "nur first_hand, reported oder hearsay; oder on_record, on_record_relayed, anonymous, outlet_only, "
        "editorial"},
       true},
      {"current", "", {"only those that count today", "nur die, die heute gelten"}, false}};
  return options;
}

bool StatementFilter::narrows() const {
  return !find.empty() || !actors.empty() || !holders.empty() || !kinds.empty() || !capabilities.empty() ||
         !issues.empty() || !sources.empty() || !provenance.empty() || !credibility.empty() || current;
}

std::expected<StatementFilter, Faults> requested_filter(const Request& request, const Case& c) {
  StatementFilter filter;
  Faults faults;
  Checking checking(request, faults);
  const std::string kinds = joined(words_of<StatementKind>(), " "), classes = joined(provenance_words(), " ");
  const Phrase no_actor = {"' is no actor of this case", "' ist kein Akteur dieses Falls"};
  const Phrase an_actor = {"the id of an actor", "die Kennung eines Akteurs"};
  filter.find = SearchedText(request.value("find"));
  filter.current = request.has("current");
  filter.kinds = checking.words("kind", words_of<StatementKind>(),
                                {"' is no kind of statement", "' ist keine Art von Aussage"}, {kinds, kinds});
  filter.holders = checking.words("holder", ids_of_all(c.actors), no_actor, an_actor);
  filter.actors = checking.words("actor", ids_of_all(c.actors), no_actor, an_actor);
  filter.capabilities =
      checking.words("capability", ids_of_all(c.capabilities),
                     {"' is no capability of this case", "' ist keine Fähigkeit dieses Falls"},
                     {"the id of a capability", "die Kennung einer Fähigkeit"});
  filter.issues = checking.words("issue", ids_of_all(c.issues),
                                 {"' is no issue of this case", "' ist keine Streitfrage dieses Falls"},
                                 {"the id of an issue", "die Kennung einer Streitfrage"});
  filter.sources = checking.words(
      "source", source_words(c),
      {"' is no source and no outlet of this case", "' ist keine Quelle und kein Medium dieses Falls"},
      {"the id of a source or an outlet", "die Kennung einer Quelle oder eines Mediums"});
  filter.provenance =
      checking.words("provenance", provenance_words(),
                     {"' is no class of provenance", "' ist keine Klasse der Herkunft"}, {classes, classes});
  filter.credibility = checking.credibility();
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return filter;
}

std::vector<int> matching(const Standing& standing, const StatementFilter& filter) {
  std::vector<int> found;
  for (int i = 0; i < static_cast<int>(standing.c().statements.size()); ++i) {
    if (filter.current && !std::ranges::binary_search(standing.statements, i)) continue;
    if (fits(standing.c(), standing.statement(i), filter)) found.push_back(i);
  }
  return found;
}

std::vector<std::string> matching_assumptions(const Standing& standing, const StatementFilter& filter) {
  std::vector<std::string> ids;
  const Case& c = standing.c();
  if (!filter.kinds.empty() || !filter.holders.empty()) return ids;
  for (int i = 0; i < static_cast<int>(c.assumptions.size()); ++i) {
    const Assumption& a = standing.assumption(i);
    Statement as_said;  // what a statement of this claim by nobody would be
    as_said.id = a.id;
    as_said.claim = a.claim;
    as_said.gloss = a.reason;
    const bool on = std::ranges::binary_search(standing.assumptions, i);
    if ((on || !filter.current) && fits(c, as_said, filter)) ids.push_back(a.id);
  }
  for (const Actor& actor : c.actors) {
    if (!actor.unnamed_members || *actor.unnamed_members == 0) continue;
    Statement as_said;
    as_said.id = unnamed_assumption_id(actor.id);
    as_said.gloss = {{"en", unnamed_text(c, actor, Language::en)},
                     {"de", unnamed_text(c, actor, Language::de)}};
    const bool on = names(standing.unnamed_on, actor.id);
    if ((on || !filter.current) && fits(c, as_said, filter)) ids.push_back(as_said.id);
  }
  return ids;
}

}  // namespace surety
