// ConflictDivision: proves that a list of conflicts is complete by dividing the system where no conflict
// passes.
//
// Method    The known conflicts fall into classes that share no group. Clauses that link the classes'
// variables are
//           strengthened to the variables of one class, so that the system falls into parts, each explored
//           apart. Every conflict of the strengthened system that is one of the system itself is minimal
//           there too; if all are, both systems have the same conflicts. One that is not shows a clause that
//           was wrongly strengthened: it gets its other side, and in the end its whole self again (refinement
//           by counterexample). So the concessions of classes are added up and not multiplied
// Limits    may fail, then nothing is said; takes about as many questions as were asked before
#pragma once
#include <optional>
#include <vector>

#include "solve/conflict_search.h"
#include "solve/system_parts.h"

namespace surety {

class ConflictDivision {
 public:
  // `whole` is a search on `system`; conflicts found here are recorded there.
  ConflictDivision(const ConstraintSystem& system, ConflictSearch& whole, Budget& budget);

  // Whether whole.conflicts() now are all there are.
  bool proves_complete();

 private:
  // A clause whose variables belong to several classes. side -1: it is left whole.
  struct Link {
    int group;           // or -1: hard
    std::size_t clause;  // among the clauses of the group, or the hard ones
    std::vector<Clause> sides;
    int side = 0;
    int refuted = 0;  // sides that turned out wrong
  };
  enum class Outcome { complete, refuted, failed };

  void find_blocks();
  bool find_owners();
  void find_links();
  void add_link(int group, std::size_t index, const Clause& clause);
  ConstraintSystem strengthened() const;
  bool divided(const std::vector<SystemPart>& parts) const;
  Outcome explore(const SystemPart& part);
  bool blame(const GroupSet& refuted);
  int block_of(int variable);
  int owner_of(Literal literal);

  const ConstraintSystem& system_;
  ConflictSearch& whole_;
  Budget& budget_;
  std::int64_t questions_left_;
  std::vector<int>
      blocks_;  // of each variable, another of its block; those of a choice, or with common amounts
  std::vector<int> owners_;  // of each block, the class it belongs to, or -1
  std::vector<Link> links_;
  std::optional<GroupSet> wrong_;  // contradicts itself in the strengthened system only
};

}  // namespace surety
