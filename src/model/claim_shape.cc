// The shapes of claims in claim_check.h: conjunctions of measures under conditions, measures set to zero,
// advice.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "model/claim_check.h"
#include "model/claim_tokens.h"

namespace surety {
namespace {

constexpr std::size_t kPrintedMax = 200;  // code points of an atom in a message

const ClaimNode& node_at(const Claim& claim, int index) {
  return claim.nodes[static_cast<std::size_t>(index)];
}
const Atom& atom_of(const Claim& claim, int index) {
  return claim.atoms[static_cast<std::size_t>(node_at(claim, index).atom)];
}

// The nodes first..last as a claim of their own.
Claim part_of(const Claim& claim, int first, int last) {
  Claim part;
  for (int k = first; k <= last; ++k) {
    ClaimNode node = node_at(claim, k);
    if (node.kind == ClaimNode::Kind::atom) {
      part.atoms.push_back(atom_of(claim, k));
      node.atom = static_cast<int>(part.atoms.size()) - 1;
    }
    part.nodes.push_back(node);
  }
  return part;
}

// What a claim says under its conditions: the nodes begin..root, behind the last `then` of an outermost
// chain.
struct Consequence {
  std::vector<Claim> conditions;
  int begin = 0;
  int root = 0;
};

Consequence consequence_of(const Claim& claim) {
  Consequence result;
  result.root = static_cast<int>(claim.nodes.size()) - 1;
  while (node_at(claim, result.root).kind == ClaimNode::Kind::conditional) {
    const int condition_root = operand_ends(claim, result.root)[0];
    result.conditions.push_back(part_of(claim, result.begin, condition_root));
    result.begin = condition_root + 1;
    --result.root;  // the consequence is the last operand
  }
  return result;
}

// Roots of the members of a conjunction; the claim itself where it is none.
std::vector<int> conjuncts(const Claim& claim, int root) {
  if (node_at(claim, root).kind == ClaimNode::Kind::conjunction) return operand_ends(claim, root);
  return {root};
}

bool is_measure_node(const Claim& claim, int index) {
  return node_at(claim, index).kind == ClaimNode::Kind::atom && atom_of(claim, index).is_measure();
}

// The place of the first atom among the nodes first..last; a claim's own place where the file is all that is
// known.
Place place_of(const WrittenClaim& written, int first, int last) {
  Place place = written.at;
  for (int k = first; k <= last && place.line > 0; ++k) {
    if (node_at(written.claim, k).kind != ClaimNode::Kind::atom) continue;
    place.column += static_cast<int>(atom_of(written.claim, k).at.name);
    break;
  }
  return place;
}

std::string printed(const Atom& atom) {
  Claim claim;
  claim.atoms.push_back(atom);
  claim.nodes.push_back({ClaimNode::Kind::atom, 0, 0});
  return quoted_for_message(print_claim(claim), kPrintedMax);
}

// What was probably meant by "not" before `c(by each G) ...`; empty where nothing is probable.
std::string instead_of_negated_each(Atom atom) {
  if (atom.kind != Atom::Kind::compared) return "";
  if (atom.relation == Relation::greater && atom.number.hundredths == 0) {
    atom.measure.each =
        false;  // amounts are never below 0: nobody gives anything when all together give nothing
    atom.relation = Relation::equal;
  } else {
    atom.relation = opposite(atom.relation);
  }
  return printed(atom);
}

}  // namespace

std::optional<ConditionedAtoms> conditioned_measures(const Claim& claim) {
  Consequence consequence = consequence_of(claim);
  ConditionedAtoms result;
  for (const int member : conjuncts(claim, consequence.root)) {
    if (!is_measure_node(claim, member)) return std::nullopt;
    result.atoms.push_back(node_at(claim, member).atom);
  }
  result.conditions = std::move(consequence.conditions);
  return result;
}

std::optional<std::vector<int>> zeroed_measures(const Claim& claim) {
  std::vector<int> atoms;
  for (const int member : conjuncts(claim, static_cast<int>(claim.nodes.size()) - 1)) {
    if (!is_measure_node(claim, member)) return std::nullopt;
    const Atom& atom = atom_of(claim, member);
    const bool zero =
        atom.kind == Atom::Kind::compared && atom.number.hundredths == 0 && atom.relation == Relation::equal;
    if (!zero) return std::nullopt;
    atoms.push_back(node_at(claim, member).atom);
  }
  return atoms;
}

void check_pledge_claim(const WrittenClaim& written, Faults& faults) {
  const Claim& claim = written.claim;
  const Consequence consequence = consequence_of(claim);
  int begin = consequence.begin;
  for (const int member : conjuncts(claim, consequence.root)) {
    const Place place = place_of(written, begin, member);
    begin = member + 1;
    if (!is_measure_node(claim, member)) {
      const bool atom = node_at(claim, member).kind == ClaimNode::Kind::atom;
      faults.push_back(
          {place,
           atom ? fmt::format("a pledge gives amounts, and '{}' is none", printed(atom_of(claim, member)))
                : "a pledge gives amounts joined with 'and', perhaps under 'if ... then', and nothing else",
           "a measure such as ground_troops(by FRA) about 5000"});
    } else if (atom_of(claim, member).kind == Atom::Kind::compared &&
               atom_of(claim, member).relation == Relation::not_equal) {
      faults.push_back({place, "a pledge with '!=' gives no amount", "=, <=, >=, <, >, 'in' or 'about'"});
    }
  }
}

void warn_about_claim(const WrittenClaim& written, Faults& warnings) {
  const Claim& claim = written.claim;
  for (int k = 1; k < static_cast<int>(claim.nodes.size()); ++k) {
    if (node_at(claim, k).kind != ClaimNode::Kind::negation || !is_measure_node(claim, k - 1)) continue;
    const Atom& atom = atom_of(claim, k - 1);
    if (!atom.measure.each) continue;
    const std::string instead = instead_of_negated_each(atom);
    warnings.push_back(
        {place_of(written, k - 1, k - 1),
         fmt::format("'not {}' says that it does not hold for all of them, not that it holds for none",
                     printed(atom)),
         instead.empty() ? "" : fmt::format("'{}', if none is meant", instead)});
  }
}

}  // namespace surety
