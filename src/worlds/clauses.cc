// See clauses.h.
#include "worlds/clauses.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "worlds/prices.h"

namespace surety {
namespace {

// For each index of a dimension, the selectors (by number) that contain it; equal sets are one class.
std::vector<std::vector<int>> classes(const std::vector<Selector>& selectors,
                                      std::vector<int> Selector::* dimension) {
  std::map<int, std::vector<int>> containing;
  for (std::size_t s = 0; s < selectors.size(); ++s)
    for (const int index : selectors[s].*dimension) containing[index].push_back(static_cast<int>(s));
  std::set<std::vector<int>> distinct;
  for (auto& [index, numbers] : containing) distinct.insert(std::move(numbers));
  return {distinct.begin(), distinct.end()};
}

std::vector<int> in_both(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<int> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

class Encoder {
 public:
  Encoder(const Standing& standing, ClauseSystem& out) : standing_(standing), out_(out) {}

  // First all claims are looked at, then any is encoded: stretches and cells depend on all of them.
  void look_at(const NormalForm& form) {
    for (const Leaf& leaf : form.leaves) {
      if (leaf.kind == Leaf::Kind::issue) {
        auto& cuts = cuts_[leaf.index];
        for (const auto& [low, high] : leaf.allowed) {
          cuts.insert(low);
          cuts.insert(high + 1);
        }
      } else if (leaf.kind == Leaf::Kind::sum) {
        auto& known = selectors_[leaf.selector.capability];
        known.emplace(leaf.selector, -1);
      }
    }
  }

  void lay_out() {
    out_.issues.resize(standing_.c().issues.size());
    for (const auto& [issue, cuts] : cuts_) lay_out_issue(issue, cuts);
    for (auto& [capability, selectors] : selectors_) lay_out_capability(selectors);
  }

  std::vector<Clause> encode(const NormalForm& form) {
    definitions_.clear();
    std::vector<std::vector<Clause>> stack;
    for (const FormulaNode& node : form.nodes) {
      if (node.kind == FormulaNode::Kind::leaf) {
        stack.push_back(leaf_clauses(form.leaves[static_cast<std::size_t>(node.leaf)]));
        continue;
      }
      const auto first = stack.end() - node.operands;
      std::vector<std::vector<Clause>> operands(std::make_move_iterator(first),
                                                std::make_move_iterator(stack.end()));
      stack.erase(first, stack.end());
      stack.push_back(node.kind == FormulaNode::Kind::all ? all_of(std::move(operands))
                                                          : any_of(std::move(operands)));
    }
    SURETY_CHECK(stack.size() == 1);
    std::vector<Clause> clauses = std::move(stack.back());
    clauses.insert(clauses.end(), definitions_.begin(), definitions_.end());
    return clauses;
  }

  // Sums are numbered as they are met, from a provisional start; this moves them behind the last Boolean.
  void finish() {
    const auto renumber = [&](Clause& clause) {
      for (Literal& literal : clause) {
        const int variable = std::abs(literal);
        if (variable < kFirstSum) continue;
        const int moved = out_.system.boolean_count + 1 + (variable - kFirstSum);
        literal = literal < 0 ? -moved : moved;
      }
    };
    for (Clause& clause : out_.system.hard) renumber(clause);
    for (SoftGroup& group : out_.system.soft)
      for (Clause& clause : group.clauses) renumber(clause);
  }

 private:
  static constexpr int kFirstSum = 1 << 28;

  int new_boolean() { return ++out_.system.boolean_count; }

  void lay_out_issue(int issue, const std::set<std::int64_t>& cuts) {
    const Issue& declared = standing_.c().issues[static_cast<std::size_t>(issue)];
    const auto [low, high] = declared.scale.value_or(
        std::pair<std::int64_t, std::int64_t>{0, static_cast<std::int64_t>(declared.options.size()) - 1});
    std::vector<int> choice;
    std::int64_t from = low;
    const auto stretch = [&](std::int64_t to) {
      if (to < from) return;
      const int variable = new_boolean();
      out_.issues[static_cast<std::size_t>(issue)].push_back({from, to, variable});
      choice.push_back(variable);
      from = to + 1;
    };
    for (const std::int64_t cut : cuts)
      if (cut <= high) stretch(cut - 1);
    stretch(high);
    out_.system.choices.push_back(std::move(choice));
  }

  // Cells: the sets of lines that the same selectors contain. A cell within no selector is left out.
  void lay_out_capability(std::map<Selector, int>& selectors) {
    std::vector<Selector> list;
    for (auto& [selector, row] : selectors) {
      row = static_cast<int>(out_.system.rows.size() + list.size());
      list.push_back(selector);
    }
    std::set<std::vector<int>> cells;
    const auto places = classes(list, &Selector::places), roles = classes(list, &Selector::roles);
    for (const std::vector<int>& actors : classes(list, &Selector::actors))
      for (const std::vector<int>& place : places) {
        const std::vector<int> here = in_both(actors, place);
        if (here.empty()) continue;
        for (const std::vector<int>& role : roles)
          if (std::vector<int> cell = in_both(here, role); !cell.empty()) cells.insert(std::move(cell));
      }
    const std::size_t first_row = out_.system.rows.size();
    out_.system.rows.resize(first_row + list.size());
    for (const std::vector<int>& cell : cells) {
      const int amount = static_cast<int>(out_.system.amount_max.size());
      out_.system.amount_max.emplace_back();
      for (const int selector : cell)
        out_.system.rows[first_row + static_cast<std::size_t>(selector)].push_back(amount);
    }
  }

  std::vector<Clause> leaf_clauses(const Leaf& leaf) {
    switch (leaf.kind) {
      case Leaf::Kind::factor: {
        auto [at, fresh] = factors_.try_emplace(leaf.index, 0);
        if (fresh) at->second = new_boolean();
        return {{leaf.happens ? at->second : -at->second}};
      }
      case Leaf::Kind::issue: {
        Clause clause;
        for (const ClauseSystem::Stretch& stretch : out_.issues[static_cast<std::size_t>(leaf.index)])
          if (std::ranges::any_of(leaf.allowed, [&](const auto& r) {
                return r.first <= stretch.low && stretch.high <= r.second;
              }))
            clause.push_back(stretch.variable);
        return {clause};
      }
      case Leaf::Kind::sum:
        break;
    }
    std::vector<Clause> clauses;
    const int row = selectors_.at(leaf.selector.capability).at(leaf.selector);
    if (leaf.low > 0) clauses.push_back({sum(row, leaf.low)});
    if (leaf.high != kUnbounded) clauses.push_back({-sum(row, leaf.high + 1)});
    return clauses;
  }

  int sum(int row, std::int64_t bound) {
    auto [at, fresh] = sums_.try_emplace({row, bound}, 0);
    if (fresh) {
      at->second = kFirstSum + static_cast<int>(out_.system.sums.size());
      out_.system.sums.push_back({row, bound});
    }
    return at->second;
  }

  static std::vector<Clause> all_of(std::vector<std::vector<Clause>> operands) {
    std::vector<Clause> clauses;
    for (std::vector<Clause>& operand : operands) std::ranges::move(operand, std::back_inserter(clauses));
    return clauses;
  }

  // One clause. An operand of several clauses gets a Boolean that implies them (one direction is enough: it
  // only ever stands positively; Plaisted and Greenbaum 1986).
  std::vector<Clause> any_of(std::vector<std::vector<Clause>> operands) {
    Clause any;
    for (std::vector<Clause>& operand : operands) {
      if (operand.size() == 1) {
        any.insert(any.end(), operand[0].begin(), operand[0].end());
        continue;
      }
      const int implies = new_boolean();
      any.push_back(implies);
      for (Clause& clause : operand) {
        clause.push_back(-implies);
        definitions_.push_back(std::move(clause));
      }
    }
    return {any};
  }

  const Standing& standing_;
  ClauseSystem& out_;
  std::map<int, std::set<std::int64_t>> cuts_;        // by issue: where a stretch begins
  std::map<int, std::map<Selector, int>> selectors_;  // by capability: selector -> row
  std::map<int, int> factors_;
  std::map<std::pair<int, std::int64_t>, int> sums_;
  std::vector<Clause> definitions_;
};

// Collects equal claims; `index` is what a voice is called in the answer.
class Voices {
 public:
  explicit Voices(ClauseSystem& out) : out_(out) {}
  void add(NormalForm form, int index) {
    const auto [at, fresh] = node_of_.try_emplace(form.key, out_.voices.size());
    if (fresh) out_.voices.push_back({std::move(form), {}});
    out_.voices[at->second].voices.push_back(index);
  }

 private:
  ClauseSystem& out_;
  std::map<std::string, std::size_t> node_of_;
};

void encode_soft(Encoder& encoder, ClauseSystem& out) {
  for (const ClaimNodeVoices& node : out.voices) out.system.soft.push_back({encoder.encode(node.form), 1});
}

}  // namespace

ClauseSystem clauses_of(const Standing& standing) {
  ClauseSystem out;
  Voices voices(out);
  for (const int index : standing.statements)
    if (const auto claim = full_claim(standing.statement(index)))
      voices.add(normal_form(standing, *claim), index);
  std::vector<NormalForm> hard;
  for (const int index : standing.assumptions)
    hard.push_back(normal_form(standing, standing.assumption(index).claim.claim));
  Encoder encoder(standing, out);
  for (const ClaimNodeVoices& node : out.voices) encoder.look_at(node.form);
  for (const NormalForm& form : hard) encoder.look_at(form);
  encoder.lay_out();
  for (const NormalForm& form : hard)
    for (Clause& clause : encoder.encode(form)) out.system.hard.push_back(std::move(clause));
  encode_soft(encoder, out);
  const Prices prices(standing);
  for (std::size_t i = 0; i < out.voices.size(); ++i)
    out.system.soft[i].weight = prices.of(out.voices[i].voices).count;
  encoder.finish();
  return out;
}

ClauseSystem clauses_of_assumptions(const Standing& standing) {
  ClauseSystem out;
  Voices voices(out);
  for (const int index : standing.assumptions)
    voices.add(normal_form(standing, standing.assumption(index).claim.claim), index);
  Encoder encoder(standing, out);
  for (const ClaimNodeVoices& node : out.voices) encoder.look_at(node.form);
  encoder.lay_out();
  encode_soft(encoder, out);
  encoder.finish();
  return out;
}

}  // namespace surety
