// See normal_form.h.
#include "model/normal_form.h"

#include <algorithm>

#include "base/check.h"
#include "base/rising.h"

namespace surety {
namespace {

using Intervals = std::vector<std::pair<std::int64_t, std::int64_t>>;

// A complete part of a formula with its canonical text.
struct Part {
  std::vector<FormulaNode> nodes;  // leaf numbers point into Builder::leaves_
  std::string key;
};

// A leaf (one part), or "all of" / "any of" its parts, sorted by key and none twice. Kept open, so that an
// "all of" inside an "all of" is dissolved in it.
struct Piece {
  FormulaNode::Kind kind = FormulaNode::Kind::leaf;
  std::vector<Part> parts;
};

// A claim and its negation, built side by side.
struct Both {
  Piece yes, no;
};

std::string list_text(const std::vector<int>& indices) {
  std::string text;
  for (const int i : indices) text += std::to_string(i) + ",";
  return text;
}

std::string leaf_key(const Leaf& leaf) {
  switch (leaf.kind) {
    case Leaf::Kind::factor:
      return (leaf.happens ? "f" : "!f") + std::to_string(leaf.index);
    case Leaf::Kind::issue: {
      std::string text = "i" + std::to_string(leaf.index) + "=";
      for (const auto& [low, high] : leaf.allowed)
        text += std::to_string(low) + "-" + std::to_string(high) + ",";
      return text;
    }
    case Leaf::Kind::sum:
      break;
  }
  return "s" + std::to_string(leaf.selector.capability) + "[" + list_text(leaf.selector.actors) + ";" +
         list_text(leaf.selector.places) + ";" + list_text(leaf.selector.roles) + "]" +
         std::to_string(leaf.low) + ".." + std::to_string(leaf.high);
}

// "All of" nothing, "any of" nothing.
Piece constant(bool value) { return {value ? FormulaNode::Kind::all : FormulaNode::Kind::any, {}}; }

Part closed(Piece piece) {
  if (piece.kind == FormulaNode::Kind::leaf) return std::move(piece.parts[0]);
  Part whole{{}, piece.kind == FormulaNode::Kind::all ? "(&" : "(|"};
  for (const Part& part : piece.parts) {
    whole.nodes.insert(whole.nodes.end(), part.nodes.begin(), part.nodes.end());
    whole.key += part.key + ";";
  }
  whole.key += ")";
  whole.nodes.push_back({piece.kind, -1, static_cast<int>(piece.parts.size())});
  return whole;
}

Intervals complement(const Intervals& allowed, std::int64_t low, std::int64_t high) {
  Intervals rest;
  std::int64_t next = low;
  for (const auto& [from, to] : allowed) {
    if (from > next) rest.emplace_back(next, from - 1);
    next = to + 1;
  }
  if (next <= high) rest.emplace_back(next, high);
  return rest;
}

// The values of low..high that compare so with `value`.
Intervals compared(Relation relation, std::int64_t value, std::int64_t low, std::int64_t high) {
  const auto clipped = [&](std::int64_t from, std::int64_t to) {
    from = std::max(from, low);
    to = std::min(to, high);
    return from <= to ? Intervals{{from, to}} : Intervals{};
  };
  switch (relation) {
    case Relation::equal:
      return clipped(value, value);
    case Relation::not_equal:
      return complement(clipped(value, value), low, high);
    case Relation::less:
      return clipped(low, value - 1);
    case Relation::at_most:
      return clipped(low, value);
    case Relation::greater:
      return clipped(value + 1, high);
    case Relation::at_least:
      return clipped(value, high);
  }
  return {};
}

class Builder {
 public:
  explicit Builder(const Standing& standing) : standing_(standing) {}

  NormalForm build(const Claim& claim) {
    std::vector<Both> stack;
    for (const ClaimNode& node : claim.nodes) push(claim, node, stack);
    SURETY_CHECK(stack.size() == 1);
    return finished(std::move(stack.back().yes));
  }

 private:
  void push(const Claim& claim, const ClaimNode& node, std::vector<Both>& stack) {
    if (node.kind == ClaimNode::Kind::atom) {
      stack.push_back(atom(claim.atoms[static_cast<std::size_t>(node.atom)]));
      return;
    }
    std::vector<Both> operands(std::make_move_iterator(stack.end() - node.operands),
                               std::make_move_iterator(stack.end()));
    stack.resize(stack.size() - static_cast<std::size_t>(node.operands));
    if (node.kind == ClaimNode::Kind::negation || node.kind == ClaimNode::Kind::conditional)
      std::swap(operands[0].yes, operands[0].no);
    if (node.kind == ClaimNode::Kind::negation) {
      stack.push_back(std::move(operands[0]));
      return;
    }
    const bool all = node.kind == ClaimNode::Kind::conjunction;
    stack.push_back(combined(std::move(operands), all));
  }

  // All of, or any of, the operands; its negation is the other of the negations.
  static Both combined(std::vector<Both> operands, bool all) {
    std::vector<Piece> yes, no;
    for (Both& operand : operands) {
      yes.push_back(std::move(operand.yes));
      no.push_back(std::move(operand.no));
    }
    return {joined_piece(std::move(yes), all), joined_piece(std::move(no), !all)};
  }

  static Piece joined_piece(std::vector<Piece> pieces, bool all) {
    const auto kind = all ? FormulaNode::Kind::all : FormulaNode::Kind::any;
    Piece whole{kind, {}};
    Piece last;  // the last operand that was not dissolved
    for (Piece& piece : pieces) {
      if (piece.kind == kind) {
        std::ranges::move(piece.parts, std::back_inserter(whole.parts));
      } else if (piece.kind != FormulaNode::Kind::leaf && piece.parts.empty()) {
        return constant(!all);
      } else {
        last = piece;
        whole.parts.push_back(closed(std::move(piece)));
      }
    }
    std::ranges::sort(whole.parts, {}, &Part::key);
    const auto repeated = std::ranges::unique(whole.parts, {}, &Part::key);
    whole.parts.erase(repeated.begin(), repeated.end());
    return whole.parts.size() == 1 ? last : whole;  // one part: all operands said the same
  }

  Piece leaf(Leaf l) {
    Piece piece{FormulaNode::Kind::leaf,
                {{{{FormulaNode::Kind::leaf, static_cast<int>(leaves_.size()), 0}}, leaf_key(l)}}};
    leaves_.push_back(std::move(l));
    return piece;
  }

  Both atom(const Atom& a) {
    if (a.is_measure()) return measure(a);
    if (a.kind == Atom::Kind::factor) return factor(a);
    return issue(a);
  }

  Both factor(const Atom& a) {
    const auto at = std::ranges::find(standing_.c().factors, a.name, &Factor::id);
    Leaf yes;
    yes.kind = Leaf::Kind::factor;
    yes.index = static_cast<int>(at - standing_.c().factors.begin());
    Leaf no = yes;
    no.happens = false;
    return {leaf(std::move(yes)), leaf(std::move(no))};
  }

  Both issue(const Atom& a) {
    const auto at = std::ranges::find(standing_.c().issues, a.name, &Issue::id);
    const Issue& i = *at;
    const auto [low, high] = i.scale.value_or(
        std::pair<std::int64_t, std::int64_t>{0, static_cast<std::int64_t>(i.options.size()) - 1});
    const std::int64_t value = a.kind == Atom::Kind::issue_number
                                   ? a.number.hundredths / 100
                                   : std::ranges::find(i.options, a.option) - i.options.begin();
    const Intervals allowed = compared(a.relation, value, low, high);
    const int index = static_cast<int>(at - standing_.c().issues.begin());
    return {issue_piece(index, allowed, low, high),
            issue_piece(index, complement(allowed, low, high), low, high)};
  }

  Piece issue_piece(int index, const Intervals& allowed, std::int64_t low, std::int64_t high) {
    if (allowed.empty()) return constant(false);
    if (allowed == Intervals{{low, high}}) return constant(true);
    Leaf l;
    l.kind = Leaf::Kind::issue;
    l.index = index;
    l.allowed = allowed;
    return leaf(std::move(l));
  }

  Both measure(const Atom& a) {
    const auto [low, high] = range_of(standing_, a, rates_);
    const bool differs = a.kind == Atom::Kind::compared && a.relation == Relation::not_equal;
    const Selector whole = selector_of(standing_, a.measure);
    std::vector<Both> members;
    if (a.measure.each) {
      for (const int actor : whole.actors) {
        Selector one = whole;
        one.actors = {actor};
        members.push_back(sum(one, low, high));
      }
    } else {
      members.push_back(sum(whole, low, high));
    }
    if (differs)
      for (Both& member : members) std::swap(member.yes, member.no);
    return combined(std::move(members), true);
  }

  Both sum(const Selector& selector, std::int64_t low, std::int64_t high) {
    if (low > high) return {constant(false), constant(true)};
    std::vector<Piece> outside;
    if (low > 0) outside.push_back(sum_piece(selector, 0, low - 1));
    if (high != kUnbounded) outside.push_back(sum_piece(selector, high + 1, kUnbounded));
    return {sum_piece(selector, low, high), joined_piece(std::move(outside), false)};
  }

  Piece sum_piece(const Selector& selector, std::int64_t low, std::int64_t high) {
    if (low == 0 && high == kUnbounded) return constant(true);
    if (selector.actors.empty()) return constant(low == 0);  // nobody: the sum is 0
    Leaf l;
    l.kind = Leaf::Kind::sum;
    l.selector = selector;
    l.low = low;
    l.high = high;
    return leaf(std::move(l));
  }

  // Keeps only the leaves that the formula uses.
  NormalForm finished(Piece piece) {
    NormalForm form;
    Part part = closed(std::move(piece));
    for (FormulaNode& node : part.nodes) {
      if (node.kind == FormulaNode::Kind::leaf) {
        form.leaves.push_back(leaves_[static_cast<std::size_t>(node.leaf)]);
        node.leaf = static_cast<int>(form.leaves.size()) - 1;
      }
      form.nodes.push_back(node);
    }
    form.key = std::move(part.key);
    std::ranges::sort(rates_);
    rates_.erase(std::ranges::unique(rates_).begin(), rates_.end());
    form.rates = std::move(rates_);
    return form;
  }

  const Standing& standing_;
  std::vector<Leaf> leaves_;
  std::vector<std::string> rates_;
};

std::vector<int> first_numbers(int count) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  number_from_zero(numbers);
  return numbers;
}

bool share_an_element(const std::vector<int>& a, const std::vector<int>& b) {
  return std::ranges::any_of(a, [&](int x) { return std::ranges::binary_search(b, x); });
}

}  // namespace

bool selects_all_of(const Selector& whole, const Selector& part) {
  return whole.capability == part.capability && std::ranges::includes(whole.actors, part.actors) &&
         std::ranges::includes(whole.places, part.places) && std::ranges::includes(whole.roles, part.roles);
}

bool overlap(const Selector& a, const Selector& b) {
  return a.capability == b.capability && share_an_element(a.actors, b.actors) &&
         share_an_element(a.places, b.places) && share_an_element(a.roles, b.roles);
}

std::vector<Selector> sums_set_to_zero(const NormalForm& form) {
  std::vector<std::vector<int>> conjuncts;  // of each result so far, the leaves that it needs
  for (const FormulaNode& node : form.nodes) {
    if (node.kind == FormulaNode::Kind::leaf) {
      conjuncts.push_back({node.leaf});
      continue;
    }
    std::vector<int> together;
    for (int i = 0; i < node.operands; ++i) {
      if (node.kind == FormulaNode::Kind::all)
        together.insert(together.end(), conjuncts.back().begin(), conjuncts.back().end());
      conjuncts.pop_back();
    }
    conjuncts.push_back(std::move(together));
  }
  std::vector<Selector> zero;
  for (const int i : conjuncts.back()) {
    const Leaf& leaf = form.leaves[static_cast<std::size_t>(i)];
    if (leaf.kind == Leaf::Kind::sum && leaf.high == 0) zero.push_back(leaf.selector);
  }
  return zero;
}

Selector selector_of(const Standing& standing, const Measure& measure) {
  const LineSpace& space = standing.space;
  const auto capability = std::ranges::find(standing.c().capabilities, measure.capability, &Capability::id);
  Selector s;
  s.capability = static_cast<int>(capability - standing.c().capabilities.begin());
  if (measure.by.empty()) {
    s.actors = first_numbers(static_cast<int>(space.actors.size()) - (capability->closed ? 1 : 0));
  } else {
    for (const std::string& actor : measure.by) {
      const std::vector<int>& members = space.actors_of(actor);
      s.actors.insert(s.actors.end(), members.begin(), members.end());
    }
    std::ranges::sort(s.actors);
    s.actors.erase(std::ranges::unique(s.actors).begin(), s.actors.end());
  }
  s.places = measure.place.empty() ? first_numbers(static_cast<int>(space.places.size()))
                                   : space.places_in(measure.place);
  s.roles = measure.role.empty() ? first_numbers(static_cast<int>(space.roles.size()))
                                 : std::vector<int>{space.role_index(measure.role)};
  return s;
}

std::int64_t amount_of(const Standing& standing, const Atom& atom, WrittenNumber number,
                       std::vector<std::string>& rates) {
  const Capability& capability = *find_capability(standing.c(), atom.measure.capability);
  if (!capability.money) return number.hundredths / 100;
  if (atom.unit.empty() || atom.unit == capability.unit) return number.hundredths;
  const auto converted = standing.rates.convert(number.hundredths, atom.unit, capability.unit);
  SURETY_CHECK(converted.has_value());
  rates.insert(rates.end(), converted->rates.begin(), converted->rates.end());
  return converted->hundredths;
}

std::pair<std::int64_t, std::int64_t> range_of(const Standing& standing, const Atom& atom,
                                               std::vector<std::string>& rates) {
  const std::int64_t n = amount_of(standing, atom, atom.number, rates);
  if (atom.kind == Atom::Kind::between) return {n, amount_of(standing, atom, atom.upper, rates)};
  if (atom.kind == Atom::Kind::about) {
    const std::int64_t percent = standing.c().about_percent;
    const auto d = n / 100 * percent + n % 100 * percent / 100;  // floor(n x percent / 100) without overflow
    return {n - d, n + d};
  }
  switch (atom.relation) {
    case Relation::equal:
    case Relation::not_equal:
      return {n, n};
    case Relation::less:
      return {0, n - 1};
    case Relation::at_most:
      return {0, n};
    case Relation::greater:
      return {n + 1, kUnbounded};
    case Relation::at_least:
      return {n, kUnbounded};
  }
  return {0, kUnbounded};
}

NormalForm normal_form(const Standing& standing, const Claim& claim) {
  return Builder(standing).build(claim);
}

}  // namespace surety
