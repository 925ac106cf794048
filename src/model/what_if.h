// What-if: a case looked at with statements switched on or off, a claim assumed, a likelihood or an amount
// changed.
#pragma once
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/fault.h"
#include "model/standing.h"

namespace surety {

// As given on the command line or by the page (semantics 9).
struct WhatIf {
  std::vector<std::string> without;  // statements and assumptions, switched off
  std::vector<std::string> with;     // disabled assumptions and proposed statements, switched on
  std::vector<std::string> only;     // everything else off; empty: no such restriction
  std::vector<std::string> assume;   // claims, assumptions what_if:1, what_if:2 ...
  std::vector<std::string> set;  // "S51.amount=8000", "S51.likelihood=0.4", "ceasefire.likelihood=0.2..0.4"

  bool empty() const {
    return without.empty() && with.empty() && only.empty() && assume.empty() && set.empty();
  }
};

// The standing under the what-if. Every unknown id, malformed claim and setting is a fault whose place names
// the option ("--set S51.amount=x"). Order of effect: set, assume, with, only, without. A statement that is
// switched off is as if it had not been said: what it supersedes stands again. `only` leaves the unnamed
// members of groups alone. An amount takes the place of the one number of the statement's claim; `> 0` and
// `in a..b` become `= n`.
std::expected<Standing, Faults> standing_under(const std::shared_ptr<const Case>& c, AsOf as_of,
                                               const WhatIf& what_if);

}  // namespace surety
