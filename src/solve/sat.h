// Sat: a SAT solver with variables that are only implied, assumptions, failed assumptions and a budget.
//
// Method    conflict-driven clause learning by MiniSat 2.2 (Een, Soerensson, "An extensible SAT-solver", SAT
// 2003) Limits    one question at a time; not to be shared by threads Cost      a question asked again costs
// little when few assumptions changed
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/budget.h"
#include "solve/constraint_system.h"

namespace surety {

class Sat {
 public:
  enum class Answer { satisfiable, unsatisfiable, interrupted };

  // decided  the search gives it a value
  // implied  it gets a value only where the others force one, and may stay without; then a clause counts as
  //          fulfilled although two or more of its implied variables are open
  enum class Role { decided, implied };

  Sat();
  ~Sat();
  Sat(Sat&&) noexcept;
  Sat& operator=(Sat&&) noexcept;

  // Variables are 1, 2, 3, ... `first` is the value that is tried first. Where every variable is decided and
  // true is tried first, models are maximal: no false variable could be true beside the true ones.
  Literal add_variable(Role role, bool first);
  void make_decided(Literal variable);
  // An empty clause, or one that contradicts what is already there, makes every later answer `unsatisfiable`.
  void add_clause(std::span<const Literal> clause);
  void add_clause(std::initializer_list<Literal> clause) {
    add_clause(std::span(clause.begin(), clause.size()));
  }

  // `budget` is looked at now and then (its clock and its stop), but no step of it is spent here.
  Answer solve(std::span<const Literal> assumptions, Budget& budget);

  // After `satisfiable`. An open variable is neither true nor false.
  bool is_true(Literal literal) const {
    const std::int8_t value = model_[static_cast<std::size_t>(literal < 0 ? -literal : literal)];
    return literal < 0 ? value < 0 : value > 0;
  }
  // After `unsatisfiable`: assumptions that cannot hold together; none when the clauses alone cannot hold.
  const std::vector<Literal>& failed() const { return failed_; }

  // What follows from `assumptions` by unit propagation alone, the assumptions included; false when that
  // already leads to a contradiction.
  bool propagate(std::span<const Literal> assumptions, std::vector<Literal>& implied);

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
  std::vector<std::int8_t> model_{0};  // of each variable: 1 true, -1 false, 0 open
  std::vector<Literal> failed_;
};

}  // namespace surety
