// The structure of an uncertain sum: what matters, what hangs together, what depends on the factors.
//
// Words     piece      an amount that matters: it may come, is above 0, and is counted or part of one that is
//           component  pieces tied by an event, by containment or by rivalry; components are independent
//           active     said of a piece under an outcome of the factors that lies in its `when`
#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "solve/uncertain_amounts.h"

namespace surety {

struct SumPiece {
  int event = 0;
  double probability = 0;  // of the event
  AmountSpread spread;
  bool counted = true;
  const std::vector<bool>* when = nullptr;  // nothing: always active
  std::vector<int> parts;                   // pieces, ascending
  std::vector<int> containers;              // pieces, by rising number of parts
  std::vector<int> rivals;                  // pieces; empty where rivals add up
};

struct SumComponent {
  enum class Kind {
    one_event,  // leaves of one event
    nested,     // the containers of each piece contain each other, and there are no rivals
    entangled   // anything else
  };
  Kind kind = Kind::one_event;
  std::vector<int> pieces;   // by rising number of parts: a part stands before what contains it
  std::vector<int> varying;  // those whose activity depends on the factors
  std::int64_t largest = 0;  // no sum of it exceeds this
};

struct SumStructure {
  std::vector<SumPiece> pieces;
  std::vector<SumComponent> components;
  std::size_t outcomes = 1;  // of the factors
  std::int64_t step = 1;     // every amount is a multiple
  std::int64_t largest = 0;

  bool active(int piece, std::size_t outcome) const {
    const std::vector<bool>* when = pieces[static_cast<std::size_t>(piece)].when;
    return when == nullptr || (*when)[outcome];
  }
};

// Refuses what is not well formed (invalid_input) or passes kFactorsMax or kSumMax (too_large). The answer
// refers to `sum`, which must outlive it.
Result<SumStructure> structure_of(const UncertainSum& sum);

}  // namespace surety
