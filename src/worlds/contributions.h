// Contributions: what the current pledges bring, line by line: disputed reports, totals and their parts,
// refusals.
//
// Semantics 6. One statement may bring several contributions; several statements may report one actor's word
// on one line. Amounts are in whole units of the capability, or in hundredths of the currency they were
// pledged in.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/because.h"
#include "base/result.h"
#include "model/normal_form.h"
#include "model/standing.h"

namespace surety {

// How a pledged amount spreads when its pledge holds.
enum class Spread { point, even, triangle };

// A pledge's conditions. Those that speak of factors only can be computed; of any other nobody knows whether
// it is met.
struct PledgeCondition {
  std::vector<NormalForm> of_factors;
  bool has_other = false;
  bool none() const { return of_factors.empty() && !has_other; }
};

struct Contribution {
  int statement = 0;            // index into Case::statements
  int capability = 0;           // index into Case::capabilities
  std::vector<std::string> by;  // as written; the member's id under `by each`; empty: nobody named
  std::string place, role;      // empty: unspecified
  Selector selector;
  bool quantified = true;  // false: `> 0`, listed and never a number
  bool at_least = false;   // `>= n`
  std::int64_t low = 0,
               high = 0;  // as written; 0, 0 where unquantified; see amount_in() for what enters the sums
  int beyond = 0;         // `> n` brings 1 more than n, `< n` 1 less, counted after conversion
  Spread spread =
      Spread::point;     // `about n`: low == high == n and the spread is the triangle over n - d .. n + d
  std::string currency;  // of low and high, for money; empty otherwise
  PledgeCondition condition;
  std::vector<int> refused_by;  // later current refusals of its line; then it brings nothing

  bool refused() const { return !refused_by.empty(); }
};

// In order of the statements, then of the atoms, then of the members. REQUIRES pledges of the right shape (a
// checked case).
std::vector<Contribution> contributions(const Standing& standing);

// What a contribution brings in a unit: whole units, or hundredths of the currency named; `because` receives
// the rates used. Error where no rate leads to the currency, or the amount passes 10^18 in it.
struct AmountEnds {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
Result<AmountEnds> amount_in(const Standing& standing, const Contribution& contribution,
                             const std::string& unit, Because& because);

// The statement of `candidates` (indices of Case::statements) whose report is the best: source reliability,
// then credibility, then latest said, then id. REQUIRES at least one.
int best_report(const Standing& standing, const std::vector<int>& candidates);

// The measures that a refusal or a respected statement sets to zero; empty where its claim is of another
// shape.
std::vector<Selector> zeroed_selectors(const Standing& standing, const Statement& s);

// The unnamed-members assumptions ("unnamed:ten") that a contribution's actors rest on.
Because unnamed_behind(const Standing& standing, const Contribution& contribution);

}  // namespace surety
