// Splitting a constraint system: what occurs together is joined, and each class becomes a system of its own.
#include "solve/system_parts.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/check.h"
#include "base/rising.h"

namespace surety {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Elements that are joined: Booleans, sums, amounts and groups, in this order.
class Splitter {
 public:
  explicit Splitter(const ConstraintSystem& system)
      : system_(system),
        amounts_from_(system.variable_count()),
        groups_from_(amounts_from_ + static_cast<int>(system.amount_max.size())),
        parents_(at(groups_from_) + system.soft.size()) {
    number_from_zero(parents_);
    join_all();
  }

  std::vector<SystemPart> parts() {
    for (std::size_t g = 0; g < system_.soft.size(); ++g)
      part_of(groups_from_ + static_cast<int>(g)).groups.push_back(static_cast<int>(g));
    number_variables();
    for (const auto& options : system_.choices) {
      if (options.empty())
        contradictory_ = true;
      else
        part_of(options.front() - 1).system.choices.push_back(translate(options));
    }
    for (const Clause& clause : system_.hard) {
      if (clause.empty())
        contradictory_ = true;
      else
        part_of(std::abs(clause.front()) - 1).system.hard.push_back(translate(clause));
    }
    for (std::size_t g = 0; g < system_.soft.size(); ++g) {
      SoftGroup group{{}, system_.soft[g].weight};
      for (const Clause& clause : system_.soft[g].clauses) group.clauses.push_back(translate(clause));
      part_of(groups_from_ + static_cast<int>(g)).system.soft.push_back(std::move(group));
    }
    if (contradictory_) {
      parts_.emplace_back();
      parts_.back().system.hard.emplace_back();
    }
    std::erase_if(parts_,
                  [](const SystemPart& part) { return part.groups.empty() && part.system.hard.empty(); });
    return std::move(parts_);
  }

 private:
  int representative(int i) {
    while (parents_[at(i)] != i) i = parents_[at(i)] = parents_[at(parents_[at(i)])];
    return i;
  }
  void join(int a, int b) { parents_[at(representative(a))] = representative(b); }

  void join_clause(const Clause& clause, int with) {
    for (const Literal literal : clause) {
      const int variable = std::abs(literal);
      SURETY_CHECK(variable >= 1 && variable <= system_.variable_count());
      join(variable - 1, with >= 0 ? with : std::abs(clause.front()) - 1);
      if (variable > system_.boolean_count) used_sums_.push_back(variable - system_.boolean_count - 1);
    }
  }

  void join_all() {
    for (const auto& options : system_.choices) {
      for (const int option : options) join(option - 1, options.front() - 1);
    }
    for (const Clause& clause : system_.hard) join_clause(clause, -1);
    for (std::size_t g = 0; g < system_.soft.size(); ++g) {
      for (const Clause& clause : system_.soft[g].clauses)
        join_clause(clause, groups_from_ + static_cast<int>(g));
    }
    std::ranges::sort(used_sums_);
    used_sums_.erase(std::ranges::unique(used_sums_).begin(), used_sums_.end());
    for (const int sum : used_sums_) {
      for (const int amount : system_.rows[at(system_.sums[at(sum)].row)]) {
        join(amounts_from_ + amount, system_.boolean_count + sum);
      }
    }
  }

  SystemPart& part_of(int element) {
    const auto [entry, is_new] = part_numbers_.emplace(representative(element), parts_.size());
    if (is_new) parts_.emplace_back();
    return parts_[entry->second];
  }

  // Gives Booleans, amounts, rows and used sums their numbers in their part.
  void number_variables() {
    numbers_.assign(at(groups_from_), 0);
    for (int b = 0; b < system_.boolean_count; ++b) numbers_[at(b)] = ++part_of(b).system.boolean_count;
    for (int x = 0; x < static_cast<int>(system_.amount_max.size()); ++x) {
      ConstraintSystem& own = part_of(amounts_from_ + x).system;
      numbers_[at(amounts_from_ + x)] = static_cast<int>(own.amount_max.size());
      own.amount_max.push_back(system_.amount_max[at(x)]);
    }
    std::map<int, int> row_numbers;
    for (const int sum : used_sums_) {
      const SumAtLeast& atom = system_.sums[at(sum)];
      ConstraintSystem& own = part_of(system_.boolean_count + sum).system;
      // A row without amounts may be used by several parts; then each use gets a row of its own.
      auto [entry, is_new] = row_numbers.emplace(atom.row, static_cast<int>(own.rows.size()));
      if (is_new || system_.rows[at(atom.row)].empty()) {
        entry->second = static_cast<int>(own.rows.size());
        own.rows.emplace_back();
        for (const int x : system_.rows[at(atom.row)])
          own.rows.back().push_back(numbers_[at(amounts_from_ + x)]);
      }
      own.sums.push_back({entry->second, atom.bound});
      numbers_[at(system_.boolean_count + sum)] = own.boolean_count + static_cast<int>(own.sums.size());
    }
  }

  Clause translate(const Clause& clause) const {
    Clause own;
    for (const Literal literal : clause) {
      const int number = numbers_[at(std::abs(literal) - 1)];
      own.push_back(literal < 0 ? -number : number);
    }
    return own;
  }

  const ConstraintSystem& system_;
  int amounts_from_, groups_from_;
  std::vector<int> parents_;
  std::vector<int> used_sums_;
  std::map<int, std::size_t> part_numbers_;  // by representative
  std::vector<SystemPart> parts_;
  std::vector<int> numbers_;  // of each Boolean, sum and amount, its number in its part
  bool contradictory_ = false;
};

}  // namespace

std::vector<SystemPart> split_system(const ConstraintSystem& system) { return Splitter(system).parts(); }

}  // namespace surety
