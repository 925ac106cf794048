// NormalForm: what a claim says once names are looked up, groups flattened, units converted and negations
// pushed down.
//
// The one form of a claim that analyses read. Its leaves are plain facts (an issue's value lies in a set, a
// factor happens or not, a sum over lines lies in a range); its nodes are "all of" and "any of". Claims that
// say the same in another order or with other brackets have the same `key`.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "model/standing.h"

namespace surety {

inline constexpr std::int64_t kUnbounded = std::numeric_limits<std::int64_t>::max();

// The lines of one capability that a measure sums. Sorted indices into LineSpace; never without the implied
// ones: "everybody" lists every actor, and `others` unless the capability is closed.
struct Selector {
  int capability = 0;  // index into Case::capabilities
  std::vector<int> actors, places, roles;
  friend auto operator<=>(const Selector&, const Selector&) = default;
};

// Whether every line of `part` is a line of `whole`.
bool selects_all_of(const Selector& whole, const Selector& part);
// Whether some line belongs to both.
bool overlap(const Selector& a, const Selector& b);

struct Leaf {
  enum class Kind { issue, factor, sum };
  Kind kind = Kind::factor;
  int index = 0;        // of the issue or factor
  bool happens = true;  // factor
  std::vector<std::pair<std::int64_t, std::int64_t>>
      allowed;           // issue: disjoint rising intervals of option numbers or of the scale
  Selector selector;     // sum
  std::int64_t low = 0;  // sum: low <= sum <= high, in whole units or hundredths of the capability's currency
  std::int64_t high = kUnbounded;
};

// Postfix over `leaves`: a leaf, or "all of" / "any of" the `operands` results before it. "All of" nothing is
// true, "any of" nothing is false.
struct FormulaNode {
  enum class Kind { leaf, all, any };
  Kind kind = Kind::leaf;
  int leaf = -1;
  int operands = 0;
};

struct NormalForm {
  std::vector<Leaf> leaves;
  std::vector<FormulaNode> nodes;
  std::string key;                 // equal exactly when the forms are equal
  std::vector<std::string> rates;  // exchange rates used, as "rate:EUR-USD"

  bool always_true() const { return nodes.size() == 1 && nodes[0].kind == FormulaNode::Kind::all; }
  bool always_false() const { return nodes.size() == 1 && nodes[0].kind == FormulaNode::Kind::any; }
};

// What a measure atom selects, as of the standing's day.
Selector selector_of(const Standing& standing, const Measure& measure);
// An amount as written, in whole units, or hundredths of the capability's currency. Converted where another
// currency stands behind it; `rates` receives the rates used. REQUIRES a checked claim.
std::int64_t amount_of(const Standing& standing, const Atom& atom, WrittenNumber number,
                       std::vector<std::string>& rates);
// The range that a measure atom allows its sum (every form but !=); low > high for what no sum can be (`<
// 0`).
std::pair<std::int64_t, std::int64_t> range_of(const Standing& standing, const Atom& atom,
                                               std::vector<std::string>& rates);

// The sums that a claim sets to zero whatever else it says: the measures of its conjuncts that allow nothing
// but 0.
std::vector<Selector> sums_set_to_zero(const NormalForm& form);

// REQUIRES a checked claim. Cost: linear in the claim times its depth.
NormalForm normal_form(const Standing& standing, const Claim& claim);

}  // namespace surety
