// See provenance.h.
#include "analysis/provenance.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <utility>

#include "model/standing.h"

namespace surety {
namespace {

constexpr std::array<std::pair<ProvenanceClass, std::string_view>, 5> kClasses = {
    {{ProvenanceClass::on_record, "on_record"},
     {ProvenanceClass::on_record_relayed, "on_record_relayed"},
     {ProvenanceClass::anonymous, "anonymous"},
     {ProvenanceClass::outlet_only, "outlet_only"},
     {ProvenanceClass::editorial, "editorial"}}};
constexpr std::array<std::pair<Hand, std::string_view>, 3> kHands = {
    {{Hand::first_hand, "first_hand"}, {Hand::reported, "reported"}, {Hand::hearsay, "hearsay"}}};

bool names(const std::vector<std::string>& list, std::string_view id) {
  return std::ranges::find(list, id) != list.end();
}

// Whether this voice is one of the speakers or holders, or acts for one.
bool speaks_for_itself(const Case& c, const Statement& s, const std::string& voice) {
  const std::vector<std::string> holders = holders_of(c, s);
  if (names(s.speakers, voice) || names(holders, voice)) return true;
  const Actor* actor = find_actor(c, voice);
  return actor != nullptr && !actor->acts_for.empty() &&
         (names(s.speakers, actor->acts_for) || names(holders, actor->acts_for));
}

ProvenanceClass class_of(const Case& c, const Statement& s, const Carriage& carriage) {
  const auto nameless = [&](const std::string& voice) {
    const Actor* actor = find_actor(c, voice);
    return actor != nullptr && actor->kind == ActorKind::anonymous;
  };
  const bool one_outlet = std::set(carriage.outlets.begin(), carriage.outlets.end()).size() <= 1;
  if (std::ranges::any_of(carriage.voices, nameless)) return ProvenanceClass::anonymous;
  if (carriage.voices.empty()) return one_outlet ? ProvenanceClass::editorial : ProvenanceClass::outlet_only;
  const bool own_word = carriage.voices.size() == 1 && speaks_for_itself(c, s, carriage.voices.front());
  return one_outlet && own_word ? ProvenanceClass::on_record : ProvenanceClass::on_record_relayed;
}

std::vector<std::string> sorted(std::set<std::string>&& ids) {
  return {std::make_move_iterator(ids.begin()), std::make_move_iterator(ids.end())};
}

// Every atom of the claim and of its condition.
template <class Take>
void each_atom(const Statement& s, const Take& take) {
  for (const auto* claim : {&s.claim, &s.condition})
    if (*claim)
      for (const Atom& atom : (*claim)->claim.atoms) take(atom);
}

}  // namespace

std::string_view word(ProvenanceClass provenance) {
  return std::ranges::find(kClasses, provenance, [](const auto& entry) { return entry.first; })->second;
}

std::string_view word(Hand hand) {
  return std::ranges::find(kHands, hand, [](const auto& entry) { return entry.first; })->second;
}

Hand hand_of(ProvenanceClass provenance) {
  if (provenance == ProvenanceClass::on_record) return Hand::first_hand;
  return provenance == ProvenanceClass::on_record_relayed ? Hand::reported : Hand::hearsay;
}

std::vector<std::string> provenance_words() {
  std::vector<std::string> words;
  for (const auto& entry : kHands) words.emplace_back(entry.second);
  for (const auto& entry : kClasses) words.emplace_back(entry.second);
  return words;
}

std::string outlet_of(const Case& c, std::string_view link) {
  if (const Source* source = find_source(c, link))
    return source->outlet.empty() ? source->id : source->outlet;
  const Actor* actor = find_actor(c, link);
  return actor != nullptr && actor->kind == ActorKind::outlet ? actor->id : "";
}

Carriage carriage_of(const Case& c, const Statement& s) {
  Carriage carriage;
  bool voice_before = false;
  const auto take = [&](const std::string& link) {
    std::string outlet = outlet_of(c, link);
    if (outlet.empty()) {
      carriage.voices.push_back(link);
      voice_before = true;
    } else if (voice_before || carriage.outlets.empty() || carriage.outlets.back() != outlet) {
      carriage.outlets.push_back(std::move(outlet));
      voice_before = false;
    }
  };
  for (const ChainLink& link : s.chain) take(link.id);
  const auto on_page = [&](const ChainLink& link) { return s.evidence && link.id == s.evidence->source; };
  if (s.evidence && std::ranges::none_of(s.chain, on_page)) take(s.evidence->source);
  carriage.provenance = class_of(c, s, carriage);
  return carriage;
}

std::vector<int> history_of(const Case& c, int statement) {
  const auto at = [&](int index) -> const Statement& {
    return c.statements[static_cast<std::size_t>(index)];
  };
  const auto tied = [&](const Statement& a, const Statement& b) {
    return names(a.supersedes, b.id) || names(b.supersedes, a.id);
  };
  std::set<int> found = {statement};
  std::deque<int> open = {statement};
  while (!open.empty()) {
    const Statement& from = at(open.front());
    open.pop_front();
    for (int i = 0; i < static_cast<int>(c.statements.size()); ++i)
      if (at(i).status == StatementStatus::accepted && tied(from, at(i)) && found.insert(i).second)
        open.push_back(i);
  }
  std::vector<int> history(found.begin(), found.end());
  std::ranges::stable_sort(history, {}, [&](int i) { return said_from(c, at(i)); });
  return history;
}

std::vector<std::string> superseding(const Case& c, std::string_view id, Date valid) {
  std::vector<std::string> ids;
  for (const Statement& later : c.statements)
    if (later.status == StatementStatus::accepted && names(later.supersedes, id) && said_by(c, later, valid))
      ids.push_back(later.id);
  return ids;
}

std::vector<std::string> parties_of(const Case& c, const Statement& s) {
  std::set<std::string> ids;
  const auto add = [&](const std::string& id) {
    const Actor* actor = find_actor(c, id);
    if (actor == nullptr) return;
    ids.insert(id);
    if (!actor->acts_for.empty()) ids.insert(actor->acts_for);
  };
  for (const std::string& id : s.speakers) add(id);
  for (const std::string& id : holders_of(c, s)) add(id);
  for (const std::string& id : s.addressees) add(id);
  for (const ChainLink& link : s.chain) {
    add(link.id);
    add(outlet_of(c, link.id));
  }
  each_atom(s, [&](const Atom& atom) {
    if (atom.is_measure())
      for (const std::string& id : atom.measure.by) add(id);
  });
  return sorted(std::move(ids));
}

std::vector<std::string> capabilities_of(const Statement& s) {
  std::set<std::string> ids;
  each_atom(s, [&](const Atom& atom) {
    if (atom.is_measure()) ids.insert(atom.measure.capability);
  });
  return sorted(std::move(ids));
}

std::vector<std::string> issues_of(const Statement& s) {
  std::set<std::string> ids;
  each_atom(s, [&](const Atom& atom) {
    if (atom.kind == Atom::Kind::issue_option || atom.kind == Atom::Kind::issue_number) ids.insert(atom.name);
  });
  return sorted(std::move(ids));
}

std::vector<std::string> sources_of(const Case& c, const Statement& s) {
  std::set<std::string> ids;
  const auto add = [&](const std::string& id) {
    const std::string outlet = outlet_of(c, id);
    if (outlet.empty()) return;
    ids.insert(id);
    ids.insert(outlet);
  };
  for (const ChainLink& link : s.chain) add(link.id);
  if (s.evidence) add(s.evidence->source);
  return sorted(std::move(ids));
}

}  // namespace surety
