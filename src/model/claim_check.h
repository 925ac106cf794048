// Whether a claim fits the case it speaks about: names, options, units, and the shapes that some kinds need.
#pragma once
#include <string>
#include <vector>

#include "base/fault.h"
#include "model/case.h"
#include "model/exchange_rates.h"

namespace surety {

// Adds a fault, at its place in the file, for every name that nothing bears (with the nearest one), option of
// another issue, comparison of an unordered issue, number outside a scale, unit that does not fit or has no
// rate path, decimals where there is no money, `in 5..3`, and a relation that a capability without unit does
// not know. `written.at` is the place of the claim's first character; a byte of the claim is a column further
// on.
void check_claim(const Case& c, const ExchangeRates& rates, const WrittenClaim& written, Faults& faults);

// A pledge's claim is a conjunction of measure atoms, perhaps under conditions, with = <= >= < > in about
// (> 0 where there is no amount). Adds a fault for everything else.
void check_pledge_claim(const WrittenClaim& written, Faults& faults);

// The measures that a claim sets to zero, when it is a conjunction of `measure = 0` (or <= 0) and nothing
// else; nothing where it is anything else. Indices into claim.atoms.
std::optional<std::vector<int>> zeroed_measures(const Claim& claim);

// The conditions (outermost first) and the measure atoms of a claim that is a conjunction of measure atoms,
// perhaps under conditions. Nothing where it has another shape. A condition is the claim before a `then`.
struct ConditionedAtoms {
  std::vector<Claim> conditions;
  std::vector<int> atoms;  // indices into claim.atoms
};
std::optional<ConditionedAtoms> conditioned_measures(const Claim& claim);

// Advice, not faults: `not c(by each G) > 0` means "not all of them"; proposes `c(by G) = 0`.
void warn_about_claim(const WrittenClaim& written, Faults& warnings);

}  // namespace surety
