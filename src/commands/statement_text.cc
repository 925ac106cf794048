// See statement_text.h.
#include "commands/statement_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "base/number_text.h"
#include "base/text.h"
#include "model/claim_sentence.h"

namespace surety {
namespace {

constexpr std::size_t kHoldersNamed = 3;

constexpr Phrase kAnd = {" and ", " und "};
constexpr Phrase kOthers = {" others", " weitere"};
constexpr Phrase kVoices = {" – said by ", " – gesagt von "};

std::string without_full_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

// Whether a text names somebody: "Russia: Russia insists" says it twice. A long name may have an ending, a
// short one such as A must be a word of its own.
bool names(const std::string& text, const std::string& name) {
  constexpr std::size_t kShort = 4;
  const auto letter_at = [&](std::size_t at) {
    return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] < 0);
  };
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const bool begins = at == 0 || !letter_at(at - 1);
    if (begins && (name.size() >= kShort || !letter_at(at + name.size()))) return true;
  }
  return false;
}

}  // namespace

std::string listed(const std::vector<std::string>& items, Language language) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? std::string(kAnd.in(language)) : ", ";
    text += items[i];
  }
  return text;
}

std::string gloss_of(const Standing& standing, int statement, Language language) {
  const Statement& s = standing.statement(statement);
  if (!s.gloss.empty()) return without_full_stop(name_of(s.gloss, s.id, language));
  const auto claim = full_claim(s);
  return claim ? claim_sentence(standing.c(), *claim, language) : s.id;
}

std::string holders_text(const Standing& standing, int statement, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : holders_of(standing.c(), standing.statement(statement))) {
    const Actor* actor = find_actor(standing.c(), id);
    names.push_back(actor == nullptr ? id : name_of(actor->name, id, language));
  }
  if (names.size() > kHoldersNamed + 1) {
    const std::string rest = std::to_string(names.size() - kHoldersNamed) + std::string(kOthers.in(language));
    names.resize(kHoldersNamed);
    names.push_back(rest);
  }
  return listed(names, language);
}

std::string kind_word(StatementKind kind, bool many, Language language) {
  struct Word {
    StatementKind kind;
    Phrase one, several;
  };
  static constexpr std::array<Word, 10> kWords = {{
      {StatementKind::pledge, {"pledge", "Zusage"}, {"pledges", "Zusagen"}},
      {StatementKind::refusal, {"refusal", "Weigerung"}, {"refusals", "Weigerungen"}},
      {StatementKind::demand, {"demand", "Forderung"}, {"demands", "Forderungen"}},
      {StatementKind::red_line, {"red line", "rote Linie"}, {"red lines", "rote Linien"}},
      {StatementKind::condition, {"condition", "Bedingung"}, {"conditions", "Bedingungen"}},
      {StatementKind::requirement, {"requirement", "Bedarf"}, {"requirements", "Bedarf"}},
      {StatementKind::position, {"position", "Haltung"}, {"positions", "Haltungen"}},
      {StatementKind::assessment, {"assessment", "Einschätzung"}, {"assessments", "Einschätzungen"}},
      {StatementKind::plan, {"plan", "Plan"}, {"plans", "Pläne"}},
      {StatementKind::event, {"event", "Ereignis"}, {"events", "Ereignisse"}},
  }};
  const auto at = std::ranges::find(kWords, kind, &Word::kind);
  return std::string((many ? at->several : at->one).in(language));
}

std::string statement_line(const Standing& standing, int statement, Language language) {
  const std::string holders = holders_text(standing, statement, language),
                    gloss = gloss_of(standing, statement, language);
  return (names(case_folded(gloss), case_folded(holders)) ? "" : holders + ": ") + gloss + " [" +
         standing.statement(statement).id + "]";
}

std::string node_line(const Standing& standing, const ConflictAnswer& conflicts, int node,
                      Language language) {
  const std::vector<int>& voices = conflicts.clauses.voices[static_cast<std::size_t>(node)].voices;
  if (voices.size() == 1) return statement_line(standing, voices[0], language);
  std::vector<std::string> named;
  for (const int voice : voices)
    named.push_back(holders_text(standing, voice, language) + " [" + standing.statement(voice).id + "]");
  return gloss_of(standing, voices[0], language) + std::string(kVoices.in(language)) +
         listed(named, language);
}

std::string by_holder(const Standing& standing, const std::vector<int>& members, Language language) {
  std::vector<std::pair<std::string, std::map<StatementKind, std::vector<int>>>> holders;
  for (const int index : members) {
    const std::string holder = holders_text(standing, index, language);
    auto at = std::ranges::find(holders, holder, [](const auto& entry) { return entry.first; });
    if (at == holders.end()) at = holders.insert(holders.end(), {holder, {}});
    at->second[standing.statement(index).kind].push_back(index);
  }
  std::string text;
  for (const auto& [holder, kinds] : holders) {
    text += (text.empty() ? "" : "; ") + holder;
    std::string_view separator = ": ";
    for (const auto& [kind, statements] : kinds) {
      text.append(separator).append(kind_word(kind, statements.size() > 1, language)).append(" ");
      text += ids_text(standing, statements);
      separator = ", ";
    }
  }
  return text;
}

std::string ids_text(const Standing& standing, const std::vector<int>& statements) {
  std::string text = "[";
  for (std::size_t i = 0; i < statements.size(); ++i)
    text += (i == 0 ? "" : ", ") + standing.statement(statements[i]).id;
  return text + "]";
}

std::string measure_text(const Standing& standing, const Measure& measure, Language language) {
  const Case& c = standing.c();
  const Capability* capability = find_capability(c, measure.capability);
  std::string text = name_of(capability->name, capability->id, language);
  std::vector<std::string> details;
  for (const std::string& id : measure.by) {
    const Actor* actor = find_actor(c, id);
    details.push_back(actor == nullptr ? id : name_of(actor->name, id, language));
  }
  if (!measure.place.empty())
    details.push_back(name_of(find_place(c, measure.place)->name, measure.place, language));
  if (!measure.role.empty())
    details.push_back(name_of(find_role(c, measure.role)->name, measure.role, language));
  for (std::size_t i = 0; i < details.size(); ++i) text += (i == 0 ? " – " : ", ") + details[i];
  return text;
}

std::string amount_text(const Requirement& requirement, std::int64_t amount, Language language) {
  return requirement.money ? hundredths_text(amount, language) : number_text(amount, language);
}

std::string amount_range_text(const Requirement& requirement, std::int64_t low, std::int64_t high,
                              Language language) {
  if (!requirement.money) return range_text(low, high, language);
  if (low == high) return hundredths_text(low, language);
  return hundredths_text(low, language) + "–" + hundredths_text(high, language);
}

std::string rule_name(const Rule& rule, Language language) {
  return name_of(rule.declared.name, rule.declared.id, language);
}

}  // namespace surety
