// See atom_sentence.h.
#include "model/atom_sentence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/number_text.h"
#include "model/claim_tokens.h"
#include "model/unit_word.h"

namespace surety {
namespace {

// Options and units are ids and have no names: "far_reaching" reads "far reaching".
std::string spaced(std::string_view id) {
  std::string text(id);
  for (std::size_t k = 1; k + 1 < id.size(); ++k)
    if (id[k] == '_' && id[k - 1] != '_' && id[k + 1] != '_') text[k] = ' ';
  return text;
}

std::string listed(const std::vector<std::string>& items, Language language) {
  std::string text;
  for (std::size_t k = 0; k < items.size(); ++k) {
    if (k > 0) text += k + 1 < items.size() ? ", " : language == Language::de ? " und " : " and ";
    text += items[k];
  }
  return text;
}

// The relation in words, in front of a number or an option; nothing for "=".
std::string_view relation_words(Relation relation, bool counted, Language language) {
  switch (relation) {
    case Relation::equal:
      return "";
    case Relation::not_equal:
      return Phrase{"not ", "nicht "}.in(language);
    case Relation::less:
      return counted ? Phrase{"fewer than ", "weniger als "}.in(language)
                     : Phrase{"less than ", "weniger als "}.in(language);
    case Relation::at_most:
      return Phrase{"at most ", "höchstens "}.in(language);
    case Relation::greater:
      return Phrase{"more than ", "mehr als "}.in(language);
    case Relation::at_least:
      return Phrase{"at least ", "mindestens "}.in(language);
  }
  return "";
}

// ---- whose, where and as what ----------------------------------------------------------------

// The dative of a German name, where it is declared.
std::optional<std::string> dative(const Texts& name) {
  const auto at = name.find("de_dative");
  return at == name.end() || at->second.empty() ? std::nullopt : std::optional(at->second);
}

std::string actor_name(const Case& c, const std::string& id, Language language) {
  const Actor* actor = find_actor(c, id);
  return actor == nullptr ? id : name_of(actor->name, id, language);
}

bool is_group(const Case& c, const std::string& id) {
  const Actor* actor = find_actor(c, id);
  return actor != nullptr && actor->kind == ActorKind::group;
}

// `by each` of one actor that is no group is that actor.
bool speaks_of_several(const Case& c, const Measure& m) {
  return m.each && (m.by.size() > 1 || is_group(c, m.by[0]));
}

std::string english_actors(const Case& c, const Measure& m) {
  if (m.by.empty()) return "";
  const bool several = speaks_of_several(c, m);
  if (several && m.by.size() == 1) return " of each member of " + actor_name(c, m.by[0], Language::en);
  std::vector<std::string> names;
  for (const std::string& id : m.by) {
    const std::string name = actor_name(c, id, Language::en);
    names.push_back(several && is_group(c, id) ? "the members of " + name : name);
  }
  return (several ? " of each of " : " of ") + listed(names, Language::en);
}

// Names of places may bring their preposition along: "outside Ukrainian airspace".
std::string english_place(const std::string& name) {
  static constexpr std::array<std::string_view, 16> kPrepositions = {
      "outside ", "inside ", "near ", "over ", "off ", "across ", "between ", "around ",
      "along ",   "under ",  "in ",   "on ",   "at ",  "within ", "beyond ",  "above "};
  const bool own =
      std::ranges::any_of(kPrepositions, [&](std::string_view p) { return name.starts_with(p); });
  return (own ? " " : " in ") + name;
}

// A German measure, and whether a colon stands in it already.
struct GermanLabel {
  std::string text;
  bool has_colon = false;
  bool has_dash = false;
};

// "in der Ukraine", "im Schwarzen Meer".
std::string with_preposition(std::string_view preposition, std::string_view with_dem,
                             const std::string& dative) {
  const bool dem = dative.starts_with("dem ");
  return std::string(" ").append(dem ? with_dem : preposition).append(dem ? dative.substr(3) : " " + dative);
}

void add_german_actors(const Case& c, const Measure& m, GermanLabel& label) {
  if (m.by.empty()) return;
  std::vector<std::string> nominatives, datives;
  for (const std::string& id : m.by) {
    nominatives.push_back(actor_name(c, id, Language::de));
    const Actor* actor = find_actor(c, id);
    if (const auto name = actor == nullptr ? std::nullopt : dative(actor->name)) datives.push_back(*name);
  }
  const bool several = speaks_of_several(c, m);
  if (!several && datives.size() == m.by.size()) {
    label.text += with_preposition("von", "vom", listed(datives, Language::de));
    return;
  }
  label.has_dash = true;
  label.has_colon = several;
  label.text += !several ? " – " : m.by.size() == 1 ? " – je Mitglied: " : " – jeweils: ";
  label.text += listed(nominatives, Language::de);
}

void add_german_place(const Case& c, const std::string& id, GermanLabel& label) {
  const LocationPlace* place = find_place(c, id);
  const auto name = place == nullptr ? std::nullopt : dative(place->name);
  if (label.has_dash || !name) label.text += ",";
  if (name) {
    label.text += with_preposition("in", "im", *name);
    return;
  }
  label.text += " Ort: " + (place == nullptr ? id : name_of(place->name, id, Language::de));
  label.has_colon = label.has_dash = true;
}

std::string role_name(const Case& c, const std::string& id, Language language) {
  const Role* role = find_role(c, id);
  return role == nullptr ? id : name_of(role->name, id, language);
}

// The measure with what parts it from its amount.
std::string measure_label(const Case& c, const Measure& m, const Capability* capability, Language language) {
  const std::string what =
      capability == nullptr ? m.capability : name_of(capability->name, m.capability, language);
  if (language == Language::en) {
    std::string text = what + english_actors(c, m);
    if (!m.place.empty()) {
      const LocationPlace* place = find_place(c, m.place);
      text += english_place(place == nullptr ? m.place : name_of(place->name, m.place, language));
    }
    if (!m.role.empty()) text += " as " + role_name(c, m.role, language);
    return text + ": ";
  }
  GermanLabel label{what};
  add_german_actors(c, m, label);
  if (!m.place.empty()) add_german_place(c, m.place, label);
  if (!m.role.empty()) label.text += (label.has_dash ? ", als " : " als ") + role_name(c, m.role, language);
  return label.text + (label.has_colon ? " – " : ": ");
}

// ---- how much --------------------------------------------------------------------------------

std::string amount_words(const Atom& atom, const Capability* capability, bool contrary, Language language) {
  const bool money = capability != nullptr && capability->money;
  const auto number = [&](WrittenNumber n) { return hundredths_text(n.hundredths, language); };
  const std::string_view unit =
      !atom.unit.empty() || capability == nullptr ? std::string_view(atom.unit) : capability->unit;
  const std::string behind = unit.empty() ? "" : " " + unit_word(unit, language);
  const std::string_view no = contrary ? Phrase{"not ", "nicht "}.in(language) : "";
  if (atom.kind == Atom::Kind::about)
    return std::string(no).append(Phrase{"about ", "rund "}.in(language)) + number(atom.number) + behind;
  if (atom.kind == Atom::Kind::between) {
    const bool one = atom.number == atom.upper;
    return std::string(no) + number(atom.number) + (one ? "" : "–" + number(atom.upper)) + behind;
  }
  const Relation relation = contrary ? opposite(atom.relation) : atom.relation;
  const bool there_or_not = capability != nullptr && capability->unit.empty();
  if (atom.number.hundredths == 0) {
    if (relation == Relation::equal || relation == Relation::at_most)
      return std::string(there_or_not ? Phrase{"no", "nein"}.in(language)
                                      : Phrase{"none", "null"}.in(language));
    if (relation == Relation::greater || relation == Relation::not_equal)
      return std::string(there_or_not ? Phrase{"yes", "ja"}.in(language)
                                      : Phrase{"some", "mehr als null"}.in(language));
  }
  return std::string(relation_words(relation, !money, language)) + number(atom.number) + behind;
}

}  // namespace

bool has_contrary(const Atom& atom) { return atom.kind != Atom::Kind::factor && !atom.measure.each; }

std::string atom_sentence(const Case& c, const Atom& atom, bool contrary, Language language) {
  SURETY_CHECK(!contrary || has_contrary(atom));
  if (atom.is_measure()) {
    const Capability* capability = find_capability(c, atom.measure.capability);
    return measure_label(c, atom.measure, capability, language) +
           amount_words(atom, capability, contrary, language);
  }
  if (atom.kind == Atom::Kind::factor) {
    const Factor* factor = find_factor(c, atom.name);
    return factor == nullptr ? atom.name : name_of(factor->name, atom.name, language);
  }
  const Issue* issue = find_issue(c, atom.name);
  std::string text = issue == nullptr ? atom.name : name_of(issue->name, atom.name, language);
  text.append(": ").append(
      relation_words(contrary ? opposite(atom.relation) : atom.relation, false, language));
  return text + (atom.kind == Atom::Kind::issue_option ? spaced(atom.option)
                                                       : hundredths_text(atom.number.hundredths, language));
}

}  // namespace surety
