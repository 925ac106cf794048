// GroupTruth: clauses laid out flat, since they are evaluated after every answer of the solver.
#include "solve/group_truth.h"

#include <cstdlib>

namespace surety {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

GroupTruth::GroupTruth(const ConstraintSystem& system)
    : variables_(system.variable_count()),
      booleans_(system.boolean_count),
      values_(2 * at(variables_) + 1, 0),
      clauses_{0},
      groups_{0},
      hard_with_(at(variables_) + 1),
      choice_of_(at(booleans_) + 1, kNoChoice),
      choices_(system.choices),
      rows_(system.rows.size()),
      sums_(system.sums),
      rows_with_(system.amount_max.size()),
      amounts_(system.amount_max.size(), 0),
      amount_max_(system.amount_max),
      reached_(static_cast<int>(system.soft.size())) {
  for (const SoftGroup& group : system.soft) {
    for (const Clause& clause : group.clauses) add_clause(clause);
    groups_.push_back(static_cast<int>(clauses_.size()) - 1);
  }
  for (const Clause& clause : system.hard) {
    for (const Literal literal : clause)
      hard_with_[at(std::abs(literal))].push_back(static_cast<int>(clauses_.size()) - 1);
    add_clause(clause);
  }
  for (std::size_t c = 0; c < choices_.size(); ++c) {
    for (const int option : choices_[c]) choice_of_[at(option)] = static_cast<int>(c);
  }
  for (std::size_t s = 0; s < sums_.size(); ++s) {
    rows_[at(sums_[s].row)].sums.emplace_back(booleans_ + static_cast<int>(s) + 1, sums_[s].bound);
  }
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (rows_[r].sums.empty()) continue;
    rows_[r].amounts = system.rows[r];
    for (const int x : rows_[r].amounts) rows_with_[at(x)].push_back(static_cast<int>(r));
  }
}

void GroupTruth::set_amounts(std::span<const Wide> amounts) {
  amounts_.assign(amounts.begin(), amounts.end());
  for (Row& row : rows_) {
    row.total = 0;
    for (const int x : row.amounts) row.total += amounts_[at(x)];
    for (const auto& [variable, bound] : row.sums) set_boolean(variable, row.total >= bound);
  }
}

void GroupTruth::change_amount(int amount, Wide by) {
  amounts_[at(amount)] += by;
  for (const int r : rows_with_[at(amount)]) {
    Row& row = rows_[at(r)];
    row.total += by;
    for (const auto& [variable, bound] : row.sums) set_boolean(variable, row.total >= bound);
  }
}

bool GroupTruth::hard_sums_hold(int amount) const {
  for (const int r : rows_with_[at(amount)]) {
    for (const auto& [variable, bound] : rows_[at(r)].sums) {
      if (!hard_clauses_hold(variable)) return false;
    }
  }
  return true;
}

void GroupTruth::add_clause(const Clause& clause) {
  literals_.insert(literals_.end(), clause.begin(), clause.end());
  clauses_.push_back(static_cast<int>(literals_.size()));
}

void GroupTruth::all(GroupBits& truth) const {
  truth.clear();
  for (int g = 0; g + 1 < static_cast<int>(groups_.size()); ++g) {
    if (holds(g)) truth.add(g);
  }
}

bool GroupTruth::hard_clauses_hold(int variable) const {
  for (const int clause : hard_with_[at(variable)]) {
    if (!clause_holds(clause)) return false;
  }
  return true;
}

void GroupTruth::rotate(std::span<const int> core, int missing, GroupBits& needed) {
  core_ = core;
  reached_.clear();
  reached_.add(missing);
  rotate_on(missing);
  for (const int g : core) {
    if (reached_.has(g)) needed.add(g);
  }
}

// NOLINTBEGIN(misc-no-recursion): each level adds to reached_ a group of the core that was not there.
void GroupTruth::rotate_on(int missing) {
  for (int c = groups_[at(missing)]; c < groups_[at(missing) + 1]; ++c) {
    if (clause_holds(c)) continue;
    for (int l = clauses_[at(c)]; l < clauses_[at(c) + 1]; ++l) {
      const Literal literal = literals_[at(l)];
      if (std::abs(literal) <= booleans_)
        make_boolean_true(literal);
      else
        make_sum_true(literal);
    }
  }
}

void GroupTruth::make_boolean_true(Literal literal) {
  const int variable = std::abs(literal), choice = choice_of_[at(variable)];
  set_boolean(variable, literal > 0);
  if (choice == kNoChoice) {
    if (hard_clauses_hold(variable)) look_around();
  } else {
    // Another option changes with it: the one that was true goes, or any other comes.
    for (const int other : choices_[at(choice)]) {
      if (other == variable || (literal > 0 && values_[index(other)] == 0)) continue;
      set_boolean(other, literal < 0);
      if (hard_clauses_hold(variable) && hard_clauses_hold(other)) look_around();
      set_boolean(other, literal > 0);
    }
  }
  set_boolean(variable, literal < 0);
}

// By changing one amount of the row, if one can make all the difference.
void GroupTruth::make_sum_true(Literal literal) {
  const SumAtLeast& sum = sums_[at(std::abs(literal) - booleans_ - 1)];
  const Row& row = rows_[at(sum.row)];
  const Wide by = (literal > 0 ? Wide{sum.bound} : Wide{sum.bound} - 1) - row.total;
  for (const int x : row.amounts) {
    const Wide then = amounts_[at(x)] + by;
    if (then < 0 || (amount_max_[at(x)] && then > *amount_max_[at(x)])) continue;
    change_amount(x, by);
    if (hard_sums_hold(x)) look_around();
    change_amount(x, -by);
  }
}

void GroupTruth::look_around() {
  int failing = -1;
  for (const int g : core_) {
    if (holds(g)) continue;
    if (failing >= 0) return;
    failing = g;
  }
  if (failing < 0 || reached_.has(failing)) return;
  reached_.add(failing);
  rotate_on(failing);
}
// NOLINTEND(misc-no-recursion)

}  // namespace surety
