// For tests: a small case, and random claims that fit it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "model/case.h"

namespace surety {

// A vocabulary with one of everything: ordered and unordered issues, a scale, amounts, money,
// there-or-not-there.
inline Case claim_case() {
  Case c;
  c.id = "claims";
  const auto actor = [&](std::string id, ActorKind kind, Texts name) {
    Actor a;
    a.id = std::move(id);
    a.kind = kind;
    a.name = std::move(name);
    c.actors.push_back(std::move(a));
  };
  actor("FRA", ActorKind::state, {{"en", "France"}, {"de", "Frankreich"}});
  actor("GBR", ActorKind::state, {{"en", "Britain"}, {"de", "Großbritannien"}});
  actor("USA", ActorKind::state, {{"en", "the USA"}, {"de", "die USA"}, {"de_dative", "den USA"}});
  actor("ten", ActorKind::group, {{"en", "the ten countries"}, {"de", "die zehn Länder"}});
  const auto add = [](auto& list, std::string id, Texts name) -> auto& {
    auto& thing = list.emplace_back();
    thing.id = std::move(id);
    thing.name = std::move(name);
    return thing;
  };
  add(c.places, "UKR", {{"en", "Ukraine"}, {"de", "Ukraine"}, {"de_dative", "der Ukraine"}});
  add(c.places, "POL", {{"en", "Poland"}, {"de", "Polen"}});
  add(c.roles, "trainers", {{"en", "trainers"}, {"de", "Ausbilder"}});
  add(c.roles, "combat", {{"en", "combat troops"}, {"de", "Kampftruppen"}});
  add(c.capabilities, "ground_troops", {{"en", "ground troops"}, {"de", "Bodentruppen"}}).unit = "soldiers";
  Capability& money = add(c.capabilities, "aid", {{"en", "aid"}, {"de", "Hilfe"}});
  money.unit = "EUR";
  money.money = true;
  add(c.capabilities, "air_support", {{"en", "air support"}, {"de", "Luftunterstützung"}});
  add(c.issues, "us_role", {{"en", "the role of the USA"}, {"de", "die Rolle der USA"}}).options = {
      "none", "minimal", "partial", "lead"};
  Issue& capital = add(c.issues, "seat", {{"en", "the seat"}, {"de", "der Sitz"}});
  capital.options = {"kyiv", "warsaw", "paris"};
  capital.ordered = false;
  add(c.issues, "approval", {{"en", "approval"}, {"de", "Zustimmung"}}).scale = {0, 100};
  add(c.factors, "ceasefire", {{"en", "a ceasefire"}, {"de", "Waffenruhe"}});
  add(c.factors, "p.trump", {});
  ExchangeRate rate;
  rate.from = "EUR";
  rate.to = "USD";
  rate.rate = "1.16";
  c.exchange_rates.push_back(rate);
  return c;
}

template <class T>
const T& any_of(Random& random, const std::vector<T>& list) {
  return list[random.below(list.size())];
}

inline WrittenNumber random_number(Random& random, bool money) {
  WrittenNumber n;
  n.hundredths = 100 * (random.chance(.2) ? random.between(0, kNumberMax) : random.between(0, 9000));
  if (money && n.hundredths < kNumberMax && random.chance(.3)) {
    n.hundredths += random.between(1, 99);
    n.has_decimals = true;
  }
  return n;
}

inline void fill_measure(Random& random, const Case& c, Atom& atom) {
  const Capability& capability = any_of(random, c.capabilities);
  Measure& m = atom.measure;
  m.capability = capability.id;
  if (random.chance(.7))
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) m.by.push_back(any_of(random, c.actors).id);
  m.each = !m.by.empty() && random.chance(.2);
  if (random.chance(.4)) m.place = any_of(random, c.places).id;
  if (random.chance(.3)) m.role = any_of(random, c.roles).id;
  if (capability.unit.empty()) {
    atom.kind = Atom::Kind::compared;
    atom.relation = random.chance(.5) ? Relation::greater : Relation::equal;
    return;
  }
  atom.kind = any_of<Atom::Kind>(random, {Atom::Kind::compared, Atom::Kind::between, Atom::Kind::about});
  if (atom.kind == Atom::Kind::compared) atom.relation = static_cast<Relation>(random.below(6));
  atom.number = random_number(random, capability.money);
  if (atom.kind == Atom::Kind::between) {
    atom.upper = random_number(random, capability.money);
    if (atom.upper.hundredths < atom.number.hundredths) std::swap(atom.number, atom.upper);
  }
  if (random.chance(.6)) atom.unit = capability.money && random.chance(.3) ? "USD" : capability.unit;
}

inline Atom random_atom(Random& random, const Case& c) {
  Atom atom;
  const double kind = random.unit();
  if (kind < .2) {
    atom.name = any_of(random, c.factors).id;
  } else if (kind < .5) {
    const Issue& issue = any_of(random, c.issues);
    atom.name = issue.id;
    atom.relation = static_cast<Relation>(random.below(issue.ordered ? 6 : 2));
    atom.kind = issue.scale ? Atom::Kind::issue_number : Atom::Kind::issue_option;
    if (issue.scale)
      atom.number.hundredths = 100 * random.between(issue.scale->first, issue.scale->second);
    else
      atom.option = any_of(random, issue.options);
  } else {
    fill_measure(random, c, atom);
  }
  return atom;
}

// Adds a claim of `atoms` atoms that may be an operand of `parent` (ClaimNode::Kind::atom: of nothing).
// NOLINTNEXTLINE(misc-no-recursion): no deeper than `atoms` and a few negations; a test asks for few.
inline void add_random_claim(Random& random, const Case& c, int atoms, ClaimNode::Kind parent, Claim& claim) {
  using Kind = ClaimNode::Kind;
  if (random.chance(.2)) {
    add_random_claim(random, c, atoms, Kind::negation, claim);
    claim.nodes.push_back({Kind::negation, -1, 1});
    return;
  }
  if (atoms == 1) {
    claim.nodes.push_back({Kind::atom, static_cast<int>(claim.atoms.size()), 0});
    claim.atoms.push_back(random_atom(random, c));
    return;
  }
  Kind kind = parent;
  while (kind == parent)
    kind = any_of<Kind>(random, {Kind::conjunction, Kind::disjunction, Kind::conditional});
  if (parent == Kind::conditional && random.chance(.3)) kind = Kind::conditional;
  int operands = 2;
  if (kind != Kind::conditional) operands = static_cast<int>(random.between(2, std::min(atoms, 4)));
  for (int k = 0; k < operands; ++k) {
    const int left = operands - k - 1;
    const int own = left == 0 ? atoms : static_cast<int>(random.between(1, atoms - left));
    add_random_claim(random, c, own, kind, claim);
    atoms -= own;
  }
  claim.nodes.push_back({kind, -1, operands});
}

inline Claim random_claim(Random& random, const Case& c, int atoms_max) {
  Claim claim;
  add_random_claim(random, c, static_cast<int>(random.between(1, atoms_max)), ClaimNode::Kind::atom, claim);
  return claim;
}

}  // namespace surety
