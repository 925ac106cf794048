// print_claim: a claim's postfix nodes to its canonical text, with a stack of its own.
#include <utility>

#include "base/check.h"
#include "model/claim.h"
#include "model/claim_tokens.h"

namespace surety {
namespace {

// How tightly the outermost operator of a text binds. What binds less than its place asks for needs brackets.
enum class Binding { conditional, disjunction, conjunction, single };

struct Printed {
  std::string text;
  Binding binding = Binding::single;
};

std::string in_brackets_below(Printed operand, Binding least) {
  if (operand.binding >= least) return std::move(operand.text);
  return "(" + operand.text + ")";
}

void append_measure(const Measure& m, std::string& out) {
  out += m.capability + "(";
  std::string_view comma;
  if (!m.by.empty()) {
    out += m.each ? "by each " : "by ";
    for (std::size_t k = 0; k < m.by.size(); ++k) out += (k == 0 ? "" : " + ") + m.by[k];
    comma = ", ";
  }
  if (!m.place.empty()) {
    out.append(comma).append("in ").append(m.place);
    comma = ", ";
  }
  if (!m.role.empty()) out.append(comma).append("as ").append(m.role);
  out += ")";
}

std::string print_atom(const Atom& atom) {
  std::string out;
  if (!atom.is_measure()) {
    out = atom.name;
    if (atom.kind == Atom::Kind::factor) return out;
    out.append(" ").append(relation_sign(atom.relation)).append(" ");
    return out + (atom.kind == Atom::Kind::issue_option ? atom.option : written_number_text(atom.number));
  }
  append_measure(atom.measure, out);
  if (atom.kind == Atom::Kind::compared)
    out.append(" ").append(relation_sign(atom.relation)).append(" ");
  else
    out += atom.kind == Atom::Kind::between ? " in " : " about ";
  out += written_number_text(atom.number);
  if (atom.kind == Atom::Kind::between) out += ".." + written_number_text(atom.upper);
  if (!atom.unit.empty()) out += " " + atom.unit;
  return out;
}

// The last `count` texts of the stack, joined; they leave the stack.
std::string take_joined(std::vector<Printed>& stack, std::size_t count, std::string_view word,
                        Binding least) {
  std::string out;
  const std::size_t first = stack.size() - count;
  for (std::size_t k = first; k < stack.size(); ++k) {
    if (k == first)
      out = in_brackets_below(std::move(stack[k]), least);
    else
      out.append(word).append(in_brackets_below(std::move(stack[k]), least));
  }
  stack.resize(first);
  return out;
}

}  // namespace

std::string print_claim(const Claim& claim) {
  std::vector<Printed> stack;
  for (const ClaimNode& node : claim.nodes) {
    const auto operands = static_cast<std::size_t>(node.operands);
    SURETY_CHECK(node.operands >= 0 && operands <= stack.size());
    switch (node.kind) {
      case ClaimNode::Kind::atom:
        stack.push_back({print_atom(claim.atoms.at(static_cast<std::size_t>(node.atom))), Binding::single});
        break;
      case ClaimNode::Kind::negation:
        stack.push_back({"not " + take_joined(stack, 1, "", Binding::single), Binding::single});
        break;
      case ClaimNode::Kind::conjunction:
        stack.push_back({take_joined(stack, operands, " and ", Binding::conjunction), Binding::conjunction});
        break;
      case ClaimNode::Kind::disjunction:
        stack.push_back({take_joined(stack, operands, " or ", Binding::disjunction), Binding::disjunction});
        break;
      case ClaimNode::Kind::conditional:
        stack.push_back(
            {"if " + take_joined(stack, 2, " then ", Binding::conditional), Binding::conditional});
        break;
    }
  }
  SURETY_CHECK(stack.size() == 1);
  return std::move(stack.back().text);
}

}  // namespace surety
