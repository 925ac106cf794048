// See situation.h.
#include "model/situation.h"

#include <algorithm>

#include "base/check.h"
#include "model/normal_form.h"

namespace surety {
namespace {

bool compare(std::int64_t a, Relation relation, std::int64_t b) {
  switch (relation) {
    case Relation::equal:
      return a == b;
    case Relation::not_equal:
      return a != b;
    case Relation::less:
      return a < b;
    case Relation::at_most:
      return a <= b;
    case Relation::greater:
      return a > b;
    case Relation::at_least:
      return a >= b;
  }
  return false;
}

std::int64_t sum_of(const Selector& selector, const Situation& situation) {
  std::int64_t sum = 0;
  for (const auto& [line, amount] : situation.amounts) {
    const auto& [capability, actor, place, role] = line;
    const bool selected = capability == selector.capability &&
                          std::ranges::binary_search(selector.actors, actor) &&
                          std::ranges::binary_search(selector.places, place) &&
                          std::ranges::binary_search(selector.roles, role);
    if (selected) sum += amount;
  }
  return sum;
}

bool amount_holds(const Standing& standing, const Atom& atom, std::int64_t sum) {
  std::vector<std::string> rates;
  const auto [low, high] = range_of(standing, atom, rates);
  const bool inside = low <= sum && sum <= high;
  return atom.kind == Atom::Kind::compared && atom.relation == Relation::not_equal ? !inside : inside;
}

bool measure_holds(const Standing& standing, const Atom& atom, const Situation& situation) {
  const Selector whole = selector_of(standing, atom.measure);
  if (!atom.measure.each) return amount_holds(standing, atom, sum_of(whole, situation));
  return std::ranges::all_of(whole.actors, [&](int actor) {
    Selector one = whole;
    one.actors = {actor};
    return amount_holds(standing, atom, sum_of(one, situation));
  });
}

bool atom_holds(const Standing& standing, const Atom& atom, const Situation& situation) {
  if (atom.is_measure()) return measure_holds(standing, atom, situation);
  if (atom.kind == Atom::Kind::factor) {
    const auto at = std::ranges::find(standing.c().factors, atom.name, &Factor::id);
    return situation.factors[static_cast<std::size_t>(at - standing.c().factors.begin())];
  }
  const auto at = std::ranges::find(standing.c().issues, atom.name, &Issue::id);
  const std::int64_t value = situation.issues[static_cast<std::size_t>(at - standing.c().issues.begin())];
  if (atom.kind == Atom::Kind::issue_number)
    return compare(value, atom.relation, atom.number.hundredths / 100);
  return compare(value, atom.relation, std::ranges::find(at->options, atom.option) - at->options.begin());
}

}  // namespace

bool holds_in(const Standing& standing, const Claim& claim, const Situation& situation) {
  std::vector<bool> stack;
  for (const ClaimNode& node : claim.nodes) {
    if (node.kind == ClaimNode::Kind::atom) {
      stack.push_back(atom_holds(standing, claim.atoms[static_cast<std::size_t>(node.atom)], situation));
      continue;
    }
    const auto operands = std::vector<bool>(stack.end() - node.operands, stack.end());
    stack.resize(stack.size() - static_cast<std::size_t>(node.operands));
    const auto is_true = [](bool b) { return b; };
    switch (node.kind) {
      case ClaimNode::Kind::negation:
        stack.push_back(!operands[0]);
        break;
      case ClaimNode::Kind::conditional:
        stack.push_back(!operands[0] || operands[1]);
        break;
      case ClaimNode::Kind::conjunction:
        stack.push_back(std::ranges::all_of(operands, is_true));
        break;
      case ClaimNode::Kind::disjunction:
        stack.push_back(std::ranges::any_of(operands, is_true));
        break;
      case ClaimNode::Kind::atom:
        break;
    }
  }
  SURETY_CHECK(stack.size() == 1);
  return stack.back();
}

}  // namespace surety
