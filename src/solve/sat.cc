// Sat on MiniSat; the only file that sees MiniSat's headers, whose macros leak (l_True, var_Undef).
#include "solve/sat.h"

#include <minisat/core/Solver.h>
#include <cstdlib>

#include "base/check.h"

namespace surety {

namespace {

using Minisat::lbool;  // the macros l_True, l_False and l_Undef name it without its namespace

// A slice of search between two looks at the budget: some milliseconds.
constexpr std::int64_t kPropagationsASlice = 30'000;
// MiniSat forgets learnt clauses beyond a limit that each slice starts afresh; the limit must grow with the
// slices, or a hard question would never end.
constexpr double kLearntGrowth = 1.1;

Minisat::Lit engine_literal(Literal literal) { return Minisat::mkLit(std::abs(literal) - 1, literal < 0); }
Literal our_literal(Minisat::Lit literal) {
  const int variable = Minisat::var(literal) + 1;
  return Minisat::sign(literal) ? -variable : variable;
}

}  // namespace

class Sat::Engine : public Minisat::Solver {
 public:
  // Takes the assumptions one after the other; true unless that leads to a contradiction.
  bool propagate_all(std::span<const Literal> literals, std::vector<Literal>& implied) {
    implied.clear();
    if (!okay()) return false;
    bool fits = true;
    newDecisionLevel();
    for (const Literal literal : literals) {
      const Minisat::Lit p = engine_literal(literal);
      if (value(p) == l_False) fits = false;
      if (value(p) == l_Undef) uncheckedEnqueue(p);
      if (!fits) break;
    }
    fits = fits && propagate() == Minisat::CRef_Undef;
    for (int i = 0; i < trail.size(); ++i) implied.push_back(our_literal(trail[i]));
    cancelUntil(0);
    return fits;
  }
};

Sat::Sat() : engine_(std::make_unique<Engine>()) {}
Sat::~Sat() = default;
Sat::Sat(Sat&&) noexcept = default;
Sat& Sat::operator=(Sat&&) noexcept = default;

Literal Sat::add_variable(Role role, bool first) {
  // MiniSat's polarity says whether the sign is tried first, so it is the other way round. Given here, it
  // also keeps MiniSat from trying a variable's last value first.
  const Literal variable = engine_->newVar(first ? l_False : l_True, role == Role::decided) + 1;
  model_.push_back(0);
  return variable;
}

void Sat::make_decided(Literal variable) { engine_->setDecisionVar(std::abs(variable) - 1, true); }

void Sat::add_clause(std::span<const Literal> clause) {
  Minisat::vec<Minisat::Lit> literals;
  for (const Literal literal : clause) {
    SURETY_CHECK(literal != 0 && std::abs(literal) <= engine_->nVars());
    literals.push(engine_literal(literal));
  }
  engine_->addClause_(literals);
}

Sat::Answer Sat::solve(std::span<const Literal> assumptions, Budget& budget) {
  Minisat::vec<Minisat::Lit> literals;
  for (const Literal literal : assumptions) literals.push(engine_literal(literal));
  const double learnt_factor = engine_->learntsize_factor;
  Minisat::lbool found = l_Undef;
  while (found == l_Undef) {
    engine_->setPropBudget(kPropagationsASlice);
    found = engine_->solveLimited(literals);
    if (found == l_Undef && !budget.spend(0)) break;
    engine_->learntsize_factor *= kLearntGrowth;
  }
  engine_->learntsize_factor = learnt_factor;
  if (found == l_Undef) return Answer::interrupted;
  if (found == l_True) {
    for (int v = 0; v < engine_->nVars(); ++v) {
      const Minisat::lbool value = engine_->model[v];
      model_[static_cast<std::size_t>(v) + 1] = static_cast<std::int8_t>(value == l_Undef  ? 0
                                                                         : value == l_True ? 1
                                                                                           : -1);
    }
    return Answer::satisfiable;
  }
  failed_.clear();
  for (int i = 0; i < engine_->conflict.size(); ++i) failed_.push_back(-our_literal(engine_->conflict[i]));
  return Answer::unsatisfiable;
}

bool Sat::propagate(std::span<const Literal> assumptions, std::vector<Literal>& implied) {
  return engine_->propagate_all(assumptions, implied);
}

}  // namespace surety
