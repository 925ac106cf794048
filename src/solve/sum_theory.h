// SumTheory: can whole amounts make the sums as large and as small as the solver's model says? If not, why
// not.
//
// Method    each sum >= bound is one implied variable of the solver. A model fixes bounds of rows; rows are
// tested one
//           by one, then together: nested rows from the inside out, two crossing families by a flow, anything
//           else by simplex and branch and bound. What contradicts itself becomes clauses over these
//           variables, as weak as the numbers allow, so that one clause rules out many models.
// Limits    amounts without maximum are cut at the largest bound there is: more would help no row
// Cost      rows + amounts for most checks
#pragma once
#include <map>
#include <vector>

#include "solve/row_system.h"
#include "solve/sat.h"

namespace surety {

class SumTheory {
 public:
  // Gives `sat` the variables for system.sums and the clauses that order them.
  SumTheory(const ConstraintSystem& system, Sat& sat);

  Literal literal(int sum) const { return literals_[static_cast<std::size_t>(sum)]; }

  // Whether amounts fit what the last model of `sat` says of the sums. Spends no step of `budget`.
  Fit check(const Sat& sat, Budget& budget);
  // After `refuted`: clauses that are true of all amounts, and false in the model.
  const std::vector<Clause>& lemmas() const { return lemmas_; }
  // After `fits`: amounts that do, as small or as large as that is easily had.
  enum class Lean { small, large };
  const std::vector<Wide>& amounts(Lean lean);

 private:
  struct Step {
    std::int64_t bound;
    Literal literal;  // the row adds up to at least `bound`
  };
  // Rows with the same amounts are one. The first are single amounts, one each.
  struct Row {
    std::vector<int> amounts;
    std::vector<Step> steps;  // rising
    Wide most = 0;            // with every amount at its maximum
  };
  // What the model says of a row. Steps that say it, or -1 where it is so anyway.
  struct Bounds {
    Wide low = 0;
    Wide high = 0;
    int low_step = -1;
    int high_step = -1;
  };
  struct Use {
    int row;
    bool lower;
    Wide times;
  };
  // Rows that share amounts, and how to test them.
  struct Block {
    enum class Shape { single, nested, crossing, any };
    Shape shape = Shape::single;
    std::vector<int> rows;
    std::vector<std::vector<int>> amounts;  // of each column
    RowSystem system;
    RowSystem::Forest first, second;
    std::vector<Wide> found;  // of each column
  };

  void add_rows(const ConstraintSystem& system);
  void add_steps(const ConstraintSystem& system, Sat& sat);
  void read_model(const Sat& sat);
  void check_single_rows();
  std::vector<Block>& blocks_of_active();
  std::vector<Block> build_blocks() const;
  Block build_block(std::vector<int> rows) const;
  static void find_shape(Block& block);
  Fit check_block(Block& block, Budget& budget);
  void place(const Block& block, Lean lean);
  void add_lemma(std::vector<Use> uses, Wide lacking);
  Wide weaken(const Use& use, Wide slack, Clause& clause) const;
  Wide gain(const Use& use) const;

  int amount_count_;
  std::vector<Row> rows_;
  std::vector<int> row_of_;                  // of each row of the system; -1: it has no amounts
  std::vector<std::vector<int>> rows_with_;  // of each amount, the rows with several amounts that contain it
  std::vector<Literal> literals_;            // of each sum of the system

  std::vector<Bounds> bounds_;  // by row
  std::vector<int> active_;     // rows with several amounts of which the model says something
  std::map<std::vector<int>, std::vector<Block>> blocks_;
  std::vector<Block>* last_blocks_ = nullptr;
  std::vector<int> last_active_;
  std::vector<Clause> lemmas_;
  std::vector<Wide> amounts_;
};

}  // namespace surety
