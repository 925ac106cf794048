// See claim.h; the reader stands in claim_parser.cc, the printer in claim_printer.cc.
#include "model/claim.h"

#include <algorithm>

#include "base/check.h"

namespace surety {

std::vector<int> operand_ends(const Claim& claim, int index) {
  SURETY_CHECK(index >= 0 && static_cast<std::size_t>(index) < claim.nodes.size());
  std::vector<int> ends(static_cast<std::size_t>(claim.nodes[static_cast<std::size_t>(index)].operands));
  int at = index - 1;
  for (std::size_t k = ends.size(); k-- > 0;) {
    ends[k] = at;
    // Backwards over the operand: each node is one of those awaited and awaits its own operands.
    for (int awaited = 1; awaited > 0; --at) {
      SURETY_CHECK(at >= 0);
      awaited += claim.nodes[static_cast<std::size_t>(at)].operands - 1;
    }
  }
  return ends;
}

std::vector<int> asserted_measures(const Claim& claim, bool through_or) {
  std::vector<int> found;
  std::vector<int> open = {static_cast<int>(claim.nodes.size()) - 1};
  while (!open.empty()) {
    const int index = open.back();
    open.pop_back();
    const ClaimNode& node = claim.nodes[static_cast<std::size_t>(index)];
    switch (node.kind) {
      case ClaimNode::Kind::atom:
        if (claim.atoms[static_cast<std::size_t>(node.atom)].is_measure()) found.push_back(node.atom);
        break;
      case ClaimNode::Kind::conditional:
        open.push_back(operand_ends(claim, index)[1]);
        break;
      case ClaimNode::Kind::disjunction:
        if (!through_or) break;
        [[fallthrough]];
      case ClaimNode::Kind::conjunction:
        for (const int operand : operand_ends(claim, index)) open.push_back(operand);
        break;
      case ClaimNode::Kind::negation:
        break;
    }
  }
  std::ranges::sort(found);
  return found;
}

Claim conditional_claim(const Claim& condition, const Claim& then) {
  Claim both = condition;
  const int shift = static_cast<int>(condition.atoms.size());
  both.atoms.insert(both.atoms.end(), then.atoms.begin(), then.atoms.end());
  for (ClaimNode node : then.nodes) {
    if (node.kind == ClaimNode::Kind::atom) node.atom += shift;
    both.nodes.push_back(node);
  }
  both.nodes.push_back({ClaimNode::Kind::conditional, -1, 2});
  return both;
}

}  // namespace surety
