// GroupTruth: which groups are true in one situation, and in the situations next to it.
#pragma once
#include <span>
#include <vector>

#include "solve/constraint_system.h"
#include "solve/group_bits.h"
#include "solve/row_system.h"

namespace surety {

class GroupTruth {
 public:
  explicit GroupTruth(const ConstraintSystem& system);

  void set_boolean(int variable, bool value) {
    values_[index(variable)] = value ? 1 : 0;
    values_[index(-variable)] = value ? 0 : 1;
  }
  void set_amounts(std::span<const Wide> amounts);
  bool holds(int group) const {
    for (int c = groups_[static_cast<std::size_t>(group)]; c < groups_[static_cast<std::size_t>(group) + 1];
         ++c) {
      if (!clause_holds(c)) return false;
    }
    return true;
  }
  void all(GroupBits& truth) const;

  // REQUIRES every group of `core` but `missing` to hold. Changes one Boolean, choice or amount at a time;
  // wherever then again only one group of the core fails, the core needs that one too, and the search goes on
  // from there (recursive model rotation: Belov, Marques-Silva, FMCAD 2011). `missing` and those groups are
  // added to `needed`.
  void rotate(std::span<const int> core, int missing, GroupBits& needed);

 private:
  static constexpr int kNoChoice = -1;

  std::size_t index(Literal literal) const { return static_cast<std::size_t>(literal + variables_); }
  bool clause_holds(int clause) const {
    const auto c = static_cast<std::size_t>(clause);
    for (int l = clauses_[c]; l < clauses_[c + 1]; ++l) {
      if (values_[index(literals_[static_cast<std::size_t>(l)])] != 0) return true;
    }
    return false;
  }
  void add_clause(const Clause& clause);
  bool hard_clauses_hold(int variable) const;
  void rotate_on(int missing);
  void change_amount(int amount, Wide by);
  bool hard_sums_hold(int amount) const;
  void make_boolean_true(Literal literal);
  void make_sum_true(Literal literal);
  void look_around();

  int variables_;
  int booleans_;
  std::vector<char> values_;   // of each literal, -variables_ .. variables_
  std::vector<int> literals_;  // of all clauses, one after the other
  std::vector<int> clauses_;   // where each clause begins in literals_, and an end
  std::vector<int> groups_;    // where each group begins in clauses_, and an end; after them the hard clauses
  std::vector<std::vector<int>> hard_with_;  // of each variable, the hard clauses that name it
  std::vector<int> choice_of_;               // of each Boolean
  std::vector<std::vector<int>> choices_;

  struct Row {
    std::vector<int> amounts;
    std::vector<std::pair<int, Wide>> sums;  // variable, bound
    Wide total = 0;
  };
  std::vector<Row> rows_;
  std::vector<SumAtLeast> sums_;
  std::vector<std::vector<int>> rows_with_;  // of each amount
  std::vector<Wide> amounts_;
  std::vector<std::optional<std::int64_t>> amount_max_;

  std::span<const int> core_;  // of the rotation that is going on
  GroupBits reached_;          // the groups that were alone in failing
};

}  // namespace surety
