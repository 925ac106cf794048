// ConflictOracle: the solver and the theory of sums, taking turns.
#include "solve/conflict_oracle.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/check.h"

namespace surety {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::vector<Literal> add_booleans(const ConstraintSystem& system, Sat& sat) {
  // Options of a choice are tried true first: one decision then settles the whole choice.
  std::vector<bool> is_option(at(system.boolean_count) + 1, false);
  for (const auto& options : system.choices) {
    for (const int option : options) is_option[at(option)] = true;
  }
  std::vector<Literal> literals;
  for (int v = 1; v <= system.boolean_count; ++v) {
    literals.push_back(sat.add_variable(Sat::Role::decided, is_option[at(v)]));
  }
  return literals;
}

}  // namespace

ConflictOracle::ConflictOracle(const ConstraintSystem& system)
    : system_(system),

      booleans_(add_booleans(system, sat_)),
      theory_(system, sat_),
      situation_(system),
      truth_(static_cast<int>(system.soft.size())),
      needed_(truth_),
      witnesses_(static_cast<int>(system.soft.size())) {
  for (const auto& options : system.choices) {
    add_clause(options, 0);
    for (std::size_t i = 0; i < options.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) add_clause({-options[i], -options[j]}, 0);
    }
  }
  for (const Clause& clause : system.hard) add_clause(clause, 0);
  for (std::size_t g = 0; g < system.soft.size(); ++g) {
    selectors_.push_back(sat_.add_variable(Sat::Role::implied, false));
    group_of_.resize(at(selectors_.back()) + 1, -1);
    group_of_.back() = static_cast<int>(g);
    for (const Clause& clause : system.soft[g].clauses) add_clause(clause, selectors_.back());
  }
}

int ConflictOracle::group_of(Literal literal) const {
  return literal > 0 && at(literal) < group_of_.size() ? group_of_[at(literal)] : -1;
}

Literal ConflictOracle::translate(Literal literal) const {
  const int variable = std::abs(literal);
  SURETY_CHECK(variable >= 1 && variable <= system_.variable_count());
  const Literal own = variable <= system_.boolean_count
                          ? booleans_[at(variable - 1)]
                          : theory_.literal(variable - system_.boolean_count - 1);
  return literal < 0 ? -own : own;
}

// A decided variable that brings the sum's literal with it.
Literal ConflictOracle::stand_in(Literal sum_literal) {
  for (const auto& [literal, stands] : stand_ins_) {
    if (literal == sum_literal) return stands;
  }
  const Literal stands = sat_.add_variable(Sat::Role::decided, false);
  sat_.add_clause({-stands, sum_literal});
  stand_ins_.emplace_back(sum_literal, stands);
  return stands;
}

// Sums are implied, never decided, so that no more is asked of amounts than somebody says. A clause can force
// only its last open literal; where it has several sums, all but one are replaced by decided variables.
void ConflictOracle::add_clause(const Clause& clause, Literal selector) {
  Clause own;
  bool has_sum = false;
  for (const Literal literal : clause) {
    const Literal translated = translate(literal);
    const bool is_sum = std::abs(literal) > system_.boolean_count;
    own.push_back(is_sum && has_sum ? stand_in(translated) : translated);
    has_sum = has_sum || is_sum;
  }
  if (selector != 0) own.push_back(-selector);
  sat_.add_clause(own);
}

Fit ConflictOracle::check_literals(std::span<const Literal> literals, Budget& budget) {
  if (!budget.spend()) return Fit::interrupted;
  ++questions_;
  while (true) {
    const Sat::Answer answer = sat_.solve(literals, budget);
    if (answer == Sat::Answer::interrupted) return Fit::interrupted;
    if (answer == Sat::Answer::unsatisfiable) return Fit::refuted;
    const Fit fit = theory_.check(sat_, budget);
    if (fit != Fit::refuted) return fit;
    for (const Clause& lemma : theory_.lemmas()) sat_.add_clause(lemma);
    if (!budget.spend(0)) return Fit::interrupted;
  }
}

Fit ConflictOracle::check(std::span<const int> groups, Budget& budget) {
  assumed_.clear();
  for (const int g : groups) assumed_.push_back(selectors_[at(g)]);
  const Fit fit = check_literals(assumed_, budget);
  if (fit == Fit::refuted) {
    core_.clear();
    for (const Literal literal : sat_.failed()) core_.push_back(group_of(literal));
    std::ranges::sort(core_);
  }
  return fit;
}

const GroupBits& ConflictOracle::truth(SumTheory::Lean lean) {
  for (int v = 1; v <= system_.boolean_count; ++v)
    situation_.set_boolean(v, sat_.is_true(booleans_[at(v - 1)]));
  situation_.set_amounts(theory_.amounts(lean));
  situation_.all(truth_);
  witnesses_.add(truth_);
  return truth_;
}

std::optional<GroupSet> ConflictOracle::shrink(GroupSet core, Budget& budget) {
  needed_.clear();
  std::size_t next = 0;
  while (next < core.size()) {
    const int candidate = core[next];
    if (needed_.has(candidate) || witnesses_.fit(core, candidate)) {
      ++next;
      continue;
    }
    GroupSet rest = core;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(next));
    const Fit fit = check(rest, budget);
    if (fit == Fit::interrupted) return std::nullopt;
    if (fit == Fit::fits) {
      for (const auto lean : {SumTheory::Lean::small, SumTheory::Lean::large}) {
        truth(lean);
        situation_.rotate(core, candidate, needed_);
      }
      ++next;
    } else {
      // What was needed is in every smaller core too, so as many of those before `next` remain.
      core = core_;
    }
  }
  return core;
}

bool ConflictOracle::foes_by_propagation(int group, GroupSet& foes) {
  foes.clear();
  const std::array<Literal, 1> assumed{selectors_[at(group)]};
  if (!sat_.propagate(assumed, implied_)) return false;
  for (const Literal literal : implied_) {
    if (literal < 0 && group_of(-literal) >= 0) foes.push_back(group_of(-literal));
  }
  std::ranges::sort(foes);
  return true;
}

std::optional<GroupSet> ConflictOracle::grow(const GroupSet& groups, Budget& budget) {
  GroupSet now = groups;
  GroupBits inside(group_count());
  for (const int g : now) inside.add(g);
  const auto take = [&](const GroupBits& truth) {
    for (int g = 0; g < group_count(); ++g) {
      if (truth.has(g) && !inside.has(g)) inside.add(g), now.push_back(g);
    }
  };
  for (int g = 0; g < group_count(); ++g) {
    if (inside.has(g)) continue;
    now.push_back(g);
    const Fit fit = check(now, budget);
    if (fit == Fit::interrupted) return std::nullopt;
    now.pop_back();
    if (fit == Fit::fits) take(truth());
  }
  std::ranges::sort(now);
  return now;
}

}  // namespace surety
