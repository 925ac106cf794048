// A tree of totals from the leaves up: what a total and its parts bring together is the larger of the two.
#include "solve/nested_total.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "solve/joint_sum.h"
#include "solve/part_sum.h"

namespace surety {
namespace {

constexpr int kNone = -1;

// A total with its parts, or leaves that come together into the same total and are counted alike.
struct Node {
  double probability = 0;
  int event = 0;
  bool counted = true;
  int parent = kNone;  // a node
  bool total = false;
  AmountSpread spread;  // of a total
  SumPart leaves;       // otherwise
};

// Nodes with parts before totals. An event of several nodes is shared, and has to be fixed before they are
// independent.
struct Tree {
  std::vector<Node> nodes;
  std::vector<int> shared_events;
};

Tree tree_of(const SumStructure& structure, const std::vector<int>& active) {
  const auto at = [&](int i) -> const SumPiece& { return structure.pieces[static_cast<std::size_t>(i)]; };
  std::map<int, int> position;  // of each active piece
  for (std::size_t k = 0; k < active.size(); ++k) position[active[k]] = static_cast<int>(k);
  const auto is_active = [&](int i) { return position.contains(i); };
  Tree tree;
  std::map<int, int> node_of;  // totals only
  for (const int i : active) {
    if (std::ranges::none_of(at(i).parts, is_active)) continue;
    node_of[i] = static_cast<int>(tree.nodes.size());
    tree.nodes.push_back({.probability = at(i).probability,
                          .event = at(i).event,
                          .counted = at(i).counted,
                          .total = true,
                          .spread = at(i).spread,
                          .leaves = {}});
  }
  const auto parent_of = [&](int i) {
    const auto found = std::ranges::find_if(at(i).containers, is_active);
    return found == at(i).containers.end() ? kNone : node_of.at(*found);
  };
  for (const auto& [piece, node] : node_of)
    tree.nodes[static_cast<std::size_t>(node)].parent = parent_of(piece);
  std::map<std::tuple<int, int, bool, int>, std::size_t>
      bundle_of;  // event, parent, counted; certain ones apart
  for (const int i : active) {
    if (node_of.contains(i)) continue;
    const SumPiece& leaf = at(i);
    const std::tuple key(leaf.event, parent_of(i), leaf.counted, leaf.probability < 1 ? kNone : i);
    const auto [place, fresh] = bundle_of.try_emplace(key, tree.nodes.size());
    if (fresh) {
      tree.nodes.push_back({.probability = leaf.probability,
                            .event = leaf.event,
                            .counted = leaf.counted,
                            .parent = parent_of(i),
                            .spread = {},
                            .leaves = {}});
    }
    tree.nodes[place->second].leaves.add(leaf.spread);
  }
  std::map<int, int> uses;
  for (const Node& node : tree.nodes) {
    if (node.probability < 1 && ++uses[node.event] == 2) tree.shared_events.push_back(node.event);
  }
  return tree;
}

// What stands below one total (or below nothing): its children, added up as far as they are independent.
struct Below {
  std::vector<SumPart> counted;
  std::vector<SumPart> uncounted;
  std::vector<JointSum> mixed;

  bool only_counted() const { return uncounted.empty() && mixed.empty(); }
  bool only_uncounted() const { return counted.empty() && mixed.empty(); }
};

// Works through a tree whose nodes are independent, with the probabilities of shared events set to 0 or 1.
class Climb {
 public:
  Climb(const Tree& tree, const Grid& grid, Budget& budget)
      : tree_(tree), grid_(grid), budget_(budget), below_(tree.nodes.size() + 1) {}

  Result<Atoms> run(const std::map<int, double>& fixed) {
    for (const Node& node : tree_.nodes) {
      if (!node.total) add_leaves(node, chance(node, fixed));
    }
    for (std::size_t k = 0; k < tree_.nodes.size(); ++k) {
      const Node& node = tree_.nodes[k];
      if (!node.total) continue;
      TRY([[maybe_unused]] const bool fine, add_total(node, chance(node, fixed), below_[k]));
    }
    return sum_of(below_.back().counted, grid_, budget_);
  }

 private:
  static double chance(const Node& node, const std::map<int, double>& fixed) {
    const auto found = node.probability < 1 ? fixed.find(node.event) : fixed.end();
    return found == fixed.end() ? node.probability : found->second;
  }

  Below& above(const Node& node) {
    return node.parent == kNone ? below_.back() : below_[static_cast<std::size_t>(node.parent)];
  }

  void add_leaves(const Node& node, double p) {
    SumPart part = node.leaves;
    part.probability = p;
    (node.counted ? above(node).counted : above(node).uncounted).push_back(std::move(part));
  }

  Result<bool> add_total(const Node& node, double p, Below& below) {
    if (node.parent == kNone && !node.counted) return add_children_only(below);
    if (!grid_.binned && width(node.spread) > kCellsMax) return too_many_values();
    const Atoms total = atoms_of(node.spread, grid_);
    if (node.counted ? below.only_counted() : below.only_uncounted()) {
      std::vector<SumPart>& target = node.counted ? above(node).counted : above(node).uncounted;
      TRY(const Atoms parts, sum_of(node.counted ? below.counted : below.uncounted, grid_, budget_));
      target.push_back({.atoms = p > 0 ? either_of(p, larger_of(parts, total), parts) : parts});
      return true;
    }
    if (node.parent == kNone && below.mixed.empty()) {
      TRY(Atoms counted, counted_at_root(node, p, total, below));
      above(node).counted.push_back({.atoms = std::move(counted)});
      return true;
    }
    return add_mixed(node, p, total, below);
  }

  // A total that adds nothing itself and lies in no other one, as its own totals cannot come.
  bool add_children_only(Below& below) {
    std::vector<SumPart>& target = below_.back().counted;
    std::ranges::move(below.counted, std::back_inserter(target));
    for (const JointSum& child : below.mixed) target.push_back({.atoms = child.counted()});
    return true;
  }

  // The total brings what neither part does, so that with the counted parts it is max(counted, total -
  // uncounted); the two sides are independent. For the difference, add the total to what the uncounted parts
  // leave out.
  Result<Atoms> counted_at_root(const Node& node, double p, const Atoms& total, const Below& below) {
    TRY(Atoms counted, sum_of(below.counted, grid_, budget_));
    if (p <= 0) return counted;
    TRY(const Atoms uncounted, sum_of(below.uncounted, grid_, budget_));
    const std::int64_t most = uncounted.back().value;
    Atoms missing;
    for (std::size_t k = uncounted.size(); k-- > 0;)
      missing.push_back({most - uncounted[k].value, uncounted[k].mass});
    SumPart spread{.probability = 1, .point = 0, .ranges = {}, .atoms = {}};
    if (grid_.binned) {
      spread.atoms = total;
    } else {
      spread.add(node.spread);
    }
    TRY(Atoms left, sum_of({{.atoms = std::move(missing)}, std::move(spread)}, grid_, budget_));
    for (Atom& atom : left) atom.value = std::max<std::int64_t>(atom.value - most, 0);
    tidy(left);
    return either_of(p, larger_of(counted, left), counted);
  }

  Result<bool> add_mixed(const Node& node, double p, const Atoms& total, Below& below) {
    TRY(const Atoms counted, sum_of(below.counted, grid_, budget_));
    TRY(const Atoms uncounted, sum_of(below.uncounted, grid_, budget_));
    JointSum joint;
    bool fits = joint.add(counted, true, budget_) && joint.add(uncounted, false, budget_);
    for (const JointSum& child : below.mixed) fits = fits && joint.add(child, budget_);
    fits = fits && joint.add_total(total, p, node.counted, budget_);
    if (!fits) {
      if (budget_.exhausted()) return interrupted();
      return too_many_values();
    }
    if (node.parent == kNone) {
      above(node).counted.push_back({.atoms = joint.counted()});
    } else {
      above(node).mixed.push_back(std::move(joint));
    }
    return true;
  }

  const Tree& tree_;
  const Grid& grid_;
  Budget& budget_;
  std::vector<Below> below_;  // for each node, and at the end for those without a parent
};

// Each remainder is what a total and its parts bring together less what its parts bring, and each of these
// two moves by no more than the roundings below it together; so the sum moves by no more than twice these for
// each total, and once for the leaves. Where everything is counted, the remainders of a tree add up to what
// it brings: once is enough.
std::int64_t slack_of(const Tree& tree, const Grid& grid) {
  std::int64_t roundings = 0, totals = 0;
  bool all_counted = true;
  for (const Node& node : tree.nodes) {
    if (node.total) ++totals;
    all_counted = all_counted && node.counted;
    roundings += node.total ? 1 : 1 + 2 * static_cast<std::int64_t>(node.leaves.ranges.size());
  }
  return roundings * grid.slack() * (all_counted ? 1 : 2 * totals + 1);
}

}  // namespace

Result<SumPart> nested_part(const SumStructure& structure, const std::vector<int>& active, const Grid& grid,
                            Budget& budget) {
  const Tree tree = tree_of(structure, active);
  const std::size_t shared = tree.shared_events.size();
  if (shared > 20 || static_cast<std::int64_t>(tree.nodes.size()) << shared > kEntangledMax) {
    return fail(ErrorCode::too_large, "the totals that overlap share " + std::to_string(shared) +
                                          " events, which have too many outcomes together");
  }
  SumPart part{.probability = 1, .point = 0, .ranges = {}, .atoms = {}, .slack = slack_of(tree, grid)};
  for (std::size_t outcome = 0; outcome < std::size_t{1} << shared; ++outcome) {
    std::map<int, double> fixed;
    double weight = 1;
    for (std::size_t k = 0; k < shared; ++k) {
      const bool happens = (outcome >> k & 1) != 0;
      const auto node = std::ranges::find(tree.nodes, tree.shared_events[k], &Node::event);
      weight *= happens ? node->probability : 1 - node->probability;
      fixed[tree.shared_events[k]] = happens ? 1 : 0;
    }
    if (weight <= 0) continue;
    TRY(Atoms atoms, Climb(tree, grid, budget).run(fixed));
    if (shared == 0) {
      part.atoms = std::move(atoms);
      break;
    }
    for (Atom& atom : atoms) atom.mass *= weight;
    part.atoms.insert(part.atoms.end(), atoms.begin(), atoms.end());
    tidy(part.atoms);
  }
  return part;
}

}  // namespace surety
